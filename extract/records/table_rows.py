"""Read the rows of one table: records in batches, mentions of what no field holds, loose cells as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, repeat

from extract.layout.header import HeaderCell
from extract.layout.reading import text_in_box
from extract.layout.shape import filled, holds, is_blank
from extract.model import Batch, Cell, Grid, Item, Mention, MentionKind, Part, Place, Row, Source, Table, cell_text
from extract.records.batches import BATCH, Columns
from extract.records.columns import is_known
from extract.records.loose_cells import LooseCells
from extract.records.paper_items import Head
from extract.records.plan import Filled, Plan
from extract.records.rows import Numbered, Rows
from extract.records.statistics import Layout

DISTINCT = 100_000
_TOTALS = re.compile(
    r"\W*(?:итого|всего|total|grand total|subtotal|sub-total|барлығы|жиыны|разом|усього|合计|总计|toplam)\b",
    re.IGNORECASE,
)
_KINDS = {
    "party": MentionKind.COMPANY,
    "amount": MentionKind.AMOUNT,
    "date": MentionKind.DATE,
    "period": MentionKind.DATE,
    "hs": MentionKind.HS_CODE,
}


@dataclass(frozen=True)
class TableRows:
    """One table being read."""

    source: Source
    part: Part
    grid: Grid
    table: Table
    how: Plan
    header: tuple[str, ...]
    stacked: Layout | None = None
    above: tuple[HeaderCell, ...] = ()
    has_loose: bool = False
    head: Head | None = None

    def items(self, rows: Rows) -> Iterator[Item]:
        """Give the records or mentions of the rows that follow, until another header begins."""
        columns = Columns(self.how, self.table.number, self.grid.first_column)
        loose = LooseCells(self.source, self.part)
        for _, line in groupby(self.above if self.has_loose else (), key=lambda cell: cell.row):
            loose.add(line)
        seen: set[tuple[int, str]] = set()
        more = True
        while more:
            chunk, more = self._chunk(rows)
            yield from self._read(columns, chunk, loose, seen)
        if self.stacked:
            yield from self.stacked.batches(self.table.number, [])

    def _read(
        self, columns: Columns, chunk: Sequence[Numbered], loose: LooseCells, seen: set[tuple[int, str]]
    ) -> Iterator[Item]:
        if self.stacked:
            yield from self.stacked.batches(self.table.number, chunk)
            yield from loose.mentions()
            return
        wanted = [numbered for numbered in chunk if self._is_record(numbered[1])]
        if self.how.record and wanted:
            batch = self._on_page(columns.batch(wanted))
            if self.head:
                batch = self.head.on_items(batch, self.grid)
                wanted = [numbered for numbered in wanted if numbered[0] in set(batch.rows)]
            if batch.rows:
                yield batch
        yield from self._mentions(columns, wanted, seen)
        if self.has_loose:
            self._collect(_without(chunk, wanted) if self.table.header_rows else chunk, loose)
            yield from loose.mentions()

    def _collect(self, rows: Iterable[Numbered], loose: LooseCells) -> None:
        """Keep the cells that no column explains, to be read as text."""
        understood = {filled_by.heading.position for filled_by in self.how.mentioned}
        for number, row in rows:
            if not self._is_header(row):
                cells = enumerate(row, self.grid.first_column)
                loose.add((number, at, cell_text(cell)) for at, cell in cells if at not in understood)

    def _chunk(self, rows: Rows) -> tuple[list[Numbered], bool]:
        """Take rows up to the next header after a gap; tell whether more of this table may follow."""
        chunk = rows.take(BATCH)
        for at in range(1, len(chunk)):
            if is_blank(chunk[at - 1][1]) and self._begins_another(chunk[at][1]):
                rows.put_back(chunk[at:])
                return chunk[:at], False
        return chunk, bool(chunk)

    def _begins_another(self, row: Row) -> bool:
        cells = filled(row)
        known = sum(is_known(row[i]) for i in cells if isinstance(row[i], str))  # type: ignore[arg-type]
        return known >= 3 and known * 2 >= len(cells) and not self._is_header(row)

    def _is_header(self, row: Row) -> bool:
        """Tell a header that is repeated inside the table, on every printed page."""
        texts = {cell_text(cell).strip() for cell in row} - {""}
        return len(texts) >= 2 and len(texts & self.header_texts) * 3 >= len(texts) * 2

    def _is_record(self, row: Row) -> bool:
        if len(row) > 1 and holds(row[0]) and holds(row[1]):
            return self._is_data(row, row[0])
        cells = filled(row)
        if len(cells) < max(1, min(2, len(self.table.columns))):
            return False
        return self._is_data(row, row[cells[0]])

    def _is_data(self, row: Row, first: Cell) -> bool:
        """Tell a record from a total and from a header that is repeated; its first cell says most."""
        if not isinstance(first, str):
            return True
        if not first[0].isdecimal() and _TOTALS.match(first):
            return False
        return first.strip() not in self.header_texts or not self._is_header(row)

    @cached_property
    def header_texts(self) -> frozenset[str]:
        """Give the headers of the table."""
        return frozenset(self.header)

    def _on_page(self, batch: Batch) -> Batch:
        """Take the raw text of cells on a page from the words in their boxes, as it will be read again."""
        if self.grid.boxes is None:
            return batch
        raw = {name: self._raw_on_page(batch, name) for name in batch.values}
        return replace(batch, raw={name: texts for name, texts in raw.items() if any(t is not None for t in texts)})

    def _raw_on_page(self, batch: Batch, name: str) -> list[str | None]:
        position = self.table.sources[name]
        cells = batch.cells.get(name) or [None] * len(batch.rows)
        return [
            None if value is None else self._printed((cell or (row, position)), value)
            for row, cell, value in zip(batch.rows, cells, batch.values[name], strict=True)
        ]

    def _printed(self, cell: tuple[int, int], value: Cell) -> str | None:
        box = self.grid.box(*cell)
        text = text_in_box(self.part, box) if box else ""
        return None if text == cell_text(value) else text

    def _mentions(self, columns: Columns, rows: Sequence[Numbered], seen: set[tuple[int, str]]) -> Iterator[Mention]:
        """Name the values of columns that no field of the record holds, each at its first cell."""
        for filled_by in self.how.mentioned:
            read = columns.read(filled_by, rows)
            for (number, _), value, raw in zip(rows, read.values, read.raws or repeat(None), strict=False):
                key = (filled_by.heading.position, str(value))
                if value is None or key in seen or len(seen) >= DISTINCT:
                    continue
                seen.add(key)
                mention = self._mention(filled_by, number, str(value), raw)
                if mention:
                    yield mention

    def _mention(self, by: Filled, number: int, value: str, raw: str | None) -> Mention | None:
        box = self.grid.box(number, by.heading.position)
        if box is None or by.heading.meaning is None:
            return None
        text = text_in_box(self.part, box) if self.grid.boxes is not None else (value if raw is None else raw)
        return Mention(
            Place(self.source.sha256, self.part.place.part, box),
            _KINDS[by.heading.meaning.kind],
            text,
            value,
            currency=by.heading.currency,
            role=by.field,
            evidence=f"column {by.heading.header!r}: {by.heading.evidence}",
        )


def _without(rows: Sequence[Numbered], taken: Sequence[Numbered]) -> list[Numbered]:
    numbers = {number for number, _ in taken}
    return [numbered for numbered in rows if numbered[0] not in numbers]
