"""Facts: single values with the place they stand on.

A record is stored as a row and its places follow from its table (docs/architecture.md, "The nouns"); here they are
worked out, one fact at a time: ``cells[field]`` if given, else the record's row and the column its table reads the
field from; on a page the box of that cell, on a sheet the cell itself. What was printed there follows likewise:
``raw[field]`` if given, else the value as its column writes values.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import lru_cache
from typing import Any

from extract.model import Box, FieldKind, FieldSpec, Place, Source, cell_box, cell_text, specs, spelled
from store.case import Case
from store.decimals import spell
from store.errors import NoSuchFact
from store.schema import RECORD_KINDS
from store.sources import Location, Sources, shown


@dataclass(frozen=True, slots=True)
class PartName:
    """A part as people speak of it."""

    number: int
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of one record, or one mention.

    ``kind``: kind of record, or ``mention``. ``field``: field of the record, or the mention's kind. ``entity``: key of
    the company it was judged to name. ``details``: what else is stored of a mention: currency, role, evidence ...
    """

    ref: str
    kind: str
    field: str
    value: str
    raw: str
    source: Source
    locations: tuple[Location, ...]
    part: PartName | None
    place: Place
    entity: str | None = None
    details: Mapping[str, str] = dataclass_field(default_factory=dict)

    @property
    def file(self) -> str:
        """Name the file by its first path."""
        return self.locations[0].path if self.locations else self.source.sha256

    @property
    def where(self) -> str:
        """Say file, page or sheet, and cell."""
        title = self.part.title if self.part else f"part {self.place.part}"
        cell = (
            f", cell {cell_name(self.place.box)}" if self.part and self.part.kind == "sheet" and self.place.box else ""
        )
        return f"{shown(self.locations) or self.file}, {title}{cell}"


def cell_name(box: Box) -> str:
    """Name the cell of a sheet as spreadsheets do.

    >>> cell_name(cell_box(6, 27))
    'AB7'
    """
    letters, column = "", int(box.x0)
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return f"{letters}{int(box.top) + 1}"


def facts(case: Case) -> Iterator[Fact]:
    """Yield every fact: sources by their fingerprint, in each the records by kind and the mentions, as they stand.

    The order depends on content alone, so two cases of the same dump yield the same facts in the same order.
    """
    for (source,) in case.db.execute("SELECT id FROM source WHERE sha256 IS NOT NULL ORDER BY sha256").fetchall():
        yield from source_facts(case, source)


def source_facts(case: Case, source: int) -> Iterator[Fact]:
    """Yield the facts of one source."""
    finder = Finder(case.db)
    for kind in RECORD_KINDS:
        yield from finder.records(kind, "source_id = ?", source)
    yield from finder.mentions("source_id = ?", source)


def fact(case: Case, ref: str) -> Fact:
    """Find the fact that ``shipment:12:consignor`` or ``mention:33`` names. NoSuchFact if there is none."""
    kind, _, rest = ref.partition(":")
    id, _, name = rest.partition(":")
    if not id.isdecimal() or kind not in (*RECORD_KINDS, "mention"):
        raise NoSuchFact(f"{ref!r} does not name a fact")
    finder = Finder(case.db)
    rows = finder.mentions("id = ?", int(id)) if kind == "mention" else finder.records(kind, "id = ?", int(id))
    found = next((f for f in rows if kind == "mention" or f.field == name), None)
    if found is None:
        raise NoSuchFact(f"there is no {ref!r} in {case.path}")
    return found


@dataclass(frozen=True, slots=True)
class _Table:
    """Where a table stands, and for each field its column and how that writes values."""

    part: int
    is_sheet: bool
    has_boxes: bool
    positions: Mapping[str, int]
    spellings: Mapping[str, str]


