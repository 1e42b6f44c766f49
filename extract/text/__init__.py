"""How bytes became characters, and characters columns: encoding and dialect, each decided by evidence."""

from extract.text.dialect import Dialect, detect_dialect, is_table, one_sign, with_one_sign
from extract.text.encoding import Encoding, declared_or_seen, decodes, detect_encoding
from extract.text.misread import HOLES, Mender, misread_as, words_of_a_private_font

__all__ = [
    "HOLES",
    "Dialect",
    "Encoding",
    "Mender",
    "declared_or_seen",
    "decodes",
    "detect_dialect",
    "detect_encoding",
    "is_table",
    "misread_as",
    "one_sign",
    "with_one_sign",
    "words_of_a_private_font",
]
