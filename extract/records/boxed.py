"""The boxes of a form whose rules are missing, in part or all: each reaches from its label to the labels around it.

A box goes as far right as the first label beside it and as far down as the first label that stands below any of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.model import Box
from extract.records.labels import Label
from extract.records.passage import height

BESIDE, BELOW = 1.5, 0.7
"""Labels of one column may stand apart by so many heights, and those of one line."""


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


def bounded(labels: Sequence[Label], extent: Box) -> list[Label]:
    """Give numbered labels that stand in no ruled cell, or share it with another, the boxes between labels."""
    boxed = [label for label in labels if label.rule.box]
    alone = {label.cell for label in boxed if sum(label.cell == other.cell for other in boxed) == 1} - {None}
    boxes = {id(label): box for label, box in _boxes(boxed, extent) if label.cell not in alone}
    return [replace(label, cell=boxes.get(id(label), label.cell)) for label in labels]


def _boxes(labels: Sequence[Label], extent: Box) -> Iterator[tuple[Label, Box]]:
    corners = {id(label): _corner(label) for label in labels}
    every = list(corners.values())
    on_line = {id(corner): _right(corner, every, corner.y + BELOW * corner.size, extent.x1) for corner in every}
    rights = {id(corner): _right(corner, every, _bottom(corner, every, on_line), extent.x1) for corner in every}
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
