"""Kazakh marks its nouns by endings, which stand behind the name: «Ертіс» ЖШС-ге, Acme компаниясынан, «Ертіске».

The ending tells the mark (see marks); a name that bears none is the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_ENDINGS: Mapping[str, str] = {
    "to": "ға ге қа ке на не",
    "from": "дан ден тан тен нан нен",
    "of": "ның нің дың дің тың тің",
    "direct": "ны ні ды ді ты ті н",
    "in": "да де та те нда нде дағы дегі тағы тегі ндағы ндегі",
    "with": "мен бен пен",
}
_MARKS = {ending: mark for mark, endings in _ENDINGS.items() for ending in endings.split()}
ENDING = "|".join(sorted(_MARKS, key=len, reverse=True))
_KINDS = r"(?:компания|фирма|кәсіпорын|кәсіпорн|зауыт|қор|холдинг|банк)(?:с?[ыі])?"
_BEHIND = re.compile(rf"[»”\"]?-?(?P<touching>{ENDING})(?!\w)|[»”\"]?\s{_KINDS}(?P<kind>{ENDING})?(?!\w)")
_SHARES = re.compile(r"[»”\"]?\s(?:[^\W\d_]+\s)?(?:акция|үлес|капитал|құрылтайшы|директор|иесі|басшы)[^\W\d_]*")
_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_COUNTRY = re.compile(
    r"(?<=\w\w\w)(?:(?<!с)[дтн][ае]н|[ғгқк][ае]|[дтн][ыі]ң|[дт][ае]ғы|[дт][ае]гі|(?<![сш]т)[дт][ае]|[мбп]ен)$"
)
"""Endings that end no country's name by themselves, its first form being Ресей, Қазақстан, Түркия."""


@dataclass(frozen=True, slots=True)
class Inflected:
    """A known name that bears its ending within its quotes: «Ертіске»."""

    start: int
    end: int
    name: str


def mark(text: str, end: int) -> str:
    """Give the mark of a company whose name ends at a place, by what stands behind it."""
    if _SHARES.match(text, end):
        return "of"
    behind = _BEHIND.match(text, end)
    return _MARKS.get((behind["touching"] or behind["kind"] or "") if behind else "", "nom")


def inflected(text: str, names: Iterable[str]) -> Iterator[Inflected]:
    """Find known names with an ending in their quotes or behind a hyphen; each ends where its ending begins."""
    known = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    if not known or not _LETTERS.search(text):
        return
    for match in re.finditer(rf"[«“\"](?P<name>{known})(?:{ENDING})[»”\"]", text):
        yield Inflected(match.start(), match.end("name"), match["name"])
    for match in re.finditer(rf"(?<![\w«“\"])(?P<name>{known})(?=-(?:{ENDING})(?!\w))", text):
        yield Inflected(match.start(), match.end(), match["name"])


def country_mark(printed: str) -> str:
    """Give the mark of a country by the ending of its name: Қазақстаннан, Ресейдегі, Қытайға."""
    ending = _COUNTRY.search(printed)
    return _MARKS[ending.group()] if ending else "nom"
