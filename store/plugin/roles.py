"""The rows in which a company plays one role."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from extract.model import FieldKind, specs
from store.schema import RECORD_KINDS, party_fields

LIMIT = 500


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one kind of record and the fields worth showing: those that any of the rows fills."""

    entity: sqlite3.Row
    fields: list[str]
    rows: list[sqlite3.Row]


def rows(connection: sqlite3.Connection, entity_id: int, kind: str, role: str) -> Rows | None:
    """Gather the rows; None for an unknown kind, role or company."""
    if kind not in RECORD_KINDS or role not in party_fields(kind):
        return None
    entity = connection.execute("select * from entity where id = ?", (entity_id,)).fetchone()
    if entity is None:
        return None
    found = connection.execute(_query(kind, role), {"entity": entity_id, "limit": LIMIT}).fetchall()
    return Rows(
        entity, [spec.name for spec in specs(kind) if any(row[spec.name] not in (None, "") for row in found)], found
    )


def _query(kind: str, role: str) -> str:
    columns = (
        f'(select name from name where id = t."{spec.name}") as "{spec.name}"'
        if spec.kind is FieldKind.PARTY
        else f't."{spec.name}"'
        for spec in specs(kind)
    )
    return (
        f"select t.id, t.row, s.name as file, {', '.join(columns)} "
        f'from "{kind}" t join name n on n.id = t."{role}" join source s on s.id = t.source_id '
        "where n.entity_id = :entity order by t.year, t.id limit :limit"
    )
