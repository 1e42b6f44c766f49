"""The goods of a commercial paper as a grid, cut by their headings where no rules are drawn.

What finds tables without rules looks for columns of like words; it takes a letterhead above the goods for rows of them,
and two narrow columns for one. Where headings say that goods are below, they tell the columns and the first line is
theirs; the sums below the goods end them. On the page behind, goods without headings go on in the same columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.model import Box, Grid, Part, PartKind, touch, union
from extract.profiles import load, recognise
from extract.records.boxes import Sheet, piece_lines
from extract.records.columns import is_known
from extract.records.name_lines import text_of
from extract.records.paper_columns import Columns, Heading, Line, tables
from extract.records.paper_rows import begins_with_sum, counts, has_sum
from extract.records.passage import height
from extract.records.rows import rows_of
from extract.records.segments import Segment, segments

_WRAPPED = 0.9
_APART = 4.5
"""In heights of a line: nearer than the first, words go on with the row above; behind the second, goods are over."""

Row = list[list[Segment]]


@dataclass
class PaperGrids:
    """The grids of the pages of one source; ``columns``: of the goods that ended the page before.

    ``titled``: a page before said that this is a commercial paper.
    """

    titled: bool = False
    columns: Columns | None = None
    page: int = field(default=0)

    def of(self, part: Part) -> Iterable[Grid]:
        """Give the grids of a part, with the goods of a paper cut by their headings where that shows more columns."""
        grids = part.grids
        if part.kind is not PartKind.PAGE or not isinstance(grids, Sequence) or not self._is_wanted(part, grids):
            return grids
        lines = list(piece_lines(Sheet(segments(part, parted=True, drawn=True), (), ()), float("-inf")))
        own = list(self._own(lines, part.place.part))
        return _chosen(grids, own) if own else grids

    def _is_wanted(self, part: Part, grids: Sequence[Grid]) -> bool:
        """Tell a page of a paper, or behind one, on which no rules draw the table."""
        profile = recognise(part.text, load())
        self.titled = profile.paper if profile else self.titled
        return self.titled and all(grid.dialect.get("ruled") == "no" for grid in grids)

    def _own(self, lines: Sequence[Line], page: int) -> Iterator[Grid]:
        found = [(columns, body) for columns, body in tables(lines) if columns.of_goods and columns.telling]
        if not found and self.columns is not None and page == self.page + 1:
            yield from _grid(self.columns, lines, headed=False)
        for columns, body in found:
            yield from _grid(columns, body, headed=True)
        self.columns, self.page = (found[-1][0] if found else self.columns), page


def _chosen(grids: Sequence[Grid], own: Sequence[Grid]) -> Iterator[Grid]:
    """Take our grids for those they overlap, unless one of these shows more known columns."""
    left = list(grids)
    for mine in own:
        rivals = [grid for grid in left if touch(_extent(grid), _extent(mine))]
        if any(_is_better(rival, mine) for rival in rivals):
            continue
        left = [grid for grid in left if grid not in rivals]
        left.append(mine)
    yield from sorted(left, key=lambda grid: _extent(grid).top)


def _is_better(rival: Grid, mine: Grid) -> bool:
    return _known(rival) > _known(mine)


def _known(grid: Grid) -> int:
    """Count the headings that are known in the first row."""
    first = rows_of(grid).peek(1)
    return sum(is_known(cell) for _, row in first for cell in row if isinstance(cell, str) and cell.strip())


def _grid(columns: Columns, body: Iterable[Line], *, headed: bool) -> Iterator[Grid]:
    """Make a grid of the goods in the lines below their headings."""
    rows = list(_rows(columns, body))
    if not rows:
        return
    texts = [[" ".join(text_of(piece.words) for piece in cell) for cell in row] for row in rows]
    boxes = [_boxes(row, columns.headings) for row in rows]
    if headed:
        texts.insert(0, [heading.text for heading in columns.headings])
        boxes.insert(0, [heading.box for heading in columns.headings])
    grid = Grid(1, texts, boxes, dialect={"ruled": "no"})
    yield replace(grid, rows=rows_of(grid))


def _rows(columns: Columns, body: Iterable[Line]) -> Iterator[Row]:
    """Gather lines into rows: each begins where a figure is counted, priced or summed, the others go on with it."""
    row: Row | None = None
    bottom = columns.bottom
    for line in body:
        gap = (line[0].box.top - bottom) / height(line[0].box)
        begins = counts(line, columns) or (has_sum(line) and not _is_sum_below(line))
        if row is not None and (gap > _APART or (_is_sum_below(line) and not counts(line, columns))):
            break
        if begins:
            if row is not None:
                yield row
            row = [[] for _ in columns.headings]
        if row is not None and (begins or gap < _WRAPPED):
            _place(row, line, columns)
            bottom = max(piece.box.bottom for piece in line)
    if row is not None:
        yield row


def _is_sum_below(line: Line) -> bool:
    return any(begins_with_sum(text_of(piece.words)) for piece in line[:2])


def _place(row: Row, line: Line, columns: Columns) -> None:
    for piece in line:
        row[columns.headings.index(columns.nearest(piece.box))].append(piece)


def _boxes(row: Row, headings: Sequence[Heading]) -> list[Box | None]:
    """Give the box of each cell; an empty one lies under its heading."""
    whole = union([piece.box for cell in row for piece in cell])
    assert whole is not None, "a row begins with a figure"
    empty = (Box(heading.box.x0, whole.top, heading.box.x1, whole.bottom) for heading in headings)
    return [union([piece.box for piece in cell]) or box for cell, box in zip(row, empty, strict=True)]


def _extent(grid: Grid) -> Box:
    box = union([box for row in grid.boxes or () for box in row if box])
    return box or Box(0, 0, 0, 0)
