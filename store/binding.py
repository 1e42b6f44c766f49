"""The columns of a batch as one INSERT that binds as little as it can, for binding is most of what loading costs.

A column that is empty all through is not named, one that holds a single value all through is spelled in the statement.
Where values are missing in between, another value is bound in their place and taken for NULL by the statement: the
sqlite3 module looks for an adapter at every None, which costs more than three texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_SPELLED = 1_000  # longest text that is spelled in a statement, in characters


@dataclass(frozen=True, slots=True)
class Bound:
    """A column in a statement: its expression, and what is bound to it row by row, if anything."""

    sql: str
    values: Sequence[Any] | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Columns as rows, as often as they are asked for."""

    columns: Sequence[Sequence[Any]]

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return zip(*self.columns, strict=True)


def insert(table: str, ids: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> tuple[str, Rows]:
    """Spell the INSERT of rows with these ids, of which there is one at least, and give what to bind."""
    if wrong := [name for name, values in columns.items() if len(values) != len(ids)]:
        raise ValueError(f"columns of another length than the rows of a {table}: {', '.join(wrong)}")
    bound = {name: _bound(values) for name, values in columns.items() if not _is_empty(values)}
    names = "".join(f', "{name}"' for name in bound)
    sql = "".join(f", {column.sql}" for column in bound.values())
    rows = Rows([ids, *(column.values for column in bound.values() if column.values is not None)])
    return f'INSERT INTO "{table}" (id{names}) VALUES (?{sql})', rows


def _is_empty(values: Sequence[Any]) -> bool:
    return values[0] is None and values.count(None) == len(values)


def _bound(values: Sequence[Any]) -> Bound:
    if _is_constant(values):
        return Bound(_literal(values[0]))
    if all(values) or None not in values:
        return Bound("?", values)
    stand_in = _stand_in(values)
    return Bound(f"nullif(?, {_literal(stand_in)})", [stand_in if value is None else value for value in values])


def _is_constant(values: Sequence[Any]) -> bool:
    """Tell a column of one value that can be spelled; most others are told from their ends alone."""
    first = values[0]
    return first == values[-1] and _is_plain(first) and values.count(first) == len(values)


def _is_plain(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) <= _SPELLED and value.isprintable()
    return isinstance(value, int) and -(2**63) <= value < 2**63


def _literal(value: str | int) -> str:
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(int(value))


def _stand_in(values: Sequence[Any]) -> str | int:
    """Choose what no value of the column equals: to SQLite a number is never a text."""
    first = next(value for value in values if value is not None)
    return 0 if isinstance(first, str) else ""
