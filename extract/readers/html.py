"""HTML: its text, and each table of data as a sheet. A page too long for a tree is read as it flows by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.errors import Damaged
from extract.model import Issue, Part, Place, Source
from extract.readers.contract import Head
from extract.readers.html_archive import pages
from extract.readers.html_stream import streamed
from extract.readers.html_tables import holds_data, is_hidden, is_wider, table_of, wide_spans
from extract.readers.html_text import bare_lines, lines_of
from extract.readers.lines import text_part, text_parts
from extract.readers.sheets import table_parts
from extract.text import declared_or_seen

name = "html"
WHOLE = 4 << 20
"""A page of so many bytes may be held as a tree, which takes ten times as much."""


def claims(head: Head) -> float:
    """Take HTML, also where it calls itself a workbook."""
    return 0.9 if head.kind == "html" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the text first, then the tables; of a long page the tables first."""
    if path.stat().st_size > WHOLE:
        yield from streamed(source, path)
        return
    number = 0
    for title, data in pages(path.read_bytes()):
        for item in read_page(source, title, data, number):
            number = item.place.part if isinstance(item, Part) else number
            yield item
    if not number:
        yield text_part(source, 1, (), {})


def read_page(source: Source, title: str, data: bytes, before: int) -> Iterator[Part | Issue]:
    """Yield the text of a page, its tables, and what a browser would not have shown of them."""
    encoding = declared_or_seen(data)
    root, complete = parse(data, encoding.name)
    lines = lines_of(root) if complete else bare_lines(data, encoding.name)
    said = encoding.said
    number = before
    for part in text_parts(source, lines, said, before + 1):
        number = part.place.part
        yield part
    tables = (table_of(table) for table in root.iter("table") if holds_data(table))
    yield from table_parts(source, tables, number + 1, title)
    yield from issues_of(root, complete, Place(source.sha256, before + 1))


def issues_of(root: Any, complete: bool, place: Place) -> Iterator[Issue]:
    """Say what is not as it looks."""
    if not complete:
        yield Issue(place, "nesting", "the page is nested too deep; its text is read without structure")
    hidden = sum(is_hidden(element.attrib) for element in root.iter("tr", "td", "th", "table", "col"))
    if hidden:
        yield Issue(place, "hidden", f"{hidden} rows, cells or tables are hidden on the page; they are read")
    yield from wide_spans(place, sum(is_wider(cell.attrib) for cell in root.iter("td", "th")))


def parse(data: bytes, encoding: str) -> tuple[Any, bool]:
    """Parse leniently; tell whether the parser came to the end."""
    import lxml.etree
    import lxml.html

    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = lxml.html.document_fromstring(data.decode(encoding, errors="replace").encode(), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise Damaged(f"not readable as HTML: {error}") from error
    lxml.etree.strip_elements(root, "script", "style", "template", lxml.etree.Comment, with_tail=False)
    return root, not parser.error_log.filter_from_fatals()
