"""Where the boxes of the official form stand: on a grid 100 wide, rows counted from the top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

Place = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """The box with this number: left, top, width and height in units of the form."""

    box: str
    x: float
    y: float
    width: float
    height: float


def cells(places: Iterable[tuple[str, Place]]) -> tuple[Cell, ...]:
    return tuple(Cell(box, *place) for box, place in places)


HEAD = cells((
    ("1", (50, 0, 20, 6)), ("A", (70, 0, 30, 12)),
    ("2", (0, 0, 50, 12)), ("3", (50, 6, 10, 6)), ("4", (60, 6, 10, 6)),
    ("5", (50, 12, 15, 5)), ("6", (65, 12, 15, 5)), ("7", (80, 12, 20, 5)),
    ("8", (0, 12, 50, 12)), ("9", (50, 17, 50, 11)),
    ("10", (50, 28, 12, 6)), ("11", (62, 28, 12, 6)), ("12", (74, 28, 26, 6)),
    ("14", (0, 24, 50, 13)), ("15", (50, 34, 26, 6)), ("15a", (76, 34, 12, 6)), ("17a", (88, 34, 12, 6)),
    ("16", (50, 40, 25, 6)), ("17", (75, 40, 25, 6)),
    ("18", (0, 37, 42, 6)), ("19", (42, 37, 8, 6)), ("20", (50, 46, 50, 6)),
    ("21", (0, 43, 50, 6)), ("22", (50, 52, 25, 6)), ("23", (75, 52, 13, 6)), ("24", (88, 52, 12, 6)),
    ("25", (0, 49, 14, 6)), ("26", (14, 49, 15, 6)), ("27", (29, 49, 21, 6)), ("28", (50, 58, 50, 7)),
    ("29", (0, 55, 18, 10)), ("30", (18, 55, 32, 10)),
))  # fmt: skip
HEAD_HEIGHT = 65.0

ITEM = cells((
    ("31", (0, 0, 58, 20)), ("32", (58, 0, 10, 6)), ("33", (68, 0, 32, 6)),
    ("34", (58, 6, 12, 6)), ("35", (70, 6, 18, 6)), ("36", (88, 6, 12, 6)),
    ("37", (58, 12, 12, 6)), ("38", (70, 12, 18, 6)), ("39", (88, 12, 12, 6)),
    ("40", (58, 18, 42, 5)), ("41", (58, 23, 16, 6)), ("42", (74, 23, 17, 6)), ("43", (91, 23, 9, 6)),
    ("44", (0, 20, 58, 15)), ("45", (58, 29, 22, 6)), ("46", (80, 29, 20, 6)),
))  # fmt: skip
ITEM_HEIGHT = 35.0

TAIL = cells((
    ("47", (0, 0, 50, 14)), ("48", (50, 0, 22, 6)), ("49", (72, 0, 28, 6)), ("B", (50, 6, 50, 14)),
    ("51", (0, 14, 50, 6)), ("52", (0, 20, 50, 5)), ("53", (50, 20, 50, 5)),
    ("D", (0, 25, 50, 12)), ("54", (50, 25, 50, 12)),
))  # fmt: skip
TAIL_HEIGHT = 37.0

FURTHER_HEAD = cells((
    ("2", (0, 0, 50, 6)), ("8", (0, 6, 50, 6)), ("1", (50, 0, 20, 6)), ("3", (50, 6, 20, 6)), ("A", (70, 0, 30, 12)),
))  # fmt: skip
FURTHER_HEAD_HEIGHT = 12.0
FURTHER_TAIL = cells((("47", (0, 0, 100, 16)),))
FURTHER_TAIL_HEIGHT = 16.0


def moved(some: Iterable[Cell], down: float) -> tuple[Cell, ...]:
    return tuple(replace(cell, y=cell.y + down) for cell in some)


def mirrored(some: Iterable[Cell]) -> tuple[Cell, ...]:
    """Give a form whose halves changed sides."""
    return tuple(replace(cell, x=100 - cell.x - cell.width) for cell in some)
