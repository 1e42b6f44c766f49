"""What the page of a record shows: the row among its neighbours, and each fact with its place."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from extract.model import cell_box
from store.case import Case
from store.errors import NoSuchFact
from store.facts import Fact, Finder, cell_name, fact
from store.schema import RECORD_KINDS

NEIGHBOURS = 3
NEAR = 200
"""Neighbours are looked for among so many records on each side, and not through a table of millions."""
_COMPANY = "select id from entity where key = ?"


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact as a line of a page."""

    ref: str
    field: str
    raw: str
    value: str
    where: str
    company: int | None


@dataclass(frozen=True, slots=True)
class ColumnView:
    """The head of a column: its letters as in a spreadsheet, its header as printed."""

    letters: str
    header: str
    field: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the excerpt."""

    id: int
    row: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One record: its facts, and the rows above and below it."""

    kind: str
    id: int
    row: int
    source_id: int
    file: str
    part_id: int
    part_title: str
    columns: list[ColumnView]
    neighbours: list[RowView]
    facts: list[FactView]


def record(connection: sqlite3.Connection, reference: str) -> RecordPage | None:
    """Gather the page of the record that a reference names; None if there is none."""
    kind, number = reference.split(":")[:2]
    if kind not in RECORD_KINDS:
        return None
    row = connection.execute(
        "select r.id, r.row, r.table_id, r.source_id, s.name as file, t.part_id, p.title, p.kind as part_kind "
        f'from "{kind}" r join source s on s.id = r.source_id join table_found t on t.id = r.table_id '
        "join part p on p.id = t.part_id where r.id = ?",
        (int(number),),
    ).fetchone()
    if row is None:
        return None
    columns = _columns(connection, row["table_id"])
    finder = Finder(connection)
    return RecordPage(
        kind,
        row["id"],
        row["row"],
        row["source_id"],
        row["file"],
        row["part_id"],
        row["title"],
        columns,
        _neighbours(connection, finder, kind, row, columns) if row["part_kind"] == "sheet" else [],
        [_view(connection, f) for f in finder.records(kind, "id = ?", row["id"])],
    )


def cited(connection: sqlite3.Connection, references: list[str]) -> list[FactView]:
    """Look up the facts a finding rests on, in its order; one that is gone is left out."""
    case = Case(Path(), connection)
    found: list[FactView] = []
    for reference in references:
        try:
            found.append(_view(connection, fact(case, reference)))
        except NoSuchFact:
            continue
    return found


def part_of_mention(connection: sqlite3.Connection, reference: str) -> int | None:
    """Name the part a mention stands on."""
    row = connection.execute("select part_id from mention where id = ?", (int(reference.split(":")[1]),)).fetchone()
    return row["part_id"] if row else None


def _view(connection: sqlite3.Connection, found: Fact) -> FactView:
    company = connection.execute(_COMPANY, (found.entity,)).fetchone() if found.entity else None
    return FactView(found.ref, found.field, found.raw, found.value, found.where, company["id"] if company else None)


def _columns(connection: sqlite3.Connection, table_id: int) -> list[ColumnView]:
    found = connection.execute(
        "select position, header, field from table_column where table_id = ? and field is not null order by position",
        (table_id,),
    )
    return [ColumnView(cell_name(cell_box(0, r["position"]))[:-1], r["header"], r["field"]) for r in found]


def _neighbours(
    connection: sqlite3.Connection, finder: Finder, kind: str, row: sqlite3.Row, columns: list[ColumnView]
) -> list[RowView]:
    found = connection.execute(
        f'select min(id) as id, row from "{kind}" where id between ? and ? and +table_id = ? and row between ? and ? '
        "group by row order by row",
        (row["id"] - NEAR, row["id"] + NEAR, row["table_id"], row["row"] - NEIGHBOURS, row["row"] + NEIGHBOURS),
    )
    return [_row_view(finder, kind, near["id"], near["row"], columns) for near in found.fetchall()]


def _row_view(finder: Finder, kind: str, id: int, row: int, columns: list[ColumnView]) -> RowView:
    printed = {fact.field: fact.raw for fact in finder.records(kind, "id = ?", id)}
    return RowView(id, row, [printed.get(column.field, "") for column in columns])
