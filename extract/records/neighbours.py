"""Boxes whose label nobody could read, known by the boxes beside them: the official form prints them in one order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.model import Box, Word, union
from extract.profiles import Rule
from extract.records.labels import Label
from extract.records.passage import height, lines
from extract.records.segments import Segment

_NEAR = 4.0
"""So many points may part the edges of boxes that adjoin."""
_ENOUGH = 12
"""So many boxes must have been read: what is only a table has not."""
_LONGEST_NUMBER = 3
_NARROWEST = 12.0
"""What two rules leave between them where one was seen twice is no box."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A box that lies beside or below another on the official form."""

    first: str
    second: str
    beside: bool

    def other(self, box: str) -> str:
        """Name the box that lies beside or below this one; "" where this is neither."""
        return {self.first: self.second, self.second: self.first}.get(box, "")

    def joins(self, cell: Box, box: str, other: Box) -> bool:
        """Tell whether two cells lie as the form has it, if the first is this box."""
        return _adjoin(cell, other, self) if box == self.first else _adjoin(other, cell, self)


def with_neighbours(
    labels: Sequence[Label], cells: Sequence[Box], pieces: Sequence[Segment], rules: Sequence[Rule], said: Sequence[str]
) -> list[Label]:
    """Label the cells that lie beside or below known boxes as the official form has them, until none is left."""
    known = {label.cell: label for label in labels if label.cell is not None and label.rule.box}
    if len(known) < _ENOUGH:
        return list(labels)
    by_box = {rule.box: rule for rule in rules if rule.box}
    free = [cell for cell in cells if cell not in known and min(cell.x1 - cell.x0, height(cell)) >= _NARROWEST]
    added: list[Label] = []
    while more := next(_inferred(known, free, by_box, _parsed(tuple(said))), None):
        cell, rule, why = more
        label = _label(cell, rule, why, pieces)
        known[cell] = label
        free.remove(cell)
        added.append(label)
    return sorted([*labels, *added], key=lambda label: (label.box.top, label.box.x0))


@cache
def _parsed(said: tuple[str, ...]) -> tuple[Neighbour, ...]:
    parts = (entry.split() for entry in said)
    return tuple(Neighbour(first, second, sign == "|") for first, sign, second in parts)


def _inferred(
    known: Mapping[Box, Label], free: Sequence[Box], by_box: Mapping[str, Rule], neighbours: Sequence[Neighbour]
) -> Iterator[tuple[Box, Rule, str]]:
    """Find a cell whose box follows from one beside it, with the reason; a box of the head is there only once."""
    there = {label.rule for label in known.values()}
    for cell, label in known.items():
        for one in neighbours:
            rule = by_box.get(one.other(label.rule.box))
            if rule is None or (rule in there and not rule.item):
                continue
            found = next((other for other in free if one.joins(cell, label.rule.box, other)), None)
            if found is not None and _agrees(found, rule, known, neighbours):
                yield found, rule, f"{'beside' if one.beside else 'above or below'} box {label.rule.box}"


def _agrees(cell: Box, rule: Rule, known: Mapping[Box, Label], neighbours: Sequence[Neighbour]) -> bool:
    """Ask all known neighbours of a box whether it can be this cell; more must say so than not."""
    votes = 0
    for one in neighbours:
        there = [other for other, label in known.items() if label.rule.box == one.other(rule.box)]
        if there:
            votes += 1 if any(one.joins(cell, rule.box, other) for other in there) else -1
    return votes > 0


def _adjoin(first: Box, second: Box, how: Neighbour) -> bool:
    if how.beside:
        return abs(first.x1 - second.x0) < _NEAR and abs(first.top - second.top) < _NEAR
    return abs(first.bottom - second.top) < _NEAR and abs(first.x0 - second.x0) < _NEAR


def _label(cell: Box, rule: Rule, why: str, pieces: Sequence[Segment]) -> Label:
    """Make a label of what was misread in the corner of a cell, or of the corner alone."""
    inside = [list(line) for line in lines(word for piece in pieces if piece.cell == cell for word in piece.words)]
    first = inside[0] if inside else []
    misread = len(inside) > 1 and len(first) == 1 and len(first[0].text) <= _LONGEST_NUMBER
    smaller = misread and height(first[0].box) <= height(inside[1][0].box)
    corner = Word(why, 0, Box(cell.x0, cell.top, cell.x0 + 1, cell.top + 1))
    words = (first[0],) if smaller else (corner,)
    box = union([word.box for word in words])
    assert box is not None, "a label has words"
    return Label(rule, words, box, cell, True, False)
