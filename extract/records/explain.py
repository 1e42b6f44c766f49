"""Say in words how a file was understood: what `unlade try` prints."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

from extract.model import Batch, Column, Issue, Item, Mention, Part, Source, Table


def explain(source: Source, path: str | os.PathLike[str]) -> Iterator[str]:
    """Yield one line per thing understood or left over. Raises extract.errors.ReadError."""
    from extract.records import extract

    yield from explain_items(extract(source, path))


def explain_items(items: Iterator[Item]) -> Iterator[str]:
    """Put what was found into lines, with the number of records and mentions at the end of each part."""
    found: Counter[str] = Counter()
    for item in items:
        if isinstance(item, Part):
            yield from _counted(found)
            yield from _part(item)
        elif isinstance(item, Table):
            yield from _table(item)
        elif isinstance(item, Batch):
            found[f"{item.kind} records"] += len(item.rows)
        elif isinstance(item, Mention):
            found[f"{item.kind} mentions"] += 1
        elif isinstance(item, Issue):
            yield f"  issue: {item.kind}: {item.message}"
    yield from _counted(found)


def _part(part: Part) -> Iterator[str]:
    yield f"{part.kind} {part.place.part} {part.name}".rstrip()
    if part.dialect:
        yield "  read as: " + ", ".join(f"{key} {value!r}" for key, value in part.dialect.items())
    if part.needs_ocr:
        yield "  no text on it, only a picture: needs OCR"


def _table(table: Table) -> Iterator[str]:
    what = f"rows are {table.record} records" if table.record else "rows make no known record"
    yield f"  table {table.number} ({table.kind}): {what}"
    if table.title:
        yield f"    title: {table.title}"
    if "profile" in table.dialect:
        yield f"    profile {table.dialect['profile']}, told by “{table.dialect['told by']}”"
    header = ", ".join(str(row + 1) for row in table.header_rows) or "none"
    yield f"    header rows: {header}; data from row {table.first_row + 1}"
    for column in table.columns:
        yield f"    {_column(column)}"


def _column(column: Column) -> str:
    decision = f" [{column.decision}]" if column.decision else ""
    header, became = " ".join(column.header.split()), column.field or "left over"
    return f"column {column.position + 1} “{header}” -> {became}: {column.evidence}{decision}"


def _counted(found: Counter[str]) -> Iterator[str]:
    for what, number in sorted(found.items()):
        yield f"  {number} {what}"
    found.clear()
