"""Two columns of sums beside a count: the one that makes the other when it is multiplied is the price of one unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from extract.model import Cell
from extract.records.columns import Heading
from extract.records.values import decide, read_cell
from extract.records.vocabulary import meanings

_SUMS = frozenset(("value", "invoice_value"))
_NEAR = 0.006
"""A price is rounded to cents, and so is what it makes."""
_MOST_OF = 0.6
_ENOUGH = 50


def as_priced(headings: Sequence[Heading], columns: Sequence[Sequence[Cell]]) -> list[Heading]:
    """Give the headings, the price of one unit called so."""
    named = {h.meaning.name: at for at, h in enumerate(headings) if h.meaning}
    sums = [at for at, heading in enumerate(headings) if heading.meaning and heading.meaning.name in _SUMS]
    if len(sums) < 2 or "quantity" not in named or "unit_price" in named:
        return list(headings)
    counts = _figures("number", columns[named["quantity"]])
    read = {at: _figures("amount", columns[at]) for at in sums}
    price = next((one for one, whole in permutations(sums, 2) if _makes(counts, read[one], read[whole])), None)
    return [_as_price(heading) if at == price else heading for at, heading in enumerate(headings)]


def _figures(kind: str, cells: Sequence[Cell]) -> list[float | None]:
    some = cells[:_ENOUGH]
    decisions = decide(kind, some)
    values = (read_cell(kind, cell, decisions).value for cell in some)
    return [None if value is None else float(value) for value in values]


def _makes(counts: Sequence[float | None], prices: Sequence[float | None], sums: Sequence[float | None]) -> bool:
    agree = list(_agreements(counts, prices, sums))
    return bool(agree) and sum(agree) >= _MOST_OF * len(agree)


def _agreements(
    counts: Sequence[float | None], prices: Sequence[float | None], sums: Sequence[float | None]
) -> Iterator[bool]:
    """Tell row by row whether count times price is the sum; a count of one tells nothing."""
    for count, price, whole in zip(counts, prices, sums, strict=False):
        if count and price and whole and count != 1:
            yield abs(count * price - whole) <= _NEAR * count + _NEAR


def _as_price(heading: Heading) -> Heading:
    said = f"{heading.evidence}; times the quantity it makes the sum beside it"
    return replace(heading, meaning=meanings()["unit_price"], evidence=said)
