"""The ground the answers stand on: temporary tables that several of them need, or that one looks things up in."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from store.questions import sql

_LEG = "seller_id INTEGER NOT NULL, buyer_id INTEGER NOT NULL, heading TEXT NOT NULL"


@dataclass(frozen=True, slots=True)
class Layer:
    """A temporary table with its columns, or a view where it has none; ``key``: what else it is looked up by."""

    name: str
    columns: str = ""
    key: str = ""

    def lay(self, db: sqlite3.Connection) -> None:
        """Make it by its file in store/views/ground."""
        query = sql(f"ground/{self.name}")
        if not self.columns:
            db.execute(f"CREATE TEMP VIEW {self.name} AS {query}")
            return
        db.execute(f"CREATE TEMP TABLE {self.name}({self.columns})")
        db.execute(f"INSERT INTO temp.{self.name} {query}")
        if self.key:
            db.execute(f"CREATE INDEX temp.{self.name}_key ON {self.name}({self.key})")

    def clear(self, db: sqlite3.Connection) -> None:
        """Take it away."""
        db.execute(f"DROP {'TABLE' if self.columns else 'VIEW'} temp.{self.name}")


LAYERS: dict[str, tuple[Layer, ...]] = {
    "deals": (
        Layer("party", "name_id INTEGER PRIMARY KEY, firm_id INTEGER NOT NULL", "firm_id"),
        Layer("firm", "id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT"),
        Layer("movement"),
        Layer("twin", "id INTEGER PRIMARY KEY"),
    ),
    "chains": (
        Layer("foremost", f"{_LEG}, PRIMARY KEY (seller_id, buyer_id, heading)"),
        Layer(
            "first_leg",
            "buyer_id INTEGER NOT NULL, heading TEXT NOT NULL, seller_id INTEGER NOT NULL, "
            "seller TEXT, seller_country TEXT, is_licensed INTEGER, first_day TEXT, "
            "PRIMARY KEY (buyer_id, heading, seller_id)",
        ),
        Layer(
            "second_leg",
            f"{_LEG}, seller TEXT, seller_country TEXT, buyer TEXT, buyer_country TEXT, first_day TEXT, last_day TEXT, "
            "PRIMARY KEY (seller_id, buyer_id, heading)",
        ),
        Layer(
            "measured",
            f"kind TEXT NOT NULL, {_LEG}, unit TEXT, quantity REAL, lines INTEGER, value REAL, currency TEXT",
            "seller_id, buyer_id, heading, kind",
        ),
    ),
}
"""What is laid before each answer; it stays until the last."""


def lay(db: sqlite3.Connection, answer: str) -> None:
    """Make what an answer needs beside those made before."""
    for layer in LAYERS.get(answer, ()):
        layer.lay(db)


def clear(db: sqlite3.Connection) -> None:
    """Leave nothing behind."""
    for layers in LAYERS.values():
        for layer in layers:
            layer.clear(db)
