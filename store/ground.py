"""The ground the answers stand on: what several of them need, made once and for the time they are made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from store.questions import sql

_TABLES: dict[str, str] = {
    "party": "name_id INTEGER PRIMARY KEY, firm_id INTEGER NOT NULL",
    "firm": "id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT",
    "movement": "",
    "twin": "id INTEGER PRIMARY KEY",
}
"""Files of store/views/ground in the order in which they are made, and their columns; one without is a view."""


@contextmanager
def ground(db: sqlite3.Connection) -> Iterator[None]:
    """Lay the ground, as temporary tables and views of the connection, and clear it away."""
    for name, columns in _TABLES.items():
        _lay(db, name, columns)
    db.execute("CREATE INDEX temp.party_firm ON party(firm_id)")
    yield
    for name, columns in reversed(_TABLES.items()):
        db.execute(f"DROP {'TABLE' if columns else 'VIEW'} temp.{name}")


def _lay(db: sqlite3.Connection, name: str, columns: str) -> None:
    query = sql(f"ground/{name}")
    if not columns:
        db.execute(f"CREATE TEMP VIEW {name} AS {query}")
        return
    db.execute(f"CREATE TEMP TABLE {name}({columns})")
    db.execute(f"INSERT INTO temp.{name} {query}")
