"""Links inside the tables that Datasette shows: a party leads to its company, a row to its place in the file."""

from __future__ import annotations

from typing import Any

from store.schema import RECORD_KINDS, party_fields

_PARTIES = {kind: frozenset(party_fields(kind)) for kind in RECORD_KINDS}


def link(datasette: Any, database: str, table: str, column: str, value: Any, row: Any) -> Any:
    """Give the markup of a cell that should lead somewhere, None for all others."""
    path = _path(table, column, value, row)
    if path is None:
        return None
    from markupsafe import Markup

    address = datasette.urls.path(f"/{database}/-/{path}")
    return Markup('<a href="{}">{}</a>').format(address, _label(value))


def _path(table: str, column: str, value: Any, row: Any) -> str | None:
    key = _key(value)
    if key is None:
        return None
    if column in _PARTIES.get(table, ()) or column == "name_id":
        return f"name/{key}"
    if table == "name" and column == "entity_id":
        return f"company/{key}"
    if column == "source_id":
        return f"source/{key}"
    if column == "row" and table in _PARTIES:
        return f"fact/{table}:{row['id']}"
    return None


def _key(value: Any) -> int | None:
    """Datasette hands foreign keys over as {"value", "label"} where it knows the label."""
    plain = value["value"] if isinstance(value, dict) else value
    return plain if isinstance(plain, int) else None


def _label(value: Any) -> str:
    if isinstance(value, dict):
        return str(value["label"] or value["value"])
    return str(value)
