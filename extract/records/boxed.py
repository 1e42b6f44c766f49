"""The boxes of a form whose rules are missing, in part or all: each reaches from its label to the labels around it.

A box goes as far right as the first label beside it and as far down as the first label that stands below any of it.
Where no label stands beside it, a tall box that began above may: its label says where, if nothing is printed across.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.model import Box
from extract.records.labels import Label
from extract.records.passage import height
from extract.records.segments import Segment

BESIDE, BELOW = 1.5, 0.7
"""Labels of one column may stand apart by so many heights, and those of one line."""

_ALIGNED = 1.0
"""Points by which lines of one column may be set off."""


@dataclass(frozen=True, slots=True)
class _Corner:
    """Where a label stands: the upper left corner of its box, and the height of its letters."""

    x: float
    y: float
    size: float

    def beside(self, other: _Corner) -> bool:
        return other.x > self.x + BESIDE * self.size

    def above(self, other: _Corner) -> bool:
        return other.y > self.y + BELOW * self.size


def bounded(labels: Sequence[Label], extent: Box, pieces: Sequence[Segment] = ()) -> list[Label]:
    """Give numbered labels that stand in no ruled cell, or share it with another, the boxes between labels."""
    boxed = [label for label in labels if label.rule.box]
    alone = {label.cell for label in boxed if sum(label.cell == other.cell for other in boxed) == 1} - {None}
    boxes = {id(label): box for label, box in _boxes(boxed, extent, pieces) if label.cell not in alone}
    return [replace(label, cell=boxes.get(id(label), label.cell)) for label in labels]


def _boxes(labels: Sequence[Label], extent: Box, pieces: Sequence[Segment]) -> Iterator[tuple[Label, Box]]:
    corners = {id(label): _corner(label) for label in labels}
    every = list(corners.values())
    on_line = {id(corner): _right(corner, every, corner.y + BELOW * corner.size, extent.x1) for corner in every}
    rights = {id(corner): _edge(corner, every, on_line, extent, pieces) for corner in every}
    for label in labels:
        corner = corners[id(label)]
        right = rights[id(corner)]
        below = (
            other.y
            for other in every
            if corner.above(other)
            and corner.beside(_Corner(rights[id(other)], 0, 0))
            and other.x < right - BESIDE * corner.size
        )
        bottom = min(below, default=extent.bottom)
        yield label, Box(corner.x - 1, label.box.top - 1, right - 1, bottom - 1)


def _corner(label: Label) -> _Corner:
    return _Corner(label.box.x0, label.box.top, height(label.words[0].box))


def _edge(
    corner: _Corner, every: Sequence[_Corner], on_line: Mapping[int, float], extent: Box, pieces: Sequence[Segment]
) -> float:
    """Find where a box ends to the right: at a label beside it, else at a tall box that began above."""
    bottom = _bottom(corner, every, on_line)
    right = _right(corner, every, bottom, extent.x1)
    if right < extent.x1:
        return right
    tall = (other for other in every if corner.beside(other) and other.above(corner))
    until = min((other.y for other in every if corner.above(other)), default=extent.bottom)
    return min((other.x for other in tall if _stands_beside(other, corner, max(bottom, until), pieces)), default=right)


def _stands_beside(tall: _Corner, corner: _Corner, bottom: float, pieces: Sequence[Segment]) -> bool:
    """Tell whether a box that began above reaches down beside another.

    Nothing may be printed across its left edge; what is printed behind it mostly goes on in its columns.
    """
    near = [piece.box for piece in pieces if corner.y - 1 <= piece.box.top < bottom]
    if any(box.x0 < tall.x - 2 and box.x1 > tall.x for box in near):
        return False
    above = [p.box.x0 for p in pieces if tall.y - 1 <= p.box.top < corner.y - 1 and p.box.x0 > tall.x - 2]
    behind = [box.x0 for box in near if box.x0 > tall.x - 2]
    going_on = [x for x in behind if any(abs(x - column) < _ALIGNED for column in above)]
    return 2 * len(going_on) >= len(behind)


def _right(corner: _Corner, every: Sequence[_Corner], bottom: float, most: float) -> float:
    """Find the first label beside a corner, as far down as ``bottom``."""
    beside = (other.x for other in every if corner.beside(other) and corner.y - BELOW * corner.size <= other.y < bottom)
    return min(beside, default=most)


def _bottom(corner: _Corner, every: Sequence[_Corner], on_line: Mapping[int, float]) -> float:
    """Find the first label below a corner whose line of boxes passes under it."""
    below = (
        other.y
        for other in every
        if corner.above(other) and other.x <= corner.x + BESIDE * corner.size < on_line[id(other)]
    )
    return min(below, default=corner.y + 2 * corner.size) - BELOW * corner.size
