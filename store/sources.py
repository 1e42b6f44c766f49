"""The ledger of files: what was found where, what became of it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from store.schema import FACT_TABLES, STATUSES
from store.searchable import unindex

INSIDE = "!/"
"""Divides the path of an archive from the path inside it."""

_BELOW = "l.root_id = ? AND l.path > ? AND l.path < ?"

GONE = "no longer there"

_GAVE = ("parts", "tables", "records", "mentions", "issues")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: a status with its reason and hint; ``kind`` where reading told what the file is."""

    status: str
    reason: str = ""
    hint: str = ""
    seconds: float | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A source the case knows."""

    id: int
    sha256: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Location:
    """A path where a source was found; ``path`` is relative to ``root``."""

    root: str
    path: str
    raw: bytes | None = None
    present: bool = True

    @property
    def file(self) -> Path:
        """Say where the file stands on this machine; of an archive's member, the archive."""
        relative = os.fsdecode(self.raw) if self.raw is not None else self.path
        return Path(self.root, relative.split(INSIDE, 1)[0])

    @property
    def inside(self) -> tuple[str, ...]:
        """Name what to take out of the file, and out of that, to come to these bytes."""
        return tuple(self.path.split(INSIDE)[1:])


def shown(locations: Sequence[Location]) -> str:
    """Name a file by its first path that is still there; else by the first, with the words that it is gone."""
    there = next((location.path for location in locations if location.present), "")
    return there or (f"{locations[0].path} ({GONE})" if locations else "")


@dataclass(frozen=True, slots=True)
class File:
    """One line of ``unlade status``: a source with all its locations."""

    id: int
    sha256: str | None
    size: int
    kind: str
    name: str
    status: str
    reason: str
    hint: str
    locations: tuple[Location, ...]


