"""Turn rows into batches of records, column by column."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from itertools import repeat, zip_longest

from extract.model import Batch, Cell, cell_text
from extract.records.column_reader import ColumnReader, ReadColumn
from extract.records.doubts import Doubts
from extract.records.plan import Filled, Plan, beside_field
from extract.records.rows import Numbered
from extract.records.values import Value

BATCH = 1_000
_POINTERS = (
    (re.compile(r"граф\w*\s*14|box\s*14", re.IGNORECASE), "declarant"),
    (re.compile(r"same as (?:the )?consignee", re.IGNORECASE), "consignee"),
    (re.compile(r"same as (?:the )?(?:shipper|consignor)", re.IGNORECASE), "consignor"),
)


class Columns:
    """Read the columns of one table, batch after batch."""

    def __init__(self, plan: Plan, table: int, first_column: int = 0) -> None:
        self.plan = plan
        self.table = table
        self.first_column = first_column
        self.readers: dict[Hashable, ColumnReader] = {}
        self.doubts = Doubts()

    def batch(self, rows: Sequence[Numbered]) -> Batch:
        """Read the records of some rows."""
        made = _Batch(self, rows)
        for filled in self.plan.filled:
            made.fill(filled)
        made.resolve_pointers()
        return made.finished()

    def reader(self, filled: Filled) -> ColumnReader:
        """Give the reader of a column, which remembers what it read; the same companies stand in many columns."""
        assert filled.heading.meaning is not None
        position, kind = filled.heading.position, filled.heading.meaning.kind
        key = (kind, None if kind == "party" else position, filled.decisions)
        if key not in self.readers:
            self.readers[key] = ColumnReader(kind, filled.decisions)
        return self.readers[key]

    def read(self, filled: Filled, rows: Sequence[Numbered]) -> ReadColumn:
        """Read the cells of one column."""
        at = filled.heading.position - self.first_column
        cells = [row[at] if at < len(row) else "" for _, row in rows]
        return self.read_cells(filled, cells, [number for number, _ in rows])

    def read_cells(self, filled: Filled, cells: Sequence[Cell], numbers: Sequence[int]) -> ReadColumn:
        """Read cells of one column that stand in the rows of these numbers; remember which of them are in doubt."""
        reader = self.reader(filled)
        read = reader.read(cells)
        if not reader.unsure.isdisjoint(read.keys):
            self.doubts.add(filled, [n for n, key in zip(numbers, read.keys, strict=True) if key in reader.unsure])
        return read


class _Batch:
    """One batch in the making."""

    def __init__(self, columns: Columns, rows: Sequence[Numbered]) -> None:
        self.plan = columns.plan
        self.columns = columns
        self.numbers = [number for number, _ in rows]
        self.cells_of = list(zip_longest(*(row for _, row in rows), fillvalue=""))
        self.values: dict[str, list[Value]] = {}
        self.raw: dict[str, list[str | None]] = {}
        self.cells: dict[str, list[tuple[int, int] | None]] = {}
        self.pointers: dict[str, list[str | None]] = {}

    def fill(self, filled: Filled) -> None:
        """Fill a field from its column, and the fields that stand in the same cells."""
        reader, read = self.columns.reader(filled), self._read(filled)
        self._set(filled.field, read.values, read.raws)
        if reader.pointers and not reader.pointers.keys().isdisjoint(read.keys):
            self.pointers[filled.field] = list(map(reader.pointers.get, read.keys))
        if reader.extras and not reader.extras.keys().isdisjoint(read.keys):
            self._fill_beside(filled, read, reader.extras)
        if filled.heading.currency:
            self._fill_currency(filled)

    def _read(self, filled: Filled) -> ReadColumn:
        at = filled.heading.position - self.columns.first_column
        cells = self.cells_of[at] if at < len(self.cells_of) else [""] * len(self.numbers)
        return self.columns.read_cells(filled, cells, self.numbers)

    def _fill_beside(self, filled: Filled, read: ReadColumn, extras: Mapping[Hashable, Mapping[str, str]]) -> None:
        """Fill the fields whose values stand in the same cells: identifier, address, currency, unit."""
        found = [extras.get(key, {}) for key in read.keys]
        for part in sorted({part for extra in found for part in extra}):
            field = beside_field(filled.field, part)
            if self.plan.sources.get(field) != filled.heading.position:
                continue
            values: list[Value] = [extra.get(part) for extra in found]
            printed = [_printed(*both) for both in zip(read.values, read.raws or repeat(None), strict=False)]
            self._set(field, values, [text if v is not None else None for text, v in zip(printed, values, strict=True)])

    def _fill_currency(self, filled: Filled) -> None:
        """Say where the header names the currency of a column."""
        field = beside_field(filled.field, "currency")
        heading = filled.heading
        if self.plan.sources.get(field) != heading.position:
            return
        there = [value is not None for value in self.values[filled.field]]
        where = (heading.row, heading.position)
        self._set(
            field, [heading.currency if t else None for t in there], [heading.header if t else None for t in there]
        )
        self.cells[field] = [where if t else None for t in there]

    def _set(self, field: str, values: list[Value], raw: list[str | None]) -> None:
        self.values[field] = values
        if any(text is not None for text in raw):
            self.raw[field] = raw

    def resolve_pointers(self) -> None:
        """Copy what a cell points to («СМ. ГРАФУ 14 ДТ»), with the place it was copied from."""
        for field, texts in self.pointers.items():
            for at, text in enumerate(texts):
                target = _target(text) if text else None
                if target and target != field and self.values.get(target, [None] * (at + 1))[at] is not None:
                    self._copy(field, target, at)

    def _copy(self, field: str, target: str, at: int) -> None:
        nothing = [None] * len(self.numbers)
        self.values[field][at] = self.values[target][at]
        self.raw.setdefault(field, list(nothing))[at] = self.raw.get(target, nothing)[at]
        self.cells.setdefault(field, list(nothing))[at] = (self.numbers[at], self.plan.sources[target])

    def finished(self) -> Batch:
        """Give the batch."""
        assert self.plan.record is not None
        return Batch(self.columns.table, self.plan.record, self.numbers, self.values, self.raw, self.cells)


def _printed(value: Value, raw: str | None) -> str:
    """Give the text of the cell that was read."""
    return cell_text(value) if raw is None else raw


def _target(pointer: str) -> str | None:
    return next((field for pattern, field in _POINTERS if pattern.search(pointer)), None)
