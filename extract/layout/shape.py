"""The shape of a cell, seen without knowing what it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from enum import Enum

from extract.model import Cell


class Shape(Enum):
    """What a cell looks like."""

    EMPTY = "empty"
    NUMBER = "number"
    DATE = "date"
    YEAR = "year"
    TEXT = "text"


_NUMBER = re.compile(
    r"[(\-+–−]?\s*[$€£¥₽]?\s*[-+–−]?\s*(?:\d[\d\s  .,'’]*|[.,]\d+)\s*[%)*†]*(?:\s*[\\(/]?\d?[)a-z*]?)?", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:\.0)?\s*(?:[*%†]+|[\\/]\s?\d{1,2}|\(\d\))?")
_UNIT = re.compile(r"\((?:1?,?000|%)\)")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T]\d.*)?|\d{1,2}[ -][A-Za-zА-Яа-я]{3,9}[ -]\d{2,4}")
_NOTHING = re.compile(
    r"[-–—.…*xXhz:]{1,3}|\(?n[./]?a\.?\)?|\([xzbdsl-]{1,2}\)|null|\.\.\.?|нет данных|#[A-Z/0!?]+", re.IGNORECASE
)


def shape(cell: Cell) -> Shape:
    """Tell the shape of a cell. A dash or ``(NA)`` in the place of a figure counts as a number."""
    if cell is None:
        return Shape.EMPTY
    if isinstance(cell, bool | time):
        return Shape.TEXT
    if isinstance(cell, int | float):
        return Shape.YEAR if 1800 <= cell <= 2099 and cell == int(cell) else Shape.NUMBER
    if isinstance(cell, date | datetime):
        return Shape.DATE
    return _text_shape(cell.strip())


def _text_shape(text: str) -> Shape:
    if not text:
        return Shape.EMPTY
    if _YEAR.fullmatch(text):
        return Shape.YEAR
    if _UNIT.fullmatch(text):
        return Shape.TEXT
    if _DATE.fullmatch(text):
        return Shape.DATE
    if _NUMBER.fullmatch(text) or _NOTHING.fullmatch(text):
        return Shape.NUMBER
    return Shape.TEXT


def shapes(row: Sequence[Cell]) -> list[Shape]:
    """Tell the shapes of a row."""
    return [shape(cell) for cell in row]


def filled(row: Sequence[Cell]) -> list[int]:
    """List the positions of a row that hold something."""
    return [i for i, cell in enumerate(row) if cell is not None and (not isinstance(cell, str) or cell.strip())]


def holds(cell: Cell) -> bool:
    """Tell whether a cell holds something."""
    return cell is not None and (not isinstance(cell, str) or (bool(cell) and not cell.isspace()))


def is_blank(row: Sequence[Cell]) -> bool:
    """Tell a row that holds nothing; of most rows the first cell says that they do."""
    first = row[0] if row else None
    if isinstance(first, str) and first and not first.isspace():
        return False
    return not filled(row)
