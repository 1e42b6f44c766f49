"""The sqlite-utils plugin: ``sqlite-utils query case.db`` knows ``fold`` and ``escape_fts`` as the pages do."""

from __future__ import annotations

import sqlite3

from sqlite_utils import hookimpl

from store.functions import register


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Add our functions to every connection of sqlite-utils."""
    register(conn)
