"""What each sum in the rows of a commercial paper is: told by its column, not by the word that stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.fields.glyphs import lower
from extract.fields.label import Labels
from extract.model import Box, Word, union
from extract.records.name_lines import text_of
from extract.records.paper_columns import ITEM, OF_TOTALS, Columns, Line, tables
from extract.records.segments import Segment

SUM = re.compile(r"[-−–+]?(?:\d{1,3}(?:[., '’\u00a0\u202f]\d{3})+|\d+)[.,]\d{2}(?:\d{2})?-?")
"""A number with cents as papers print it: alone in its column it needs no currency."""
_INSIDE = re.compile(rf"(?<![\w.,])(?:{SUM.pattern})(?![\w.,]|\s?%)")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
_ITEM_NUMBER = re.compile(r"\d{1,3}[.)]? (?!%)")
_LABELS = Labels("amount_labels")
_AHEAD = re.compile(
    r"^(?:(?:zzgl|abzgl|davon|plus|less|inkl\w*|incl\w*|dont|di cui|w tym|в т\. ?ч|в том числе|у т\. ?ч)(?!\w)\.? ?)?"
    r"(?:\d+(?:[.,]\d+)? ?% ?)?"
)
"""What may stand before the label of a sum: “zzgl. 19 % MwSt.”."""
_BELOW = OF_TOTALS | {"discount", "surcharge", "freight", "insurance", "paid"}
"""Labels of the sums that stand below the items."""
Words = tuple[Word, ...]
NO_ROLE = ""
"""The role of a sum whose column says nothing: the words before it on the line are no label of it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sum of a row and what it is."""

    words: Words
    role: str
    evidence: str


def roles(lines: Sequence[Line], *, on_paper: bool) -> Iterator[Told]:
    """Tell what the sums are that stand under headings, and those of rows of goods whose headings are elsewhere.

    ``on_paper``: the page is known as one of a commercial paper; on others only headings that say enough are believed.
    """
    headed: set[int] = set()
    for columns, body in tables(lines):
        if not on_paper and not columns.telling:
            continue
        totals = False
        for line in body:
            found = list(_sums(line))
            headed.update(id(line[0]) for _ in found[:1])
            totals = totals or _is_of_totals(line, columns)
            yield from _in_row(line, found, columns, totals)
    for line in lines if on_paper else ():
        if id(line[0]) not in headed:
            yield from _without_headings(line)


def _in_row(line: Line, found: Sequence[Words], columns: Columns, totals: bool) -> Iterator[Told]:
    if _is_of_totals(line, columns):
        yield from _of_totals(found, columns)
        return
    whole = len(found) > 1 or counts(line, columns)
    for words in found if whole or not totals else ():
        if _is_labelled(line, words):
            continue
        heading = columns.over(_box(words))
        role = columns.role(heading) if heading else None
        if heading and (role or whole):
            yield Told(words, role or NO_ROLE, f"stands in the column under “{heading.text}”")


def _is_labelled(line: Line, words: Words) -> bool:
    """Tell a sum right behind a label of its own: “Rabatt: 0,03”."""
    ahead = [word for piece in line for word in piece.words if word.box.x1 <= words[0].box.x0 + 1]
    return bool(ahead) and ahead[-1].text.endswith((":", "："))


def _of_totals(found: Sequence[Words], columns: Columns) -> Iterator[Told]:
    """Tell net, tax and total apart where a row of totals has several of them in their columns."""
    headed = [(words, heading) for words in found if (heading := columns.over(_box(words)))]
    told = [(words, heading) for words, heading in headed if heading.told in OF_TOTALS]
    if len({heading.told for _, heading in told}) < 2:
        return
    for words, heading in told:
        yield Told(words, heading.told or NO_ROLE, f"stands in the row of totals under “{heading.text}”")


def _is_of_totals(line: Line, columns: Columns) -> bool:
    """Tell a row that begins with the label of a sum and counts nothing."""
    labelled = any(begins_with_sum(text_of(piece.words)) for piece in line)
    if not labelled or counts(line, columns):
        return False
    return columns.of_goods or len(list(_sums(line))) < 2


def begins_with_sum(text: str) -> bool:
    """Tell words that begin with the label of a sum below the items: “Freight to Almaty”."""
    said = _AHEAD.sub("", lower(text))
    return any(label.start == 0 and label.role in _BELOW for label in _LABELS.find(said))


def counts(line: Line, columns: Columns) -> bool:
    """Tell whether a price or a count stands in a line: a row of totals may count, but it has no price."""
    priced = [heading.box for heading in columns.headings if heading.told == "price"]
    if priced:
        return any(
            _overlap(box, piece.box) and _INSIDE.search(text_of(piece.words)) for box in priced for piece in line
        )
    counts = [heading.box for heading in columns.headings if heading.told == "count"]
    return any(_overlap(box, piece.box) and _FIGURE.match(piece.words[0].text) for box in counts for piece in line)


def _without_headings(line: Line) -> Iterator[Told]:
    """Take the last sum of a row that has a price before it and no label for it as the sum of its item."""
    found = list(_sums(line))
    if len(found) < 2 or any(word.text.endswith(":") for piece in line for word in piece.words):
        return
    ahead = [word for piece in line for word in piece.words if word.box.x1 <= found[0][0].box.x0]
    if not _ITEM_NUMBER.match(text_of(ahead)):
        return
    *others, last = found
    evidence = "the last sum of a row of goods"
    yield Told(last, ITEM, evidence)
    yield from (Told(words, NO_ROLE, evidence) for words in others)


def has_sum(line: Line) -> bool:
    """Tell whether a number with cents stands in a line."""
    return any(True for _ in _sums(line))


def _sums(line: Line) -> Iterator[Words]:
    """Give the words of each number with cents of a line."""
    for piece in line:
        yield from _sums_in(piece)


def _sums_in(piece: Segment) -> Iterator[Words]:
    starts, seen = [], 0
    for word in piece.words:
        starts.append(seen)
        seen += len(word.text) + 1
    for match in _INSIDE.finditer(text_of(piece.words)):
        ends = zip(starts, piece.words, strict=True)
        yield tuple(word for start, word in ends if start < match.end() and match.start() < start + len(word.text))


def _box(words: Sequence[Word]) -> Box:
    box = union([word.box for word in words])
    assert box is not None, "a sum has words"
    return box


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1
