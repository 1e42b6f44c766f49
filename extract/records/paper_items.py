"""Item tables of invoices and packing lists: what the head of the paper says is carried into every item.

The table of such a paper has goods, quantities and prices, but nobody who trades: the parties stand above it, once.
They are found as mentions with roles and become fields of each record, with the place where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from extract.layout.header import HeaderCell
from extract.model import Batch, Box, Column, Grid, Mention, MentionKind, Part, PartKind, Source, Table, cell_text
from extract.profiles import Profile, load, recognise
from extract.records.forms import head_alone
from extract.records.loose_cells import LooseCells
from extract.records.paper_columns import told
from extract.records.paper_rows import begins_with_sum
from extract.records.prose import mentions
from extract.records.quotes import Quotes

ITEMS = "item table"
"""The kind of such a table."""

_FIELDS = {
    "consignor": ("consignor", "seller"),
    "consignee": ("consignee", "buyer"),
    "manufacturer": ("manufacturer",),
    "carrier": ("carrier",),
    "notify": ("notify",),
}
"""Which role of a company fills a field of a shipment; the first that the paper names."""
_SUMS = frozenset(("total", "net", "price", "invoice_value"))
_GOODS = ("goods_description", "hs_code")
_FIGURES = ("quantity", "packages", "net_weight_kg", "gross_weight_kg", "invoice_value", "unit_price")


_COUNTED = ("quantity", "packages", "unit_price")
"""A row that has none of these, where others have, may be a sum below the items: freight, tax, total."""


@dataclass(frozen=True, slots=True)
class Said:
    """One field that the head of a paper gives, its raw text, and where it stands: on which part, in which cell."""

    field: str
    value: str
    raw: str
    part: int
    box: Box


@dataclass(frozen=True, slots=True)
class Head:
    """What a commercial paper says above its items. ``on_page``: boxes are points of a page, not cells of a sheet."""

    said: tuple[Said, ...]
    on_page: bool

    def on_table(self, table: Table, grid: Grid) -> Table:
        """Add to a table where the fields of the head are read from; on pages they get cells below the last row."""
        cells = self.cells(grid)
        missing = {field: position for field, (_, position) in cells.items() if field not in table.sources}
        boxes = {cells[one.field]: (one.part, one.box) for one in self.said} if self.on_page else {}
        return replace(
            table,
            kind=ITEMS,
            sources={**table.sources, **missing},
            boxes={**table.boxes, **boxes} if table.boxes is not None else None,
        )

    def cells(self, grid: Grid) -> Mapping[str, tuple[int, int]]:
        """Give the cell of each field."""
        if not self.on_page:
            return {one.field: (int(one.box.top), int(one.box.x0)) for one in self.said}
        below = grid.first_row + len(grid.boxes or ())
        return {one.field: (below, position) for position, one in enumerate(self.said)}

    def on_items(self, batch: Batch, grid: Grid) -> Batch:
        """Keep the rows that are items and give each what the head says, unless the table says it itself."""
        items = _items(batch)
        cells = self.cells(grid)
        size = len(items.rows)
        added = [one for one in self.said if _adds(one, items)]
        return replace(
            items,
            values={**items.values, **{one.field: [one.value] * size for one in added}},
            raw={**items.raw, **{one.field: [_raw(one)] * size for one in added}},
            cells={**items.cells, **{one.field: [cells[one.field]] * size for one in added}},
        )


def is_unread_money(column: Column) -> bool:
    """Tell a column of sums that is not understood; shares and discounts have sums in their names too."""
    return column.field is None and told(column.header) in _SUMS


def _raw(one: Said) -> str | None:
    return None if one.raw == one.value else one.raw


def _adds(one: Said, batch: Batch) -> bool:
    """Tell whether the table leaves a field open; a currency is wanted only beside a value."""
    if any(value is not None for value in batch.values.get(one.field, ())):
        return False
    return one.field != "invoice_currency" or "invoice_value" in batch.values


def _items(batch: Batch) -> Batch:
    """Leave out sums below the items and lines of text: an item names goods and has a figure."""
    kept = [at for at in range(len(batch.rows)) if _is_item(batch, at)]
    return replace(
        batch,
        rows=[batch.rows[at] for at in kept],
        values={name: [values[at] for at in kept] for name, values in batch.values.items()},
        raw={name: [texts[at] for at in kept] for name, texts in batch.raw.items()},
        cells={name: [cells[at] for at in kept] for name, cells in batch.cells.items()},
    )


def _is_item(batch: Batch, at: int) -> bool:
    if not (_has(batch, _GOODS, at) and _has(batch, _FIGURES, at)):
        return False
    named = batch.values.get("goods_description", [None] * (at + 1))[at]
    counted = set(_COUNTED) & batch.values.keys()
    return not counted or _has(batch, _COUNTED, at) or not begins_with_sum(str(named or ""))


def _has(batch: Batch, fields: Sequence[str], at: int) -> bool:
    return any(batch.values[name][at] is not None for name in fields if name in batch.values)


@dataclass
class Papers:
    """The heads of the papers of one source: pages behind the first go on with its head."""

    source: Source
    head: Head | None = None
    part: int = 0

    def head_over(self, part: Part, above: Sequence[HeaderCell]) -> Head | None:
        """Give the head over a table, found in the text of its page or in the cells above it; None: no such paper."""
        lines = [list(line) for _, line in groupby(above, key=lambda cell: cell.row)]
        on_page = part.kind is PartKind.PAGE
        text = part.text if on_page else "\n".join("   ".join(cell.text for cell in line) for line in lines)
        profile = recognise(text, load())
        if profile is None:
            return self._goes_on(part)
        if not profile.paper:
            return None
        found = mentions(self.source, part) if on_page else self._in_cells(part, lines)
        quotes = Quotes.of(part) if on_page else None
        ruled = tuple(_by_rules(part, profile)) if on_page else ()
        self.head, self.part = Head((*ruled, *_besides(ruled, _said(list(found), quotes))), on_page), part.place.part
        return self.head

    def _goes_on(self, part: Part) -> Head | None:
        if part.kind is not PartKind.PAGE or self.head is None or part.place.part - self.part > 1:
            return None
        self.part = part.place.part
        return self.head

    def _in_cells(self, part: Part, lines: Iterable[Iterable[HeaderCell]]) -> Iterator[Mention]:
        cells = LooseCells(self.source, part)
        for line in lines:
            cells.add(line)
        return cells.mentions()


def _said(found: Sequence[Mention], quotes: Quotes | None) -> Iterator[Said]:
    for field, roles in _FIELDS.items():
        party = _party(found, roles)
        if party is None or party.place.box is None:
            continue
        yield _one(field, party.value, party, quotes)
        number = _number(found, party)
        if number is not None and field in ("consignor", "consignee"):
            yield _one(f"{field}_id", party.subject or "", number, quotes)
    sums = [one for one in found if one.kind is MentionKind.AMOUNT and one.currency and one.place.box]
    if len({one.currency for one in sums}) == 1:
        yield _one("invoice_currency", sums[0].currency or "", sums[0], quotes)


def _by_rules(part: Part, profile: Profile) -> Iterator[Said]:
    """Read what the rules of a paper's profile say of all its items: its number, its day, its contract.

    A paper that says all it must by its labels is a form: its items come from there.
    """
    for field, entry in head_alone(part, replace(profile, record="shipment")).items():
        yield Said(field, cell_text(entry.value), entry.raw, entry.part, entry.box)


def _besides(ruled: Iterable[Said], said: Iterable[Said]) -> Iterator[Said]:
    """Leave out what the rules said already, and numbers of parties that they named."""
    known = {one.field for one in ruled}
    yield from (one for one in said if one.field not in known and one.field.removesuffix("_id") not in known)


def _party(found: Sequence[Mention], roles: Sequence[str]) -> Mention | None:
    parties = [one for one in found if one.kind is MentionKind.COMPANY]
    return next((one for role in roles for one in parties if one.role == role), None)


def _number(found: Sequence[Mention], party: Mention) -> Mention | None:
    """Find where the identifier of a party stands."""
    numbers = (one for one in found if one.kind is MentionKind.IDENTIFIER and one.place.box)
    return next((one for one in numbers if f"{one.scheme}:{one.value}" == party.subject), None)


def _one(field: str, value: str, where: Mention, quotes: Quotes | None) -> Said:
    box = where.place.box
    assert box is not None, "mentions without a box were left out"
    return Said(field, value, quotes.at(box) if quotes else where.text, where.place.part, box)
