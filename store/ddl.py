"""Tables as data, and the SQL that makes them.

Descriptions go into the DDL as comments, so that ``.schema`` in a plain sqlite3 shell explains itself, and into
docs/schema.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``sql``: its type and constraints. ``references``: the table whose id it holds."""

    name: str
    sql: str
    description: str
    references: str | None = None

    @property
    def generated(self) -> bool:
        """Tell whether SQLite computes it, so that it can never be inserted."""
        return "GENERATED ALWAYS" in self.sql

    @property
    def ddl(self) -> str:
        """Spell the definition without its comment."""
        reference = f' REFERENCES "{self.references}"(id)' if self.references else ""
        return f'"{self.name}" {self.sql}{reference}'


@dataclass(frozen=True, slots=True)
class Table:
    """One table: columns, table constraints, what a row means."""

    name: str
    description: str
    columns: tuple[Column, ...]
    constraints: tuple[str, ...] = ()
    without_rowid: bool = False

    @property
    def stored(self) -> tuple[str, ...]:
        """List the columns an INSERT may name."""
        return tuple(c.name for c in self.columns if not c.generated)

    @property
    def ddl(self) -> str:
        """Spell CREATE TABLE with a comment on every column."""
        lines = [(c.ddl, c.description) for c in self.columns] + [(c, "") for c in self.constraints]
        last = len(lines) - 1
        body = "\n".join(_line(sql, "," if i < last else "", words) for i, (sql, words) in enumerate(lines))
        tail = " WITHOUT ROWID" if self.without_rowid else ""
        return f'CREATE TABLE "{self.name}" ( -- {self.description}\n{body}\n){tail}'


def _line(sql: str, comma: str, words: str) -> str:
    return f"  {sql}{comma} -- {words}" if words else f"  {sql}{comma}"


def insert(table: str, columns: Sequence[str]) -> str:
    """Spell the INSERT that takes one value for each column."""
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    return f'INSERT INTO "{table}" ({names}) VALUES ({marks})'


def searched(table: str, text: str, *, ranked: bool) -> str:
    """Spell a full-text index over ``table.text`` and its folded words.

    Ranking needs the length of every text, whose keeping costs as much as the index itself: goods go without.

    External content, so no text is stored twice; ``content="x"`` in double quotes is how Datasette finds the index of
    a table. The built-in tokenizer only: a custom one would keep plain sqlite3 from opening the file.
    """
    return (
        f'CREATE VIRTUAL TABLE "{table}_fts" USING fts5('
        f'"{text}", "folded", content="{table}", content_rowid="id", '
        f'tokenize="unicode61 remove_diacritics 2", columnsize={int(ranked)})'
    )
