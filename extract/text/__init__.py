"""How bytes became characters, and characters columns: encoding and dialect, each decided by evidence."""

from extract.text.dialect import ALONE, JOINED, Dialect, declared_delimiter, detect_dialect, is_table, single_column
from extract.text.encoding import Encoding, declared_or_seen, decodes, detect_encoding
from extract.text.misread import HOLES, Mender, misread_as, words_of_a_private_font

__all__ = [
    "ALONE",
    "HOLES",
    "JOINED",
    "Dialect",
    "Encoding",
    "Mender",
    "declared_delimiter",
    "declared_or_seen",
    "decodes",
    "detect_dialect",
    "detect_encoding",
    "is_table",
    "misread_as",
    "single_column",
    "words_of_a_private_font",
]
