"""dBASE tables, as customs and accounting programs export them: row 0 holds the names of the fields."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from extract.errors import Damaged
from extract.model import Cell, Issue, Part, Place, Row, Source
from extract.readers.contract import Head
from extract.readers.sheets import sheet_part
from extract.text import Encoding, detect_encoding

name = "dbf"
SAMPLE = 500


def claims(head: Head) -> float:
    """Take dBASE tables."""
    return 0.9 if head.kind == "dbf" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield the one sheet; deleted records are left out and counted."""
    encoding = encoding_of(path)
    table = opened(path, encoding.name)
    described = encoding.said
    yield sheet_part(source, 1, path.stem, rows_of(table), described)
    deleted = len(table.deleted)
    if deleted:
        yield Issue(Place(source.sha256, 1), "deleted_rows", f"{deleted} records marked as deleted were left out")


def opened(path: Path, encoding: str) -> Any:
    """Open the table without its memo file where that is missing."""
    import dbfread

    try:
        table = dbfread.DBF(
            path,
            encoding=encoding,
            ignore_missing_memofile=True,
            char_decode_errors="replace",
            parserclass=field_parser(),
        )
        shorten(table)
        return table
    except (dbfread.DBFNotFound, struct.error, ValueError, LookupError, OSError) as error:
        raise Damaged(f"the dBASE table is damaged: {error}") from error


def shorten(table: Any) -> None:
    """Give texts their plain length back where decimals were taken for its high byte, as Clipper wrote it.

    Other programs leave decimals in the description of a text; the length of a record tells who wrote it.
    """
    lengths = [field.length & 0xFF if field.type == "C" else field.length for field in table.fields]
    if 1 + sum(lengths) == table.header.recordlen:
        for field, length in zip(table.fields, lengths, strict=True):
            field.length = length


def field_parser() -> Any:
    """Give a parser that keeps what is no number or date as the text that stands there."""
    import dbfread

    class Lenient(dbfread.FieldParser):  # type: ignore[misc]
        def parse(self, field: Any, data: bytes) -> Any:
            try:
                return super().parse(field, data)
            except (ValueError, struct.error):
                return self.decode_text(data.strip(b"\0 "))

    return Lenient


def rows_of(table: Any) -> Iterator[Row]:
    """Yield the names of the fields, then the records."""
    yield table.field_names
    for record in chain(table, unmarked(table)):
        yield [cell(value) for value in record.values()]


def unmarked(table: Any) -> Iterator[Any]:
    """Yield the records whose mark is a NUL, as some programs write it for a record in use."""
    from dbfread.dbf import RecordIterator

    yield from RecordIterator(table, b"\0")


def cell(value: Any) -> Cell:
    """Keep what a cell can be; memo bytes are no text."""
    return None if isinstance(value, bytes) else value


def encoding_of(path: Path) -> Encoding:
    """Decide by the letters of the first records; the language byte in the header is missing or wrong too often."""
    table = opened(path, "latin-1")
    texts = (
        str(v)
        for record in islice(chain(table, unmarked(table)), SAMPLE)
        for v in record.values()
        if isinstance(v, str) and not v.isascii()
    )
    sample = "\n".join(texts).encode("latin-1", errors="ignore")
    return detect_encoding(sample) if sample else Encoding("cp866", 0.5, "no letter beyond ASCII")
