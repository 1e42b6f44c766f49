"""Delimited text of any delimiter, quote and encoding, row by row in constant memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.model import Issue, Part, Source
from extract.readers.contract import Head
from extract.readers.decoded import Decoded
from extract.readers.delimited_rows import DelimitedRows
from extract.readers.sheets import sheet_part
from extract.text import Dialect, detect_dialect

name = "delimited"
LONGEST_ROW = 1 << 23


def claims(head: Head) -> float:
    """Take what the sniffer calls a table."""
    return 0.9 if head.kind == "csv" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield one sheet whose rows are the records of the file; a blank line is a row without cells."""
    with Decoded(path, LONGEST_ROW) as text:
        dialect = sampled_dialect(text.start)
        rows = DelimitedRows(text.lines(), dialect)
        described = {
            **text.dialect,
            "delimiter": dialect.delimiter,
            "quotechar": dialect.quotechar,
            "dialect_confidence": f"{dialect.confidence:.2f}",
        }
        yield sheet_part(source, 1, "", rows, described, only_text=True)
        yield from text.issues(source)
        yield from rows.issues(source)


def sampled_dialect(sample: str) -> Dialect:
    """Decide the dialect on whole lines from the begin of the file."""
    whole = sample[: sample.rfind("\n") + 1] or sample
    return detect_dialect(whole) or Dialect(",", '"', 0.0, 1)
