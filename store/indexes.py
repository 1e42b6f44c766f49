"""Indexes, made at the end of a run: on a loaded table they cost less than half of what they cost while it fills."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache

from extract.model import specs
from store.schema import RECORD_KINDS, country_field, party_fields
from store.sorting import short_runs

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
        yield from _of_records(kind)


def build(db: sqlite3.Connection) -> None:
    """Make the indexes that are missing, and let SQLite measure them."""
    _make(db, indexes())
    db.execute("PRAGMA analysis_limit = 1000")
    db.execute("ANALYZE")


def build_of_records(db: sqlite3.Connection) -> None:
    """Make the indexes of the records alone: by them names are counted without reading the records once more."""
    for kind in RECORD_KINDS:
        _make(db, _of_records(kind))


def _of_records(kind: str) -> Iterator[tuple[str, str]]:
    yield from ((kind, column) for column in ("source_id", "table_id", "year"))
    for party in party_fields(kind):
        country = country_field(kind, party)
        yield kind, f"{party}, {country}" if country else party
    if any(spec.name == "hs_code" for spec in specs(kind)):
        yield kind, "hs_code"


def _make(db: sqlite3.Connection, wanted: Iterable[tuple[str, str]]) -> None:
    with short_runs(db):
        for table, columns in wanted:
            db.execute(_ddl(table, columns))


def _ddl(table: str, columns: str) -> str:
    first, *_ = names = columns.split(", ")
    quoted = ", ".join(f'"{column}"' for column in names)
    given = f' WHERE "{first}" IS NOT NULL' if first in _often_empty(table) else ""
    return f'CREATE INDEX IF NOT EXISTS "{"_".join((table, *names))}_index" ON "{table}"({quoted}){given}'


@cache
def _often_empty(table: str) -> frozenset[str]:
    """List the fields that most records leave out: an index of nothing would cost as much as one of something."""
    return frozenset(spec.name for spec in specs(table)) if table in RECORD_KINDS else frozenset()
