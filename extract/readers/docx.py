"""Word documents: paragraphs and tables in their order as text, and each table as a sheet."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.errors import Damaged
from extract.model import Cell, Issue, Part, Source
from extract.readers.contract import Head
from extract.readers.lines import text_parts
from extract.readers.sheets import table_parts

name = "docx"
GAP = "   "


def claims(head: Head) -> float:
    """Take WordprocessingML packages."""
    return 0.9 if head.kind == "docx" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the text with headers and footers first, then the tables."""
    document = opened(path)
    number = 0
    for part in text_parts(source, lines_of(document)):
        number = part.place.part
        yield part
    yield from table_parts(source, (rows_of(table) for table in document.tables), number + 1)


def opened(path: Path) -> Any:
    """Open the package; its own error types become ours."""
    import docx
    import docx.opc.exceptions
    import lxml.etree

    damage = (docx.opc.exceptions.OpcError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, lxml.etree.LxmlError)
    try:
        return docx.Document(str(path))
    except damage as error:
        raise Damaged(f"the Word document is damaged: {error}") from error


def lines_of(document: Any) -> Iterator[str]:
    """Yield headers, then the body's paragraphs and table rows in order, then footers."""
    sections = list(document.sections)
    yield from (p.text for section in sections[:1] for p in section.header.paragraphs if p.text)
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from (GAP.join(str(cell) for cell in row if cell) for row in rows_of(block))
        else:
            yield from block.text.split("\n")
    yield from (p.text for section in sections[:1] for p in section.footer.paragraphs if p.text)


def rows_of(table: Any) -> list[list[Cell]]:
    """Give the rows; a merged cell stands in its first place, None in the others."""
    seen: set[Any] = set()
    return [[first_time(cell, seen) for cell in row.cells] for row in table.rows]


def first_time(cell: Any, seen: set[Any]) -> str | None:
    """Give a cell's text once; python-docx repeats the same element for each place of a span."""
    if cell._tc in seen:
        return None
    seen.add(cell._tc)
    return str(cell.text)
