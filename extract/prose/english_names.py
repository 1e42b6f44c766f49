"""What English names of organisations show by their shape, added to what the model sees.

A public body says what it is (“Ministry of Trade”, “Accounting Standards Board”); a text gives a short name in brackets
behind a long one (“Larkmoor Avionics Ltd (“Larkmoor”)”) and goes on with it. The words of the former stand in
``tables/english_bodies.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from extract.fields import country
from extract.fields.contract import FieldError
from extract.fields.table import rows, spellings

_TABLES = Path(__file__).with_name("tables")
_CAPITAL = r"[A-Z][\w&’-]*(?:'s)?"
_OF = rf"(?: (?:of|on)(?: the)? {_CAPITAL}(?:,? (?:and |& )?{_CAPITAL}){{0,4}})"
_SHORT_NAME = re.compile(
    r"(?:\.|,? ?(?:Inc|Ltd|Co|Corp|LLC|L\. ?P)\b\.?)*[^.;()\n]{0,60}"
    r"\((?:hereinafter |hereafter |together |collectively )?(?:referred to as )?(?:the )?"
    r"[\"“”„«']{1,2}\s?(?P<name>[A-Z][\w&.-]*(?: [A-Z&][\w&.-]*){0,3})\s?[\"“”»']"
)
_WORD = re.compile(r"[A-Za-z][\w]*")
_SMALL_WORD = re.compile(r"\b[a-z]+\b")
_BANK = "bank"
"""In an agreement the Bank is one bank."""
_SHORTEST = 3

Span = tuple[int, int]


@cache
def _shapes() -> dict[str, str]:
    """Give the words of each place in a name as alternatives."""
    return {row["shape"]: "|".join(spellings(row["words"])) for row in rows("english_bodies", _TABLES)}


@cache
def _bodies() -> re.Pattern[str]:
    words = _shapes()
    between = rf"(?:,? (?:and )?{_CAPITAL}){{0,4}}?"
    of_place = rf"(?: of {_CAPITAL}(?: {_CAPITAL})*)?"
    led = rf"(?:{_CAPITAL} )?(?:{words['leads']}){between} (?:{words['ends']}){of_place}"
    sure = rf"(?!(?:{words['no_starts']}) ){_CAPITAL}{between} (?:{words['sure_ends']}){of_place}"
    begun = rf"(?:{words['begins']}){_OF}{{1,2}}"
    return re.compile(rf"\b(?:{led}|{sure}|{begun})\b")


@cache
def _no_start() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_shapes()['no_starts']}) )+")


def bodies(text: str) -> Iterator[Span]:
    """Find public bodies by the words they are made of."""
    for match in _bodies().finditer(text):
        lead = _no_start().match(text, *match.span())
        start = lead.end() if lead else match.start()
        if " " in text[start : match.end()]:
            yield start, match.end()


def without_terms(text: str, found: Iterable[Span]) -> Iterator[Span]:
    """Leave out what is written in small letters elsewhere: a heading or a term that the text defines, no name."""
    small = set(_SMALL_WORD.findall(text))
    for start, end in found:
        words = [word.casefold() for word in _WORD.findall(text, start, end)]
        if (not small.issuperset(words) or _BANK in words) and not _is_place(text[start:end]):
            yield start, end


def _is_place(name: str) -> bool:
    """Tell a country, what is of one (“Kazakh”), or a people."""
    if name in _shapes()["leads"].split("|") or name in _shapes()["peoples"].split("|"):
        return True
    try:
        return bool(country.parse(name))
    except FieldError:
        return False


def short_names(text: str, long: Iterable[Span]) -> set[str]:
    """Give the names that the text defines behind these; a term such as Borrower shares nothing with the name."""
    found = ((text[start:end], _SHORT_NAME.match(text, end)) for start, end in long)
    return {match["name"] for name, match in found if match and _stands_for(match["name"], name)}


def _stands_for(short: str, name: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(name)]
    initials = "".join(word[0] for word in words)
    return bool({word.casefold() for word in _WORD.findall(short)} & set(words)) or short.casefold() in initials


def repeated(text: str, names: Iterable[str]) -> Iterator[Span]:
    """Find these names wherever they stand as words."""
    long_enough = sorted((name for name in set(names) if len(name) >= _SHORTEST), key=len, reverse=True)
    if long_enough:
        pattern = re.compile(rf"(?<![\w@.]){_either(long_enough)}(?![\w@])")
        yield from (match.span() for match in pattern.finditer(text))


def _either(names: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, names))})"
