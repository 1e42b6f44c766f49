"""A sheet of a workbook as a part, and what there is to say of it: one way for all formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from extract.model import Grid, Issue, Part, PartKind, Place, Row, RowBlocks
from extract.readers.sheet_notes import Notes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was opened. ``rows`` are read as they are asked for, and fill ``notes``.

    ``hidden``: runs of hidden columns, the first and how many they are; ``pivots``: ranges of pivot tables;
    ``merged``: see extract.model.Grid.
    """

    reader: str
    name: str
    visible: str
    rows: Iterable[Row]
    notes: Notes
    hidden: Sequence[tuple[int, int]] = ()
    pivots: Sequence[str] = ()
    merged: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)

    @property
    def dialect(self) -> dict[str, str]:
        """Describe how the sheet is read, and what is odd about it."""
        columns = str(sum(count for _, count in self.hidden)) if self.hidden else ""
        odd = {"hidden_columns": columns, "pivot": " ".join(self.pivots)}
        return {"reader": self.reader, "visible": self.visible, **{name: said for name, said in odd.items() if said}}


def sheet_items(place: Place, sheet: Sheet) -> Iterator[Part | Issue]:
    """Yield the part, and when its rows have gone by what was noted of them."""
    rows = begun(sheet.rows)
    grids = () if rows is None else (Grid(1, rows, dialect=sheet.dialect, merged=sheet.merged),)
    yield Part(place, PartKind.SHEET, name=sheet.name, grids=grids, dialect=sheet.dialect)
    if "hidden" in sheet.visible:
        yield Issue(place, "hidden", f"the sheet {sheet.name!r} is hidden; it was read like the others")
    for column, count in sheet.hidden:
        sheet.notes.add("hidden_columns", 0, column, count)
    yield from sheet.notes.issues(place)


class Begun(RowBlocks):
    """Blocks of which the first was looked at."""

    def __init__(self, first: Sequence[Row], others: Iterator[Sequence[Row]]) -> None:
        self._blocks = chain((first,), others)

    def blocks(self) -> Iterator[Sequence[Row]]:
        """Give them all."""
        return self._blocks


def begun(rows: Iterable[Row]) -> Iterable[Row] | None:
    """Begin to read rows; None where there are none."""
    if isinstance(rows, RowBlocks):
        blocks = rows.blocks()
        block = next(blocks, None)
        return None if block is None else Begun(block, blocks)
    others = iter(rows)
    first = next(others, None)
    return None if first is None else chain((first,), others)
