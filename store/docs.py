"""Write docs/schema.md from the schema: ``python -m store.docs [FILE]``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from store.ddl import Column, Table
from store.indexes import indexes
from store.questions import QUESTIONS
from store.schema import SCHEMA_VERSION, SEARCHED, STATUSES, TABLES

_HEAD = f"""# The database

Made from the code by `python -m store.docs docs/schema.md`; do not edit. Schema version {SCHEMA_VERSION}.

Any SQLite 3.34 or newer opens a case, with no plugin: `sqlite3 case.db`, `sqlite-utils tables case.db`,
`datasette case.db`. `.schema shipment` prints these descriptions as comments.

- Parties of a record (`shipment.consignor`) are ids of a `name`; `name.entity_id` leads to the company.
- Codes, identifiers and dates are text. Amounts of records are numbers, so that they sort and sum; SQLite keeps
  decimals of up to 15 digits apart, and a spelling the number would lose stands in `raw`. A mention's `value` is
  exact text.
- Item rows are not shipments: `invoice_total` repeats on every item of a declaration and must not be summed.
- Entities and findings are suggestions with reasons, kept apart from facts.
- `x_fts` is the full-text index of table x. It finds words as they stand; `unlade search` and `unlade serve` also fold
  the query, so that one spelling finds the others.
"""


def document() -> str:
    """Spell the whole page."""
    tables = (line for table in TABLES for line in _table(table))
    return "\n".join((_HEAD, *tables, *_answers(), *_statuses())) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.name}\n"
    yield f"{table.description[:1].upper()}{table.description[1:]}.\n"
    yield "| column | type | what it holds |\n|---|---|---|"
    yield from map(_column, table.columns)
    yield ""
    if table.name in SEARCHED:
        yield f"Full text: `{table.name}_fts` over `{SEARCHED[table.name]}`.\n"
    made = [f"`{columns}`" for of, columns in indexes() if of == table.name]
    if made:
        yield f"Indexes: {', '.join(made)}.\n"


def _column(column: Column) -> str:
    points = f" → `{column.references}`" if column.references else ""
    made = " (computed)" if column.generated else ""
    return f"| `{column.name}` | {column.sql.split()[0]}{made} | {column.description}{points} |"


def _answers() -> Iterator[str]:
    yield "## Answers\n"
    yield "Made anew from the facts at the end of each run (store/views); every line is an indication, not proof.\n"
    yield "| table | question |\n|---|---|"
    yield from (f"| `{question.name}` | {question.words} |" for question in QUESTIONS)
    yield ""


def _statuses() -> Iterator[str]:
    yield "## What can become of a file\n"
    yield "| status | meaning |\n|---|---|"
    yield from (f"| `{status}` | {meaning} |" for status, meaning in STATUSES.items())


if __name__ == "__main__":
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(document(), encoding="utf-8")
    else:
        sys.stdout.write(document())