class Sources:
    """Roots, locations and sources of a case. Every method is one statement or two: wrap them to make them one."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def root(self, path: Path | str) -> int:
        """Give the id of a root folder, by its absolute path."""
        text = str(Path(path).absolute())
        self._db.execute("INSERT OR IGNORE INTO root(path) VALUES (?)", (text,))
        found: int = self._db.execute("SELECT id FROM root WHERE path = ?", (text,)).fetchone()[0]
        return found

    def move_root(self, old: Path | str, new: Path | str) -> int:
        """Follow a dump that was moved: roots at or under ``old`` now stand under ``new``. Gives how many."""
        before, after = Path(old).absolute(), Path(new).absolute()
        moved = [
            (str(after / Path(path).relative_to(before)), id)
            for id, path in self._db.execute("SELECT id, path FROM root").fetchall()
            if Path(path).is_relative_to(before)
        ]
        self._db.executemany("UPDATE root SET path = ? WHERE id = ?", moved)
        return len(moved)

    def known(self, root: int, path: str, size: int, mtime_ns: int) -> Known | None:
        """Find the source at a location whose size and time have not changed since it was read."""
        row = self._db.execute(
            "SELECT s.id, s.sha256, s.status FROM location l JOIN source s ON s.id = l.source_id "
            "WHERE l.root_id = ? AND l.path = ? AND l.size = ? AND l.mtime_ns = ?",
            (root, _printable(path), size, mtime_ns),
        ).fetchone()
        return Known(*row) if row else None

    def add(self, sha256: str, size: int, kind: str) -> Known:
        """Give the source of these bytes, new ones as ``in_progress``."""
        self._db.execute("INSERT OR IGNORE INTO source(sha256, size, kind) VALUES (?, ?, ?)", (sha256, size, kind))
        row = self._db.execute("SELECT id, sha256, status FROM source WHERE sha256 = ?", (sha256,)).fetchone()
        return Known(*row)

    def find(self, sha256: str) -> Known | None:
        """Find the source of these bytes."""
        row = self._db.execute("SELECT id, sha256, status FROM source WHERE sha256 = ?", (sha256,)).fetchone()
        return Known(*row) if row else None

    def add_unread(self, root: int, path: str, outcome: Outcome, size: int = 0, mtime_ns: int = 0) -> int:
        """Note a file whose bytes were never read: its row says why. A later look at the same path replaces it."""
        here = self._db.execute(
            "SELECT s.id FROM location l JOIN source s ON s.id = l.source_id "
            "WHERE l.root_id = ? AND l.path = ? AND s.sha256 IS NULL",
            (root, _printable(path)),
        ).fetchone()
        source: int | None = (
            here[0] if here else self._db.execute("INSERT INTO source(size) VALUES (?)", (size,)).lastrowid
        )
        assert source is not None
        self.locate(source, root, path, size, mtime_ns)
        self.settle(source, outcome)
        return source

    def locate(self, source: int, root: int, path: str, size: int, mtime_ns: int) -> None:
        """Note that a source stands at a path; what stood there before is no longer there."""
        printable = _printable(path)
        raw = None if printable == path else os.fsencode(path)
        self._db.execute(
            "INSERT INTO location(source_id, root_id, path, path_bytes, size, mtime_ns) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (root_id, path) DO UPDATE SET source_id = excluded.source_id, size = excluded.size, "
            "mtime_ns = excluded.mtime_ns, present = 1",
            (source, root, printable, raw, size, mtime_ns),
        )
        self._db.execute("UPDATE source SET name = ? WHERE id = ? AND name = ''", (Path(printable).name, source))

    def standing(self, source: int) -> list[tuple[int, str]]:
        """Give root and path of each place where a source stands, in the order in which they were found."""
        rows = self._db.execute(
            "SELECT root_id, path, path_bytes FROM location WHERE source_id = ? AND present = 1 ORDER BY id", (source,)
        )
        return [(root, path if raw is None else os.fsdecode(raw)) for root, path, raw in rows]

    def holds(self, root: int, path: str, statuses: Iterable[str]) -> bool:
        """Tell whether a file inside the one at this path has one of some statuses."""
        wanted = tuple(statuses)
        row = self._db.execute(
            "SELECT 1 FROM location l JOIN source s ON s.id = l.source_id "
            f"WHERE {_BELOW} AND s.status IN ({', '.join('?' * len(wanted))}) LIMIT 1",
            (root, *_below(path), *wanted),
        ).fetchone()
        return row is not None

    def clear_inside(self, root: int, path: str) -> None:
        """Forget which files stand inside the one at this path: it is said anew what it holds."""
        self._db.execute(f"DELETE FROM location AS l WHERE {_BELOW}", (root, *_below(path)))

    def start(self, source: int, run: int, version: str) -> None:
        """Mark a source as being read, before the work starts, so that a kill is visible."""
        self._db.execute(
            "UPDATE source SET status = 'in_progress', reason = 'being read, or the run was cut off', "
            "attempts = attempts + 1, run_id = ?, version = ? WHERE id = ?",
            (run, version, source),
        )

    def settle(self, source: int, outcome: Outcome) -> None:
        """Set what became of a source."""
        if outcome.status not in STATUSES:
            raise ValueError(f"{outcome.status!r} is not a status; there are {', '.join(STATUSES)}")
        self._db.execute(
            "UPDATE source SET status = ?, reason = ?, hint = ?, seconds = ?, kind = coalesce(nullif(?, ''), kind) "
            "WHERE id = ?",
            (outcome.status, outcome.reason, outcome.hint, outcome.seconds, outcome.kind, source),
        )

    def counts(self) -> dict[str, int]:
        """Count the files by status."""
        return dict(self._db.execute("SELECT status, count(*) FROM source GROUP BY status ORDER BY status"))

    def gone(self) -> int:
        """Count the files that stood nowhere any more when the last run looked."""
        sql = "SELECT count(*) FROM (SELECT 1 FROM location GROUP BY source_id HAVING max(present) = 0)"
        found: int = self._db.execute(sql).fetchone()[0]
        return found

    def files(self, *statuses: str) -> Iterator[File]:
        """List the files, by path, of the statuses named; of all if none is."""
        marks = ", ".join("?" * len(statuses))
        chosen = f"WHERE s.status IN ({marks})" if statuses else ""
        rows = self._db.execute(
            "SELECT s.id, s.sha256, s.size, s.kind, s.name, s.status, s.reason, s.hint FROM source s "
            f"LEFT JOIN location l ON l.source_id = s.id {chosen} "
            "GROUP BY s.id ORDER BY min(l.root_id), min(l.path), s.sha256",
            statuses,
        )
        located = self._locations("ORDER BY l.path, r.path")
        for row in rows.fetchall():
            yield File(*(*row, tuple(located.get(row[0], ()))))

    def locations(self, source: int) -> list[Location]:
        """List where a source stands, in the order of the paths."""
        return self._locations("WHERE l.source_id = ? ORDER BY l.path, r.path", source).get(source, [])

    def _locations(self, which: str, *values: int) -> dict[int, list[Location]]:
        located: dict[int, list[Location]] = {}
        for source, root, path, raw, present in self._db.execute(
            "SELECT l.source_id, r.path, l.path, l.path_bytes, l.present "
            f"FROM location l JOIN root r ON r.id = l.root_id {which}",
            values,
        ):
            located.setdefault(source, []).append(Location(root, path, raw, bool(present)))
        return located

    def look_again(self) -> None:
        """Set for each location whether the file is still there, and name each source by its first path."""
        rows = self._db.execute(
            "SELECT l.id, l.present, r.path, l.path, l.path_bytes FROM location l JOIN root r ON r.id = l.root_id"
        ).fetchall()
        for id, present, root, path, raw in rows:
            there = os.path.lexists(Location(root, path, raw).file)
            if there != bool(present):
                self._db.execute("UPDATE location SET present = ? WHERE id = ?", (int(there), id))
        self._name_by_first_path()

    def _name_by_first_path(self) -> None:
        first = "SELECT s.id, s.name, min(l.path) FROM source s JOIN location l ON l.source_id = s.id GROUP BY s.id"
        named = [(Path(path).name, id) for id, name, path in self._db.execute(first) if Path(path).name != name]
        self._db.executemany("UPDATE source SET name = ? WHERE id = ?", named)

    def drop_unlocated(self) -> None:
        """Drop sources that stand nowhere any more, since other bytes took their place, with all they gave."""
        gone = "SELECT id FROM source WHERE id NOT IN (SELECT source_id FROM location WHERE source_id IS NOT NULL)"
        for (source,) in self._db.execute(gone).fetchall():
            self.empty(source)
            self._db.execute("DELETE FROM source WHERE id = ?", (source,))

    def empty(self, source: int) -> None:
        """Take back everything that was read from a source; its row stays."""
        gave = self._db.execute(f"SELECT {' + '.join(_GAVE)} FROM source WHERE id = ?", (source,)).fetchone()[0]
        if not gave:  # the common case, a source merged for the first time: there is nothing to look for
            return
        unindex(self._db, source)
        tables = "SELECT id FROM table_found WHERE source_id = ?"
        for table in reversed(FACT_TABLES):
            mine = "source_id = ?" if "source_id" in table.stored else f"table_id IN ({tables})"
            self._db.execute(f'DELETE FROM "{table.name}" WHERE {mine}', (source,))
        nothing = ", ".join(f"{count} = 0" for count in _GAVE)
        self._db.execute(f"UPDATE source SET {nothing} WHERE id = ?", (source,))


def _printable(path: str) -> str:
    """Spell a path whose bytes are not UTF-8 so that it can be stored and shown."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _below(path: str) -> tuple[str, str]:
    """Give the paths between which all that is inside a file stands: "0" comes next after "/"."""
    inside = _printable(path) + INSIDE
    return inside, inside[:-1] + "0"
