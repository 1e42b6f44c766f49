"""The tables of a shard: those of a case that hold facts, its names, and words on their way to the search indexes."""

from __future__ import annotations

from store.ddl import Column, Table
from store.schema import FACT_TABLES, META, SEARCHED

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
FOLDED_TABLES: dict[str, Table] = {
    table: Table(
        f"{table}_folded",
        "folded words for the search index, not kept in the case",
        (Column("id", "INTEGER PRIMARY KEY", ""), Column("folded", "TEXT NOT NULL", "")),
    )
    for table in SEARCHED
    if table != "name"
}
SHARD_TABLES: tuple[Table, ...] = (META, *FACT_TABLES, SHARD_NAME, *FOLDED_TABLES.values())
