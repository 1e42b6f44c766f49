"""The standing questions to a case: each a view in ``store/views`` and the sentence that tells one of its rows.

To add one: the view, the evidence beside it, a teller here, a line in QUESTIONS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log10
from typing import Any

from store.figures import amount, count, country, goods

Row = Mapping[str, Any]
CAUTION = "An indication, not proof."


@dataclass(frozen=True, slots=True)
class Told:
    """A row of a view in words. ``strength`` is in powers of ten, so that questions can be ranked together."""

    title: str
    text: str
    strength: float


@dataclass(frozen=True, slots=True)
class Question:
    """A view by its name, and how to tell its rows."""

    name: str
    tell: Callable[[Row], Told]

    @property
    def view(self) -> str:
        """Give the SQL that answers."""
        return sql(self.name)

    @property
    def evidence(self) -> str:
        """Give the SQL that lists the facts a row rests on."""
        return sql(f"evidence/{self.name}")

    @property
    def words(self) -> str:
        """Give the question as people ask it: the first line of its view."""
        return first_line(self.name)


@cache
def sql(name: str) -> str:
    """Read a file of store/views."""
    return files("store").joinpath(f"views/{name}.sql").read_text(encoding="utf-8")


def first_line(name: str) -> str:
    """Read the question that a view answers."""
    return sql(name).splitlines()[0].removeprefix("--").strip()


def tell_chain(row: Row) -> Told:
    """Tell of goods that pass through an intermediary."""
    seller, middle, buyer = row["seller"], row["intermediary"], row["buyer"]
    who = f"{middle} ({country(row['intermediary_country'])}{registered(row)})"
    goods_on = f"{count(row['passed_on'], row['unit'])}{by_unit(row)}"
    onward = f"passed on {goods_on} to {buyer} ({country(row['buyer_country'])}){span(row)}"
    text = f"{who} {' and '.join(first_leg(row))}, and {onward}. {CAUTION}"
    both = 1 if row["is_licensed"] else 0.5
    return Told(f"{seller} -> {middle} -> {buyer}: {goods(row['heading'])}", text, log10(1 + row["passed_on"]) + both)


def first_leg(row: Row) -> Iterator[str]:
    """Say what the intermediary was allowed to buy and what reached it."""
    if row["licensed"]:
        yield f"held licences to buy {count(row['licensed'], row['licensed_unit'])} from {row['seller']}{worth(row)}"
    if row["arrived"]:
        yield f"received {count(row['arrived'], row['arrived_unit'])} from {row['seller']} by the shipment rows"
    if not row["licensed"] and not row["arrived"]:
        yield f"{'held licences to buy' if row['is_licensed'] else 'received'} such goods from {row['seller']}"


def by_unit(row: Row) -> str:
    """Add what was passed on in each unit where there are several: they are never added up."""
    return f" (by unit: {row['passed_on_by_unit']})" if row["passed_on_by_unit"] else ""


def worth(row: Row) -> str:
    """Add the licensed value where there is one."""
    if not row["licensed_value"]:
        return ""
    return f" for {amount(row['licensed_value'], row['licensed_currency'])}"


def registered(row: Row) -> str:
    """Add when the register first knew the intermediary."""
    day = row["intermediary_registered"]
    return f", registered {day}" if day else ""


def span(row: Row) -> str:
    """Add between which days the goods moved on."""
    if not row["passed_on_from"]:
        return ""
    return f" between {row['passed_on_from']} and {row['passed_on_until']}"


def tell_growth(row: Row) -> Told:
    """Tell of a flow that rose, or came from nothing."""
    flow = f"{row['flow'] or 'trade'}s of {goods(row['code'])}"
    where = f"{country(row['reporter'])}{direction(row['flow'])}{country(row['partner'] or 'the world')}"
    after = f"{amount(row['value'], row['currency'])} in {row['year']}"
    strength = log10(row["value"] / max(row["base_value"] or 0, 50_000)) + log10(row["value"] / 1_000_000)
    if row["from_nothing"]:
        before = amount(row["base_value"], row["currency"]) if row["base_value"] else "nothing"
        more = mainly(row) + new_code(row)
        text = f"{where}: {flow} stood at {before} in {row['base_year']} and at {after}. {more}{CAUTION}"
        return Told(f"{where}: {flow} from near zero to {after}", text, strength / 2)
    before = f"{amount(row['base_value'], row['currency'])} in {row['base_year']}"
    title = f"{where}: {flow} from {before} to {after} (x{row['ratio']:.1f})"
    text = f"{where}: {flow} rose from {before} to {after}, {row['ratio']:.1f} times as much. {mainly(row)}{CAUTION}"
    return Told(title, text, strength)


def direction(flow: str | None) -> str:
    """Say which way the goods go between reporter and partner."""
    return " <- " if flow == "import" else " -> "


def mainly(row: Row) -> str:
    """Name the partner that most of a flow goes with."""
    if row["main_partner"] is None or row["main_value"] < row["value"] / 2:
        return ""
    return f"{row['main_value'] / row['value']:.0%} of it with {country(row['main_partner'])}. "


def new_code(row: Row) -> str:
    """Warn where the rise may be one of the nomenclature."""
    if not row["is_new_code"]:
        return ""
    return (
        f"The code is not in the table of {row['base_year']}: it may be new in the nomenclature, "
        "so look at its predecessors. "
    )


def tell_licences(row: Row) -> Told:
    """Tell of licences far above the imports of the same goods."""
    licensed, imported = amount(row["licensed_value"], row["currency"]), amount(row["imported_value"], row["currency"])
    what = f"{goods(row['heading'])} in {row['year']}"
    title = f"{country(row['reporter'])}: licences for {licensed} of {what}, imports of {imported}"
    text = (
        f"{row['lines']} licences allow imports of {what} worth {licensed}; the statistics show {imported}. "
        f"A licence is a permission, not a movement. {CAUTION}"
    )
    return Told(title, text, log10(row["ratio"]) + 0.5)


def tell_payments(row: Row) -> Told:
    """Tell of money that reaches a company of a chain; it explains a chain and never outranks one."""
    paid = f"{row['payer']} paid {amount(row['amount'], row['currency'])} to {row['payee']}"
    when = (
        f"on {row['first_day']}" if row["payments"] == 1 else f"in {row['payments']} payments until {row['last_day']}"
    )
    purpose = f" Purpose: {row['purpose']}." if row["purpose"] else ""
    text = f"{paid} {when}, a company through whose hands goods went on to another country.{purpose} {CAUTION}"
    return Told(f"{paid} {when}", text, 0.5)


QUESTIONS: tuple[Question, ...] = (
    Question("chains", tell_chain),
    Question("growth", tell_growth),
    Question("licensed_beyond_imports", tell_licences),
    Question("payments_into_chains", tell_payments),
)
