"""What Datasette is told about a case: descriptions with units, labels, facets, sort orders, canned queries.

A plain Datasette without our plugin takes it too: ``datasette case.db -m case.metadata.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from store.questions import QUESTIONS, first_line
from store.schema import RECORD_KINDS, RECORD_TABLES, SEARCHED, TABLES

HIDDEN = {"meta", "table_source", "cell_box", "finding_fact", "decision"}
LABELS = {"part": "title", "table_found": "title", "run": "started", "root": "path", "finding": "title"}
FACETS = {
    "shipment": ["year", "direction", "origin_country", "dispatch_country"],
    "licence": ["year", "direction", "holder"],
    "company": ["year", "country", "status"],
    "statistic": ["year", "flow", "reporter", "partner"],
    "payment": ["year", "currency"],
    "event": ["year"],
    "mention": ["kind", "role", "scheme"],
    "statement": ["predicate", "year", "negated"],
    "source": ["status", "kind"],
    "issue": ["kind"],
    "judgement": ["verdict", "by"],
    "name": ["country"],
    "entity": ["country"],
    "finding": ["question"],
}
SORTS = {"name": "facts", "entity": "facts", "finding": "weight", "judgement": "score"}
DEALS = {"description": first_line("deals"), "facets": ["kind", "heading", "buyer_country"], "sort_desc": "quantity"}


def metadata(database: str) -> dict[str, Any]:
    """Describe a case that Datasette serves under the name ``database``."""
    tables = {table.name: _table(table.name) for table in TABLES}
    shadows = {f"{table}_fts": {"hidden": True} for table in SEARCHED}
    return {
        "title": "unlade",
        "description": "Customs and trade documents, each value with its place. Leads are indications, not proof.",
        "databases": {
            database: {
                "description": "A case made by unlade run",
                "tables": {**tables, "deals": DEALS, **shadows},
                "queries": dict(queries()),
            }
        },
    }


def _table(name: str) -> dict[str, Any]:
    table = next(t for t in TABLES if t.name == name)
    about: dict[str, Any] = {
        "description": table.description,
        "columns": {column.name: column.description for column in table.columns},
        "size": 50,
    }
    if name in HIDDEN:
        about["hidden"] = True
    if name in LABELS:
        about["label_column"] = LABELS[name]
    if name in FACETS:
        about["facets"] = FACETS[name]
    if name in SORTS:
        about["sort_desc"] = SORTS[name]
    if name in RECORD_KINDS:
        about["sortable_columns"] = [c.name for c in RECORD_TABLES[name].columns if c.name not in ("raw", "cells")]
    return about


def queries() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the standing questions as canned queries.

    They read the answers that the last run left: over a million rows the views themselves are too slow for a page.
    """
    for question in QUESTIONS:
        about = f"Made by store/views/{question.name}.sql at the end of the run. Indications, not proof."
        yield question.name, {"title": question.words, "description": about, "sql": f'SELECT * FROM "{question.name}"'}


def path_beside(case: Path) -> Path:
    """Name the file that describes a case: case.db -> case.metadata.json."""
    return case.with_name(f"{case.stem}.metadata.json")


def write(case: Path) -> Path:
    """Write the description beside the case and give its path."""
    path = path_beside(case)
    path.write_text(json.dumps(metadata(case.stem), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path
