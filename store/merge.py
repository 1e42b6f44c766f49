"""Merging a shard into a case: all that a source gave, with its status, in one transaction.

A shard was written by a process that had parsed untrusted bytes, so it is looked at from outside first: its header,
its tables word by word, its pages, and that its rows point at nothing outside it. It is attached read-only.
Ids are shifted past those of the case; names are interned by their text and identifier. Where nothing has to be
shifted, as in the first file of a case, SQLite copies whole records. Merging the same source again replaces what the
last merge left.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from resolve.fold import FOLD_VERSION
from store.case import Case
from store.ddl import Column, Table
from store.errors import ShardRefused
from store.migrations import version
from store.schema import (
    APPLICATION_ID,
    FACT_TABLES,
    RECORD_KINDS,
    SCHEMA_VERSION,
    SEARCHED,
)
from store.shard_schema import FOLDED_TABLES, SHARD_NAME, SHARD_TABLES
from store.sources import Outcome

_EXPECTED = {table.name: table.ddl for table in SHARD_TABLES}


def merge(case: Case, shard: Path | str, source: int, outcome: Outcome) -> None:
    """Bring a shard into the case as what ``source`` gave, and settle the source. ShardRefused leaves all as it was."""
    shard = Path(shard)
    with _attached(case.db, shard), case.filling(shard.stat().st_size), case.transaction() as db:
        case.sources.empty(source)
        names = _merge_names(db)
        shifts = {table.name: _last(db, table.name) for table in FACT_TABLES if "id" in table.stored}
        own = '"source_id"' if _source_of(db, "shard") == source else str(source)
        counts = {table.name: _merge_table(db, table, own, shifts, names) for table in FACT_TABLES}
        for searched in FOLDED_TABLES:
            _merge_words(db, searched, shifts[searched])
        _describe(db, source, counts)
        case.sources.settle(source, outcome)


def check(shard: Path) -> None:
    """Refuse a file that is not a shard of this version, whole in its pages and pointing only at itself.

    A shard whose writer was killed still has the journal of its last, unfinished part: opening it to write takes
    that back.
    """
    with shard.open("rb") as file:
        if file.read(16) != b"SQLite format 3\0":
            raise ShardRefused(f"{shard.name}: not an SQLite file")
    try:
        with closing(sqlite3.connect(f"{shard.absolute().as_uri()}?mode=rw", uri=True)) as db:
            db.execute("PRAGMA trusted_schema = OFF")
            db.execute("PRAGMA cell_size_check = ON")
            trouble = next(_troubles(db), None)
    except sqlite3.DatabaseError as error:
        raise ShardRefused(f"{shard.name}: {error}") from error
    if trouble is not None:
        raise ShardRefused(f"{shard.name}: {trouble}")


def parts_of(shard: Path | str) -> int:
    """Count the whole parts of a shard, also of one whose writer was killed. ShardRefused as in ``merge``."""
    check(Path(shard))
    with closing(sqlite3.connect(f"{Path(shard).absolute().as_uri()}?mode=ro", uri=True)) as db:
        parts: int = db.execute("SELECT count(*) FROM part").fetchone()[0]
    return parts


def is_complete(shard: Path | str) -> bool:
    """Tell whether the writer of a shard got to its end."""
    with closing(sqlite3.connect(f"{Path(shard).absolute().as_uri()}?mode=ro", uri=True)) as db:
        return bool(db.execute("SELECT count(*) FROM meta WHERE key = 'complete'").fetchone()[0])


def _troubles(db: sqlite3.Connection) -> Iterator[str]:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID or version(db) != SCHEMA_VERSION:
        yield "not a shard of this version"
    found = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_autoindex_%'"))
    if found != _EXPECTED:
        yield "its tables are not ours"
    pages = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if pages != "ok":
        yield pages
    if db.execute("SELECT value FROM meta WHERE key = 'fold_version'").fetchone() != (str(FOLD_VERSION),):
        yield "its words are folded otherwise"
    for table in (*FACT_TABLES, SHARD_NAME):
        yield from _strays(db, table)
        yield from _mistyped(db, table)
    for kind in RECORD_KINDS:
        if kind in FOLDED_TABLES:
            yield from _garbled(db, FOLDED_TABLES[kind])


def _strays(db: sqlite3.Connection, table: Table) -> Iterator[str]:
    """Find rows that point at something the shard has not got: shifted, they would reach into another source."""
    astray = [_astray(db, column.name, column.references) for column in table.columns if column.references]
    if (
        astray
        and db.execute(f'SELECT 1 FROM "{table.name}" NOT INDEXED WHERE {" OR ".join(astray)} LIMIT 1').fetchone()
    ):
        yield f"rows of {table.name} point at something that is not there"


def _astray(db: sqlite3.Connection, pointer: str, target: str) -> str:
    """Spell when a pointer is none to a row of its target; text and bytes come after every number."""
    first, last = (_source_of(db, "main"),) * 2 if target == "source" else (1, _last(db, target))
    return f'"{pointer}" IS NOT NULL' if last is None else f'"{pointer}" NOT BETWEEN {first} AND {last}'


def _source_of(db: sqlite3.Connection, shard: str) -> int | None:
    """Read the number that all rows of a shard give their source."""
    row = db.execute(f"SELECT value FROM {shard}.meta WHERE key = 'source'").fetchone()
    return int(row[0]) if row and row[0].isdecimal() else None


def _mistyped(db: sqlite3.Connection, table: Table) -> Iterator[str]:
    """Find bytes or numbers where every reader of the case counts on text; SQLite itself would take them."""
    texts = [c.name for c in table.columns if c.sql.startswith("TEXT NOT NULL")]
    wrong = " OR ".join(f"typeof(\"{name}\") <> 'text'" for name in texts)
    if wrong and db.execute(f'SELECT 1 FROM "{table.name}" WHERE {wrong} LIMIT 1').fetchone():
        yield f"rows of {table.name} hold something else than text"


def _garbled(db: sqlite3.Connection, folded: Table) -> Iterator[str]:
    """Find words that cannot be taken apart."""
    if db.execute(f'SELECT 1 FROM "{folded.name}" WHERE json_valid(folded) IS NOT 1 LIMIT 1').fetchone():
        yield f"{folded.name} is no list"


@contextmanager
def _attached(db: sqlite3.Connection, shard: Path) -> Iterator[None]:
    check(shard)
    db.execute("ATTACH ? AS shard", (f"{shard.absolute().as_uri()}?mode=ro",))
    try:
        yield
    finally:
        db.execute("DETACH shard")


def _last(db: sqlite3.Connection, table: str) -> int:
    found: int | None = db.execute(f'SELECT max(id) FROM main."{table}"').fetchone()[0]
    return found or 0


def _merge_names(db: sqlite3.Connection) -> str:
    """Intern the shard's names. Gives the SQL that turns a name's id in the shard, ``{}``, into its id in the case.

    When all names are new, as in most big files, that is an addition; else a look-up.
    """
    before = db.execute("SELECT coalesce(max(id), 0) FROM main.name").fetchone()[0]
    db.execute(
        "INSERT OR IGNORE INTO main.name(name, identifier, folded) "
        "SELECT name, identifier, folded FROM shard.name ORDER BY id"
    )
    db.execute(
        "INSERT INTO name_fts(rowid, name, folded) SELECT id, name, folded FROM main.name WHERE id > ?", (before,)
    )
    db.execute("CREATE TEMP TABLE IF NOT EXISTS name_map(local INTEGER PRIMARY KEY, id INTEGER)")
    db.execute("DELETE FROM temp.name_map")
    db.execute(
        "INSERT INTO temp.name_map SELECT s.id, n.id FROM shard.name s "
        "JOIN main.name n ON n.name = s.name AND n.identifier = s.identifier"
    )
    low, high = db.execute("SELECT min(id - local), max(id - local) FROM temp.name_map").fetchone()
    if low is not None and low == high:
        return _shifted("{}", low)
    return "(SELECT id FROM temp.name_map WHERE local = {})"


def _merge_table(db: sqlite3.Connection, table: Table, own: str, shifts: dict[str, int], names: str) -> int:
    """Copy the rows of a table and give their number; ``own`` and ``names`` are SQL for the ids of source and names."""
    columns = [f'"{column.name}"' for column in table.columns if not column.generated]
    moved = [_moved(table, column, own, shifts, names) for column in table.columns if not column.generated]
    into, out_of = f'INSERT INTO main."{table.name}"', f'FROM shard."{table.name}"'
    whole = f"{into} SELECT * {out_of}"
    if moved == columns and _stands_as_declared(db, table) and _is_possible(db, whole):
        return db.execute(whole).rowcount
    return db.execute(f"{into} ({', '.join(columns)}) SELECT {', '.join(moved)} {out_of}").rowcount


def _stands_as_declared(db: sqlite3.Connection, table: Table) -> bool:
    """Tell whether the case has its columns in the order of a shard: those that a migration added stand last."""
    here = [name for _, name, *_ in db.execute(f'PRAGMA main.table_xinfo("{table.name}")')]
    return here == [column.name for column in table.columns]


def _is_possible(db: sqlite3.Connection, copy: str) -> bool:
    """Ask SQLite whether it copies records as they are; if not, it finds values for columns that are computed."""
    try:
        db.execute(f"EXPLAIN {copy}").close()
    except sqlite3.OperationalError:
        return False
    return True


def _moved(table: Table, column: Column, own: str, shifts: dict[str, int], names: str) -> str:
    """Spell what becomes of a column on its way into the case."""
    target = table.name if column.name == "id" else column.references
    here = f'"{column.name}"'
    if target == "source":
        return own
    if target == "name":
        return names.format(here)
    return _shifted(here, shifts[target] if target else 0)


def _shifted(id: str, by: int) -> str:
    return f"{id} + {by}" if by else id


def _merge_words(db: sqlite3.Connection, table: str, shift: int) -> None:
    """Put texts with their folded words into the index: those of parts one by one, those of records batch by batch."""
    folded, text = f'shard."{table}_folded" f', f't."{SEARCHED[table]}"'
    if table == "part":
        words, of = "f.folded", f'{folded} JOIN shard."{table}" t ON t.id = f.id'
    else:
        words = "w.value"
        of = f'{folded} CROSS JOIN json_each(f.folded) w CROSS JOIN shard."{table}" t ON t.id = f.id + w.key'
    db.execute(
        f'INSERT INTO "{table}_fts"(rowid, "{SEARCHED[table]}", folded) '
        f"SELECT {_shifted('t.id', shift)}, {text}, {words} FROM {of} WHERE {words} IS NOT NULL ORDER BY f.id"
    )


def _describe(db: sqlite3.Connection, source: int, counts: Mapping[str, int]) -> None:
    """Say on the source's row how much it gave, what it is and what read it."""
    marks = ("kind", "reader", "encoding")
    values = ", ".join(f"{mark} = coalesce((SELECT value FROM shard.meta WHERE key = '{mark}'), '')" for mark in marks)
    records = sum(counts[kind] for kind in RECORD_KINDS)
    db.execute(
        f"UPDATE main.source SET parts = ?, tables = ?, records = ?, mentions = ?, issues = ?, {values} WHERE id = ?",
        (counts["part"], counts["table_found"], records, counts["mention"], counts["issue"], source),
    )
