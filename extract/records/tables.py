"""Read a grid: find its tables one after the other, understand their columns, give rows as records or mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, groupby

from extract.layout.header import LOOK_AHEAD, Header, HeaderCell, find_header
from extract.layout.reading import text_in_box
from extract.layout.shape import filled
from extract.model import Batch, Box, Cell, Grid, Item, Mention, MentionKind, Part, Place, Row, Source, Table, cell_text
from extract.records import statistics
from extract.records.batches import BATCH, Columns
from extract.records.columns import Heading, Path, by_values, is_known, understand
from extract.records.loose_cells import LooseCells
from extract.records.plan import Filled, Plan, plan
from extract.records.rows import Numbered, Rows
from extract.records.value_evidence import is_lost
from extract.records.values import Decisions, decide

SAMPLE = 1_000
DISTINCT = 100_000
_TOTALS = re.compile(
    r"\W*(?:итого|всего|total|grand total|subtotal|sub-total|барлығы|жиыны|разом|усього|合计|总计|toplam)\b",
    re.IGNORECASE,
)
_AGGREGATE = re.compile(r"^(?:sum ?of|%gt|total(?:value|quantity|weight|usd|fob|cif))|percentage$", re.IGNORECASE)
_KINDS = {
    "party": MentionKind.COMPANY,
    "amount": MentionKind.AMOUNT,
    "date": MentionKind.DATE,
    "period": MentionKind.DATE,
    "hs": MentionKind.HS_CODE,
}


@dataclass
class Tables:
    """Read the grids of one source; a table that goes on on the next page keeps the columns it had."""

    source: Source
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    before: Reading | None = None

    def read(self, part: Part, grid: Grid) -> Iterator[Item]:
        """Give the tables of a grid, each followed by what its rows hold."""
        rows = grid.rows if isinstance(grid.rows, Rows) else rows_of(grid)
        while rows.peek(1):
            reading = self._begin(part, grid, rows)
            self.before = reading
            yield reading.table
            yield from reading.items(rows)

    def _begin(self, part: Part, grid: Grid, rows: Rows) -> Reading:
        ahead = rows.peek(LOOK_AHEAD)
        header = find_header([row for _, row in ahead], is_known)
        goes_on = self._goes_on(part, grid, ahead, header)
        if goes_on:
            return goes_on
        if _is_form([row for _, row in ahead]):
            return self._plain(part, grid, rows)
        header = header or Header((), 0, (), "no header found")
        first = ahead[0][0]
        sample = [row for _, row in rows.peek(SAMPLE)[header.first_row :]]
        paths = _paths(grid, header, ahead, sample)
        headings = _headings(grid, paths, sample)
        rows.take(header.first_row)
        return self._reading(part, grid, header.shifted(first, grid.first_column), headings, sample, paths)

    def _reading(
        self,
        part: Part,
        grid: Grid,
        header: Header,
        headings: Sequence[Heading],
        sample: Sequence[Row],
        paths: Sequence[Path],
    ) -> Reading:
        stacked = statistics.layout(header, headings, paths, sample, grid.first_column)
        decisions = {h.position: _decided(h, grid, sample) for h in headings if h.meaning}
        how = plan(headings, decisions, aggregate=any(_AGGREGATE.search(h.header) for h in headings))
        record = "statistic" if stacked else how.record
        table = Table(
            place=Place(self.source.sha256, part.place.part, _extent(grid)),
            number=next(self.numbers),
            kind=f"{record} table" if record else "table",
            title=" ".join(cell.text for cell in header.above)[:200],
            header_rows=header.rows,
            first_row=header.first_row,
            columns=stacked.columns if stacked else how.columns,
            record=record,
            sources=stacked.sources if stacked else how.sources,
            boxes=_boxes(part, grid),
            dialect=dict(grid.dialect),
        )
        return Reading(
            self.source, part, grid, table, how, tuple(h.header for h in headings), stacked, _loose(grid, header)
        )

    def _goes_on(self, part: Part, grid: Grid, ahead: Sequence[Numbered], header: Header | None) -> Reading | None:
        """Take the columns of the table that ended the page before, where this grid has as many and no header."""
        last = self.before
        if last is None or grid.boxes is None or last.part.place.part != part.place.part - 1 or not last.how.record:
            return None
        if header is not None and header.evidence.endswith("are known"):
            return None
        width = max((len(row) for _, row in ahead), default=0)
        if width != len(last.table.columns):
            return None
        page = last.part.place.part
        columns = tuple(replace(c, evidence=f"{c.evidence}; goes on from page {page}") for c in last.table.columns)
        table = replace(
            last.table,
            place=Place(self.source.sha256, part.place.part, _extent(grid)),
            number=next(self.numbers),
            header_rows=(),
            first_row=ahead[0][0],
            columns=columns,
            boxes=_boxes(part, grid),
        )
        return replace(last, part=part, grid=grid, table=table)

    def _plain(self, part: Part, grid: Grid, rows: Rows) -> Reading:
        """Give a grid that is a form as a table without columns."""
        first = rows.peek(1)[0][0]
        return self._reading(part, grid, Header((), first, (), "labels stand beside their values"), (), (), ())


def _loose(grid: Grid, header: Header) -> tuple[HeaderCell, ...]:
    """Give the lines above a table of a sheet; those of a page are part of its text anyway."""
    return header.above if grid.boxes is None else ()


def _without(rows: Sequence[Numbered], taken: Sequence[Numbered]) -> list[Numbered]:
    numbers = {number for number, _ in taken}
    return [numbered for numbered in rows if numbered[0] not in numbers]


def rows_of(grid: Grid) -> Rows:
    """Number the rows of a grid."""
    return Rows(grid.rows, grid.first_row, on_page=grid.boxes is not None)


@dataclass(frozen=True)
class Reading:
    """One table being read."""

    source: Source
    part: Part
    grid: Grid
    table: Table
    how: Plan
    header: tuple[str, ...]
    stacked: statistics.Layout | None = None
    above: tuple[HeaderCell, ...] = ()

    def items(self, rows: Rows) -> Iterator[Item]:
        """Give the records or mentions of the rows that follow, until another header begins."""
        columns = Columns(self.how, self.table.number, self.grid.first_column)
        loose = LooseCells(self.source, self.part)
        for _, line in groupby(self.above, key=lambda cell: cell.row):
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
            yield self._on_page(columns.batch(wanted))
        yield from self._mentions(columns, wanted, seen)
        if self.grid.boxes is None:
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
            if not filled(chunk[at - 1][1]) and self._begins_another(chunk[at][1]):
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
        return len(texts) >= 2 and len(texts & set(self.header)) * 3 >= len(texts) * 2

    def _is_record(self, row: Row) -> bool:
        cells = filled(row)
        if len(cells) < max(1, min(2, len(self.table.columns))):
            return False
        first = row[cells[0]]
        return not (isinstance(first, str) and (_TOTALS.match(first) or self._is_header(row)))

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
            for (number, _), read in zip(rows, columns.reads(filled_by, rows), strict=True):
                key = (filled_by.heading.position, str(read.value))
                if read.value is None or key in seen or len(seen) >= DISTINCT:
                    continue
                seen.add(key)
                mention = self._mention(filled_by, number, str(read.value), read.raw)
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


def _is_form(rows: Sequence[Row]) -> bool:
    """Tell labels with their values to the right: those are read as a form, not as columns."""
    labels = sum(len(row) <= 4 and _is_label_row(row) for row in rows)
    return labels >= 3 and labels * 2 >= len(rows)


def _headings(grid: Grid, paths: Sequence[Path], sample: Sequence[Row]) -> tuple[Heading, ...]:
    """Name the columns by their headers; on sheets the values may name what no header does."""
    columns = [_column(sample, at) for at in range(len(paths))]
    named = [understand(at + grid.first_column, path, columns[at]) for at, path in enumerate(paths)]
    if grid.boxes is not None:
        return tuple(named)
    lost = all(is_lost(heading.header) for heading in named)
    return tuple(
        by_values(heading, cells, lost) if heading.meaning is None and heading.unknown else heading
        for heading, cells in zip(named, columns, strict=True)
    )


def _is_label_row(row: Row) -> bool:
    known = [is_known(cell) if isinstance(cell, str) else False for cell in row]
    return bool(known) and known[0] and sum(known) == 1


def _column(rows: Sequence[Row], at: int) -> list[Cell]:
    return [row[at] for row in rows if at < len(row)]


def _paths(grid: Grid, header: Header, ahead: Sequence[Numbered], sample: Sequence[Row]) -> list[Path]:
    """Give the header cells over each column; a title over several columns counts for all of them."""
    rows = [ahead[row] for row in header.rows]
    width = max([0, *(len(row) for _, row in rows), *(len(row) for row in sample[:LOOK_AHEAD])])
    paths: list[list[HeaderCell]] = [[] for _ in range(width)]
    for depth, (number, row) in enumerate(rows):
        lower = [row for _, row in rows[depth + 1 :]]
        over: HeaderCell | None = None
        for at in range(width):
            text = _text(row, at)
            if text:
                over = HeaderCell(number, at + grid.first_column, text)
            if over and (text or any(_text(below, at) for below in lower)):
                paths[at].append(over)
    return list(paths)


def _text(row: Row, at: int) -> str:
    return cell_text(row[at]).strip() if at < len(row) else ""


def _decided(heading: Heading, grid: Grid, sample: Sequence[Row]) -> Decisions:
    assert heading.meaning is not None
    decisions = decide(heading.meaning.kind, _column(sample, heading.position - grid.first_column))
    return replace(decisions, scale=heading.scale, scheme=heading.scheme)


def _extent(grid: Grid) -> Box | None:
    if grid.boxes is None:
        return None
    boxes = [box for row in grid.boxes for box in row if box]
    return (
        Box(min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes))
        if boxes
        else None
    )


def _boxes(part: Part, grid: Grid) -> Mapping[tuple[int, int], tuple[int, Box]] | None:
    if grid.boxes is None:
        return None
    return {
        (grid.first_row + r, grid.first_column + c): (part.place.part, box)
        for r, row in enumerate(grid.boxes)
        for c, box in enumerate(row)
        if box
    }