class Finder:
    """Look facts up and work out their places, remembering the tables, parts and names it has seen."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._source = lru_cache(maxsize=256)(self._read_source)
        self._table = lru_cache(maxsize=256)(self._read_table)
        self._part = lru_cache(maxsize=1_024)(self._read_part)
        self._name = lru_cache(maxsize=65_536)(self._read_name)

    def records(self, kind: str, where: str, value: int) -> Iterator[Fact]:
        """Yield the facts of the records of a kind that a condition selects."""
        fields = specs(kind)
        names = ", ".join(f'"{spec.name}"' for spec in fields)
        sql = f'SELECT id, source_id, table_id, "row", raw, cells, {names} FROM "{kind}" WHERE {where} ORDER BY id'
        for row in self._db.execute(sql, (value,)):
            yield from self._record(kind, fields, row)

    def _record(self, kind: str, fields: tuple[FieldSpec, ...], row: tuple[Any, ...]) -> Iterator[Fact]:
        id, source_id, table_id, number = row[:4]
        raws, cells = (json.loads(text) if text else {} for text in row[4:6])
        source, locations = self._source(source_id)
        for spec, stored in zip(fields, row[6:], strict=True):
            if stored is None:
                continue
            value, entity = self._spell(spec.kind, stored)
            place = self._place(source.sha256, table_id, number, spec.name, cells.get(spec.name))
            raw = raws[spec.name] if spec.name in raws else self.printed(table_id, spec.name, value)
            ref, part = f"{kind}:{id}:{spec.name}", self._part(source_id, place.part)
            yield Fact(ref, kind, spec.name, value, raw, source, locations, part, place, entity)

    def printed(self, table_id: int, field: str, value: str) -> str:
        """Write a value as its column does. One that fits no rule, in a damaged case, is left as it stands."""
        try:
            return spelled(self._table(table_id).spellings.get(field, ""), value)
        except (ValueError, ArithmeticError):
            return value

    def _spell(self, kind: FieldKind, stored: Any) -> tuple[str, str | None]:
        if kind is FieldKind.PARTY:
            return self._name(stored)
        return (spell(stored) if kind is FieldKind.AMOUNT else cell_text(stored)), None

    def _place(self, sha256: str, table_id: int, row: int, name: str, cell: list[int] | None) -> Place:
        table = self._table(table_id)
        position = table.positions.get(name)
        if cell is not None:
            row, position = cell
        if position is None:
            return Place(sha256, table.part)
        box = cell_box(row, position) if table.is_sheet else None
        if not table.has_boxes:
            return Place(sha256, table.part, box)
        return self._boxed(sha256, table_id, row, position) or Place(sha256, table.part, box)

    def _boxed(self, sha256: str, table_id: int, row: int, position: int) -> Place | None:
        found = self._db.execute(
            "SELECT part, x0, top, x1, bottom, span_start, span_end FROM cell_box "
            'WHERE table_id = ? AND "row" = ? AND position = ?',
            (table_id, row, position),
        ).fetchone()
        if not found:
            return None
        span = None if found[5] is None else (found[5], found[6])
        return Place(sha256, found[0], Box(*found[1:5]), span)

    def mentions(self, where: str, value: int) -> Iterator[Fact]:
        """Yield the mentions that a condition selects."""
        sql = (
            "SELECT id, source_id, (SELECT number FROM part WHERE part.id = part_id), kind, text, value, name_id, "
            f"span_start, span_end, x0, top, x1, bottom, {', '.join(_DETAILS)} FROM mention WHERE {where} ORDER BY id"
        )
        for row in self._db.execute(sql, (value,)):
            yield self._mention(row)

    def _mention(self, row: tuple[Any, ...]) -> Fact:
        id, source_id, number, kind, text, value, name = row[:7]
        source, locations = self._source(source_id)
        span = None if row[7] is None else (row[7], row[8])
        place = Place(source.sha256, number, None if row[9] is None else Box(*row[9:13]), span)
        entity = self._name(name)[1] if name is not None else None
        details = {k: str(v) for k, v in zip(_DETAILS, row[13:], strict=True) if v not in (None, "")}
        part = self._part(source_id, number)
        return Fact(f"mention:{id}", "mention", kind, value, text, source, locations, part, place, entity, details)

    def _read_source(self, id: int) -> tuple[Source, tuple[Location, ...]]:
        row = self._db.execute("SELECT sha256, size, kind FROM source WHERE id = ?", (id,)).fetchone()
        return Source(*row), tuple(Sources(self._db).locations(id))

    def _read_table(self, id: int) -> _Table:
        part, kind, has_boxes = self._db.execute(
            "SELECT p.number, p.kind, EXISTS (SELECT 1 FROM cell_box WHERE table_id = t.id) "
            "FROM table_found t JOIN part p ON p.id = t.part_id WHERE t.id = ?",
            (id,),
        ).fetchone()
        read_from = "SELECT field, position, spelling FROM table_source WHERE table_id = ?"
        columns = self._db.execute(read_from, (id,)).fetchall()
        positions, spellings = {c[0]: c[1] for c in columns}, {c[0]: c[2] for c in columns}
        return _Table(part, kind == "sheet", bool(has_boxes), positions, spellings)

    def _read_part(self, source: int, number: int) -> PartName | None:
        row = self._db.execute(
            "SELECT number, kind, title FROM part WHERE source_id = ? AND number = ?", (source, number)
        ).fetchone()
        return PartName(*row) if row else None

    def _read_name(self, id: int) -> tuple[str, str | None]:
        name, key = self._db.execute(
            "SELECT n.name, e.key FROM name n LEFT JOIN entity e ON e.id = n.entity_id WHERE n.id = ?", (id,)
        ).fetchone()
        return name, key


_DETAILS = ("currency", "unit", "role", "scheme", "subject", "valid", "evidence")
