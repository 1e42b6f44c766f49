"""Read the rows of one table: records in batches, mentions of what no field holds, loose cells as text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby

from extract.layout.field_list import begins_block, may_list_columns
from extract.layout.header import HeaderCell
from extract.layout.shape import filled, holds, is_blank
from extract.model import (
    Batch,
    Beyond,
    Cell,
    Grid,
    Issue,
    Item,
    Mention,
    MentionKind,
    Part,
    Place,
    Row,
    Source,
    Table,
    cell_text,
    distinct,
)
from extract.records.batches import BATCH, Columns
from extract.records.left_out import LeftOut, is_total
from extract.records.loose_cells import MOST, LooseCells
from extract.records.merged_cells import MergedCells
from extract.records.paper_items import Head
from extract.records.plain_data import is_plain_data
from extract.records.plan import Filled, Plan
from extract.records.quotes import Quotes
from extract.records.rows import Block, Rows
from extract.records.sheet_text import SheetText
from extract.records.spellings import printed
from extract.records.statistics import Layout
from extract.records.table_start import begins_table, repeats
from extract.records.values import Value

DISTINCT = 100_000
_NAMED = 20
_KINDS = {
    "party": MentionKind.COMPANY,
    "amount": MentionKind.AMOUNT,
    "date": MentionKind.DATE,
    "period": MentionKind.DATE,
    "hs": MentionKind.HS_CODE,
}


@dataclass
class Seen:
    """The values of second columns that were mentioned; memory is bounded, and what is left out is counted."""

    values: defaultdict[int, set[Value]] = field(default_factory=lambda: defaultdict(set))
    size: int = 0
    left_out: int = 0

    def fresh(self, position: int, values: Sequence[Value]) -> Iterator[int]:
        """Give where values of a column stand for the first time, as long as there is room to remember them."""
        known = self.values[position]
        new = set(values) - known - {None}
        for at, value in enumerate(values if new else ()):
            if value not in new:
                continue
            if self.size >= DISTINCT:
                self.left_out += 1
                continue
            new.remove(value)
            known.add(value)
            self.size += 1
            yield at


@dataclass
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
    left_out: LeftOut = field(default_factory=LeftOut)
    rows_read: int = 0
    last: Row = ()

    def items(self, rows: Rows, words: SheetText) -> Iterator[Item]:
        """Give the records or mentions of the rows that follow, until another header begins.

        What no field holds is added to the ``words`` of the sheet.
        """
        merged = MergedCells.of(self.grid, self.how, self.table.first_row)
        columns = Columns(self.how, self.table.number, self.grid.first_column, self.grid.only_text, merged.tops)
        loose = LooseCells(self.source, self.part)
        for _, line in groupby(self.above if self.has_loose else (), key=lambda cell: cell.row):
            cells = list(line)
            loose.add(cells)
            words.add(Block([cells[0].row], [[cell.text for cell in cells]]))
        seen = Seen()
        before: Row | None = None
        more = True
        while more:
            block, is_plain, more = self._block(rows, before)
            before = block.rows[-1] if len(block) else None
            self.last = before or self.last
            if more and not self.stacked and not any(block.rows):
                continue
            block = block if self.stacked else merged.fill(block)
            wanted = block if is_plain or self.stacked else self._records(block)
            yield from self._read(columns, block, wanted, loose, seen, words)
        if self.stacked:
            yield from self.stacked.batches(self.table.number, [])
        yield from self._left_out()
        yield from self._too_much(seen, loose)
        yield from self._left_over()
        yield from self._no_record()
        yield from columns.doubts.issues(self.part.place, self.grid)

    def _keep_words(self, block: Block, taken: Block, words: SheetText) -> None:
        """Keep the cells that no field reads: all of them in rows that give no record."""
        if not self.has_loose:
            return
        left = block.without(taken)
        self.rows_read += len(taken) + sum(not is_blank(row) for row in left.rows)
        if self.stacked or not self.how.record:
            words.add(block)
            return
        words.add(block, self._unread)
        words.add(left)

    @cached_property
    def _unread(self) -> tuple[int, ...]:
        """Give the columns that no field reads, counted from the first of the grid."""
        return tuple(c.position - self.grid.first_column for c in self.table.columns if c.field is None)

    def _left_over(self) -> Iterator[Issue]:
        """Say which columns no field reads, and how many rows they have."""
        unread = [column for column in self.table.columns if column.field is None]
        if not (self.has_loose and unread and self.rows_read):
            return
        named = ", ".join(f"“{' '.join(column.header.split())[:60]}”" for column in unread[:_NAMED])
        more = f" and {len(unread) - _NAMED} more" if len(unread) > _NAMED else ""
        box = self.grid.box(max(self.table.header_rows, default=self.table.first_row), unread[0].position)
        message = f"{len(unread)} columns of {self.rows_read} rows are read by no field: {named}{more}"
        yield Issue(Place(self.source.sha256, self.part.place.part, box), "left_over", message)

    def _no_record(self) -> Iterator[Issue]:
        """Say of a table with values that its columns make no record, so that nobody looks for its rows."""
        if self.table.record or not (self.has_loose and self.how.mentioned and self.table.header_rows):
            return
        named = ", ".join(f"“{' '.join(by.heading.header.split())[:60]}”" for by in self.how.mentioned[:_NAMED])
        message = (
            f"columns {named} make no known kind of record: their values are mentions, the rows are searchable text"
        )
        box = self.grid.box(self.table.header_rows[-1], self.how.mentioned[0].heading.position)
        yield Issue(Place(self.source.sha256, self.part.place.part, box), "no_record", message)

    def _left_out(self) -> Iterator[Issue]:
        """Say how many rows gave no record."""
        left_out = self.stacked.left_out if self.stacked else self.left_out
        if self.table.record and left_out.first is not None:
            box = self.grid.box(left_out.first, self.grid.first_column)
            yield from left_out.issues(Place(self.source.sha256, self.part.place.part, box))

    def _too_much(self, seen: Seen, loose: LooseCells) -> Iterator[Issue]:
        """Say what was more than is kept."""
        if seen.left_out:
            said = f"more than {DISTINCT:,} values in columns that no record holds"
            yield Issue(self.table.place, "mentions_limit", f"{seen.left_out} cells were not mentioned: {said}")
        if loose.left_out:
            said = f"more than {MOST:,} texts stand outside the columns"
            yield Issue(self.table.place, "text_limit", f"{loose.left_out} rows were not read as text: {said}")

    def _read(
        self, columns: Columns, block: Block, wanted: Block, loose: LooseCells, seen: Seen, words: SheetText
    ) -> Iterator[Item]:
        if self.stacked:
            self._keep_words(block, block, words)
            yield from self.stacked.batches(self.table.number, block.numbered())
            yield from loose.mentions()
            return
        if self.how.record and len(wanted):
            batch = self._on_page(columns.batch(wanted))
            if self.head:
                batch = self.head.on_items(batch, self.grid)
                items = set(batch.rows)
                wanted = wanted.only([at for at, number in enumerate(wanted.numbers) if number in items])
            if batch.rows:
                yield batch
        self._keep_words(block, wanted, words)
        yield from self._mentions(columns, wanted, seen, words)
        if self.has_loose:
            self._collect(block.without(wanted) if self.table.header_rows else block, loose)
            yield from loose.mentions()

    def _collect(self, block: Block, loose: LooseCells) -> None:
        """Keep the cells that no column explains, to be read as text."""
        understood = {filled_by.heading.position for filled_by in self.how.mentioned}
        for number, row in block.numbered():
            if not repeats(row, self.header):
                cells = enumerate(row, self.grid.first_column)
                loose.add((number, at, cell_text(cell)) for at, cell in cells if at not in understood)

    def _block(self, rows: Rows, before: Row | None) -> tuple[Block, bool, bool]:
        """Take rows up to the next table. ``before``: the row above.

        Tell whether all are seen to be data, and whether more rows of this table may follow.
        """
        block = rows.take(BATCH)
        if len(block) and not any(block.rows):  # a gap of a million rows costs next to nothing
            return block, False, True
        is_plain = self.stacked is None and is_plain_data(block, self.header_texts)
        is_plain = is_plain and not may_list_columns(distinct(block.column(1)))
        for at, row in enumerate(block.rows[:1] if is_plain else block.rows):
            if before is not None and self._ends(row, before):
                rows.put_back(block.rows[at:])
                return block.only(range(at)), is_plain, False
            before = row
        return block, is_plain, bool(len(block))

    def _ends(self, row: Row, before: Row) -> bool:
        """Tell the header of the next table; among the labels of stacked figures, a gap must come first."""
        if begins_block(row):
            return True
        return (self.stacked is None or is_blank(before)) and begins_table(row, before, self.header)

    def _records(self, block: Block) -> Block:
        """Give the rows that are records; any other that is not blank is counted."""
        kept = []
        for at, row in enumerate(block.rows):
            what = self._left_out_as(row)
            if what:
                self.left_out.add(block.numbers[at], what)
            elif what is None:
                kept.append(at)
        return block.only(kept)

    def _left_out_as(self, row: Row) -> str | None:
        """Name what a row is that gives no record: a note, a total, a header printed again; nothing if it is blank."""
        if len(row) > 1 and holds(row[0]) and holds(row[1]):
            return self._no_data(row, 0)
        cells = filled(row)
        if len(cells) < max(1, min(2, len(self.table.columns))):
            return "notes" if cells else ""
        return self._no_data(row, cells[0])

    def _no_data(self, row: Row, at: int) -> str | None:
        """Tell a total and a header that is printed again from data; the first cell says most."""
        first = row[at]
        if not isinstance(first, str):
            return None
        if is_total(first) and not self._names_something(row, at):
            return "totals"
        return "headers again" if first.strip() in self.header_texts and repeats(row, self.header) else None

    def _names_something(self, row: Row, label: int) -> bool:
        """Tell whether a party or a commodity code stands beside the label of a row: a total has none."""
        return any(at != label and at < len(row) and holds(row[at]) for at in self._telling)

    @cached_property
    def _telling(self) -> tuple[int, ...]:
        """Give the columns of parties and commodity codes."""
        first = self.grid.first_column
        kinds = ((by.heading.position - first, by.heading.meaning) for by in (*self.how.filled, *self.how.mentioned))
        return tuple(at for at, meaning in kinds if meaning and meaning.kind in ("party", "hs"))

    @cached_property
    def header_texts(self) -> frozenset[str]:
        """Give the headers of the table."""
        return frozenset(self.header)

    @cached_property
    def quotes(self) -> Quotes:
        """Quote from the page or text the table stands on."""
        return Quotes.of(self.part)

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
        text = self._quoted(cell)
        return None if text == cell_text(value) else text

    def beyond(self, cell: tuple[int, int]) -> Beyond:
        """Give a cell as it is seen from another page."""
        part, box = (self.table.boxes or {})[cell]
        return self.grid.beyond.get(cell) or Beyond(part, box, self._quoted(cell))

    def _quoted(self, cell: tuple[int, int]) -> str:
        """Quote a cell from the page it stands on."""
        if cell in self.grid.beyond:
            return self.grid.beyond[cell].text
        box = self.grid.box(*cell)
        return self.quotes.at(box) if box else ""

    def _mentions(self, columns: Columns, block: Block, seen: Seen, words: SheetText) -> Iterator[Mention]:
        """Name the values of columns that no field of the record holds, each at its first cell; keep other words."""
        for filled_by in self.how.mentioned if len(block) else ():
            read = columns.read(filled_by, block)
            if read.unread and self.has_loose:
                at = filled_by.heading.position - self.grid.first_column
                words.add(block.only([row for row, unread in enumerate(read.unread) if unread]), [at])
            for at in seen.fresh(filled_by.heading.position, read.values):
                raw = read.raws[at] if read.raws else None
                mention = self._mention(filled_by, block.numbers[at], str(read.values[at]), raw)
                if mention:
                    yield mention

    def _mention(self, by: Filled, number: int, value: str, raw: str | None) -> Mention | None:
        box = self.grid.box(number, by.heading.position)
        if box is None or by.heading.meaning is None:
            return None
        on_sheet = printed(by.decisions.spelling, value) if raw is None else raw
        cell = (number, by.heading.position)
        text = self._quoted(cell) if self.grid.boxes is not None else on_sheet or value
        there = self.grid.beyond.get(cell)
        return Mention(
            Place(self.source.sha256, there.part, there.box)
            if there
            else Place(self.source.sha256, self.part.place.part, box),
            _KINDS[by.heading.meaning.kind],
            text,
            value,
            currency=by.heading.currency,
            role=by.field,
            evidence=f"column {by.heading.header!r}: {by.heading.evidence}",
        )
