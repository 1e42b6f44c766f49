"""Understand the columns of a table that has lost its headers: all of them together, by their values alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.fields import country, currency
from extract.fields.contract import FieldError
from extract.model import Cell, cell_text
from extract.records import arithmetic, name_shapes
from extract.records.arithmetic import Figures
from extract.records.value_evidence import name_by_values

_FRACTION = re.compile(r"\d{1,9}[.,]\d{2,4}")
_FRACTIONS = "values: all have two decimals or more"
_LARGE = 1_000
_FEW_ROWS = 4
_LEAST_SHARE = 0.3
_LEAST_LIKENESS = 0.7
_COUNTED = re.compile(r"\d{3}|\d\s?[^\W\d]|№")


def name_columns(columns: Mapping[int, Sequence[Cell]]) -> dict[int, tuple[str, str]]:
    """Name what the values prove: dates and codes one by one, names and money by their surroundings."""
    found = {}
    for position, cells in columns.items():
        named = name_by_values(cells, may_be_money=False)
        if named and named[0] != "company":
            found[position] = named
    rest = {position: cells for position, cells in columns.items() if position not in found}
    found |= {position: ("company", why) for position, why in name_shapes.companies(rest).items()}
    figures = arithmetic.figures(rest)
    money = arithmetic.money(figures) or _likeliest(figures, _beside_currency(columns))
    if not any(name == "hs_code" for name, _ in found.values()):
        rest = {position: cells for position, cells in rest.items() if position not in found}
        found |= _cents(rest) | _beside_countries(columns, rest)
    return found | {position: ("value", why) for position, why in money.items()}


def _cents(columns: Mapping[int, Sequence[Cell]]) -> dict[int, tuple[str, str]]:
    """Name all columns with cents: a table without commodity codes is a price list or a bill, and weighs nothing."""
    named = {position: name_by_values(cells, may_be_money=True) for position, cells in columns.items()}
    cents = {position: found for position, found in named.items() if found and found[0] == "value"}
    return {position: ("value", _FRACTIONS) for position, cells in columns.items() if _are_fractions(cells)} | cents


def _are_fractions(cells: Sequence[Cell]) -> bool:
    """Tell numbers that are all printed with two decimals or more: prices of a unit may have three or four."""
    texts = [text for cell in cells if isinstance(cell, str) and (text := cell.strip())]
    return bool(texts) and all(map(_FRACTION.fullmatch, texts))


def _beside_countries(
    columns: Mapping[int, Sequence[Cell]], rest: Mapping[int, Sequence[Cell]]
) -> dict[int, tuple[str, str]]:
    """Name the makers on a bill: of the columns next to the countries the one whose texts are more like names."""
    found = {}
    countries = [at for at, cells in columns.items() if _are_countries(cells)]
    others = rest.keys() - set(countries)
    for position in countries:
        texts = {at: name_shapes.names(rest[at]) for at in (position - 1, position + 1) if at in others}
        like = {at: _name_likeness(some) for at, some in texts.items() if some}
        best = max(like, key=lambda at: like[at], default=None)
        if best is not None and like[best] >= _LEAST_LIKENESS:
            found[best] = ("company", f"values: names beside the countries of column {position + 1}")
    return found


def _name_likeness(texts: Sequence[str]) -> float:
    """Give the share of texts with a capital, hardly a digit, and no more words than a name has."""
    good = [t for t in texts if any(c.isupper() for c in t) and len(t.split()) <= 7 and not _COUNTED.search(t)]
    return len(good) / len(texts)


def _are_countries(cells: Sequence[Cell]) -> bool:
    texts = [text for text in name_shapes.names(cells) if len(text) > 3]
    return bool(texts) and sum(map(_is_country, texts)) * 2 > len(texts)


def _is_country(text: str) -> bool:
    try:
        return bool(country.parse(text))
    except FieldError:
        return False


def _beside_currency(columns: Mapping[int, Sequence[Cell]]) -> set[int]:
    """List the places next to a column of currency codes."""
    codes = [position for position, cells in columns.items() if _are_currencies(cells)]
    return {position + step for position in codes for step in (-1, 1)}


def _are_currencies(cells: Sequence[Cell]) -> bool:
    texts = {text for cell in cells if isinstance(cell, str) and (text := cell_text(cell).strip())}
    return bool(texts) and all(map(_is_currency, texts))


def _is_currency(text: str) -> bool:
    try:
        return len(text) == 3 and text.isupper() and bool(currency.parse(text))
    except FieldError:
        return False


def _likeliest(figures: Sequence[Figures], beside: set[int]) -> dict[int, str]:
    """Choose the column most like money where no relation tells: cents, or sums far above all other figures."""
    moving = [f for f in figures if not f.constant] or figures
    measures = [f for f in moving if not f.share and max(map(abs, f.filled)) > 10 and not _is_converted(f, figures)]
    named = {
        f.position: "values: figures beside a currency" for f in measures if f.position in beside and not _names(f)
    }
    if named or not measures:
        return named | {f.position: why for f in measures for why in _kin_of(f, measures, named)}
    most = max(f.money_like for f in measures)
    best = max((f for f in measures if f.money_like >= most * 0.9), key=lambda f: f.middle)
    if best.money_like >= _LEAST_SHARE:
        said = f"values: {best.money_like:.0%} have cents or more decimals than a measure, most of all columns"
        found = {best.position: said}
        return found | {f.position: why for f in measures for why in _kin_of(f, measures, found)}
    return _largest(measures)


def _is_converted(one: Figures, figures: Sequence[Figures]) -> bool:
    """Tell tonnes beside kilograms: one measure in two units."""
    return any(other is not one and _thousandfold(one, other) for other in figures)


def _thousandfold(one: Figures, other: Figures) -> bool:
    rows = [(x, y) for x, y in zip(one.values, other.values, strict=False) if x and y]
    return len(rows) >= 2 and all(any(abs(x / y / f - 1) < 0.005 for f in (1000, 0.001)) for x, y in rows)


def _largest(measures: Sequence[Figures]) -> dict[int, str]:
    """Choose sums by their size: ten times all other measures, of several lengths, or two of a size."""
    counted = [f for f in measures if not f.constant]
    lengths = {f.position: len({len(str(int(abs(v)))) for v in f.filled}) for f in counted}
    sums = [
        f for f in counted if lengths[f.position] >= 3 or any(o is not f and arithmetic.are_near(o, f) for o in counted)
    ]
    sums.sort(key=lambda f: -f.middle)
    if not sums or sums[0].middle < _LARGE:
        return {}
    top = [f for f in sums if f is sums[0] or arithmetic.are_near(sums[0], f)]
    others = [f.middle for f in measures if f not in top and (f in sums or not _is_identifier(f))]
    if not others or max(others) * 10 > sums[0].middle:
        return {}
    return {f.position: "values: sums ten times all other measures" for f in top}


def _kin_of(one: Figures, measures: Sequence[Figures], money: Mapping[int, str]) -> list[str]:
    """Say of which money a column is nearly the same."""
    near = (other for other in measures if other.position in money and one.position not in money)
    said = "values: as large as those of column {}, the likeliest money"
    return [said.format(other.position + 1) for other in near if arithmetic.are_kin(other, one)][:1]


def _names(figures: Figures) -> bool:
    """Tell what counts the rows or names something in several of them."""
    return len(figures.filled) > _FEW_ROWS and (figures.counts or _is_identifier(figures))


def _is_identifier(figures: Figures) -> bool:
    """Tell numbers of one length that never repeat: they count or name, they measure nothing."""
    return figures.whole and len({len(str(int(abs(v)))) for v in figures.filled}) == 1
