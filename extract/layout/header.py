"""Find the header of a grid among its first rows.

Two witnesses are heard. A row in which several cells are known headers is the header, wherever it stands. Where no
header is known, the figures speak: the first row of data is the first that is filled like the rows below it, and the
header is what stands between it and the title.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.layout.shape import Shape, filled, shapes
from extract.model import Row, cell_text

LOOK_AHEAD = 60
_LAST_HEADER = 50
_DEEPEST = 9

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Header:
    """Header rows and the first row of data, counted from the top of the rows given, and the lines above."""

    rows: tuple[int, ...]
    first_row: int
    above: tuple[str, ...]
    evidence: str


def find_header(rows: Sequence[Row], known: Known) -> Header | None:
    """Find the header among the first rows of a grid; None where nothing looks like one."""
    return _by_names(rows, known) or _by_figures(rows)


def _by_names(rows: Sequence[Row], known: Known) -> Header | None:
    counts = [_known_count(row, known) for row in rows[:_LAST_HEADER]]
    best = max(range(len(counts)), key=lambda i: (counts[i], -i), default=None)
    if best is None or counts[best] < 2 or counts[best] * 3 < len(filled(rows[best])):
        return None
    top = _names_above(rows, best, known)
    below = _names_below(rows, best, counts)
    header = tuple(range(top, below + 1))
    first = _first_filled(rows, below + 1)
    return Header(header, first, _lines(rows[:top]), f"{counts[best]} of {len(filled(rows[best]))} headers are known")


def _known_count(row: Row, known: Known) -> int:
    return sum(known(cell) for cell in row if isinstance(cell, str) and cell.strip())


def _names_above(rows: Sequence[Row], best: int, known: Known) -> int:
    """Take in rows right above that group the columns: spread over the width, with gaps that the names below fill."""
    top = best
    while top > 0 and best - top < 3 and _groups(rows[top - 1], rows[top]):
        top -= 1
    return top


def _groups(upper: Row, lower: Row) -> bool:
    above = filled(upper)
    texts = all(s in (Shape.TEXT, Shape.YEAR, Shape.EMPTY) for s in shapes(upper))
    return len(above) >= 2 and texts and len(above) < len(filled(lower)) + 3 and any(i > 0 for i in above)


def _names_below(rows: Sequence[Row], best: int, counts: Sequence[int]) -> int:
    """Take in rows right below that are headers too: a second language, or the row of column numbers."""
    last = best
    while last + 1 < len(counts) and last - best < 3 and _names_too(rows[last + 1], counts[last + 1]):
        last += 1
    return last


def _names_too(row: Row, known: int) -> bool:
    return _numbering(row) or (known >= 2 and known * 2 > len(filled(row)))


def _numbering(row: Row) -> bool:
    """Tell a row 1, 2, 3 … that numbers the columns of a printed form."""
    texts = [cell_text(row[i]).strip() for i in filled(row)]
    return len(texts) >= 4 and texts == [str(n) for n in range(1, len(texts) + 1)]


def _by_figures(rows: Sequence[Row]) -> Header | None:
    first = _first_data(rows)
    if first is None:
        return None
    header = _block_above(rows, first)
    top = header[0] if header else first
    return Header(header, first, _lines(rows[:top]), "the rows below are filled with figures")


def _first_data(rows: Sequence[Row]) -> int | None:
    width = _usual_width(rows)
    for i, row in enumerate(rows):
        if i <= _LAST_HEADER and _is_data(rows, i, row, width):
            return i
    return None


def _usual_width(rows: Sequence[Row]) -> int:
    """Give how many cells a row of data usually fills: the middle of all rows with a figure."""
    counts = sorted(len(filled(row)) for row in rows if _figures(row) >= 1 and len(filled(row)) > 1)
    return counts[len(counts) // 2] if counts else 0


def _figures(row: Row) -> int:
    return sum(s in (Shape.NUMBER, Shape.DATE) for s in shapes(row)[1:])


def _is_data(rows: Sequence[Row], index: int, row: Row, width: int) -> bool:
    seen = shapes(row)
    values = [s for s in seen[1:] if s is not Shape.EMPTY]
    if not values or _are_years(row, seen):
        return False
    numeric = sum(s in (Shape.NUMBER, Shape.DATE, Shape.YEAR) for s in values)
    return numeric * 2 >= len(values) and numeric >= min(2, max(1, width - 1)) and not _numbering(row)


def _are_years(row: Row, seen: Sequence[Shape]) -> bool:
    """Tell a header of years from a row of data: two or more years and no other figure."""
    years = sum(s is Shape.YEAR for s in seen[1:])
    return years >= 2 and not any(s in (Shape.NUMBER, Shape.DATE) for s in seen)


def _block_above(rows: Sequence[Row], first: int) -> tuple[int, ...]:
    """Collect the header rows above the first row of data, leaving out blanks, group rows right above and the title."""
    block: list[int] = []
    for i in range(first - 1, max(-1, first - 1 - _DEEPEST - 4), -1):
        cells = filled(rows[i])
        if not cells:
            continue
        if _spread(rows[i], cells) or (block and _label_of_block(rows, i, block)):
            block.append(i)
        elif block:
            break
    return tuple(reversed(block))


def _spread(row: Row, cells: Sequence[int]) -> bool:
    return len(cells) >= 2 or (len(cells) == 1 and cells[0] > 0)


def _label_of_block(rows: Sequence[Row], index: int, block: Sequence[int]) -> bool:
    """Accept a lone label in the first column inside the block, where the header row below has no label of its own."""
    return 0 not in filled(rows[block[-1]]) and index > 0 and not _is_title(rows, index)


def _is_title(rows: Sequence[Row], index: int) -> bool:
    text = cell_text(rows[index][0]).strip()
    return index == 0 or len(text) > 40 or text.startswith(("(", "["))


def _first_filled(rows: Sequence[Row], start: int) -> int:
    for i in range(start, len(rows)):
        if len(filled(rows[i])) > 1:
            return i
    return start


def _lines(rows: Sequence[Row]) -> tuple[str, ...]:
    """Join the cells of each row above the header: titles, dates, the unit line."""
    lines = (" ".join(cell_text(row[i]).strip() for i in filled(row)) for row in rows)
    return tuple(line for line in lines if line)
