"""Find the tables of a grid one after the other and understand their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from extract.layout.field_list import listed_header, one_block
from extract.layout.header import LOOK_AHEAD, Header, find_header, opens_block
from extract.model import Beyond, Box, Grid, Item, Part, Place, Row, Source, Table, cell_text, union
from extract.records import statistics
from extract.records.columns import Heading, Path, is_known
from extract.records.headings import all_decided, column, headings_of, paths_of
from extract.records.left_out import LeftOut
from extract.records.paper_items import Head, Papers
from extract.records.pivots import KIND as PIVOT
from extract.records.pivots import is_pivot
from extract.records.plan import plan
from extract.records.registers import are_items
from extract.records.row_rests import is_rest
from extract.records.rows import Numbered, Rows, rows_of
from extract.records.sheet_text import SheetText
from extract.records.sides import with_sides
from extract.records.table_rows import TableRows
from extract.records.table_start import begins_table
from extract.records.unit_lines import with_unit_above

SAMPLE = 1_000
_AGGREGATE = re.compile(r"^(?:sum ?of|%gt|total(?:value|quantity|weight|usd|fob|cif))|percentage$", re.IGNORECASE)


@dataclass
class Tables:
    """Read the grids of one source; a table that goes on on the next page keeps the columns it had.

    ``has_text``: the source gave its whole text already, so that no cell needs to be read as text a second time.
    """

    source: Source
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    before: TableRows | None = None
    has_text: bool = False
    papers: Papers = field(init=False)

    def __post_init__(self) -> None:
        """Begin without the head of a paper."""
        self.papers = Papers(self.source)

    def read(self, part: Part, grid: Grid) -> Iterator[Item]:
        """Give the tables of a grid, each followed by what its rows hold."""
        rows = rows_of(grid)
        words = SheetText()
        while rows.peek(1):
            reading = self._begin(part, grid, rows)
            self._leave_rest(reading, rows)
            self.before = reading
            yield reading.table
            yield from reading.items(rows, words)
        if grid.boxes is None and not self.has_text:
            yield from words.items(part.place)

    def _leave_rest(self, reading: TableRows, rows: Rows) -> None:
        """Leave out the rest of a row that the end of the page before cut in two: it is no row of its own."""
        last, first = self.before, rows.peek(1)
        if last is None or reading.grid.boxes is None or last.part.place.part != reading.part.place.part - 1:
            return
        if first and is_rest(first[0][1], last.last):
            rows.take(1)
            reading.left_out.add(first[0][0], "rests of rows of the page before")

    def _begin(self, part: Part, grid: Grid, rows: Rows) -> TableRows:
        ahead = _one_block(rows.peek(LOOK_AHEAD))
        listed, names = listed_header([row for _, row in ahead])
        for at in listed.rows if listed else ():
            ahead[at] = (ahead[at][0], names)
        header = listed or find_header([row for _, row in ahead], is_known)
        goes_on = self._goes_on(part, grid, rows, ahead, header)
        if goes_on:
            return goes_on
        if is_pivot(grid, ahead):
            plain = self._plain(part, grid, rows, "the workbook says that this is a pivot table: it sums up records")
            return replace(plain, table=replace(plain.table, kind=PIVOT))
        if _is_form([row for _, row in ahead]):
            return self._plain(part, grid, rows, "labels stand beside their values")
        header = header or Header((), int(opens_block(ahead[0][1])), (), "no header found")
        first = ahead[0][0]
        sample = _sample([row for _, row in _one_block(rows.peek(SAMPLE))], header)
        paths = paths_of(grid, header, ahead, sample)
        columns = [column(sample, at) for at in range(len(paths))]
        headings = with_sides(headings_of(grid, paths, sample), columns, [cell.text for cell in header.above])
        between = ahead[header.rows[-1] + 1 : header.first_row] if header.rows else ()
        rows.take(header.first_row)
        return self._reading(part, grid, header.shifted(first, grid.first_column), headings, sample, paths, between)

    def _reading(
        self,
        part: Part,
        grid: Grid,
        header: Header,
        headings: Sequence[Heading],
        sample: Sequence[Row],
        paths: Sequence[Path],
        between: Sequence[Numbered] = (),
    ) -> TableRows:
        stacked = statistics.layout(header, headings, paths, sample, grid.first_column, between)
        headings = headings if stacked else with_unit_above(headings, header.above)
        decisions = all_decided(headings, grid, sample)
        head = self._head(part, header, headings)
        aggregate = any(_AGGREGATE.search(h.header) for h in headings)
        how = plan(headings, decisions, aggregate, on_paper=head is not None)
        if how.record == "statistic" and not stacked:
            how = how.with_above(statistics.said_above(header.above))
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
            spellings={} if stacked else how.spellings,
            boxes=_boxes(part, grid),
            dialect=dict(grid.dialect),
        )
        header_texts = tuple(h.header for h in headings)
        loose = grid.boxes is None and not self.has_text
        if head is not None:
            table = head.on_table(table, grid)
        return TableRows(self.source, part, grid, table, how, header_texts, stacked, header.above, loose, head)

    def _head(self, part: Part, header: Header, headings: Sequence[Heading]) -> Head | None:
        """Give the head of the paper whose items these columns are."""
        names = [heading.meaning.name for heading in headings if heading.meaning]
        return self.papers.head_over(part, header.above) if are_items(names) else None

    def _goes_on(
        self, part: Part, grid: Grid, rows: Rows, ahead: Sequence[Numbered], header: Header | None
    ) -> TableRows | None:
        """Take the columns of the table before where this grid, as wide, goes on: under no header or the same."""
        last = self.before
        if last is None or grid.boxes is None or not last.how.record or not _follows(part, grid, last):
            return None
        again = header is not None and _is_again(header, ahead, last)
        if header is not None and header.evidence.endswith("are known") and not again:
            return None
        width = max((len(row) for _, row in ahead), default=0)
        if width != len(last.table.columns):
            return None
        skipped = len(rows.take(header.first_row if header is not None and again else 0))
        return self._more_of(last, part, grid, rows, last.table.first_row - skipped)

    def _more_of(self, last: TableRows, part: Part, grid: Grid, rows: Rows, down: int) -> TableRows:
        """Read rows by the columns of another table: they are numbered behind its header, which stays where it is.

        ``down``: by how much they must be moved for that, unless the header stands above them again.
        """
        below = last.table.first_row if down else 0
        rows.next += below
        headed = {cell: last.beyond(cell) for cell in last.table.boxes or () if cell[0] < below}
        grid = replace(grid, first_row=grid.first_row + below, beyond={**_moved(grid.beyond, below), **headed})
        said = f"; goes on from page {last.part.place.part}"
        columns = tuple(replace(c, evidence=c.evidence.partition("; goes on")[0] + said) for c in last.table.columns)
        table = replace(
            last.table,
            place=Place(self.source.sha256, part.place.part, _extent(grid)),
            number=next(self.numbers),
            header_rows=(),
            columns=columns,
            boxes=_boxes(part, grid),
        )
        on_paper = last.head.on_table(table, grid) if last.head else table
        return replace(last, part=part, grid=grid, table=on_paper, left_out=LeftOut())

    def _plain(self, part: Part, grid: Grid, rows: Rows, why: str) -> TableRows:
        """Give a grid that is no table of records as one without columns."""
        first = rows.peek(1)[0][0]
        return self._reading(part, grid, Header((), first, (), why), (), (), ())


def _sample(rows: Sequence[Row], header: Header) -> list[Row]:
    """Give the first rows below a header, up to the header of another table."""
    top = rows[header.rows[-1]] if header.rows else ()
    headers = [cell_text(cell).strip() for cell in top]
    for at in range(header.first_row + 1, len(rows)):
        if headers and begins_table(rows[at], rows[at - 1], headers):
            return list(rows[header.first_row : at])
    return list(rows[header.first_row :])


def _one_block(rows: Sequence[Numbered]) -> list[Numbered]:
    """Look no further than the next block of a file that has several, with columns of their own."""
    return list(rows[: one_block([row for _, row in rows])])


def _is_form(rows: Sequence[Row]) -> bool:
    """Tell labels with their values to the right: those are read as a form, not as columns."""
    labels = sum(len(row) <= 4 and _is_label_row(row) for row in rows)
    return labels >= 3 and labels * 2 >= len(rows)


def _is_label_row(row: Row) -> bool:
    known = [is_known(cell) if isinstance(cell, str) else False for cell in row]
    return bool(known) and known[0] and sum(known) == 1


def _follows(part: Part, grid: Grid, last: TableRows) -> bool:
    """Tell whether a grid stands where a table goes on: on the next page, or to its right on the same one."""
    if part.place.part == last.part.place.part:
        here, before = _extent(grid), last.table.place.box
        return here is not None and before is not None and here.x0 >= before.x1 - 1
    return part.place.part == last.part.place.part + 1


def _is_again(header: Header, ahead: Sequence[Numbered], last: TableRows) -> bool:
    """Tell the header of a table printed again over the columns where it stood."""
    lowest = ahead[header.rows[-1]][1] if header.rows else ()
    texts = [" ".join(cell_text(cell).split()) for cell in lowest]
    return bool(texts) and texts == [" ".join(text.rpartition(" / ")[2].split()) for text in last.header]


def _moved(beyond: Mapping[tuple[int, int], Beyond], down: int) -> dict[tuple[int, int], Beyond]:
    return {(row + down, column): there for (row, column), there in beyond.items()}


def _extent(grid: Grid) -> Box | None:
    return union([box for row in grid.boxes or () for box in row if box])


def _boxes(part: Part, grid: Grid) -> Mapping[tuple[int, int], tuple[int, Box]] | None:
    if grid.boxes is None:
        return None
    here = {
        (grid.first_row + r, grid.first_column + c): (part.place.part, box)
        for r, row in enumerate(grid.boxes)
        for c, box in enumerate(row)
        if box
    }
    return {**here, **{cell: (there.part, there.box) for cell, there in grid.beyond.items()}}
