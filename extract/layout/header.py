"""Find the header of a grid among its first rows.

Two witnesses are heard. A row in which several cells are known headers is the header, wherever it stands. Where no
header is known, the figures speak: the first row of data is the first that is filled like the rows below it, and the
header is what stands between it and the title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.layout.shape import Shape, filled, shapes
from extract.model import Row, cell_text

LOOK_AHEAD = 60
_LAST_HEADER = 50
_DEEPEST = 24
_SURE = 4
_TELLING = 3
_TELL_ENOUGH = 500
"""So many cells of a row tell how many of it are known headers."""
_FIGURES = (Shape.NUMBER, Shape.DATE, Shape.YEAR)
_IDENTIFIER = re.compile(r"[A-Za-z]\w{0,40}")
_COUNTED = re.compile(r"[^\W\d_]{1,20}[ _:]{0,3}(\d{1,5})")
_SECTION = re.compile(r"\s*\[[^]]+\]\s*")
_BLOCK = re.compile(
    r"\s*\[(?:header|head|body|table|data|items|заголовок|шапка|тело|строки|товары|таблица)\]\s*", re.IGNORECASE
)
_UNIT = re.compile(
    r"\W*(?:в\s|in\s)?(?:тыс|млн|млрд|мың|миң|трлн|thousand|million|billion|us\s?\$|usd|долл|\d,?000)", re.IGNORECASE
)

Known = Callable[[str], bool]


class HeaderCell(NamedTuple):
    """A cell of the header, or of the lines above it."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """Header rows and the first row of data, counted from the top of the rows given, and the lines above."""

    rows: tuple[int, ...]
    first_row: int
    above: tuple[HeaderCell, ...]
    evidence: str

    def shifted(self, down: int, right: int) -> Header:
        """Count from the top left of the part instead of the rows given."""
        above = tuple(HeaderCell(c.row + down, c.column + right, c.text) for c in self.above)
        return Header(tuple(row + down for row in self.rows), self.first_row + down, above, self.evidence)


def find_header(rows: Sequence[Row], known: Known) -> Header | None:
    """Find the header among the first rows of a grid; None where nothing looks like one."""
    counts = [_known_count(row, known) for row in rows[:_LAST_HEADER]]
    best = _best(rows, counts)
    named = best < len(counts) and counts[best] >= 2 and counts[best] * 3 >= len(filled(rows[best]))
    if named and counts[best] >= _SURE:
        return _by_names(rows, counts, best)
    if rows and _are_identifiers(rows[0]) and not any(map(_are_identifiers, rows[1:3])):
        return _numbered(rows, 0, "the first row holds the names of fields")
    counting = next((i for i, row in enumerate(rows[:_LAST_HEADER]) if _are_counting(row)), None)
    if counting is not None and not named:
        return _numbered(rows, counting, "the headers only count")
    figures = _by_figures(rows)
    if named and not (figures and best in figures.rows):
        return _by_names(rows, counts, best)
    return figures


def _numbered(rows: Sequence[Row], at: int, evidence: str) -> Header:
    """Give a header of one row, and the row that numbers its columns where there is one."""
    last = at + is_numbering(rows[at + 1] if at + 1 < len(rows) else ())
    return Header(tuple(range(at, last + 1)), _first_filled(rows, last + 1), _lines(rows[:at]), evidence)


def _best(rows: Sequence[Row], counts: Sequence[int]) -> int:
    """Give the row with most known headers, unless one with enough of them and data of its own stands above it."""
    best = max(range(len(counts)), key=lambda i: (counts[i], -i), default=0)
    for i in range(best - 1):
        sure = counts[i] >= _SURE and counts[i] * 2 >= len(filled(rows[i]))
        if sure and any(
            not count and len(filled(row)) > 1 for row, count in zip(rows[i:best], counts[i:best], strict=True)
        ):
            return i
    return best


def _by_names(rows: Sequence[Row], counts: Sequence[int], best: int) -> Header:
    top = _names_above(rows, best)
    below = _names_below(rows, best, counts)
    first = _first_filled(rows, below + 1)
    evidence = f"{counts[best]} of {len(filled(rows[best]))} headers are known"
    return Header(tuple(range(top, below + 1)), first, _lines(rows[:top]), evidence)


def _known_count(row: Row, known: Known) -> int:
    """Count the known headers of a row, each once; a row with many figures has none."""
    seen = shapes(row)
    if sum(s in (Shape.NUMBER, Shape.DATE) for s in seen) * 3 > len(filled(row)):
        return 0
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    looked_at = texts[:_TELL_ENOUGH]
    found = len({cell.strip() for cell in looked_at if known(cell)})
    return found * len(texts) // len(looked_at) if looked_at else 0


def _names_above(rows: Sequence[Row], best: int) -> int:
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
    while last + 1 < len(counts) and last - best < 3:
        named = _names_too(rows[last + 1], counts[last + 1]) or _fills(rows[last + 1], rows[last], counts[last + 1])
        if not (named or _over_figures(rows, last + 1)):
            break
        last += 1
    return last


def _names_too(row: Row, known: int) -> bool:
    return is_numbering(row) or (known >= 2 and known * 2 > len(filled(row))) or _labels(row)


def _fills(row: Row, above: Row, known: int) -> bool:
    """Tell the lower row of a header whose upper cells are merged: words under all its gaps, half of them known."""
    cells = filled(row)
    gaps = set(range(len(above))) - set(filled(above))
    if len(gaps) < 2 or known < 2 or known * 2 < len(cells):
        return False
    words = all(seen in (Shape.TEXT, Shape.EMPTY) for seen in shapes(row))
    return words and gaps <= set(cells)


def _over_figures(rows: Sequence[Row], index: int) -> bool:
    """Tell a row of words only, in columns that hold figures in every row below: the lowest names, or the units."""
    row, below = rows[index], [shapes(row) for row in rows[index + 1 : index + 1 + _TELLING]]
    if len(below) < _TELLING or any(s not in (Shape.TEXT, Shape.EMPTY) for s in shapes(row)):
        return False
    figures = (Shape.NUMBER, Shape.DATE)
    return sum(all(at < len(seen) and seen[at] in figures for seen in below) for at in filled(row)) >= 2


def _labels(row: Row) -> bool:
    """Tell a lower header row, whose first columns are named above: short words only, the first cell empty."""
    cells = filled(row)
    if len(cells) < 2 or cells[0] == 0:
        return False
    return all(s in (Shape.TEXT, Shape.YEAR, Shape.EMPTY) for s in shapes(row)) and _repeats(row, cells)


def _repeats(row: Row, cells: Sequence[int]) -> bool:
    texts = [cell_text(row[i]).strip() for i in cells]
    return len(set(texts)) < len(texts) and max(map(len, texts)) <= 40


def _are_identifiers(row: Row) -> bool:
    """Tell the field names of a database: every cell filled, no two alike, letters and digits without blanks."""
    texts = [cell for cell in row if isinstance(cell, str) and _IDENTIFIER.fullmatch(cell)]
    return len(texts) >= 3 and len(texts) == len(row) == len(set(texts))


def _are_counting(row: Row) -> bool:
    """Tell headers that only count: C1, C2, C3 … as a program makes them up for columns without a name."""
    found = [_COUNTED.fullmatch(cell_text(row[i]).strip()) for i in filled(row)]
    numbers = [int(match[1]) for match in found if match]
    return (
        len(numbers) >= 3 and len(numbers) == len(found) and numbers == list(range(numbers[0], numbers[0] + len(found)))
    )


def is_numbering(row: Row) -> bool:
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
    return numeric * 2 >= len(values) and numeric >= min(2, max(1, width - 2)) and not is_numbering(row)


def _are_years(row: Row, seen: Sequence[Shape]) -> bool:
    """Tell a header of years from a row of data: two or more years and no other figure."""
    years = sum(s is Shape.YEAR for s in seen[1:])
    return years >= 2 and not any(s in (Shape.NUMBER, Shape.DATE) for s in seen)


def _block_above(rows: Sequence[Row], first: int) -> tuple[int, ...]:
    """Collect the header rows above the first row of data: those that stand over its figures, and labels among them.

    Blank rows may part them. A line of text in the first column alone right above the data heads a group of rows, and
    one above everything is the title.
    """
    over = _figure_columns(rows, first)
    block: list[int] = []
    labels: list[int] = []
    for i in range(first - 1, max(-1, first - 1 - _DEEPEST), -1):
        cells = filled(rows[i])
        if not cells:
            continue
        if (block and _is_unit_line(rows[i], cells)) or _is_section(rows[i], cells):
            break
        if over & set(cells) or (not block and _is_label_below(rows, i, first)):
            block += [*labels, i]
            labels = []
        elif block and cells[0] == 0 and len(cells) == 1:
            labels.append(i)
        elif block:
            break
    return tuple(sorted([*block, *_label_on_top(rows, block, labels)]))


def _figure_columns(rows: Sequence[Row], first: int) -> set[int]:
    """Tell the columns that hold figures in the first rows of data."""
    data = [shapes(row) for row in rows[first : first + 12]]
    width = max((len(row) for row in data), default=0)
    return {c for c in range(1, width) if any(c < len(row) and row[c] in _FIGURES for row in data)}


def _is_unit_line(row: Row, cells: Sequence[int]) -> bool:
    """Tell the line that names the unit of all figures: «тыс. долларов США» at one end of a line of its own."""
    return len(cells) == 1 and cells[0] > 0 and bool(_UNIT.match(cell_text(row[cells[0]])))


def _is_section(row: Row, cells: Sequence[int]) -> bool:
    """Tell a line like ``[Body]`` that parts one block of a file from the next."""
    return len(cells) == 1 and bool(_SECTION.fullmatch(cell_text(row[cells[0]])))


def opens_block(row: Row) -> bool:
    """Tell a line like ``[Body]`` that opens a block of other columns, as exchange files of trade programs have it."""
    return bool(row) and isinstance(row[0], str) and row[0].lstrip().startswith("[") and _opens(row)


def _opens(row: Row) -> bool:
    return len(filled(row)) == 1 and bool(_BLOCK.fullmatch(cell_text(row[0])))


def _is_label_below(rows: Sequence[Row], index: int, first: int) -> bool:
    """Tell the label of the first column, printed right below the others: a blank row parts it from the data."""
    above = filled(rows[index - 1]) if index else []
    return len(above) >= 2 and above[0] > 0 and index + 1 < first and not filled(rows[index + 1])


def _label_on_top(rows: Sequence[Row], block: Sequence[int], labels: Sequence[int]) -> list[int]:
    """Take a lone label right above the block where the block has none for the first column: not the title."""
    if not block or not labels or labels[0] != min(block) - 1 or any(0 in filled(rows[i]) for i in block):
        return []
    text = cell_text(rows[labels[0]][0]).strip()
    is_title = labels[0] == 0 or len(text) > 40 or text.startswith(("(", "["))
    return [] if is_title else [labels[0]]


def _first_filled(rows: Sequence[Row], start: int) -> int:
    for i in range(start, len(rows)):
        if len(filled(rows[i])) > 1:
            return i
    return start


def _lines(rows: Sequence[Row]) -> tuple[HeaderCell, ...]:
    """List what stands above the header: titles, dates, the unit line."""
    return tuple(HeaderCell(r, c, cell_text(row[c]).strip()) for r, row in enumerate(rows) for c in filled(row))
