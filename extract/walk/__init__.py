"""Find files, deterministically and without dropping one, and tell by content what each of them is."""

from extract.walk.find import Found, find
from extract.walk.sniff import sniff

__all__ = ["Found", "find", "sniff"]
