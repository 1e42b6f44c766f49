"""The SQL functions that make a search box find across scripts, in Datasette and in sqlite-utils alike.

``escape_fts(words)`` is what Datasette wraps around what people type; ours folds it.
``fold(text)`` is the folding itself.
"""

from __future__ import annotations

import sqlite3


def register(connection: sqlite3.Connection) -> None:
    """Add the functions to a connection."""
    from resolve.fold import fold, fts_query

    connection.create_function("escape_fts", 1, fts_query, deterministic=True)
    connection.create_function("fold", 1, fold, deterministic=True)
