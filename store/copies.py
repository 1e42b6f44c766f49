"""Batches that go into a shard by the page: the compiled helper makes a database of them, SQLite copies its records.

To bind each value to a statement takes seven times as long. What the helper leaves to SQLite goes in by statement.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.model import Coded
from store.compiled import image
from store.schema import RECORD_TABLES

_PAGE = 32_768  # bytes, as store/_image.pyx has it; those of the shard may be others
_LETTERS = {"TEXT": "t", "NUMERIC": "n", "REAL": "r", "INTEGER": "i"}


@dataclass(frozen=True, slots=True)
class Form:
    """The table of a kind of record: a database that holds it, empty, and its stored columns behind the id."""

    head: bytes
    names: tuple[str, ...]
    affinities: str


class Copies:
    """The way of batches into the shard behind ``db``."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._image = image() if hasattr(db, "deserialize") else None
        if self._image is not None:
            db.execute("ATTACH ':memory:' AS image")

    def take(self, kind: str, first: int, columns: Mapping[str, Sequence[Any]]) -> bool:
        """Take records with ids counted from ``first``; False if they have to go in by statement."""
        if self._image is None or len(set(map(len, columns.values()))) != 1:
            return False
        form = _form(kind)
        made = self._image(form.head, first, form.affinities, [_listed(columns.get(name)) for name in form.names])
        return made is not None and self._copy(kind, made)

    def _copy(self, kind: str, made: bytearray) -> bool:
        self._db.deserialize(made, name="image")
        try:
            self._db.execute(f'INSERT INTO main."{kind}" SELECT * FROM image."{kind}"')
        except sqlite3.OperationalError:  # an SQLite that finds values for columns that are computed, and inserts none
            self._image = None
        return self._image is not None


@cache
def _form(kind: str) -> Form:
    table = RECORD_TABLES[kind]
    stored = [column for column in table.columns if not column.generated and column.name != "id"]
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f"PRAGMA page_size = {_PAGE}")
        db.execute("PRAGMA auto_vacuum = NONE")
        db.execute(table.ddl)
        head = db.serialize()
    affinities = "".join(_LETTERS[column.sql.split()[0]] for column in stored)
    return Form(head, tuple(column.name for column in stored), affinities)


def _listed(values: Sequence[Any] | None) -> list[Any] | Coded[Any] | None:
    """Give a column as a list, or as numbers of its values; None if there is nothing in it."""
    if isinstance(values, Coded):
        return None if values.values == [None] else values
    if values is None or (values[0] is None and values.count(None) == len(values)):
        return None
    return values if isinstance(values, list) else list(values)
