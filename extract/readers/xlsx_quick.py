"""The rows of a worksheet cut out of its XML as text, as spreadsheet programs write it: quicker than any parser.

With the compiled helper they come as columns (xlsx_columns), without it one by one: the same cells both ways.
A row that is written in an unusual way is parsed; where even that cannot be, Unusual is raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from xml.etree import ElementTree

from extract.model import Row, RowBlocks
from extract.readers.ooxml_package import Package
from extract.readers.ooxml_pieces import Unusual, pieces
from extract.readers.ranges import edges
from extract.readers.sheet_notes import Notes
from extract.readers.xlsx_around import is_extract, merged_in
from extract.readers.xlsx_book import Book
from extract.readers.xlsx_cells import CANNOT, Cells
from extract.readers.xlsx_columns import Columns
from extract.readers.xlsx_layout import Layout, layout_of
from extract.readers.xlsx_sheet import Numbered, Places, in_blocks, parsed_row
from extract.readers.xlsx_strings import unescaped, unescaped_by_excel

TAG = re.compile(r"\s*<row\b([^>]*)>")
NUMBER = re.compile(r'\br="(\d{1,7})"')
HIDDEN = re.compile(r'\bhidden="(?:1|true)"')
FORMULA = re.compile(r"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)")
INLINE = re.compile(r'<is>\s*<t(?: xml:space="preserve")?>([^<]*)</t>\s*</is>')
PREFIXED = re.compile(r'\s\w+:\w+="[^"]*"')
REMEMBERED = 10_000
VALUE = "<v>"
CLOSED = "</row>"
BEGIN = 1_000
FEW = 16
"""Rows that are read one by one where one of them cannot be cut."""


class QuickRows(RowBlocks):
    """The rows of one sheet in blocks, by columns where the compiled helper cuts them. Raises Unusual."""

    def __init__(self, package: Package, part: str, book: Book, notes: Notes) -> None:
        note = partial(note_merged, notes) if part in package and is_extract(package, part) else None
        self.pieces = pieces(package, part, b"<row", b"</row>", b"</sheetData>", note)
        self.rows = Rows(book, notes)
        self.columns = Columns(self.rows.cells)
        self.places = Places()

    def blocks(self) -> Iterator[Sequence[Row]]:
        """Give the rows from the first row of the sheet on."""
        return chain.from_iterable(map(self.blocks_of, self.pieces))

    def blocks_of(self, piece: str) -> Iterator[Sequence[Row]]:
        """Give the rows of whole elements; those at the begin of a sheet, where headers stand, are not cut."""
        at = 0
        while at < len(piece):
            cut = self.columns.cut(piece, at, self.places.following + 1) if self.places.following >= BEGIN else None
            if cut:
                block, at = cut
                self.places.following += len(block)
                yield block
            else:
                few = max(FEW, BEGIN - self.places.following)
                stop = behind(piece, at, few) if self.columns.cutter else len(piece)
                elements = piece[at:stop].split(CLOSED)
                yield from in_blocks(self.places.placed(chain.from_iterable(map(self.rows.read, elements))))
                at = stop


def behind(piece: str, at: int, rows: int) -> int:
    """Give where the next rows end."""
    for _ in range(rows):
        stop = piece.find(CLOSED, at)
        if stop < 0:
            return len(piece)
        at = stop + len(CLOSED)
    return at


def note_merged(notes: Notes, blocks: Iterator[bytes]) -> None:
    """Note the merged cells of a sheet whose rows have flowed by."""
    ranges = merged_in(blocks)
    if ranges:
        top, _, left, _ = edges(ranges[0]) or (0, 0, 0, 0)
        notes.add("merged", top, left, len(ranges))


class Rows:
    """Reads rows, and remembers how they were laid out."""

    def __init__(self, book: Book, notes: Notes) -> None:
        self.cells = Cells(book, unescaped)
        self.parsed_cells = Cells(book, unescaped_by_excel)
        self.notes = notes
        self.layouts: dict[str, Layout] = {}
        # Above that, a row's number cannot be mistaken for the number of a style.
        self.least = max(len(book.styles), 1)

    def read(self, element: str) -> Iterator[Numbered]:
        """Read what stands before a closing tag: empty rows, then one with cells."""
        at = 0
        while tag := TAG.match(element, at):
            at = tag.end()
            claimed = NUMBER.search(tag[1])
            number = int(claimed[1]) - 1 if claimed else None
            if HIDDEN.search(tag[1]):
                self.notes.add("hidden_rows", number or 0)
            if not tag[1].endswith("/"):
                yield number, self.cells_of(element[at:], number)
                return
            yield number, []
        if element[at:].strip():
            raise Unusual

    def cells_of(self, body: str, number: int | None) -> Row:
        """Read the cells of a row by its layout."""
        plain = FORMULA.sub("<f/>", body) if "<f" in body else body
        plain = INLINE.sub(r"<v>\1</v>", plain) if "<is" in plain else plain
        texts = plain.replace("</v>", VALUE).split(VALUE)
        try:
            layout = self.layout(VALUE.join(texts[::2]), number)
            row = layout.row(texts[1::2])
        except (Unusual, *CANNOT):
            return self.parsed(body, number or 0)
        for column in layout.errors:
            self.notes.add("errors", number or 0, column)
        return row

    def layout(self, tags: str, number: int | None) -> Layout:
        """Give the layout of a row whose tags are these; the row's number is all in them that differs."""
        if number is not None and number > self.least:
            tags = tags.replace(f'{number + 1}"', '"')
        known = self.layouts.get(tags)
        if known is None:
            if len(self.layouts) >= REMEMBERED:
                self.layouts.clear()
            known = self.layouts[tags] = layout_of(tags, self.cells)
        return known

    def parsed(self, body: str, number: int) -> Row:
        """Read the cells of a row by a parser."""
        try:
            element = ElementTree.fromstring(f"<row>{PREFIXED.sub('', body)}</row>")
        except ElementTree.ParseError:
            raise Unusual from None
        return parsed_row(element, self.parsed_cells, self.notes, number)
