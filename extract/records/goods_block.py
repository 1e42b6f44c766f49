"""The description of goods on a declaration: numbered elements, and what is said of the maker inside the first.

Element 1 describes the goods, 2 counts the packages, 3 names the containers. Maker, mark and model stand behind
words of their own; a value goes on over a line end only where the next word did not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.fields import identifier

_FIRST = re.compile(r"\s*1\s*[-–.)]\s*(?=\D)")
_FURTHER = r"(?:^|[;.,]\s|\n)\s*{number}\s*[-–.)]\s*(?=\S)"
_PACKAGES, _CONTAINERS = 2, 3
_UNMARKED = re.compile(r"\n\s*2[\s.,)-]{1,3}(?=\d+\s*(?:$|\n|,|мест|груз))", re.IGNORECASE)
"""The count of packages where the mark behind its number was not seen."""
_LAST = 10
WITHIN = (
    ("manufacturer", r"изготовитель|производитель|виробник|өндіруші|manufacturer|制造商|生产商"),
    (
        "brand",
        r"(?:тов(?:арный|\.)?|торг(?:овый|\.)?)\s*(?:знак|марка)|торгова\w* марка|марка"
        r"|тауар белгісі|brand|trade\s?mark",
    ),
    ("model", r"модель|үлгісі|model|型号|артикул|article"),
)
_OTHER_HEADS = r"артикул|кол-во|количество|размер\w*|серийн\w* номер\w*|сорт|стандарт|marking|quantity"
_HEADS = "|".join([*(words for _, words in WITHIN), _OTHER_HEADS])
_COUNT = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the block's text."""

    start: int
    end: int


def elements(text: str) -> Mapping[int, Span]:
    """Cut the text into its numbered elements; without numbers all of it is the first."""
    first = _FIRST.match(text)
    begin = first.end() if first else 0
    starts = {1: (begin, begin)}
    for number in range(2, _LAST + 1):
        match = re.compile(_FURTHER.format(number=number)).search(text, begin)
        if match is None and number == _PACKAGES:
            match = _UNMARKED.search(text, begin)
        if match:
            starts[number] = match.span()
            begin = match.end()
    ends = [begins for begins, _ in list(starts.values())[1:]] + [len(text)]
    return {number: Span(start, end) for (number, (_, start)), end in zip(starts.items(), ends, strict=True)}


def facts(text: str, first: Span) -> Iterator[tuple[str, Span]]:
    """Give where maker, mark and model stand in the first element."""
    for field, words in WITHIN:
        head = re.compile(rf"(?i)\b(?:{words})\s*[:\-–]\s*(.+?)\s*(?=[,;.]?\s*\b(?:{_HEADS})\s*[:\-–]|[;\n]|$)")
        match = head.search(text, first.start, first.end)
        if match:
            yield field, Span(*match.span(1))


def packages(text: str, found: Mapping[int, Span]) -> Span | None:
    """Give where the number of packages stands."""
    span = found.get(_PACKAGES)
    match = _COUNT.search(text, span.start, span.end) if span else None
    return Span(*match.span()) if match else None


def container(text: str, found: Mapping[int, Span]) -> tuple[str, Span] | None:
    """Give the first container, and where it stands."""
    span = found.get(_CONTAINERS)
    if span is None:
        return None
    for hit in identifier.find(text[span.start : span.end]):
        if hit.scheme == "container" and hit.valid:
            return hit.value, Span(span.start + hit.start, span.start + hit.end)
    return None
