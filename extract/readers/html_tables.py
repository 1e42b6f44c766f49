"""An HTML table as rows: a cell over several columns or rows stands in the first, None in the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from extract.model import Cell, Issue, Place
from extract.readers.html_text import BLOCKS
from extract.readers.merged import Merged
from extract.readers.sheets import LaidTable

MOST_COLUMNS = 16_384
MOST_SPAN = 1_000
_BREAK = "\0"
"""Ends a line inside a cell; no page holds this sign, its parsers leave it out."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


class Laid(NamedTuple):
    """A cell with the columns and rows it stands over."""

    text: str
    width: int = 1
    height: int = 1


class Layout:
    """Lay the rows of one table out, one after the other."""

    def __init__(self) -> None:
        self.above: dict[int, int] = {}
        """Column -> rows it is still covered by a cell from above."""
        self.merged = Merged()
        self.rows = 0

    def row(self, cells: Iterable[Laid]) -> list[Cell]:
        """Lay one row out below the cells that reach down into it."""
        row: list[Cell] = []
        below = {column: left - 1 for column, left in self.above.items() if left > 1}
        for cell in cells:
            while self.above.get(len(row)):
                row.append(None)
            self.merged.add(self.rows, self.rows + cell.height - 1, len(row))
            if cell.height > 1:
                below.update(dict.fromkeys(range(len(row), len(row) + cell.width), cell.height - 1))
            row.append(cell.text)
            row.extend([None] * min(cell.width - 1, MOST_COLUMNS - len(row)))
        self.above = below
        self.rows += 1
        return row


def table_of(table: Any) -> LaidTable:
    """Lay the cells of a table out, spans filled with None; the rows of tables inside its cells are not its own."""
    layout = Layout()
    rows = [layout.row(map(laid, row.iterchildren("td", "th"))) for row in own_rows(table)]
    return LaidTable(rows, layout.merged)


def own_rows(table: Any) -> Iterator[Any]:
    """Yield the rows of a table itself."""
    if is_leaf(table):
        yield from table.iter("tr")
        return
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is table:
            yield row


def is_leaf(table: Any) -> bool:
    """Tell a table that holds no other."""
    return next(table.iterdescendants("table"), None) is None


def holds_data(table: Any) -> bool:
    """Tell a table of data from one that only arranges other tables: two rows have two cells of words of their own."""
    if is_leaf(table):
        return True
    wordy = 0
    for row in own_rows(table):
        cells = [cell for cell in row.iterchildren("td", "th") if next(cell.iterdescendants("table"), None) is None]
        wordy += sum(bool(text_of(cell)) for cell in cells) > 1
    return wordy > 1


def laid(cell: Any) -> Laid:
    """Read a cell with its spans."""
    return Laid(text_of(cell), span(cell.attrib, "colspan"), span(cell.attrib, "rowspan"))


def span(attributes: Any, name: str) -> int:
    """Read a span; nonsense counts as one."""
    value = attributes.get(name, "1").strip()
    return max(1, min(int(value[:9]), MOST_SPAN)) if value.isascii() and value.isdigit() else 1


def is_wider(attributes: Any) -> bool:
    """Tell a cell whose span is past any real one."""
    values = (attributes.get(name, "1") for name in ("colspan", "rowspan"))
    return any(value.isascii() and value.isdigit() and int(value[:9]) > MOST_SPAN for value in values)


def wide_spans(place: Place, count: int) -> Iterator[Issue]:
    """Say how many cells claim to stand over more than anybody lays out."""
    if count:
        yield Issue(place, "span", f"{count} cells claim to stand over more than {MOST_SPAN:,} columns or rows")


def text_of(cell: Any) -> str:
    """Give the words of a cell line by line, with single blanks; those of a table inside it are left to that table."""
    if not len(cell):
        return " ".join((cell.text or "").split())
    lines = " ".join(_own_texts(cell)).split(_BREAK)
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _own_texts(cell: Any) -> Iterator[str]:
    """Yield texts outside the tables of a cell. By events, since nesting may be deeper than the stack."""
    from lxml import etree

    depth = 0
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if element.tag == "table":
            depth += 1 if event == "start" else -1
        if element.tag in BLOCKS and element is not cell:
            yield _BREAK
        text = element.text if event == "start" else element.tail if element is not cell else None
        if text and not depth:
            yield text


def is_hidden(attributes: Any) -> bool:
    """Tell what a browser would not show."""
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))
