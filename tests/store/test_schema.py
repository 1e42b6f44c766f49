import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.model import RECORDS, specs
from store.ddl import Table
from store.docs import document
from store.indexes import build, indexes
from store.schema import MAIN_DATE, SEARCHED, STATUSES, TABLES, identifier_field, party_fields, statements

BY_NAME = {table.name: table for table in TABLES}
ROOT = Path(__file__).parents[2]


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(":memory:")
    for statement in statements():
        db.execute(statement)
    yield db
    db.close()


def test_the_page_of_the_schema_is_current() -> None:
    assert (ROOT / "docs" / "schema.md").read_text(encoding="utf-8") == document(), (
        "python -m store.docs docs/schema.md"
    )


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_and_column_is_described(table: Table) -> None:
    assert table.description
    assert all(column.description for column in table.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_that_is_pointed_to_has_a_label(table: Table) -> None:
    """Datasette takes a column called name or title, or the only one beside the id."""
    if any(column.references == table.name for other in TABLES for column in other.columns) and table.name != "run":
        names = [column.name for column in table.columns]
        assert {"name", "title"} & set(names) or len(names) == 2


def test_references_lead_to_tables() -> None:
    assert {c.references for t in TABLES for c in t.columns if c.references} <= set(BY_NAME)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_of_a_record_is_a_column(db: sqlite3.Connection, kind: str) -> None:
    columns = {row[1]: row[2] for row in db.execute(f"PRAGMA table_xinfo({kind})")}
    assert {spec.name for spec in specs(kind)} <= set(columns)
    assert {columns[s.name] for s in specs(kind) if s.kind == "code"} <= {"TEXT"}
    assert {columns[field] for field in party_fields(kind)} <= {"INTEGER"}


@pytest.mark.parametrize(("kind", "date"), MAIN_DATE.items())
def test_the_year_is_that_of_the_main_date(db: sqlite3.Connection, kind: str, date: str) -> None:
    column = re.findall(r"\w+", date)[-1]
    for text, year in (("2022-05-12", 2022), ("2021", 2021), (None, None)):
        db.execute(f'INSERT INTO "{kind}"(source_id, table_id, row, "{column}") VALUES (1, 1, 1, ?)', (text,))
        assert db.execute(f'SELECT year FROM "{kind}" ORDER BY id DESC').fetchone() == (year,)


def test_amounts_sort_as_numbers(db: sqlite3.Connection) -> None:
    rows = [("9",), ("1234.50",), ("10",), ("-3",)]
    db.executemany("INSERT INTO shipment(source_id, table_id, row, invoice_value) VALUES (1, 1, 1, ?)", rows)
    assert db.execute("SELECT sum(invoice_value), max(invoice_value) FROM shipment").fetchone() == (1250.5, 1234.5)
    assert [v for (v,) in db.execute("SELECT invoice_value FROM shipment ORDER BY 1")] == [-3, 9, 10, 1234.5]


def test_codes_keep_leading_zeros(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO shipment(source_id, table_id, row, hs_code) VALUES (1, 1, 1, ?)", ("0102290510",))
    assert db.execute("SELECT hs_code FROM shipment").fetchone() == ("0102290510",)


def test_a_register_entry_shares_one_identifier_among_its_names() -> None:
    assert {identifier_field("company", party) for party in party_fields("company")} == {"identifier"}
    assert identifier_field("shipment", "consignor") == "consignor_id"
    assert identifier_field("shipment", "carrier") is None


@pytest.mark.parametrize("table", SEARCHED)
def test_datasette_finds_the_index_of_what_people_search(db: sqlite3.Connection, table: str) -> None:
    from datasette.utils import detect_fts

    assert detect_fts(db, table) == f"{table}_fts"


def test_indexes_can_be_made_twice(db: sqlite3.Connection) -> None:
    build(db)
    build(db)
    made = db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name LIKE '%_index'").fetchone()
    assert made == (len(list(indexes())),)


def test_the_statuses_are_those_of_the_architecture() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    listed = re.search(r"## Statuses\n\n`([^`]+)`", text)
    assert listed is not None
    assert listed.group(1).split() == list(STATUSES)
