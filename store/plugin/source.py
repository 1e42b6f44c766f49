"""What the pages of a file and of its parts show."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from markupsafe import Markup, escape

from store.schema import RECORD_KINDS

Row = sqlite3.Row

RECORDS_OF_PART = " union all ".join(
    f"select '{kind}' as kind, r.id, r.row from \"{kind}\" r join table_found t on t.id = r.table_id"
    " where t.part_id = :part"
    for kind in RECORD_KINDS
)


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with the columns as they were understood."""

    row: Row
    columns: list[Row]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A file: what became of it, where it lies, how its tables were understood."""

    source: Row
    locations: list[Row]
    issues: list[Row]
    parts: list[Row]
    tables: list[TableView]


@dataclass(frozen=True, slots=True)
class PartPage:
    """A page, sheet or text with what was found on it."""

    part: Row
    mentions: list[Row]
    records: list[Row]


def source(connection: sqlite3.Connection, source_id: int) -> SourcePage | None:
    """Gather a file's page; None if there is no such file."""
    row = connection.execute("select * from source where id = ?", (source_id,)).fetchone()
    if row is None:
        return None

    def rows(sql: str, key: int = source_id) -> list[Row]:
        return connection.execute(sql, (key,)).fetchall()

    found = rows("select * from table_found where source_id = ? order by number limit 50")
    columns = "select * from table_column where table_id = ? order by position"
    return SourcePage(
        row,
        rows("select path, present from location where source_id = ? order by path"),
        rows("select * from issue where source_id = ? order by part, id limit 100"),
        rows("select id, title from part where source_id = ? order by number limit 500"),
        [TableView(table, rows(columns, table["id"])) for table in found],
    )


def part(connection: sqlite3.Connection, part_id: int) -> PartPage | None:
    """Gather the page of a part; None if there is no such part."""
    row = connection.execute(
        "select p.*, s.name as file from part p join source s on s.id = p.source_id where p.id = ?", (part_id,)
    ).fetchone()
    if row is None:
        return None
    mentions = connection.execute(
        "select * from mention where part_id = ? order by span_start, id limit 1000", (part_id,)
    ).fetchall()
    records = connection.execute(f"{RECORDS_OF_PART} order by 3 limit 300", {"part": part_id}).fetchall()
    return PartPage(row, mentions, records)


def marked(text: str, mentions: list[Row], here: int | None = None) -> Markup:
    """Mark the mentions in a text; the one with the id ``here`` stands out and can be jumped to."""
    pieces, end = [], 0
    for mention in mentions:
        start, stop = mention["span_start"], mention["span_end"]
        if start is None or start < end:
            continue
        attributes = Markup(' class="here" id="here"') if mention["id"] == here else Markup("")
        pieces += [
            escape(text[end:start]),
            Markup('<mark{} title="{}">{}</mark>').format(attributes, _title(mention), text[start:stop]),
        ]
        end = stop
    return Markup("").join((*pieces, escape(text[end:])))


def _title(mention: Row) -> str:
    return f"{mention['kind'].replace('_', ' ')}: {mention['value']} {mention['currency'] or mention['unit'] or ''}"
