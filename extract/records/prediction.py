"""One document as one JSON object, in the format that the measuring kit's scorers read: what `unlade read` prints."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extract.errors import ReadError
from extract.model import Batch, Cell, FieldKind, Item, Mention, MentionKind, Part, PartKind, Table, cell_text, specs
from extract.records.rows import Rows
from extract.records.vocabulary import meanings

_FIELDS = {
    MentionKind.COMPANY: "company",
    MentionKind.AMOUNT: "amount",
    MentionKind.DATE: "date",
    MentionKind.HS_CODE: "hs_code",
}
_ROLES = {FieldKind.PARTY: "company", FieldKind.AMOUNT: "amount", FieldKind.DATE: "date"}
_OF_ANOTHER_PAPER = {(MentionKind.DATE, "order")}
"""The day of an order that an invoice refers to is not a day of the invoice. A case keeps it, with its role."""
_COLUMN_ROLES = {"party": "company", "amount": "amount", "date": "date", "period": "date", "hs": "hs_code"}


def prediction(doc: str, items: Iterable[Item]) -> dict[str, Any]:
    """Give what was found in a document. A file that cannot be read gives its error."""
    made = _Prediction()
    begun = time.perf_counter()
    error = None
    try:
        for item in items:
            made.add(item)
    except ReadError as refused:
        error = str(refused)
    error = error or made.shortfall()
    return {"doc": doc, **made.found(), "seconds": round(time.perf_counter() - begun, 3), "error": error}


class _Prediction:
    """What is known of a document so far."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.tables: dict[int, Table] = {}
        self.values: dict[str, dict[tuple[Any, ...], dict[str, Any]]] = {name: {} for name in _FIELDS.values()}

    def add(self, item: Item) -> None:
        """Take in one item."""
        if isinstance(item, Part):
            self.parts.append(item)
            for rows in _rows(item):
                rows.keep()
        elif isinstance(item, Table):
            self.tables[item.number] = item
        elif isinstance(item, Batch):
            self._add_batch(item)
        elif isinstance(item, Mention) and item.kind in _FIELDS and (item.kind, item.role) not in _OF_ANOTHER_PAPER:
            self._add(_FIELDS[item.kind], item.value, item.place.part, item.role, item.currency)

    def _add(self, name: str, value: str, page: int, role: str | None, currency: str | None = None) -> None:
        one = {"value": value, "page": page, "role": role, "currency": currency}
        self.values[name].setdefault((value, page, role, currency), {k: v for k, v in one.items() if v is not None})

    def _add_batch(self, batch: Batch) -> None:
        page = self.tables[batch.table].place.part
        for spec in specs(batch.kind):
            role = "hs_code" if spec.name == "hs_code" else _ROLES.get(spec.kind)
            if role is None or spec.name not in batch.values:
                continue
            currencies = batch.values.get(currency_field(spec.name)) or [None] * len(batch.rows)
            for value, currency in zip(batch.values[spec.name], currencies, strict=True):
                if value is not None and not (role == "date" and len(str(value)) == 4):
                    self._add(role, str(value), page, spec.name, str(currency) if currency else None)

    def shortfall(self) -> str | None:
        """Say that every page is a picture: an empty answer must not look like a success."""
        if self.parts and all(part.needs_ocr for part in self.parts):
            return "needs_ocr: without text, only pictures"
        return None

    def found(self) -> dict[str, Any]:
        """Give everything but the time it took."""
        return {
            "fields": {name: list(values.values()) for name, values in self.values.items()},
            "tables": [one for part in self.parts if part.kind is PartKind.PAGE for one in _page_tables(part)],
            "columns": list(self._columns()),
            "csv": self._csv(),
            "grids": [_sheet(index, part) for index, part in enumerate(self._sheets())],
            "pages": max(1, len(self.parts)),
        }

    def _sheets(self) -> list[Part]:
        return [part for part in self.parts if part.kind is PartKind.SHEET]

    def _first_table(self, part: Part) -> Table | None:
        return next((t for t in self.tables.values() if t.place.part == part.place.part), None)

    def _columns(self) -> Iterator[dict[str, Any]]:
        for part in self._sheets():
            table = self._first_table(part)
            if table and table.header_rows:
                columns = [
                    {"col": c.position, "role": role} for c in table.columns if (role := column_role(table, c.field))
                ]
                yield {"sheet": part.name, "header_row": table.header_rows[-1], "columns": columns}

    def _csv(self) -> dict[str, Any] | None:
        sheets = self._sheets()
        dialect = next((found for part in self.parts if (found := _dialect(part.dialect))), {})
        if not sheets:
            return dialect or None
        table = self._first_table(sheets[0])
        header = list(table.header_rows) if table else []
        first = table.first_row if table else 0
        return {
            **dialect,
            "header_rows": header,
            "first_data_row": first,
            "preamble_lines": header[0] if header else 0,
        }


def currency_field(amount: str) -> str:
    """Name the field that holds the currency of an amount."""
    return {"invoice_value": "invoice_currency", "invoice_total": "invoice_currency", "amount": "currency"}.get(
        amount, f"{amount}_currency"
    )


def _dialect(dialect: Mapping[str, str]) -> dict[str, str]:
    return {key: dialect[key] for key in ("encoding", "delimiter", "quotechar") if key in dialect}


def column_role(table: Table, field: str | None) -> str | None:
    """Give the role of a column by the field that its table reads it as: company, amount, date or hs_code."""
    if field is None:
        return None
    if table.record:
        kinds = {spec.name: spec.kind for spec in specs(table.record)}
        if field in kinds:
            return "hs_code" if field == "hs_code" else _ROLES.get(kinds[field])
    meaning = meanings().get(field)
    return _COLUMN_ROLES.get(meaning.kind) if meaning else None


def _rows(part: Part) -> Iterator[Rows]:
    return (grid.rows for grid in part.grids if isinstance(grid.rows, Rows))


def _page_tables(part: Part) -> Iterator[dict[str, Any]]:
    for rows in _rows(part):
        yield {"page": part.place.part, "rows": [[_json(cell) for cell in row] for row in rows.kept or ()]}


def _sheet(index: int, part: Part) -> dict[str, Any]:
    """Give the cells of a sheet from its first row and column on, blanks included."""
    rows: list[list[Any]] = []
    for grid in part.grids:
        rows.extend([] for _ in range(grid.first_row - len(rows)))
        kept = grid.rows.kept if isinstance(grid.rows, Rows) else None
        rows.extend([None] * grid.first_column + [_json(cell) for cell in row] for row in kept or ())
    return {"sheet": index, "rows": rows}


def _json(cell: Cell) -> str | int | float | bool | None:
    printed: str | None = getattr(cell, "printed", None)
    if printed is not None:
        return printed
    if cell is None or isinstance(cell, str | int | float):
        return cell
    return cell_text(cell)
