"""The fingerprint of what a case holds: one hash over all rows that were read, in an order that content alone decides.

Ids, clocks and the place of the dump are left out: pointers are followed and written as what they point at, rows go
file by file in the order of their fingerprints, and within a file as they stand. So any number of workers, any order
of merging and any number of interruptions give the same digest; a value, a place, a status or an entity that differs
gives another one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from store.case import Case
from store.ddl import Column, Table
from store.schema import FACT_TABLES

_FOLLOWED = {
    "source": "(SELECT s.sha256 FROM source s WHERE s.id = {})",
    "part": "(SELECT p.number FROM part p WHERE p.id = {})",
    "table_found": "(SELECT t.number FROM table_found t WHERE t.id = {})",
    "name": "(SELECT n.name || char(0) || n.identifier || char(0) || coalesce(e.key, '') "
    "FROM name n LEFT JOIN entity e ON e.id = n.entity_id WHERE n.id = {})",
}
_FILES = (
    "SELECT sha256, l.path, kind, status, parts, tables, records, mentions, issues FROM source "
    "LEFT JOIN location l ON l.source_id = source.id ORDER BY sha256, l.path"
)
_ENTITIES = "SELECT key, name, country, identifiers, facts FROM entity ORDER BY key"


def digest(case: Case) -> str:
    """Fingerprint the content of a case."""
    hasher = hashlib.sha256()
    for row in _rows(case):
        hasher.update(repr(row).encode("utf-8", "surrogatepass"))
    return hasher.hexdigest()


def _rows(case: Case) -> Iterator[tuple[object, ...]]:
    yield from case.db.execute(_FILES)
    yield from case.db.execute(_ENTITIES)
    sources = case.db.execute("SELECT id FROM source WHERE sha256 IS NOT NULL ORDER BY sha256").fetchall()
    for table in FACT_TABLES:
        sql = _content(table)
        for source in sources:
            yield from case.db.execute(sql, source)


def _content(table: Table) -> str:
    """Spell the rows of one source without anything that depends on what else is in the case."""
    followed = ", ".join(
        _followed(table, column) for column in table.columns if column.name != "id" and not column.generated
    )
    if "source_id" in table.stored:
        return f'SELECT {followed} FROM "{table.name}" WHERE source_id = ? ORDER BY id'
    tables = "SELECT id FROM table_found WHERE source_id = ? ORDER BY id"
    return f'SELECT {followed} FROM "{table.name}" WHERE table_id IN ({tables}) ORDER BY 1, 2, 3'


def _followed(table: Table, column: Column) -> str:
    stored = f'"{table.name}"."{column.name}"'
    return _FOLLOWED[column.references].format(stored) if column.references else stored
