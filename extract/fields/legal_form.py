"""Legal forms of companies, by a table: how they are spelled and whether they stand before or after the name.

Abbreviations count as printed (``AG`` is one, ``ag`` is not); long forms count in any case. Letters that look alike are
seen through, so a Latin ``OOO`` is found as well as a Cyrillic one with a Latin letter in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.fields.phrases import Phrases
from extract.fields.table import rows, spellings
from extract.fields.trie import pattern


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A legal form. ``place``: before the name, after it, both, or quoted: before a name in quotes only."""

    form: str
    countries: tuple[str, ...]
    place: str


def _key(spelling: str) -> str:
    return "".join(spelling.split()).casefold()


FORMS = tuple(LegalForm(row["form"], tuple(row["countries"].split()), row["place"]) for row in rows("legal_forms"))
_BY_SPELLING = {
    _key(spelling): form
    for form, row in reversed(list(zip(FORMS, rows("legal_forms"), strict=True)))
    for spelling in spellings(row["spellings"])
}


def _cases(spelling: str) -> set[str]:
    """Give the cases a form is met in: a long form in all capitals too, and small where its script is not Latin."""
    if " " not in spelling or len(spelling) <= 12:
        return {spelling}
    capitals = spelling.upper()
    return {spelling, capitals} if spelling[1:2].isascii() else {spelling, capitals, spelling.lower()}


_KAZAKH_CASE = "(?:н?[ыіаеғгқк]|[ғгқк][ае]|[дт][аеыі]|[нд][ае]|[дтн][ыіае][нң]|[мпб]ен|[дтн][ыі]ң)"
_END = rf"(?!\w|-(?!{_KAZAKH_CASE}(?!\w)))"
"""No word goes on, unless it is the case a Kazakh abbreviation bears: ЖШС-ға, АҚ-ның."""
_PRINTED = [
    case for row in rows("legal_forms") for spelling in spellings(row["spellings"]) for case in _cases(spelling)
]
PHRASES = Phrases(_PRINTED, end=_END)
# Matches one spelling; whether it begins a word is for `starts_word` to say.
PATTERN = pattern(_PRINTED, end=_END)


def parse(text: str) -> LegalForm | None:
    """Look a printed legal form up; None if it is none."""
    return _BY_SPELLING.get(_key(text))
