"""Runs unlade over documents of which the truth is known, and gives its figures: what ``unlade eval`` prints.

The way is the whole one: a case is built by an ordinary run, and the predictions are read out of that case.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from extract.model import FieldKind, specs
from extract.walk import find
from store.case import Case
from store.schema import RECORD_KINDS, party_fields
from unlade.evaluate import Document, Figures, evaluate, of_names
from unlade.run import Settings, run

PLACES = """
SELECT l.source_id, r.path || '/' || l.path, s.status
FROM location l JOIN root r ON r.id = l.root_id JOIN source s ON s.id = l.source_id
"""
MENTIONED = "SELECT kind, value FROM mention WHERE source_id = ?"
CLUSTERS = "SELECT name, entity_id FROM name WHERE entity_id IS NOT NULL"
KINDS = {FieldKind.PARTY: "company", FieldKind.AMOUNT: "amount", FieldKind.DATE: "date"}
KIT_FIELDS = {
    record: {s.name: KINDS.get(s.kind, "hs_code") for s in specs(record) if s.kind in KINDS or s.name == "hs_code"}
    for record in RECORD_KINDS
    if record != "statement"
}
"""Record -> field -> which of the kit's four fields its values belong to; a statement repeats what mentions hold."""

HOUSEKEEPING = frozenset({"id", "source_id", "table_id", "row", "year", "raw", "cells", "folded"})


def measure(corpus: Path, settings: Settings) -> Figures:
    """Run over the documents below ``corpus`` (each folder: docs/, expected.jsonl) and score what came out."""
    with TemporaryDirectory() as folder, Case.create(Path(folder) / "eval.db") as case:
        run(case, find(sorted(corpus.glob("*/docs"))), settings, "eval")
        figures = evaluate(predictions(case.db, corpus.absolute()), expected(corpus))
        for truth in corpus.glob("*/names.csv"):
            figures["names"] = of_names(case.db.execute(CLUSTERS), meant(truth))
    return figures


def expected(corpus: Path) -> Iterator[Document]:
    """Read the truth of every folder."""
    for path in sorted(corpus.glob("*/expected.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def meant(path: Path) -> dict[str, str]:
    """Read which company each printed name means."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["company"] for row in csv.DictReader(lines)}


def predictions(db: sqlite3.Connection, corpus: Path) -> Iterator[Document]:
    """Give for each document of a case what was found in it."""
    for source, path, status in db.execute(PLACES).fetchall():
        found = [record for kind in RECORD_KINDS for record in records(db, kind, source)]
        doc = Path(path).relative_to(corpus).as_posix()
        yield {"doc": doc, "status": status, "fields": fields(db, source, found), "records": found}


def records(db: sqlite3.Connection, kind: str, source: int) -> Iterator[dict[str, Any]]:
    """Read the records of one kind from a document, with names for the ids of parties."""
    cursor = db.execute(f'SELECT * FROM "{kind}" WHERE source_id = ?', (source,))
    columns = [column[0] for column in cursor.description]
    parties = party_fields(kind)
    for row in cursor.fetchall():
        record = {column: value for column, value in zip(columns, row, strict=True) if column not in HOUSEKEEPING}
        names = {party: name_of(db, record[party]) for party in parties if record[party] is not None}
        yield {"record": kind} | record | names


def name_of(db: sqlite3.Connection, name: int) -> str:
    """Print a name."""
    return str(db.execute("SELECT name FROM name WHERE id = ?", (name,)).fetchone()[0])


def fields(db: sqlite3.Connection, source: int, found: Sequence[Document]) -> dict[str, list[dict[str, str]]]:
    """List companies, amounts, dates and codes of a document, from its records and its running text."""
    listed: dict[str, list[dict[str, str]]] = {"company": [], "amount": [], "date": [], "hs_code": []}
    for kind, value in db.execute(MENTIONED, (source,)):
        if kind in listed:
            listed[kind].append({"value": value})
    for record in found:
        for field, kind in KIT_FIELDS.get(record["record"], {}).items():
            if record[field] is not None:
                listed[kind].append({"value": str(record[field])})
    return listed
