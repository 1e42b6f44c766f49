"""Names the case knows, found wherever its running text speaks of them without a legal form, in any case of Russian.

Made anew at the end of every run, for each new file may bring names that older texts use. A mention made here has
``EVIDENCE`` as its reason. It leads to a company only where every name that is spelled so was judged to be that one.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.model import PartKind
from store.ddl import insert
from store.schema import MENTION, party_fields

EVIDENCE = "a name known to the case"
MOST_NAMES = 500_000
"""More are not looked for: the commonest count."""
_SHORTEST_TEXT = 40
_GUESSED = "SELECT count(*) FROM mention WHERE name_id = name.id AND evidence GLOB 'named in ?? text'"
_COLUMNS = (
    "source_id", "part_id", "kind", "text", "value", "evidence", "name_id",
    "span_start", "span_end", "x0", "top", "x1", "bottom",
)  # fmt: skip


def forget(db: sqlite3.Connection) -> None:
    """Take out what the last run found, before the places of names are counted anew."""
    own = "SELECT source_id, count(*) AS n FROM mention WHERE evidence = ? GROUP BY 1"
    db.execute(f"UPDATE source SET mentions = mentions - n FROM ({own}) WHERE source_id = source.id", (EVIDENCE,))
    db.execute("DELETE FROM mention WHERE evidence = ?", (EVIDENCE,))


def mark(db: sqlite3.Connection) -> None:
    """Find the names, once they were judged; wrap in a transaction."""
    companies = _Companies.of(db)
    parts = "SELECT id, source_id, kind, text, x0, top, x1, bottom FROM part WHERE kind <> 'sheet' AND length(text) > ?"
    for id, source, kind, text, *box in db.execute(f"{parts} ORDER BY id", (_SHORTEST_TEXT,)).fetchall():
        lines = _Lines(text) if kind == PartKind.TEXT else None
        rows = [
            (source, id, "company", text[start:end], value, EVIDENCE, name, start, end)
            + (lines.edges(start, end) if lines else tuple(box))
            for start, end, value, name in companies.find(text, _taken(db, id))
        ]
        db.executemany(insert(MENTION.name, _COLUMNS), rows)
    _count(db)


class _Companies:
    """The names of a case, each with the company it was judged to be."""

    def __init__(self, rows: Sequence[tuple[str, int, int | None]]) -> None:
        from extract.statements.known_names import KnownNames

        self._rows: dict[str, list[tuple[int, int | None]]] = {}
        for name, id, entity in rows:
            self._rows.setdefault(name, []).append((id, entity))
        self._places = {name: place for place, name in enumerate(self._rows)}
        self._known = KnownNames(self._rows)

    @classmethod
    def of(cls, db: sqlite3.Connection) -> _Companies:
        """Read the names, the commonest first; what only a model took for one (a brand, a nation) is not known."""
        said = (f"SELECT count(*) FROM statement WHERE {party} = name.id" for party in party_fields("statement"))
        guesses = " + ".join(f"({count})" for count in (_GUESSED, *said))
        names = f"SELECT name, id, entity_id FROM name WHERE facts > {guesses} ORDER BY facts DESC, name, identifier"
        return cls(db.execute(f"{names} LIMIT ?", (MOST_NAMES,)).fetchall())

    def find(self, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str, int | None]]:
        """Give where running text has a name that is none of the mentions ``taken``, with its spelling and its id."""
        from extract.prose.gate import running

        for begin, end in running(text):
            for hit in self._known.find(text[begin:end]):
                start, stop = begin + hit.start, begin + hit.end
                if not _overlaps(taken, start, stop):
                    yield start, stop, *self._meant(hit.names)

    def _meant(self, names: Sequence[str]) -> tuple[str, int | None]:
        """Give the commonest of the names that are spelled so, and its id if all are one company."""
        rows = [(name, id, entity) for name in names for id, entity in self._rows[name]]
        commonest = min(names, key=self._order)
        single = len({entity for _, _, entity in rows}) == 1
        return commonest, self._rows[commonest][0][0] if single else None

    def _order(self, name: str) -> int:
        return self._places[name]


def _taken(db: sqlite3.Connection, part: int) -> list[tuple[int, int]]:
    spans = "SELECT span_start, span_end FROM mention WHERE part_id = ? AND kind = 'company' AND span_start NOT NULL"
    return sorted(db.execute(spans, (part,)).fetchall())


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a stretch touches one of those taken, which lie in order and apart."""
    before = bisect_right(taken, (start, end)) - 1
    return any(at < end and start < stop for at, stop in taken[max(before, 0) : before + 2])


class _Lines:
    """The lines of a text, to say where a stretch of it stands: characters and lines are its unit of place."""

    def __init__(self, text: str) -> None:
        ends = (at for at, letter in enumerate(text) if letter == "\n")
        self._starts = [0, *(end + 1 for end in ends), len(text) + 1]

    def edges(self, start: int, end: int) -> tuple[float, float, float, float]:
        """Give the box of a stretch, as wide as its longest line where it runs over several."""
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        begin = self._starts[first]
        if first == last:
            return start - begin, first, end - begin, first + 1
        widest = max(self._starts[line + 1] - 1 - self._starts[line] for line in range(first, last))
        return 0, first, max(widest, end - self._starts[last]), last + 1


def _count(db: sqlite3.Connection) -> None:
    """Add what was found to the counts of names, companies and files."""
    own = "SELECT {} AS of, count(*) AS n FROM mention WHERE evidence = ? AND name_id NOT NULL GROUP BY 1"
    by_entity = "(SELECT entity_id FROM name WHERE name.id = name_id)"
    for table, column in (("name", "name_id"), ("entity", by_entity)):
        db.execute(
            f"UPDATE {table} SET facts = facts + n FROM ({own.format(column)}) WHERE of = {table}.id", (EVIDENCE,)
        )
    files = "SELECT source_id AS of, count(*) AS n FROM mention WHERE evidence = ? GROUP BY 1"
    db.execute(f"UPDATE source SET mentions = mentions + n FROM ({files}) WHERE of = source.id", (EVIDENCE,))
