"""Turn rows into batches of records, column by column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import compress
from typing import TypeVar

from extract.layout.header import HeaderCell
from extract.model import Batch, specs
from extract.records.column_reader import ColumnReader, ReadColumn
from extract.records.doubts import Doubts
from extract.records.merged_cells import Tops
from extract.records.plan import Filled, Plan, beside_field
from extract.records.rows import Block
from extract.records.spellings import printed
from extract.records.values import Value

T = TypeVar("T")

BATCH = 1_000
_YEAR = len("2022")
_BOX = re.compile(r"(?:граф\w*|гр\.?|box)\s*(?:№|no\.?)?\s*(\d{1,2})(?!\d)", re.IGNORECASE)
_BOXES = {"2": "consignor", "8": "consignee", "9": "contract_holder", "14": "declarant"}
_OF_A_PARTY = ("_id", "_address", "_country")
_BEFORE = "before"
"""Stands for the party that the row names before the pointing one."""
_POINTERS = (
    (re.compile(r"same as (?:the )?(?:consignee|buyer|importer)|同收货人", re.IGNORECASE), "consignee"),
    (re.compile(r"same as (?:the )?(?:shipper|consignor|seller|exporter)|同发货人", re.IGNORECASE), "consignor"),
    (
        re.compile(
            r"^(?:(?:он|она|оно|они|тот|та|той|цей)\s+же|т[ао]й?\s+сам\w+|(?:the\s+)?same|ол\s+да|дәл\s+сол"
            r"|(?:el\s+|la\s+)mism[oa]|ayn[ıi]s[ıi])$",
            re.IGNORECASE,
        ),
        _BEFORE,
    ),
)


class Columns:
    """Read the columns of one table, batch after batch."""

    def __init__(
        self, plan: Plan, table: int, first_column: int = 0, only_text: bool = False, tops: Tops | None = None
    ) -> None:
        self.plan = plan
        self.table = table
        self.tops = {} if tops is None else tops
        self.first_column = first_column
        self.only_text = only_text
        self.readers: dict[Hashable, ColumnReader] = {}
        self.doubts = Doubts()

    def batch(self, block: Block) -> Batch:
        """Read the records of some rows."""
        made = _Batch(self, block)
        for filled in self.plan.filled:
            made.fill(filled)
        made.fill_above()
        made.join_months()
        made.resolve_pointers()
        return made.finished()

    def reader(self, filled: Filled) -> ColumnReader:
        """Give the reader of a column, which remembers what it read; the same companies stand in many columns."""
        assert filled.heading.meaning is not None
        position, kind = filled.heading.position, filled.heading.meaning.kind
        key = (kind, None if kind == "party" else position, filled.decisions)
        if key not in self.readers:
            self.readers[key] = ColumnReader(kind, filled.decisions)
        return self.readers[key]

    def read(self, filled: Filled, block: Block) -> ReadColumn:
        """Read the cells of one column; remember which of them are in doubt."""
        cells = block.column(filled.heading.position - self.first_column)
        read = self.reader(filled).read(cells, self.only_text)
        self.doubts.add_unsure(filled, list(compress(block.numbers, read.unsure)))
        self.doubts.add_unread(filled, list(compress(zip(block.numbers, cells, strict=True), read.unread)))
        return read


class _Batch:
    """One batch in the making."""

    def __init__(self, columns: Columns, block: Block) -> None:
        self.plan = columns.plan
        self.columns = columns
        self.block = block
        self.values: dict[str, Sequence[Value]] = {}
        self.raw: dict[str, Sequence[str | None]] = {}
        self.cells: dict[str, Sequence[tuple[int, int] | None]] = {}
        self.pointers: dict[str, Sequence[str | None]] = {}

    def fill(self, filled: Filled) -> None:
        """Fill a field from its column, and the fields that stand in the same cells."""
        read = self.columns.read(filled, self.block)
        self._set(filled.field, read.values, read.raws)
        self._stand(filled.field, filled.heading.position)
        if read.pointers:
            self.pointers[filled.field] = read.pointers
        if read.extras:
            self._fill_beside(filled, read)
        if filled.heading.currency:
            self._fill_currency(filled)

    def _fill_beside(self, filled: Filled, read: ReadColumn) -> None:
        """Fill the fields whose values stand in the same cells: identifier, address, currency, unit."""
        found = [extra or {} for extra in read.extras]
        texts = _texts(read, filled.decisions.spelling)
        for part in sorted({part for extra in found for part in extra}):
            field = beside_field(filled.field, part)
            values: list[Value] = [extra.get(part) for extra in found]
            raws = [text if v is not None else None for text, v in zip(texts, values, strict=True)]
            if self.plan.sources.get(field) == filled.heading.position:
                self._set(field, values, raws)
                self._stand(field, filled.heading.position)
            elif field == "total_of":
                self._add(field, values, raws, filled.heading.position)

    def _add(self, field: str, values: Sequence[Value], raws: Sequence[str | None], position: int) -> None:
        """Fill the gaps of a field from a second column."""
        nothing = [None] * len(self.block)
        known, texts = list(self.values.get(field, nothing)), list(self.raw.get(field, nothing))
        cells = list(self.cells.get(field, nothing))
        for at, value in enumerate(values):
            if value is not None and known[at] is None:
                known[at], texts[at], cells[at] = value, raws[at], (self.block.numbers[at], position)
        self.values[field], self.raw[field], self.cells[field] = known, texts, cells

    def _fill_currency(self, filled: Filled) -> None:
        """Say where the header, or a line above the table, names the currency of a column."""
        field = beside_field(filled.field, "currency")
        heading = filled.heading
        if self.plan.sources.get(field) != heading.position:
            return
        amounts = self.values[filled.field]
        said = heading.unit or HeaderCell(heading.row, heading.position, heading.header)
        self._set(field, _beside(amounts, heading.currency), _beside(amounts, said.text))
        self.cells[field] = _beside(amounts, (said.row, said.column))

    def fill_above(self) -> None:
        """Say in every row what the title says of all."""
        size = len(self.block)
        for field, said in self.plan.above.items():
            self._set(field, [said.value] * size, [said.cell.text] * size)
            self.cells[field] = [(said.cell.row, said.cell.column)] * size

    def _set(self, field: str, values: Sequence[Value], raw: Sequence[str | None]) -> None:
        self.values[field] = values
        if any(text is not None for text in raw):
            self.raw[field] = raw

    def _stand(self, field: str, position: int) -> None:
        """Say which cell the values of merged cells stand in."""
        tops = self.columns.tops.get(position)
        if tops:
            found = zip(self.block.numbers, self.values[field], strict=True)
            self.cells[field] = [(tops[n], position) if n in tops and value is not None else None for n, value in found]

    def join_months(self) -> None:
        """Put the month of its own column behind a year; the raw text stays that of the year."""
        if self.plan.month is None or "period" not in self.values:
            return
        months = self.columns.read(self.plan.month, self.block).values
        years = self.values["period"]
        raws = list(self.raw.get("period", [None] * len(years)))
        joined = list(years)
        for at, (year, month) in enumerate(zip(years, months, strict=True)):
            if isinstance(year, str) and len(year) == _YEAR and isinstance(month, int):
                joined[at], raws[at] = f"{year}-{month:02}", raws[at] or year
        self._set("period", joined, raws)

    def resolve_pointers(self) -> None:
        """Copy what a cell points to («СМ. ГРАФУ 14 ДТ»), with the place it was copied from.

        What stands beside the name comes along where it is not told of the pointing party itself.
        """
        known = {spec.name for spec in specs(self.plan.record or "")}
        for (field, target), rows in self._ways().items():
            self._copy(field, target, rows)
            for part in _OF_A_PARTY:
                own, others = field + part, target + part
                missing = [at for at in rows if self._has(others, at) and not self._has(own, at)]
                if own in known and missing:
                    self._copy(own, others, missing)

    def _ways(self) -> dict[tuple[str, str], list[int]]:
        """Group the pointing cells by their field and the field where the name stands."""
        ways: dict[tuple[str, str], list[int]] = defaultdict(list)
        for field, texts in self.pointers.items():
            for at, text in enumerate(texts):
                target = self._end(field, at) if text else field
                if target != field and self._has(target, at):
                    ways[field, target].append(at)
        return ways

    def _end(self, field: str, at: int) -> str:
        """Follow a pointer that may point to a pointer, never round in a circle."""
        passed = {field}
        while text := self.pointers[field][at] if field in self.pointers else None:
            target = _target(text)
            target = self._before(field) if target == _BEFORE else target
            if target is None or target in passed:
                break
            passed.add(target)
            field = target
        return field

    def _before(self, field: str) -> str | None:
        """Name the party whose column comes next before another's."""
        parties = [filled.field for filled in self.plan.filled if filled.field in _BOXES.values()]
        before = (
            [party for party in parties[: parties.index(field)] if party in self.values] if field in parties else []
        )
        return before[-1] if before else None

    def _has(self, field: str, at: int) -> bool:
        return field in self.values and self.values[field][at] is not None

    def _copy(self, field: str, target: str, rows: Sequence[int]) -> None:
        """Copy some cells of a column, which may be shared, into a column that is made anew once."""
        nothing = [None] * len(self.block)
        values, raws = list(self.values.get(field, nothing)), list(self.raw.get(field, nothing))
        cells = list(self.cells.get(field, nothing))
        position, rule = self.plan.sources[target], self.plan.spellings.get(target)
        for at in rows:
            values[at] = value = self.values[target][at]
            raw = self.raw.get(target, nothing)[at]
            raws[at] = printed(rule, value) if raw is None and rule else raw
            cells[at] = self.cells.get(target, nothing)[at] or (self.block.numbers[at], position)
        self.values[field], self.raw[field], self.cells[field] = values, raws, cells

    def finished(self) -> Batch:
        """Give the batch."""
        assert self.plan.record is not None
        return Batch(self.columns.table, self.plan.record, self.block.numbers, self.values, self.raw, self.cells)


def _texts(read: ReadColumn, rule: str) -> list[str | None]:
    """Give the texts of the cells that were read."""
    raws = read.raws or [None] * len(read.values)
    return [printed(rule, value) if raw is None else raw for value, raw in zip(read.values, raws, strict=True)]


def _beside(values: Sequence[Value], what: T) -> list[T | None]:
    """Say the same beside every value that is there."""
    return [what] * len(values) if None not in values else [None if value is None else what for value in values]


def _target(pointer: str) -> str | None:
    """Name the party a cell points to, by the number of its box or by its name."""
    box = _BOX.search(pointer)
    if box:
        return _BOXES.get(box[1])
    said = pointer.strip(" .,;:*\"'«»()")
    return next((field for pattern, field in _POINTERS if pattern.search(said)), None)
