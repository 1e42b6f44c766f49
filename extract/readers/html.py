"""HTML: its text, and each table that holds no other table as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.errors import Damaged
from extract.model import Issue, Part, Place, Source
from extract.readers.contract import Head
from extract.readers.html_tables import rows_of
from extract.readers.html_text import bare_lines, lines_of
from extract.readers.lines import text_parts
from extract.readers.sheets import table_parts
from extract.text import declared_or_seen

name = "html"


def claims(head: Head) -> float:
    """Take HTML, also where it calls itself a workbook."""
    return 0.9 if head.kind == "html" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the text first, then the tables."""
    data = path.read_bytes()
    encoding = declared_or_seen(data).name
    root, complete = parse(data, encoding)
    lines = lines_of(root) if complete else bare_lines(data, encoding)
    number = 0
    for part in text_parts(source, lines, {"encoding": encoding}):
        number = part.place.part
        yield part
    yield from table_parts(source, (rows_of(table) for table in root.iter("table") if is_leaf(table)), number + 1)
    if not complete:
        yield Issue(
            Place(source.sha256, 1), "nesting", "the page is nested too deep; its text is read without structure"
        )


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


def is_leaf(table: Any) -> bool:
    """Tell a table of data from one that only arranges other tables."""
    return next(table.iterdescendants("table"), None) is None
