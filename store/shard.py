"""A shard: what one source gave, as a small SQLite file that a child process writes and the parent merges.

Its tables are those of a case that hold facts, with ids that count from 1: a part's id is its number in the source, a
table's id likewise. It is committed before each next part, so a child that is killed leaves whole parts and no half
ones. Folding text is work, so it is done here, by many processes, and not where all shards are merged.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from extract.model import (
    Batch,
    Box,
    Coded,
    Derived,
    FieldKind,
    FieldSpec,
    Issue,
    Item,
    Mention,
    MentionKind,
    Part,
    PartText,
    Place,
    Source,
    Table,
    specs,
)
from resolve.fold import FOLD_VERSION, fold
from store import binding, schema
from store.copies import Copies
from store.ddl import insert
from store.shard_names import Names
from store.shard_schema import FOLDED_TABLES, SHARD_TABLES
from store.sparse import objects, raw_columns

_LARGE = 1 << 20  # bytes of a file that is likely to give rows by the thousand
_SMALL_PAGE, _LARGE_PAGE = 4_096, 16_384
_WAITING = 5_000  # mentions and issues held back to be written at once

_INSERT = {table.name: insert(table.name, table.stored) for table in SHARD_TABLES}


class Shard:
    """Write what a source gives, item by item, in the order it comes."""

    def __init__(self, path: Path | str, source: Source, number: int = 0) -> None:
        """Make the file. ``number`` is that of the source in the case, where it is known."""
        self.source = source
        self._number = number
        self.counts: Counter[str] = Counter()
        """Rows so far: ``part``, ``table_found``, ``mention``, ``issue`` and every kind of record."""
        self._names = Names()
        self._spellings: dict[int, Mapping[str, str]] = {}
        self._waiting: dict[str, list[tuple[object, ...]]] = {"mention": [], "issue": []}
        self._marks = {"source": str(number), "kind": source.kind, "fold_version": str(FOLD_VERSION)}
        self._db = _make(Path(path), _LARGE_PAGE if source.size > _LARGE else _SMALL_PAGE)
        self._copies = Copies(self._db)
        self._folded = Derived(_folded)
        self._take: dict[type, Callable[[Any], None]] = {
            Part: self._part,
            PartText: self._part_text,
            Table: self._table,
            Batch: self._batch,
            Mention: self._mention,
            Issue: self._issue,
        }

    def write(self, item: Item) -> None:
        """Take one item. A part closes what came before it."""
        self._take[type(item)](item)

    def commit(self) -> None:
        """Make everything so far survive a kill."""
        self._flush()
        self._insert(_over(_INSERT["meta"]), self._marks.items())
        self._db.commit()

    def close(self) -> None:
        """Finish the shard: only a closed one says that it is complete."""
        self._marks["complete"] = "1"
        self.commit()
        self._db.execute("PRAGMA journal_mode = DELETE")  # leaves no empty journal beside the shard
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if kind is None:
            self.close()
        else:
            self._db.close()

    def _part(self, part: Part) -> None:
        self.commit()
        self._remember(part.dialect)
        number = part.place.part
        row = (number, self._number, number, part.kind.value, part.name, part.text, int(part.needs_ocr), part.rotation)
        self._insert(_INSERT["part"], [(*row, *_edges(part.place.box), _json(part.dialect))])
        self._insert(_INSERT["part_folded"], [(number, fold(_storable_value(part.text)))] if part.text else [])
        self.counts["part"] += 1

    def _part_text(self, words: PartText) -> None:
        """Add words to the text of a part that was written before its tables were read."""
        number, text = words.place.part, _storable_value(words.text)
        self._db.execute("UPDATE part SET text = text || ? WHERE id = ?", (text, number))
        more = "ON CONFLICT (id) DO UPDATE SET folded = folded || ' ' || excluded.folded"
        self._db.execute(f"INSERT INTO part_folded VALUES (?, ?) {more}", (number, fold(text)))

    def _table(self, table: Table) -> None:
        self._remember(table.dialect)
        number = table.number
        if table.spellings:
            self._spellings[number] = table.spellings
        which = (number, self._number, table.place.part, number)
        how = (table.kind, table.title, table.record, json.dumps(table.header_rows), table.first_row)
        self._insert(_INSERT["table_found"], [(*which, *how, *_edges(table.place.box), _json(table.dialect))])
        columns = [(number, c.position, c.header, c.field, c.evidence, c.decision) for c in table.columns]
        self._insert(_INSERT["table_column"], columns)
        sources = [(number, field, at, table.spellings.get(field, "")) for field, at in table.sources.items()]
        self._insert(_INSERT["table_source"], sources)
        boxes = [
            (number, *cell, part, *_edges(box), *table.spans.get(cell, (None, None)))
            for cell, (part, box) in (table.boxes or {}).items()
        ]
        self._insert(_INSERT["cell_box"], boxes)
        self.counts["table_found"] += 1

    def _batch(self, batch: Batch) -> None:
        kind, size = batch.kind, len(batch.rows)
        fields = [spec for spec in specs(kind) if spec.name in batch.values]
        if len(fields) < len(batch.values):
            raise ValueError(f"fields a {kind} has not got: {set(batch.values) - {f.name for f in fields}}")
        if not size:
            return
        ids = range(self.counts[kind] + 1, self.counts[kind] + size + 1)
        raws = raw_columns(batch, self._spellings.get(batch.table, {}))
        columns = {
            **{"source_id": [self._number] * size, "table_id": [batch.table] * size, "row": batch.rows},
            **{spec.name: self._column(batch, spec) for spec in fields},
            **{"raw": objects(raws, size), "cells": objects(batch.cells, size)},
        }
        if not self._copies.take(kind, ids[0], columns):
            self._insert(*binding.insert(kind, ids, columns))
        if kind in FOLDED_TABLES and schema.GOODS in batch.values:
            self._goods(kind, ids[0], batch.values[schema.GOODS])
        self.counts[kind] += size
        if len(self._names.new) >= _WAITING:
            self._flush()

    def _goods(self, kind: str, first: int, texts: Sequence[Any]) -> None:
        words: Iterable[Any] = self._folded(texts) if isinstance(texts, Coded) else map(_folded, texts)
        self._insert(_INSERT[f"{kind}_folded"], [(first, f"[{', '.join(words)}]")])

    def _column(self, batch: Batch, spec: FieldSpec) -> Sequence[Any]:
        values = batch.values[spec.name]
        if spec.kind is not FieldKind.PARTY:
            return values
        beside = schema.identifier_field(batch.kind, spec.name)
        return self._names.ids(values, batch.values.get(beside, ()) if beside else ())

    def _mention(self, mention: Mention) -> None:
        is_company = mention.kind is MentionKind.COMPANY
        name = self._names[mention.value, mention.subject] if is_company else None
        self._wait("mention", _mention_row(self.counts["mention"] + 1, self._number, mention, name))

    def _issue(self, issue: Issue) -> None:
        place = issue.place
        where = (place.part, *_edges(place.box)) if place else (None, *_edges(None))
        self._wait("issue", (self.counts["issue"] + 1, self._number, where[0], issue.kind, issue.message, *where[1:]))

    def _wait(self, table: str, row: tuple[object, ...]) -> None:
        self.counts[table] += 1
        self._waiting[table].append(row)
        if len(self._waiting[table]) >= _WAITING:
            self._flush()

    def _flush(self) -> None:
        for table, rows in self._waiting.items():
            self._insert(_INSERT[table], rows)
            rows.clear()
        self._insert(_INSERT["name"], self._names.new)
        self._names.new.clear()

    def _insert(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Write rows that can be gone through twice."""
        try:
            self._db.executemany(sql, rows)
        except (UnicodeEncodeError, OverflowError):  # half a surrogate pair, a count of 20 digits: rare, so found late
            self._db.executemany(_over(sql), map(_storable, rows))

    def _remember(self, dialect: Mapping[str, str]) -> None:
        for key in ("reader", "encoding"):
            if key in dialect:
                self._marks.setdefault(key, dialect[key])


