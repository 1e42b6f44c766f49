"""Every older case opens in this version: one dump of each schema version stands in ``cases/``.

To add the dump of a version before leaving it: ``python -m tests.store.test_migrations``.
"""

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.model import Batch, Part, PartKind, Place, Table
from store.case import Case
from store.facts import facts
from store.migrations import MIGRATIONS, migrate, version
from store.schema import SCHEMA_VERSION, TABLES, statements
from store.search import search
from tests.store.conftest import PDF, SHEET, add, letter, sheet

CASES = Path(__file__).parent / "cases"


def dump() -> None:
    """Write the small dump of the tests as a case of this version, in SQL."""
    with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "case.db") as case:
        add(case, Path(folder), "letters/order.pdf", PDF, letter())
        add(case, Path(folder), "rows.xlsx", SHEET, sheet())
        case.names.count()
        case.db.execute("UPDATE root SET path = '/dump'")
        lines = "\n".join(f"{line};" for line in statements_of(case.db))
        (CASES / f"v{SCHEMA_VERSION}.sql").write_text(lines + "\n", encoding="utf-8")


def statements_of(db: sqlite3.Connection) -> Iterator[str]:
    """Spell a case in SQL, with empty search indexes and a fold of old: opening it must fill them."""
    for pragma in ("application_id", "user_version"):
        yield f"PRAGMA {pragma} = {db.execute(f'PRAGMA {pragma}').fetchone()[0]}"
    db.execute("UPDATE meta SET value = '0' WHERE key = 'fold_version'")
    made = "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT GLOB '*_fts_*'"
    yield from (sql for (sql,) in db.execute(made))
    for table in TABLES:
        names = ", ".join(f'"{name}"' for name in table.stored)
        values = " || ', ' || ".join(f'quote("{name}")' for name in table.stored)
        rows = db.execute(f'SELECT {values} FROM "{table.name}"')
        yield from (f'INSERT INTO "{table.name}" ({names}) VALUES ({row})' for (row,) in rows)


def restore(sql: Path, path: Path) -> Path:
    db = sqlite3.connect(path)
    db.executescript(sql.read_text(encoding="utf-8"))
    db.close()
    return path


def shape(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """List the columns of each table by name: those that a migration added stand last."""
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%'").fetchall()
    return {name: columns(db, name) for (name,) in tables if name[:7] != "sqlite_"}


def columns(db: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return sorted(column[1:] for column in db.execute(f'PRAGMA table_xinfo("{table}")'))


@pytest.mark.parametrize("sql", sorted(CASES.glob("v*.sql")), ids=lambda path: path.stem)
def test_a_case_of_every_version_opens_with_all_it_held(tmp_path: Path, sql: Path) -> None:
    path = restore(sql, tmp_path / "case.db")
    fresh = sqlite3.connect(":memory:")
    for statement in statements():
        fresh.execute(statement)
    with Case.open(path) as case:
        assert version(case.db) == SCHEMA_VERSION
        assert shape(case.db) == shape(fresh)
        assert len(list(facts(case))) == 2 + 4 + 3 * 8
        assert {hit.ref for hit in search(case, "Vozdushnaya")} >= {"mention:1", "shipment:2:consignor", "part:1"}
    fresh.close()


def test_a_shard_goes_into_an_older_case_by_the_names_of_its_columns(tmp_path: Path) -> None:
    path = restore(CASES / "v2.sql", tmp_path / "case.db")
    with Case.open(path, write=True) as case:
        for table in ("shipment", "statistic", "table_found", "part", "name"):
            case.db.execute(f"DELETE FROM {table}")  # ids count from 1: the shard may be copied whole
        rows = [Table(Place(SHEET.sha256, 1), 1, "extract", record="shipment", sources={"shipped": 0, "container": 1})]
        found = Batch(1, "shipment", [4], {"shipped": ["2023-02-01"], "container": ["MSKU1234565"]})
        add(case, tmp_path, "bl.xlsx", SHEET, [Part(Place(SHEET.sha256, 1), PartKind.SHEET), *rows, found])
        (row,) = case.db.execute("SELECT year, shipped, container, raw, row FROM shipment")
    assert row == (2023, "2023-02-01", "MSKU1234565", None, 4)


def test_every_version_has_its_dump_and_its_way_up() -> None:
    assert sorted(path.stem for path in CASES.glob("v*.sql")) == [f"v{n}" for n in range(1, SCHEMA_VERSION + 1)]
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA_VERSION))


@pytest.fixture
def old(tmp_path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(tmp_path / "old.db", isolation_level=None)
    db.executescript(
        "CREATE TABLE meta(key, value); INSERT INTO meta VALUES ('schema_version', '1'); PRAGMA user_version = 1"
    )
    return db


def test_migrations_climb_step_by_step(old: sqlite3.Connection) -> None:
    steps = {1: ["CREATE TABLE a(x)"], 2: ["ALTER TABLE a ADD COLUMN y", "INSERT INTO a VALUES (1, 2)"]}
    migrate(old, steps, 3)
    assert version(old) == 3
    assert old.execute("SELECT value FROM meta").fetchone() == ("3",)
    assert old.execute("SELECT y FROM a").fetchone() == (2,)


def test_a_step_that_fails_leaves_the_version_before_it(old: sqlite3.Connection) -> None:
    steps = {1: ["CREATE TABLE a(x)"], 2: ["CREATE TABLE b(x)", "INSERT INTO nowhere VALUES (1)"]}
    with pytest.raises(sqlite3.OperationalError):
        migrate(old, steps, 3)
    assert version(old) == 2
    assert [name for (name,) in old.execute("SELECT name FROM sqlite_master")] == ["meta", "a"]


if __name__ == "__main__":
    dump()
