"""A case as CSV: a folder with one file per table for people, and one canonical file of all facts.

In the folder parties are written by name, and the answers to the standing questions stand beside the facts. Codes are
quoted and numbers are not, so that a careful import keeps leading zeros. Text that a spreadsheet would run as a formula
gets an apostrophe before it.

The canonical file holds no ids, no clock and no absolute path, and is ordered by content: the same dump gives the same
bytes, whatever the number of workers, the order of merging or the place of the files.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TextIO

from extract.model import Box
from store.case import Case
from store.ddl import Table
from store.facts import Fact, facts
from store.schema import META, RECORD_TABLES, TABLES, party_fields
from store.summary import TABLES as ANSWERS

_DETAILS = ("currency", "unit", "role", "scheme", "subject")
_PLACE = ("part", "x0", "top", "x1", "bottom", "start", "end")
COLUMNS = ("source", "file", "record", "field", "value", "raw", "entity", *_DETAILS, *_PLACE)

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def safe(value: object) -> object:
    """Keep a spreadsheet from running text as a formula; numbers with a sign are none.

    >>> safe("=1+1"), safe("-5"), safe("+7 495")
    ("'=1+1", '-5', "'+7 495")
    """
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return "'" + value
    return value


def write_folder(case: Case, folder: Path | str) -> list[Path]:
    """Write one CSV per table and answer, UTF-8 with a byte order mark, for without it Excel breaks Cyrillic."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows = {table.name: _rows_of(table) for table in TABLES if table is not META}
    rows |= {answer: f'SELECT * FROM "{answer}" ORDER BY rowid' for answer in _answers(case)}
    return [_write_rows(case, sql, folder / f"{name}.csv") for name, sql in rows.items()]


def _rows_of(table: Table) -> str:
    columns = (f'{_readable(table, c.name)} AS "{c.name}"' for c in table.columns if c.name != "folded")
    return f'SELECT {", ".join(columns)} FROM "{table.name}" ORDER BY 1, 2'


def _answers(case: Case) -> list[str]:
    """List the answers to the standing questions: all, or none where no run has ended yet."""
    made = {name for (name,) in case.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [name for name in ANSWERS if name in made]


def _write_rows(case: Case, sql: str, path: Path) -> Path:
    rows = case.db.execute(sql)
    with _replacing(path, "utf-8-sig") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow(column[0] for column in rows.description)
        writer.writerows(map(_safe_row, rows))
    return path


def _readable(table: Table, column: str) -> str:
    if table.name in RECORD_TABLES and column in party_fields(table.name):
        return f'(SELECT name.name FROM name WHERE name.id = "{table.name}"."{column}")'
    return f'"{table.name}"."{column}"'


def _safe_row(row: Sequence[object]) -> list[object]:
    return ["" if value is None else safe(value) for value in row]


def write_canonical(case: Case, path: Path | str) -> Path:
    """Write all facts into one CSV file."""
    path = Path(path)
    with _replacing(path, "utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(chain([COLUMNS], _numbered(facts(case))))
    return path


def _numbered(found: Iterable[Fact]) -> Iterator[list[object]]:
    """Number the records of a source from 1, so that the fields of one are seen to belong together."""
    source, seen = "", dict[str, dict[str, int]]()
    for fact in found:
        if fact.source.sha256 != source:
            source, seen = fact.source.sha256, {}
        ids = seen.setdefault(fact.kind, {})
        yield _row(fact, ids.setdefault(fact.ref.split(":")[1], len(ids) + 1))


def _row(fact: Fact, number: int) -> list[object]:
    place, details = fact.place, fact.details
    edges = ("",) * 4 if place.box is None else _edges(place.box)
    head = (fact.source.sha256, safe(fact.file), f"{fact.kind} {number}", fact.field, safe(fact.value), safe(fact.raw))
    own = [safe(details.get(name, "")) for name in _DETAILS] if details else ("",) * len(_DETAILS)
    return [*head, fact.entity, *own, place.part, *edges, *(place.span or ("", ""))]


def _edges(box: Box) -> tuple[str, str, str, str]:
    return f"{box.x0:g}", f"{box.top:g}", f"{box.x1:g}", f"{box.bottom:g}"


@contextmanager
def _replacing(path: Path, encoding: str) -> Iterator[TextIO]:
    """Write beside the file and put it in its place when whole."""
    half = path.with_name(path.name + ".part")
    try:
        with half.open("w", encoding=encoding, newline="") as file:
            yield file
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)