def _make(path: Path, page: int) -> sqlite3.Connection:
    """Make the file. No fsync: a shard must survive the death of its process, not of the machine."""
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA page_size = {page}")
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA journal_mode = TRUNCATE")
    db.execute("PRAGMA cache_size = -16384")
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
    for table in SHARD_TABLES:
        db.execute(table.ddl)
    db.commit()
    return db


@lru_cache(maxsize=65_536)  # the same goods come again and again
def _folded(text: Any) -> str:
    """Fold a text and give it as JSON."""
    return json.dumps(fold(_storable_value(text)) if text else None, ensure_ascii=False)


def _over(insert: str) -> str:
    """Let an INSERT write over rows that are there already."""
    return insert.replace("INSERT", "REPLACE", 1)


def _storable(row: Sequence[object]) -> list[object]:
    return [_storable_value(value) for value in row]


def _storable_value(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return float(value)
    return value


def _edges(box: Box | None) -> tuple[float | None, float | None, float | None, float | None]:
    return (None, None, None, None) if box is None else (box.x0, box.top, box.x1, box.bottom)


def _json(mapping: Mapping[str, object]) -> str | None:
    return json.dumps(dict(mapping), ensure_ascii=False, sort_keys=True) if mapping else None


def _mention_row(id: int, source: int, mention: Mention, name: int | None) -> tuple[object, ...]:
    m, place = mention, mention.place
    value = (m.kind.value, m.text, m.value, m.currency, m.unit, m.role, m.scheme, m.subject, m.valid, m.evidence)
    return (id, source, place.part, *value, name, *_span(place), *_edges(place.box))


def _span(place: Place) -> tuple[int | None, int | None]:
    return place.span if place.span is not None else (None, None)
