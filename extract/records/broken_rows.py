"""Rows that the end of a page broke: the rest on top of the next page goes back to the row it belongs to.

The rest stands in the same columns, under the headers printed again or without them. It is told by what one row cannot
have and two rows have: two figures in one column. What the last row lacks the rest brings, and what it says it goes on
with. A cell that stands on the next page alone has its place there; of a cell that stands on both the first part is
its place, and an issue says where it goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from extract.errors import ReadError
from extract.layout.reading import text_in_box
from extract.layout.shape import Shape, holds, shape
from extract.model import Beyond, Box, Cell, Grid, Issue, Part, PartKind, Row, cell_text, union
from extract.records.left_out import is_total

_FOOTER = 12
"""So many words may stand below a table that goes on."""
_HEADER_ROWS = 4
_FEWEST = 2
"""So many whole rows show what a row has."""
_MOSTLY = 0.6
_OFF = 4.0
"""Points: columns of one table are as wide on both pages."""
_FIGURES = (Shape.NUMBER, Shape.DATE, Shape.YEAR)
_OPEN_ENDS = ("-", "‐", ",", "(", "/", "–", "и", "and", "of", "для", "for", "und", "mit", "de", "la")


def whole_rows(parts: Iterable[Part | Issue]) -> Iterator[Part | Issue]:
    """Give the parts with rows put together; a page whose table may go on waits for the next one."""
    waiting: list[Part | Issue] = []
    try:
        for item in parts:
            if waiting and isinstance(item, Part):
                page, *others = waiting
                assert isinstance(page, Part), "the first that waits is a page"
                whole, following, said = put_together(page, item)
                yield from (whole, *others, *said)
                waiting = [following]
            else:
                waiting.append(item)
            if not (isinstance(waiting[0], Part) and may_go_on(waiting[0])):
                yield from waiting
                waiting = []
    except ReadError:
        yield from waiting
        raise
    yield from waiting


def may_go_on(page: Part) -> bool:
    """Tell a page that ends with a table, a footer aside."""
    grid = _last(page)
    if grid is None or grid.boxes is None:
        return False
    bottom = max((box.bottom for row in grid.boxes for box in row if box), default=0.0)
    below = sum(word.box.top >= bottom for word in page.words)
    return below <= _FOOTER


def _last(page: Part) -> Grid | None:
    grids = page.grids
    if page.kind is not PartKind.PAGE or not isinstance(grids, Sequence) or not grids:
        return None
    return grids[-1] if isinstance(grids[-1].rows, Sequence) else None


def put_together(page: Part, following: Part) -> tuple[Part, Part, list[Issue]]:
    """Move the rest of the last row of a page to it from the page that follows."""
    above, below = _last(page), next(iter(following.grids if _last(following) else ()), None)
    if above is None or below is None or not _are_one(above, below):
        return page, following, []
    rows, rests = list(above.rows), list(below.rows)
    again = _again(rows, rests)
    if len(rests) <= again or len(rows) <= again:
        return page, following, []
    others = [*rows[again:-1], *rests[again + 1 :]]
    if not goes_on(rests[again], rows[-1], others):
        return page, following, []
    last, rest, boxes = rows[-1], rests[again], (below.boxes or ())[again]
    beyond = {
        (above.first_row + len(rows) - 1, at): Beyond(following.place.part, box, text_in_box(following, box))
        for at, box in enumerate(boxes)
        if box is not None and holds(rest[at]) and not holds(last[at])
    }
    rows[-1] = [_joined(*cells) for cells in zip(last, rest, strict=True)]
    rests[again] = [None] * len(rest)
    whole = replace(above, rows=rows, beyond=beyond)
    said = f"the last row of page {page.place.part} goes on here; its cells were put together"
    place = replace(following.place, box=union([box for box in boxes if box]))
    return (
        _with(page, -1, whole),
        _with(following, 0, replace(below, rows=rests)),
        [Issue(place, "goes_on", said)],
    )


def _with(page: Part, at: int, grid: Grid) -> Part:
    grids = list(page.grids)
    grids[at] = grid
    return replace(page, grids=grids)


def _are_one(above: Grid, below: Grid) -> bool:
    """Tell whether two grids have the same columns; those of columns without rules are only as many."""
    assert above.boxes is not None
    if below.boxes is None or len(above.boxes[-1]) != len(below.boxes[0]):
        return False
    if "no" in (above.dialect.get("ruled"), below.dialect.get("ruled")):
        return above.dialect.get("ruled") == below.dialect.get("ruled")
    widths = zip(_widths(above.boxes), _widths(below.boxes), strict=False)
    return all(abs(one - other) <= _OFF for one, other in widths)


def _widths(boxes: Sequence[Sequence[Box | None]]) -> list[float]:
    whole = next((row for row in boxes if None not in row), ())
    return [box.x1 - box.x0 for box in whole if box]


def _again(rows: Sequence[Row], rests: Sequence[Row]) -> int:
    """Count the rows of headers that are printed again."""
    pairs = zip(rows[:_HEADER_ROWS], rests, strict=False)
    return len(list(takewhile(lambda pair: _is_header(pair[0]) and _texts(pair[0]) == _texts(pair[1]), pairs)))


def _is_header(row: Row) -> bool:
    return not any(shape(cell) in _FIGURES for cell in row)


def _texts(row: Row) -> list[str]:
    return [" ".join(cell_text(cell).split()) for cell in row]


def goes_on(rest: Row, last: Row, others: Sequence[Row]) -> bool:
    """Tell whether a row is the rest of the last one of the page before. ``others``: the other rows of the table."""
    columns = [[row[at] for row in others] for at in range(len(last))]
    figured = [at for at, cells in enumerate(columns) if _mostly_figures(cells)]
    first = next((at for at, cells in enumerate(columns) if 2 * sum(map(holds, cells)) > len(cells)), 0)
    if len(others) < _FEWEST or len(rest) != len(last) or not figured or not any(map(holds, rest)):
        return False
    if any(_clash(last[at], rest[at], columns[at]) for at in range(len(last)) if at in figured or at == first):
        return False
    if not all(holds(last[at]) or holds(rest[at]) for at in figured):
        return False
    if is_total(next(cell_text(cell) for cell in rest if holds(cell))):
        return False
    return holds(last[first]) or _reads_on(last, rest)


def _mostly_figures(cells: Sequence[Cell]) -> bool:
    return sum(shape(cell) in _FIGURES for cell in cells) > _MOSTLY * len(cells)


def _clash(above: Cell, below: Cell, others: Sequence[Cell]) -> bool:
    """Tell two values of one column, unless they are the halves of a code that was too long for its cell."""
    return holds(above) and holds(below) and not _are_halves(above, below, others)


def _are_halves(above: Cell, below: Cell, others: Sequence[Cell]) -> bool:
    whole = "".join(_texts([above, below]))
    codes = ["".join(cell_text(cell).split()) for cell in others if holds(cell)]
    lengths = {len(code) for code in codes if code.isdecimal()}
    return whole.isdecimal() and lengths == {len(whole)}


def _reads_on(last: Row, rest: Row) -> bool:
    """Tell that a text goes on in the middle of a sentence, where the row's number stands on the next page."""
    both = [pair for pair in zip(_texts(last), _texts(rest), strict=True) if all(pair)]
    return any(above.endswith(_OPEN_ENDS) or below[0].islower() for above, below in both)


def _joined(above: Cell, below: Cell) -> Cell:
    if not (holds(above) and holds(below)):
        return above if holds(above) else below
    gap = "" if all(cell_text(cell).strip().isdecimal() for cell in (above, below)) else "\n"
    return f"{cell_text(above)}{gap}{cell_text(below)}"
