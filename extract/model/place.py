"""Where a value stands.

Every part (a page, a sheet, a text) is a plane with its origin at the top left, so one box serves all of them;
only the unit differs: PDF points on a page, columns and rows on a sheet, characters and lines in a text.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A file named by its content. The same bytes in three folders are one source."""

    sha256: str
    size: int
    kind: str


@dataclass(frozen=True, slots=True)
class Box:
    """A half-open rectangle: x0 <= x < x1, top <= y < bottom.

    Page: PDF points, pdfplumber's top-left space. Sheet: 0-based columns (x) and rows (y).
    Text: 0-based characters in the line (x) and lines (y).
    """

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """A box on a part of a source. ``part`` counts from 1. ``span`` are character offsets in the part's text."""

    source: str
    part: int
    box: Box | None = None
    span: tuple[int, int] | None = None


def cell_box(row: int, column: int) -> Box:
    """Give the box of one cell of a sheet (row and column count from 0)."""
    return Box(column, row, column + 1, row + 1)


def union(boxes: list[Box]) -> Box | None:
    """Give the smallest box that holds all of them; None for none."""
    if not boxes:
        return None
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )


def touch(one: Box, other: Box) -> bool:
    """Tell whether two boxes share ground."""
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


def shared_width(one: Box, other: Box) -> float:
    """Tell how much of the width of two boxes is the same; below nothing, how far they stand apart."""
    return min(one.x1, other.x1) - max(one.x0, other.x0)


def holds(outer: Box, inner: Box) -> bool:
    """Tell whether the middle of a box lies in another."""
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 <= x < outer.x1 and outer.top <= y < outer.bottom
