"""Turn rows into batches of records, column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Batch, Cell, cell_text
from extract.records.plan import Filled, Plan, beside_field
from extract.records.rows import Numbered
from extract.records.values import Read, Value, read_cell

BATCH = 5_000
_POINTERS = (
    (re.compile(r"граф\w*\s*14|box\s*14", re.IGNORECASE), "declarant"),
    (re.compile(r"same as (?:the )?consignee", re.IGNORECASE), "consignee"),
    (re.compile(r"same as (?:the )?(?:shipper|consignor)", re.IGNORECASE), "consignor"),
)
_REMEMBERED = 100_000


class Columns:
    """Read the columns of one table, batch after batch; every distinct cell of a column is read once."""

    def __init__(self, plan: Plan, table: int, first_column: int = 0) -> None:
        self.plan = plan
        self.table = table
        self.first_column = first_column
        self.memory: dict[int, dict[tuple[type, Cell], Read]] = {}

    def batch(self, rows: Sequence[Numbered]) -> Batch:
        """Read the records of some rows."""
        made = _Batch(self, rows)
        for filled in self.plan.filled:
            made.fill(filled)
        made.resolve_pointers()
        return made.finished()

    def reads(self, filled: Filled, rows: Sequence[Numbered]) -> list[Read]:
        """Read the cells of one column."""
        at = filled.heading.position - self.first_column
        return [self.read(filled, row[at] if at < len(row) else None) for _, row in rows]

    def read(self, filled: Filled, cell: Cell) -> Read:
        """Read one cell, or remember how it was read."""
        assert filled.heading.meaning is not None
        memory = self.memory.setdefault(filled.heading.position, {})
        key = (type(cell), cell)
        found = memory.get(key)
        if found is None:
            found = read_cell(filled.heading.meaning.kind, cell, filled.decisions)
            if len(memory) < _REMEMBERED:
                memory[key] = found
        return found


class _Batch:
    """One batch in the making."""

    def __init__(self, columns: Columns, rows: Sequence[Numbered]) -> None:
        self.plan = columns.plan
        self.columns = columns
        self.rows = rows
        self.numbers = [number for number, _ in rows]
        self.values: dict[str, list[Value]] = {}
        self.raw: dict[str, list[str | None]] = {}
        self.cells: dict[str, list[tuple[int, int] | None]] = {}
        self.pointers: dict[str, list[Read]] = {}

    def fill(self, filled: Filled) -> None:
        """Fill a field from its column, and the fields that stand in the same cells."""
        reads = self.columns.reads(filled, self.rows)
        self._set(filled.field, [r.value for r in reads], [r.raw for r in reads])
        if any(r.pointer for r in reads):
            self.pointers[filled.field] = reads
        for part in sorted({name for r in reads for name, _ in r.extra}):
            self._fill_beside(beside_field(filled.field, part), part, reads, filled)
        if filled.heading.currency:
            self._fill_currency(filled)

    def _fill_beside(self, field: str, part: str, reads: Sequence[Read], filled: Filled) -> None:
        if self.plan.sources.get(field) != filled.heading.position:
            return
        values: list[Value] = [dict(r.extra).get(part) for r in reads]
        self._set(field, values, [_printed(r) if v is not None else None for r, v in zip(reads, values, strict=True)])

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

    def _set(self, field: str, values: Sequence[Value], raw: Sequence[str | None]) -> None:
        self.values[field] = list(values)
        if any(text is not None for text in raw):
            self.raw[field] = list(raw)

    def resolve_pointers(self) -> None:
        """Copy what a cell points to («СМ. ГРАФУ 14 ДТ»), with the place it was copied from."""
        for field, reads in self.pointers.items():
            for at, read in enumerate(reads):
                target = _target(read)
                if target and target != field and self.values.get(target, [None] * (at + 1))[at] is not None:
                    self._copy(field, target, at)

    def _copy(self, field: str, target: str, at: int) -> None:
        nothing = [None] * len(self.rows)
        self.values[field][at] = self.values[target][at]
        self.raw.setdefault(field, list(nothing))[at] = self.raw.get(target, nothing)[at]
        self.cells.setdefault(field, list(nothing))[at] = (self.numbers[at], self.plan.sources[target])

    def finished(self) -> Batch:
        """Give the batch."""
        assert self.plan.record is not None
        return Batch(self.columns.table, self.plan.record, self.numbers, self.values, self.raw, self.cells)


def _printed(read: Read) -> str:
    """Give the text of the cell that was read."""
    return cell_text(read.value) if read.raw is None else read.raw


def _target(read: Read) -> str | None:
    if not read.pointer or read.raw is None:
        return None
    return next((field for pattern, field in _POINTERS if pattern.search(read.raw)), None)
