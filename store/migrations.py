"""How an older case becomes a current one.

``MIGRATIONS[n]`` holds the statements that lead from version n to n + 1; they run in one transaction, so a case is of
one version or of the next. Whoever changes the schema raises ``SCHEMA_VERSION``, adds an entry here and a dump of a
case of the old version to tests/store/cases: the tests open every dump there and compare its tables with fresh ones.
A column that is added stands last, wherever a fresh case has it: to write ten million rows anew would take minutes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from store.schema import SCHEMA_VERSION

MIGRATIONS: Mapping[int, Sequence[str]] = {
    1: ("ALTER TABLE table_source ADD COLUMN spelling TEXT NOT NULL DEFAULT ''",),
    2: (
        "ALTER TABLE shipment ADD COLUMN shipped TEXT",
        "ALTER TABLE shipment ADD COLUMN arrived TEXT",
        "DROP INDEX IF EXISTS shipment_year_index",
        "ALTER TABLE shipment DROP COLUMN year",
        "ALTER TABLE shipment ADD COLUMN year INTEGER GENERATED ALWAYS AS "
        "(CAST(substr(coalesce(declaration_date, release_date, shipped, arrived), 1, 4) AS INTEGER)) VIRTUAL",
        'CREATE INDEX IF NOT EXISTS shipment_year_index ON shipment("year")',
        "ALTER TABLE statistic ADD COLUMN total_of TEXT",
    ),
    3: (
        "ALTER TABLE cell_box ADD COLUMN span_start INTEGER",
        "ALTER TABLE cell_box ADD COLUMN span_end INTEGER",
        "CREATE TABLE statement(id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source(id), "
        'table_id INTEGER NOT NULL REFERENCES table_found(id), "row" INTEGER NOT NULL, '
        '"year" INTEGER GENERATED ALWAYS AS (CAST(substr("date", 1, 4) AS INTEGER)) VIRTUAL, '
        "predicate TEXT, subject INTEGER REFERENCES name(id), object INTEGER REFERENCES name(id), "
        "party INTEGER REFERENCES name(id), other_party INTEGER REFERENCES name(id), person TEXT, "
        'product TEXT, negated INTEGER, attribution TEXT, hedge TEXT, "date" TEXT, date_before TEXT, '
        "time_said TEXT, amount NUMERIC, amount_currency TEXT, amount_bound TEXT, amount_usd NUMERIC, "
        "amount_before NUMERIC, ratio REAL, quantity REAL, quantity_unit TEXT, quantity_bound TEXT, "
        '"share" REAL, country TEXT, from_country TEXT, to_country TEXT, location TEXT, quote TEXT, '
        "raw TEXT, cells TEXT)",
    ),
    4: (
        "ALTER TABLE shipment ADD COLUMN document_number TEXT",
        "ALTER TABLE shipment ADD COLUMN document_date TEXT",
        "DROP INDEX IF EXISTS shipment_year_index",
        "ALTER TABLE shipment DROP COLUMN year",
        "ALTER TABLE shipment ADD COLUMN year INTEGER GENERATED ALWAYS AS (CAST(substr("
        "coalesce(declaration_date, release_date, shipped, arrived, document_date), 1, 4) AS INTEGER)) VIRTUAL",
        'CREATE INDEX IF NOT EXISTS shipment_year_index ON shipment("year")',
    ),
    5: (
        "ALTER TABLE company ADD COLUMN phone TEXT",
        "ALTER TABLE company ADD COLUMN email TEXT",
        "ALTER TABLE company ADD COLUMN website TEXT",
        "ALTER TABLE company ADD COLUMN address_key TEXT",
    ),
}


def version(db: sqlite3.Connection) -> int:
    """Read the schema version of a database."""
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    return found


def migrate(
    db: sqlite3.Connection, steps: Mapping[int, Sequence[str]] = MIGRATIONS, target: int = SCHEMA_VERSION
) -> None:
    """Bring a database to the target version; nothing happens to one that is there."""
    for step in range(version(db), target):
        db.execute("BEGIN IMMEDIATE")
        try:
            _climb(db, steps[step], step + 1)
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def _climb(db: sqlite3.Connection, statements: Sequence[str], reached: int) -> None:
    for statement in statements:
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {reached}")
    db.execute("UPDATE meta SET value = ? WHERE key = 'schema_version'", (str(reached),))
