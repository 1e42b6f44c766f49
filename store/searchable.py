"""The full-text indexes: a row with text goes in with its folded words and must come out with the very same ones.

A row that never went in must not be taken out: FTS5 counts rows, and a count below zero is a damaged database to it.
"""

from __future__ import annotations

import sqlite3

from resolve.fold import fold
from store.schema import SEARCHED


def unindex(db: sqlite3.Connection, source: int) -> None:
    """Take all rows of a source out of the indexes, before they are deleted."""
    for table, text in SEARCHED.items():
        if table != "name":
            _take_out(db, table, text, source)


def _take_out(db: sqlite3.Connection, table: str, text: str, source: int) -> None:
    gone = f'SELECT id, "{text}" FROM "{table}" WHERE source_id = ? AND "{text}" <> \'\''
    rows = ((id, words, fold(words)) for id, words in db.execute(gone, (source,)).fetchall())
    db.executemany(
        f'INSERT INTO "{table}_fts"("{table}_fts", rowid, "{text}", "folded") VALUES (\'delete\', ?, ?, ?)', rows
    )


def refold(db: sqlite3.Connection) -> None:
    """Fold all text anew, after ``fold`` itself has changed."""
    names = [(fold(name), id) for id, name in db.execute("SELECT id, name FROM name").fetchall()]
    db.executemany("UPDATE name SET folded = ? WHERE id = ?", names)
    for table, text in SEARCHED.items():
        _fill(db, table, text)


def _fill(db: sqlite3.Connection, table: str, text: str) -> None:
    db.execute(f'INSERT INTO "{table}_fts"("{table}_fts") VALUES (\'delete-all\')')
    rows = db.execute(f'SELECT id, "{text}" FROM "{table}" WHERE "{text}" <> \'\'')
    db.executemany(
        f'INSERT INTO "{table}_fts"(rowid, "{text}", "folded") VALUES (?, ?, ?)',
        ((id, words, fold(words)) for id, words in rows),
    )
