"""Delimited text of any delimiter, quote and encoding, row by row in constant memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.model import Issue, Part, Source
from extract.readers.contract import Head
from extract.readers.decoded import Decoded, split
from extract.readers.delimited_rows import DelimitedRows
from extract.readers.sheets import sheet_part
from extract.text import ALONE, Dialect, declared_delimiter, detect_dialect, is_table, single_column

name = "delimited"


def claims(head: Head) -> float:
    """Take what the sniffer calls a table."""
    return 0.9 if head.kind == "csv" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield one sheet whose rows are the records of the file; a blank line is a row without cells."""
    with Decoded(path) as text:
        dialect = sampled_dialect(text.start)
        rows = DelimitedRows(without_declaration(text.pieces()), dialect)
        yield sheet_part(source, 1, "", rows, {**text.dialect, **described(dialect)}, only_text=True)
        yield from text.issues(source)
        yield from rows.issues(source)


def described(dialect: Dialect) -> dict[str, str]:
    """Say how cells are told apart."""
    said = {
        "delimiter": dialect.delimiter,
        "quotechar": dialect.quotechar,
        "dialect_confidence": f"{dialect.confidence:.2f}",
    }
    if dialect.escapechar:
        said["escapechar"] = dialect.escapechar
    return said if dialect.quoted else {**said, "quoting": "none"}


def sampled_dialect(sample: str) -> Dialect:
    """Decide the dialect on whole lines from the begin of the file; cells that no sign parts are a single column."""
    whole = sample[: sample.rfind("\n") + 1] or sample
    found = detect_dialect(whole)
    if is_table(found, ALONE):
        return found
    return single_column(whole) or found or Dialect(",", '"', 0.0, 1)


def without_declaration(pieces: Iterator[str]) -> Iterator[str]:
    """Blank the line ``sep=;``, which is for Excel: the rows below keep their numbers."""
    first = next(pieces, "")
    line, *others = split(first) or [""]
    yield "".join(["\n", *others]) if declared_delimiter([line]) else first.removeprefix("\ufeff")
    yield from pieces
