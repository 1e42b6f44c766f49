"""A page too long to be held as a tree: the rows of its tables as they end, then the text outside of tables."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from extract.model import Issue, Part, Place, Row, Source
from extract.readers.html_tables import Laid as LaidCell
from extract.readers.html_tables import Layout, is_wider, span, wide_spans
from extract.readers.html_text import BLOCKS
from extract.readers.lines import text_parts
from extract.readers.merged import Merged
from extract.readers.sheets import sheet_part
from extract.text import declared_or_seen

CHUNK = 1 << 16
HEAD = 1 << 18
MOST_LINES = 10_000
"""Of a page with more lines outside of tables the text is read once more from its begin."""
SILENT = frozenset(("script", "style", "template"))
_BLANKS = re.compile(r"\s+")

Laid = tuple[int, Row, Merged]
"""A row with the number of its table and the table's merged cells so far."""

Found = Laid | str
"""A row, or a line of text."""


def streamed(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield a sheet per table, then the text, each read when it is asked for."""
    with path.open("rb") as file:
        decided = declared_or_seen(file.read(HEAD))
    encoding, said = decided.name, decided.said
    target = Target()
    found = Ahead(events(path, encoding, target))
    number = 0
    while (table := found.next_table()) is not None:
        number += 1
        merged = found.held[2] if found.held else None
        yield sheet_part(source, number, f"table {number}", found.rows(table), said, merged=merged)
    again = (one for one in events(path, encoding, Target()) if isinstance(one, str))
    yield from text_parts(source, again if found.left_out else found.lines, said, number + 1)
    message = "the page is long: its text is read without what its tables hold, and tables around tables as text"
    yield Issue(Place(source.sha256, 1), "long_page", message)
    yield from wide_spans(Place(source.sha256, 1), target.wide)


class Ahead:
    """Hand the rows of one table after the other out; lines of text on the way are kept as long as they are few."""

    def __init__(self, found: Iterator[Found]) -> None:
        self.rest = filter(None, map(self._row, found))
        self.held: Laid | None = None
        self.lines: list[str] = []
        self.left_out = False

    def _row(self, one: Found) -> Laid | None:
        if not isinstance(one, str):
            return one
        if len(self.lines) < MOST_LINES:
            self.lines.append(one)
        else:
            self.left_out = True
        return None

    def next_table(self) -> int | None:
        """Give the number of the table whose row comes next."""
        self.held = self.held or next(self.rest, None)
        return self.held[0] if self.held else None

    def rows(self, table: int) -> Iterator[Row]:
        """Yield rows as long as they are of this table."""
        while self.next_table() == table and self.held:
            row, self.held = self.held[1], None
            yield row


def events(path: Path, encoding: str, target: Target) -> Iterator[Found]:
    """Parse piece by piece, and yield what has ended."""
    from lxml import etree

    parser: Any = etree.HTMLParser(target=cast("Any", target), encoding="utf-8", huge_tree=True)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        while chunk := file.read(CHUNK):
            parser.feed(chunk.encode("utf-8", "replace"))
            yield from target.taken()
    parser.close()
    yield from target.taken()


class Target:
    """Take the parser's calls and keep the rows and lines that are complete."""

    def __init__(self) -> None:
        self.done: deque[Found] = deque()
        self.open: list[OpenTable] = []
        self.count = 0
        self.silent = 0
        self.wide = 0
        self.line: list[str] = []

    def taken(self) -> Iterator[Found]:
        """Give away what is complete."""
        while self.done:
            yield self.done.popleft()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open a table, a row or a cell."""
        if tag in SILENT:
            self.silent += 1
        if tag in BLOCKS:
            self._end_line()
        if tag == "table":
            for around in self.open:
                around.arranges = True
            self.count += 1
            self.open.append(OpenTable(self.count))
        elif tag in ("td", "th") and self.open:
            self.wide += is_wider(attributes)
            self.open[-1].begin(attributes)

    def end(self, tag: str) -> None:
        """Close it, and keep the row."""
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        if tag in BLOCKS:
            self._end_line()
        if not self.open:
            return
        if tag == "tr":
            self._end_row(self.open[-1])
        elif tag == "table":
            self._end_row(self.open.pop())

    def data(self, text: str) -> None:
        """Add words to the cell or line they stand in."""
        if self.silent:
            return
        if self.open and self.open[-1].cells:
            self.open[-1].words.append(text)
        else:
            self.line.append(text)

    def close(self) -> None:
        """End what was left open."""
        while self.open:
            self._end_row(self.open.pop())
        self._end_line()

    def _end_row(self, table: OpenTable) -> None:
        cells = table.ended()
        if cells and table.arranges:
            self.done.extend(cell.text for cell in cells if cell.text)
        elif cells:
            self.done.append((table.number, table.layout.row(cells), table.layout.merged))

    def _end_line(self) -> None:
        text = _BLANKS.sub(" ", "".join(self.line)).strip()
        self.line.clear()
        if text:
            self.done.append(text)


class OpenTable:
    """A table whose end has not come."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.arranges = False
        self.layout = Layout()
        self.cells: list[LaidCell] = []
        self.words: list[str] = []

    def begin(self, attributes: Mapping[str, str]) -> None:
        """Open a cell; the one before has ended."""
        self._fill()
        self.cells.append(LaidCell("", span(attributes, "colspan"), span(attributes, "rowspan")))

    def ended(self) -> list[LaidCell]:
        """Give the cells of the row that ended."""
        self._fill()
        cells, self.cells = self.cells, []
        return cells

    def _fill(self) -> None:
        if self.cells:
            text = _BLANKS.sub(" ", " ".join(self.words)).strip()
            self.cells[-1] = self.cells[-1]._replace(text=text)
        self.words.clear()
