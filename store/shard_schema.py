"""The tables of a shard: those of a case that hold facts, its names, and words on their way to the search indexes."""

from __future__ import annotations

from store.ddl import Column, Table
from store.schema import FACT_TABLES, META, RECORD_KINDS, SEARCHED

SHARD_NAME = Table(
    "name",
    "a distinct name of this source",
    (
        Column("id", "INTEGER PRIMARY KEY", ""),
        Column("name", "TEXT NOT NULL", ""),
        Column("identifier", "TEXT NOT NULL", ""),
        Column("folded", "TEXT NOT NULL", ""),
    ),
)


def _folded(table: str, holds: str, folded: str) -> Table:
    columns = (Column("id", "INTEGER PRIMARY KEY", ""), Column("folded", "TEXT NOT NULL", folded))
    return Table(f"{table}_folded", holds, columns)


FOLDED_TABLES: dict[str, Table] = {
    "part": _folded("part", "folded words of a part for the search index, not kept in the case", ""),
    **{
        kind: _folded(kind, "folded words of a batch, by the id of its first record", "JSON: a text or null a record")
        for kind in RECORD_KINDS
        if kind in SEARCHED
    },
}
SHARD_TABLES: tuple[Table, ...] = (META, *FACT_TABLES, SHARD_NAME, *FOLDED_TABLES.values())
