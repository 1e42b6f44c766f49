"""HTML: its text, and each table that holds no other table as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.errors import Damaged
from extract.model import Issue, Part, Source
from extract.readers.contract import Head
from extract.readers.decoded import evidence
from extract.readers.html_tables import rows_of
from extract.readers.html_text import lines_of
from extract.readers.lines import text_parts
from extract.readers.sheets import table_parts
from extract.text import detect_encoding

name = "html"


def claims(head: Head) -> float:
    """Take HTML, also where it calls itself a workbook."""
    return 0.9 if head.kind == "html" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the text first, then the tables."""
    root = parse(path)
    number = 0
    for part in text_parts(source, lines_of(root)):
        number = part.place.part
        yield part
    yield from table_parts(source, (rows_of(table) for table in root.iter("table") if is_leaf(table)), number + 1)


def parse(path: Path) -> Any:
    """Parse leniently, with the encoding the page declares or, failing that, the one its bytes show."""
    import lxml.etree
    import lxml.html

    data = path.read_bytes()
    declared = b"charset" in data[:4096].lower()
    parser = lxml.html.HTMLParser(encoding=None if declared else detect_encoding(evidence(path)).name, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise Damaged(f"not readable as HTML: {error}") from error
    lxml.etree.strip_elements(root, "script", "style", "template", lxml.etree.Comment, with_tail=False)
    return root


def is_leaf(table: Any) -> bool:
    """Tell a table of data from one that only arranges other tables."""
    return next(table.iterdescendants("table"), None) is None
