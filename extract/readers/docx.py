"""Word documents: paragraphs and tables in their order as text, and each table as a sheet."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from extract.errors import Damaged
from extract.model import Cell, Issue, Part, Row, Source
from extract.readers.contract import Head
from extract.readers.docx_second import read_second
from extract.readers.lines import text_parts
from extract.readers.merged import Merged
from extract.readers.sheets import LaidTable, table_parts

name = "docx"
GAP = "   "
MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def claims(head: Head) -> float:
    """Take WordprocessingML packages."""
    return 0.9 if head.kind == "docx" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the text with headers and footers first, then the tables."""
    try:
        document = opened(path)
    except Damaged as refusal:
        yield from read_second(source, path, refusal)
        return
    number = 0
    for part in text_parts(source, lines_of(document)):
        number = part.place.part
        yield part
    yield from table_parts(source, (laid_out(table) for table in document.tables), number + 1)


def opened(path: Path) -> Any:
    """Open the package; its own error types become ours."""
    import docx
    import docx.opc.exceptions
    import lxml.etree

    package = (docx.opc.exceptions.OpcError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError)
    content = (KeyError, ValueError, AttributeError, lxml.etree.LxmlError)
    try:
        return docx.Document(str(path))
    except (*package, *content) as error:
        raise Damaged(f"the Word document is damaged: {error}") from error


def lines_of(document: Any) -> Iterator[str]:
    """Yield headers, then the body's paragraphs and table rows in order, then footers."""
    sections = list(document.sections)[:1]
    for section in sections:
        yield from filter(None, paragraphs(section.header._element))
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from (GAP.join(str(cell) for cell in row if cell) for row in rows_of(block))
        else:
            yield from paragraphs(block._element)
    for section in sections:
        yield from filter(None, paragraphs(section.footer._element))


def rows_of(table: Any) -> Sequence[Row]:
    """Give the rows; a merged cell stands in its first place, None in the others."""
    return laid_out(table).rows


def laid_out(table: Any) -> LaidTable:
    """Give the rows and the merged cells; python-docx repeats the same element for each place of a span."""
    first: dict[Any, tuple[int, int]] = {}
    last: dict[Any, int] = {}
    rows: list[list[Cell]] = []
    for number, row in enumerate(table.rows):
        rows.append([])
        for column, cell in enumerate(row.cells):
            begin = first.setdefault(cell._tc, (number, column))
            last[cell._tc] = number
            rows[-1].append("\n".join(paragraphs(cell._tc)).strip() if begin == (number, column) else None)
    return LaidTable(rows, Merged().add_all([(top, last[cell], column) for cell, (top, column) in first.items()]))


def paragraphs(element: Any) -> list[str]:
    """Give the text of each paragraph in an element, those in text boxes and tables inside cells too."""
    texts: dict[Any, list[str]] = {}
    for node in element.iter():
        tag = str(node.tag).rpartition("}")[2]
        if tag == "p":
            texts[node] = []
        elif tag in MARKS or tag == "t":
            owner = next((above for above in node.iterancestors() if above in texts), None)
            if owner is not None and not is_fallback(node):
                texts[owner].append(MARKS.get(tag) or node.text or "")
    return [line for parts in texts.values() for line in "".join(parts).split("\n")]


def is_fallback(node: Any) -> bool:
    """Tell the copy of a text box that is kept for old programs."""
    return any(str(above.tag).endswith("}Fallback") for above in node.iterancestors())
