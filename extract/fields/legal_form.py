"""Legal forms of companies, by a table: how they are spelled and whether they stand before or after the name.

Abbreviations count as printed (``AG`` is one, ``ag`` is not); long forms count in any case. Letters that look alike are
seen through, so a Latin ``OOO`` is found as well as a Cyrillic one with a Latin letter in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.fields.table import rows, spellings

_CJK = 0x2E80


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A legal form. ``place``: before the name, after it, or both."""

    form: str
    countries: tuple[str, ...]
    place: str


FORMS = tuple(LegalForm(row["form"], tuple(row["countries"].split()), row["place"]) for row in rows("legal_forms"))
_BY_SPELLING = {
    " ".join(spelling.split()).casefold(): form
    for form, row in zip(FORMS, rows("legal_forms"), strict=True)
    for spelling in reversed(spellings(row["spellings"]))
}


def _bounded(spelling: str) -> str:
    pattern = r"\s+".join(re.escape(word).replace(",", r"\s?,\s?") for word in spelling.split())
    if len(spelling) > 7:
        pattern = f"(?i:{pattern})"
    if ord(spelling[0]) >= _CJK:
        return pattern
    start = "" if spelling[0] == "&" else r"(?<![\w.&/-])"
    return start + pattern + ("" if spelling.endswith((".", ")")) else r"(?![\w-])")


def _pattern(*places: str) -> str:
    words = [s for row in rows("legal_forms") if row["place"] in places for s in spellings(row["spellings"])]
    return "(?:" + "|".join(map(_bounded, sorted(words, key=len, reverse=True))) + ")"


BEFORE = _pattern("before", "both")
AFTER = _pattern("after", "both")
ANY = _pattern("before", "after", "both")


def parse(text: str) -> LegalForm | None:
    """Look a printed legal form up; None if it is none."""
    return _BY_SPELLING.get(" ".join(text.split()).casefold())
