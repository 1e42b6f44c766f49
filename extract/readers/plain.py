"""Plain text, line by line, and the tables that are written in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.model import Issue, Part, Source
from extract.readers.contract import Head
from extract.readers.decoded import Decoded
from extract.readers.lines import text_parts
from extract.readers.text_tables import with_tables

name = "plain"


def claims(head: Head) -> float:
    """Take every text; readers that understand more of it bid more."""
    return {"txt": 0.5, "csv": 0.2, "json": 0.3, "html": 0.1, "xml": 0.1}.get(head.kind, 0.0)


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the text in parts of a million characters. A form feed ends a line as it ends a page."""
    with Decoded(path) as text:
        lines = (line for long in text for line in long.splitlines() or [""])
        yield from with_tables(text_parts(source, lines, text.dialect))
        yield from text.issues(source)
