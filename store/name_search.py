"""Names that a query finds: those with its words in any script, and those the matcher takes for the same company."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resolve.fold import fold, fts_query
from resolve.model import Verdict
from store.alike import Alike, alike, judged

MOST = 200

Row = tuple[int, str, int, str | None]

_SYNTAX = frozenset('"*')


@dataclass(frozen=True, slots=True)
class FoundName:
    """A distinct name with the number of its places.

    ``holds``: the words typed, in any script. ``alike``: what the matcher thinks, where it may be the company typed.
    """

    id: int
    name: str
    facts: int
    entity: str | None
    holds: bool
    alike: Alike | None = None


def names_found(db: sqlite3.Connection, words: str) -> list[FoundName]:
    """Find names: first the company typed in any wording, then others with its words, then the doubtful and the kin.

    Of one rank the commonest come first. Quotes and stars ask for the words themselves: then nothing is guessed.
    """
    holding = _holding(db, words)
    held = {id for id, *_ in holding}
    near = {} if _SYNTAX & set(words) else {one.id: one for one in _near(db, words, holding)}
    rows = [*holding, *_of(db, [id for id in near if id not in held])]
    found = [FoundName(*row, row[0] in held, near.get(row[0])) for row in rows]
    return sorted(found, key=lambda one: (_rank(one), -one.facts, one.name, one.id))


def _near(db: sqlite3.Connection, words: str, holding: Sequence[Row]) -> Iterator[Alike]:
    """Yield what the run knows of a name that reads as typed, then what the matcher thinks of others."""
    typed = fold(words)
    for id, name, *_ in holding:
        if fold(name) == typed:
            yield from judged(db, id)
    yield from alike(db, words)


def _rank(found: FoundName) -> int:
    verdict = found.alike.verdict if found.alike else None
    if verdict is Verdict.SAME:
        return 0
    if found.holds:
        return 1
    return 2 if verdict is Verdict.UNSURE else 3


def _holding(db: sqlite3.Connection, words: str) -> list[Row]:
    sql = (
        "SELECT n.id, n.name, n.facts, e.key FROM name_fts f JOIN name n ON n.id = f.rowid "
        "LEFT JOIN entity e ON e.id = n.entity_id WHERE name_fts MATCH ? ORDER BY n.facts DESC, rank, n.name LIMIT ?"
    )
    rows: list[Row] = db.execute(sql, (fts_query(words), MOST)).fetchall()
    return rows


def _of(db: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    sql = (
        "SELECT n.id, n.name, n.facts, e.key FROM name n LEFT JOIN entity e ON e.id = n.entity_id "
        f"WHERE n.id IN ({', '.join('?' * len(ids))})"
    )
    rows: list[Row] = db.execute(sql, ids).fetchall()
    return rows
