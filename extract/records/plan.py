"""What is to be read from a table: which column fills which field, and which columns are only mentioned."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.model import Column, specs
from extract.records.columns import Heading
from extract.records.registers import record_of, speaks_of_trade
from extract.records.statistics_periods import Said
from extract.records.values import Decisions

MONTH = "month"
MENTIONED = ("party", "amount", "date", "period", "hs")


@dataclass(frozen=True, slots=True)
class Filled:
    """A field and the column it is read from."""

    field: str
    heading: Heading
    decisions: Decisions


@dataclass(frozen=True, slots=True)
class Plan:
    """How the rows of one table are read. ``month``: the column of months beside the years of the period.

    ``above``: what the title says of all rows, by field.
    """

    record: str | None
    columns: tuple[Column, ...]
    filled: tuple[Filled, ...]
    mentioned: tuple[Filled, ...]
    sources: Mapping[str, int]
    month: Filled | None = None
    above: Mapping[str, Said] = dataclasses.field(default_factory=dict)

    def with_above(self, said: Mapping[str, Said]) -> Plan:
        """Take from the title what no column says."""
        above = {field: one for field, one in said.items() if field not in self.sources}
        places = {field: one.cell.column for field, one in above.items()}
        return replace(self, above=above, sources={**self.sources, **places})

    @property
    def spellings(self) -> dict[str, str]:
        """Give the fields whose columns write their values by a rule."""
        return {by.field: by.decisions.spelling for by in self.filled if by.decisions.spelling}


def plan(
    headings: Sequence[Heading], decisions: Mapping[int, Decisions], aggregate: bool = False, on_paper: bool = False
) -> Plan:
    """Assign columns to the fields of the record that they make together."""
    names = [h.meaning.name for h in headings if h.meaning]
    record = record_of(names, aggregate, on_paper, trade=speaks_of_trade(h.header for h in headings))
    chosen = _chosen(headings, record)
    filled = tuple(Filled(field, h, decisions[h.position]) for field, h in chosen.items())
    taken = {h.position for h in chosen.values()}
    mentioned = tuple(
        Filled(h.meaning.name, h, decisions[h.position])
        for h in headings
        if h.meaning and h.position not in taken and h.meaning.kind in MENTIONED
    )
    columns = tuple(_column(h, record, chosen, decisions.get(h.position)) for h in headings)
    month = next((h for h in headings if h.meaning and h.meaning.name == MONTH and "period" in chosen), None)
    months = Filled("period", month, decisions[month.position]) if month else None
    return Plan(record, columns, filled, mentioned, _sources(record, chosen), months)


def _chosen(headings: Sequence[Heading], record: str | None) -> dict[str, Heading]:
    """Let the column of a field's very name win it, else the first that means it."""
    chosen: dict[str, Heading] = {}
    if record is None:
        return chosen
    for exact in (True, False):
        for heading in headings:
            field = heading.meaning.fields.get(record) if heading.meaning else None
            if field and field not in chosen and (not exact or _names(heading, field)):
                chosen[field] = heading
    return dict(sorted(chosen.items(), key=lambda item: item[1].position))


def _names(heading: Heading, field: str) -> bool:
    return heading.meaning is not None and heading.meaning.name == field


def _sources(record: str | None, chosen: Mapping[str, Heading]) -> dict[str, int]:
    """Give the column of each field, also of those that may stand inside another's cells."""
    sources = {field: heading.position for field, heading in chosen.items()}
    if record is None:
        return sources
    names = {spec.name for spec in specs(record)}
    for field, heading in chosen.items():
        for beside in beside_fields(field, heading):
            if beside in names:
                sources.setdefault(beside, heading.position)
    return sources


def beside_fields(field: str, heading: Heading) -> tuple[str, ...]:
    """Name the fields that may stand in the same cell: identifier and address with a name, currency with an amount."""
    kind = heading.meaning.kind if heading.meaning else ""
    return tuple(beside_field(field, part) for part in _BESIDE.get(kind, ()))


def beside_field(field: str, part: str) -> str:
    """Name the field that holds what stood beside a value: id, address, currency, unit; that it is a total."""
    return _SPECIAL.get((field, part), f"{field}_{part}")


_BESIDE = {
    "party": ("id", "address"),
    "amount": ("currency",),
    "number": ("unit",),
    "country": ("total",),
    "hs": ("total", "goods"),
    "dated": ("date",),
    "address": ("key",),
}
_SPECIAL = {
    ("invoice_value", "currency"): "invoice_currency",
    ("amount", "currency"): "currency",
    ("name", "id"): "identifier",
    ("name", "address"): "address",
    ("partner", "total"): "total_of",
    ("hs_code", "total"): "total_of",
    ("hs_code", "goods"): "goods_description",
    ("number", "date"): "issue_date",
    ("declaration_number", "date"): "declaration_date",
}


def _column(heading: Heading, record: str | None, chosen: Mapping[str, Heading], decisions: Decisions | None) -> Column:
    decision = _decision(heading, decisions)
    field = next((f for f, h in chosen.items() if h.position == heading.position), None)
    column = Column(heading.position, heading.header, field, heading.evidence, decision)
    if field or heading.meaning is None:
        return column
    if heading.meaning.name == MONTH and "period" in chosen:
        return replace(column, field="period", evidence=f"{heading.evidence}; the month of the period")
    wanted = heading.meaning.fields.get(record or "")
    why = f"second column for {wanted}" if wanted else f"{heading.meaning.name}: no field of the record holds it"
    shown = heading.meaning.name if heading.meaning.kind in MENTIONED else None
    return replace(column, field=shown, evidence=f"{heading.evidence}; {why}" if record else heading.evidence)


def _decision(heading: Heading, decisions: Decisions | None) -> str:
    said = [decisions.evidence] if decisions and decisions.evidence else []
    if heading.scale != 1:
        said.append(f"values are multiplied by {heading.scale:,}")
    if heading.meaning and heading.meaning.kind == "tonnes":
        said.append("tonnes: values are multiplied by 1,000")
    if heading.currency:
        said.append(f"currency {heading.currency} by the {'line above' if heading.unit else 'header'}")
    return "; ".join(said)
