"""What a reader gives: parts with their text, words and grids. Nothing here knows what a column means.

A part is handed on and forgotten before the next one is read; ``grids`` and ``Grid.rows`` are iterated at most
once and in order, so that a sheet of ten million rows flows by.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from extract.model.place import Box, Place, cell_box

Cell = str | int | float | bool | date | datetime | time | None
Row = Sequence[Cell]


class PartKind(StrEnum):
    """Tells the unit of a part's boxes."""

    PAGE = "page"
    SHEET = "sheet"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a page: its text, where it starts in the part's text, its box."""

    text: str
    start: int
    box: Box


@dataclass(frozen=True, slots=True)
class Beyond:
    """A cell of a row that goes on on another page: where it stands there, and what is printed."""

    part: int
    box: Box
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns as they stand on a part.

    ``boxes`` gives the box of each cell on a page (None where a cell is swallowed by a span); on a sheet it is None
    and the cell at (row, column) has the box (column, row, column+1, row+1). Row 0 of ``rows`` is row ``first_row``
    of the sheet, column 0 is column ``first_column``. ``dialect`` is how it was read (encoding, delimiter, confidence).
    ``only_text``: every cell is a str, as in a file that knows no types. ``merged``: column of the sheet -> runs of its
    rows, first and last, over which one cell stands, in the first of them; it may fill as the rows flow by.
    ``beyond``: (row, column) -> a cell that stands on the next page.
    """

    number: int
    rows: Iterable[Row]
    boxes: Sequence[Sequence[Box | None]] | None = None
    first_row: int = 0
    first_column: int = 0
    dialect: Mapping[str, str] = field(default_factory=dict)
    only_text: bool = False
    merged: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    beyond: Mapping[tuple[int, int], Beyond] = field(default_factory=dict)

    def box(self, row: int, column: int) -> Box | None:
        """Give the box of a cell; row and column count from the top left of the part."""
        if self.boxes is None:
            return cell_box(row, column)
        return self.boxes[row - self.first_row][column - self.first_column]


@dataclass(frozen=True, slots=True)
class Part:
    """A page, a sheet or a text. ``place.box`` is its whole extent where that is known.

    ``ruled``: the ruled cells of a page, also of a frame that is no table: the boxes of a form.
    """

    place: Place
    kind: PartKind
    name: str = ""
    text: str = ""
    words: Sequence[Word] = ()
    grids: Iterable[Grid] = ()
    ruled: Sequence[Box] = ()
    needs_ocr: bool = False
    rotation: int = 0
    dialect: Mapping[str, str] = field(default_factory=dict)


def cell_text(cell: Cell) -> str:
    """Print a cell the one way that is stored and compared: its raw text.

    Whole floats lose their ``.0`` (spreadsheets know no integers), dates and times are ISO 8601, booleans 1 and 0.
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(int(cell))
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat(sep=" ")
    return str(cell)
