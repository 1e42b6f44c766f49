"""Ways to lay the goods of a paper out: tables, columns without rules, blocks of places one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from reportlab.pdfbase.pdfmetrics import stringWidth

from corpus_samples.generate.forms.layouts import (
    LEFT,
    RIGHT,
    Entry,
    Sheet,
    above,
    boxes,
    hung,
    inline,
    left,
    pairs,
    split,
    wrapped,
)

Rows = Sequence[Sequence[Entry]]
RULED_GAP, OPEN_GAP, TIGHT_GAP = 6, 12, 8
"""What is left free between two columns, where a rule parts them and where nothing does."""
WHOLE = 190
"""A block of goods is not torn over two pages: so much room is kept for it."""


def table(sheet: Sheet, rows: Rows) -> None:
    """Rule a table under a row of headers."""
    edges = _edges(sheet, rows)
    _header(sheet, rows[0], edges, ruled=True)
    for row in rows:
        _row(sheet, row, edges, ruled=True)


def open_table(sheet: Sheet, rows: Rows) -> None:
    """Print headers and columns without any rule."""
    edges = _edges(sheet, rows)
    _header(sheet, rows[0], edges, ruled=False)
    for row in rows:
        _row(sheet, row, edges, ruled=False)
        sheet.y += 3


def columns(sheet: Sheet, rows: Rows) -> None:
    """Rule the columns from top to bottom, nothing between the lines of goods; as waybills do."""
    edges = _edges(sheet, rows)
    top = sheet.y
    _header(sheet, rows[0], edges, ruled=False)
    sheet.paper.line(LEFT, sheet.y, RIGHT, sheet.y)
    for row in rows:
        _row(sheet, row, edges, ruled=False)
    sheet.y += 16
    for x0, x1 in pairwise(edges):
        sheet.paper.box(x0, top, x1 - x0, sheet.y - top)


def loose_table(sheet: Sheet, rows: Rows) -> None:
    """Print columns without rules, a line under the headers and under each line of goods."""
    edges = _edges(sheet, rows)
    _header(sheet, rows[0], edges, ruled=False)
    for row in rows:
        sheet.paper.line(LEFT, sheet.y, RIGHT, sheet.y)
        _row(sheet, row, edges, ruled=False)


def spaced_table(sheet: Sheet, rows: Rows) -> None:
    """Print columns without any rule and figures to the right of their column."""
    edges = _edges(sheet, rows)
    _header(sheet, rows[0], edges, ruled=False)
    for row in rows:
        height = max(sheet.heights(e, edges[at + 1] - edges[at] - OPEN_GAP)[1] for at, e in enumerate(row)) + 8
        sheet.room(height)
        for at, entry in enumerate(row):
            wide = edges[at + 1] - edges[at] - OPEN_GAP
            figure = len(entry.lines) == 1 and entry.lines[0][:1].isdigit()
            shift = wide - stringWidth(entry.lines[0], sheet.style.font, sheet.style.size) if figure else 0
            sheet.value(edges[at] + 3 + max(shift, 0), sheet.y + 4, entry.lines, wide)
        sheet.y += height


def tight_table(sheet: Sheet, rows: Rows) -> None:
    """Print columns without rules and hardly parted: every label wraps, and the paper keeps to a part of its width."""
    edges = [LEFT + (edge - LEFT) * 0.8 for edge in _edges(sheet, rows)]
    for at in range(len(rows[0])):
        words = [
            word
            for cell in (rows[0][at].head, *(line for row in rows for line in row[at].lines))
            for word in cell.split()
        ]
        widest = max(stringWidth(word, sheet.style.font, sheet.style.size) for word in words)
        edges[at + 1] = max(edges[at + 1], edges[at] + widest + TIGHT_GAP)
    for at_row, row in enumerate((None, *rows)):
        cells = [(e.head,) for e in rows[0]] if row is None else [e.lines for e in row]
        widths = [edges[at + 1] - edges[at] - TIGHT_GAP for at in range(len(cells))]
        height = max(
            sheet.heights(Entry("", "", lines), wide)[1] for lines, wide in zip(cells, widths, strict=True)
        ) + (4 if at_row else 8)
        sheet.room(height)
        for x, lines, wide in zip(edges, cells, widths, strict=False):
            sheet.value(x, sheet.y, lines, wide)
        sheet.y += height


def centred_table(sheet: Sheet, rows: Rows) -> None:
    """Rule a table whose headers and values stand in the middle of their cells."""
    edges = _edges(sheet, rows)
    style = sheet.style
    for cells in ([(e.head,) for e in rows[0]], *[[e.lines for e in row] for row in rows]):
        widths = [edges[at + 1] - edges[at] for at in range(len(cells))]
        wrapped_ = [
            [part for line in lines for part in wrapped(line, style.font, style.size, wide - RULED_GAP)]
            for lines, wide in zip(cells, widths, strict=True)
        ]
        height = max(map(len, wrapped_)) * style.size * 1.25 + 6
        sheet.room(height)
        for x, lines, wide in zip(edges, wrapped_, widths, strict=False):
            sheet.paper.box(x, sheet.y, wide, height)
            top = sheet.y + (height - len(lines) * style.size * 1.25) / 2
            for at, line in enumerate(lines):
                shift = (wide - stringWidth(line, style.font, style.size)) / 2
                sheet.value(x + shift, top + at * style.size * 1.25 - 2, (line,), wide)
        sheet.y += height


def blocks(sheet: Sheet, rows: Rows) -> None:
    """Give each line of goods its own boxes, as declarations do."""
    for row in rows:
        sheet.room(WHOLE)
        boxes(sheet, row)
        sheet.y += 4


def paired(sheet: Sheet, rows: Rows) -> None:
    """Give each line of goods rows of label and value."""
    for row in rows:
        sheet.room(WHOLE)
        pairs(sheet, row)
        sheet.y += 6


def stacked(sheet: Sheet, rows: Rows) -> None:
    """Print each line of goods as lines of label and value."""
    for row in rows:
        sheet.room(WHOLE)
        inline(sheet, row)
        sheet.y += 6


def stacked_left(sheet: Sheet, rows: Rows) -> None:
    """Print each line of goods with its labels in a left column."""
    for row in rows:
        sheet.room(WHOLE)
        left(sheet, row)
        sheet.y += 8


def stacked_above(sheet: Sheet, rows: Rows) -> None:
    """Print each line of goods with labels over values, three in a row."""
    for row in rows:
        sheet.room(WHOLE)
        above(sheet, row, most=3)
        sheet.y += 8


def stacked_split(sheet: Sheet, rows: Rows) -> None:
    """Give each line of goods ruled places on the left and on the right, whose rules do not meet."""
    for row in rows:
        sheet.room(WHOLE)
        split(sheet, row)
        sheet.y += 6


def headed_table(sheet: Sheet, rows: Rows) -> None:
    """Rule the headers alone; the lines of goods stand under them in columns without rules."""
    edges = _edges(sheet, rows)
    _header(sheet, rows[0], edges, ruled=True)
    for row in rows:
        _row(sheet, row, edges, ruled=False)
        sheet.y += 2


def stacked_hung(sheet: Sheet, rows: Rows) -> None:
    """Print each line of goods with its labels flush right against their values."""
    for row in rows:
        sheet.room(WHOLE)
        hung(sheet, row)
        sheet.y += 8


def _edges(sheet: Sheet, rows: Rows) -> list[float]:
    """Give each column what its longest word needs, and share out what is left by the length of its texts."""
    needed = [_needed(sheet, [row[at] for row in rows]) for at in range(len(rows[0]))]
    longest = [min(max(len(line) for row in rows for line in row[at].lines), 30) for at in range(len(rows[0]))]
    free = max(RIGHT - LEFT - sum(needed), 0)
    edges = [float(LEFT)]
    for least, length in zip(needed, longest, strict=True):
        edges.append(edges[-1] + least + free * length / sum(longest))
    return edges


def _needed(sheet: Sheet, cells: Sequence[Entry]) -> float:
    style = sheet.style
    heads = (stringWidth(word, style.label_font, style.label_size) for word in cells[0].head.split())
    values = (
        stringWidth(word, style.font, style.size) for cell in cells for line in cell.lines for word in line.split()
    )
    return max(*heads, *values) + OPEN_GAP


def _header(sheet: Sheet, row: Sequence[Entry], edges: Sequence[float], *, ruled: bool) -> None:
    gap = RULED_GAP if ruled else OPEN_GAP
    height = max(sheet.heights(e, edges[at + 1] - edges[at] - gap)[0] for at, e in enumerate(row)) + 5
    sheet.room(height + 40)
    for at, entry in enumerate(row):
        if ruled:
            sheet.paper.box(edges[at], sheet.y, edges[at + 1] - edges[at], height)
        sheet.label(edges[at] + 3, sheet.y + 1, entry.head, edges[at + 1] - edges[at] - gap)
    sheet.y += height


def _row(sheet: Sheet, row: Sequence[Entry], edges: Sequence[float], *, ruled: bool) -> None:
    gap = RULED_GAP if ruled else OPEN_GAP
    height = max(sheet.heights(e, edges[at + 1] - edges[at] - gap)[1] for at, e in enumerate(row)) + 5
    sheet.room(height)
    for at, entry in enumerate(row):
        if ruled:
            sheet.paper.box(edges[at], sheet.y, edges[at + 1] - edges[at], height)
        sheet.value(edges[at] + 3, sheet.y + 1, entry.lines, edges[at + 1] - edges[at] - gap)
    sheet.y += height


Items = Callable[[Sheet, Rows], None]
SEEN: dict[str, Items] = {
    "table": table,
    "columns": columns,
    "stacked": stacked,
    "loose_table": loose_table,
    "spaced_table": spaced_table,
}
HELD_OUT: dict[str, Items] = {"open_table": open_table, "stacked_left": stacked_left}
BOXED_SEEN: dict[str, Items] = {"blocks": blocks, "stacked": stacked, "paired": paired, "loose_table": loose_table}
BOXED_HELD_OUT: dict[str, Items] = {"stacked_above": stacked_above, "stacked_left": stacked_left, "table": table}
THIRD: dict[str, Items] = {"tight_table": tight_table, "centred_table": centred_table}
BOXED_THIRD: dict[str, Items] = {"stacked_split": stacked_split, "centred_table": centred_table}
UNSEEN: dict[str, Items] = {"headed_table": headed_table}
BOXED_UNSEEN: dict[str, Items] = {"stacked_hung": stacked_hung}
