"""Indexes, made at the end of a run: on a loaded table they cost less than half of what they cost while it fills."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from extract.model import specs
from store.schema import RECORD_KINDS, party_fields

_BESIDES_RECORDS: tuple[tuple[str, str], ...] = (
    ("location", "source_id"),
    ("source", "status"),
    ("source", "kind"),
    ("source", "run_id"),
    ("table_found", "part_id"),
    ("mention", "source_id"),
    ("mention", "part_id"),
    ("mention", "kind, value"),
    ("mention", "name_id"),
    ("issue", "source_id"),
    ("name", "entity_id"),
    ("name", "facts"),
    ("entity", "facts"),
    ("judgement", "right_id"),
)


def indexes() -> Iterator[tuple[str, str]]:
    """Yield table and columns of every index: what is joined, filtered or sorted by often."""
    yield from _BESIDES_RECORDS
    for kind in RECORD_KINDS:
        yield from ((kind, column) for column in ("source_id", "table_id", "year", *party_fields(kind)))
        if any(spec.name == "hs_code" for spec in specs(kind)):
            yield kind, "hs_code"


def build(db: sqlite3.Connection) -> None:
    """Make the indexes that are missing, and let SQLite measure them."""
    for table, columns in indexes():
        name = "_".join((table, *columns.split(", ")))
        db.execute(f'CREATE INDEX IF NOT EXISTS "{name}_index" ON "{table}"({_quoted(columns)})')
    db.execute("PRAGMA analysis_limit = 1000")
    db.execute("ANALYZE")


def _quoted(columns: str) -> str:
    return ", ".join(f'"{column}"' for column in columns.split(", "))
