"""How bytes became characters, and characters columns: encoding and dialect, each decided by evidence."""

from extract.text.dialect import Dialect, detect_dialect, is_table
from extract.text.encoding import Encoding, declared_or_seen, decodes, detect_encoding

__all__ = ["Dialect", "Encoding", "declared_or_seen", "decodes", "detect_dialect", "detect_encoding", "is_table"]
