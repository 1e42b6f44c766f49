"""Tell money among columns of figures by what the figures do together: products, sums, constant rates.

A weight and a value look alike, one by one. But a value is a quantity times a price, or a price plus freight plus
insurance, or the same sum in another currency, row after row; chance does not do that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from statistics import median

from extract.model import Cell

Found = dict[int, str]
_ROWS = 200
_MOST = 40
_FEW = 24
_TELLING = 20
_DECIMAL = re.compile(r"-?\d{1,15}(?:[.,](\d{1,12}))?")
_GROUPED = re.compile(r"-?\d{1,3}(?:([ \u00a0\u202f,.'’])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d{1,12})?")
_PRECISE = 5e-7
_LOOSE = 0.005
_CENTS = 0.6
_UNITS = (2.20462, 0.453592, 35.274, 0.0352740, 1.10231, 0.907185, 35.3147, 0.0283168)
"""Pounds, ounces, short tons and cubic feet: one measure in two units has one ratio too."""


@dataclass(frozen=True)
class Figures:
    """One column of numbers, blanks as None, row by row."""

    position: int
    values: tuple[float | None, ...]

    @cached_property
    def filled(self) -> list[float]:
        """Give the numbers that are not zero."""
        return [value for value in self.values if value]

    @cached_property
    def decimals(self) -> list[int]:
        """Tell how many decimals each number has, the noise of binary fractions left out."""
        return [_decimals(value) for value in self.filled]

    @cached_property
    def money_like(self) -> float:
        """Give the share of cents, and of the long decimals that only a computed sum has."""
        return sum(count == 2 or count >= 4 for count in self.decimals) / max(1, len(self.decimals))

    @cached_property
    def computed(self) -> bool:
        """Tell a column of results: most have more decimals than anybody writes down."""
        return sum(count >= 4 for count in self.decimals) * 2 > len(self.decimals)

    @cached_property
    def whole(self) -> bool:
        """Tell a column of whole numbers."""
        return not any(self.decimals)

    @cached_property
    def constant(self) -> bool:
        """Tell a column with one number only."""
        return len(set(self.filled)) < 2

    @cached_property
    def counts(self) -> bool:
        """Tell 1, 2, 3 …: the rows are counted."""
        return all(after - before == 1 for before, after in pairwise(self.filled))

    @cached_property
    def middle(self) -> float:
        """Give the size of a usual number."""
        return median(map(abs, self.filled))

    @cached_property
    def share(self) -> bool:
        """Tell a column of shares of a whole."""
        return all(abs(value) <= 1 for value in self.filled)


def figures(columns: Mapping[int, Sequence[Cell]]) -> list[Figures]:
    """Give the columns whose cells are numbers."""
    found = []
    for position, cells in columns.items():
        some = cells[:_ROWS]
        thousands = _thousands(some)
        values = tuple(number(cell, thousands) for cell in some)
        there = sum(cell is not None and str(cell).strip() not in ("", "NULL") for cell in some)
        known = sum(value is not None for value in values)
        if known and known * 10 >= there * 9 and any(values):
            found.append(Figures(position, values))
    return found[:_MOST]


def number(cell: Cell, thousands: str = "") -> float | None:
    """Read a plain number; what needs thought is none. ``thousands``: the mark that groups the digits of the column."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell) if abs(cell) < 1e15 else None
    if not isinstance(cell, str):
        return None
    match = _DECIMAL.fullmatch(cell.strip().replace(thousands, "") if thousands else cell.strip())
    return float(match[0].replace(",", ".")) if match else None


def _thousands(cells: Sequence[Cell]) -> str:
    """Give the mark that groups the digits of a column: proven by a blank, by two marks or by two groups."""
    marks = {match[1] for cell in cells if isinstance(cell, str) and (match := _GROUPED.fullmatch(cell.strip()))}
    proven = {mark for mark in marks if mark not in ",." or any(_proves(cell, mark) for cell in cells)}
    return proven.pop() if len(proven) == 1 else ""


def _proves(cell: Cell, mark: str) -> bool:
    other = {",": ".", ".": ","}[mark]
    return isinstance(cell, str) and mark in cell and (other in cell or cell.count(mark) > 1)


def _decimals(value: float) -> int:
    return len(f"{round(value, 6):.6f}".rstrip("0").rpartition(".")[2])


def money(columns: Sequence[Figures]) -> Found:
    """Name the columns that are money, each with the relation that shows it."""
    found: Found = {}
    for prove in (_sums, _products, _common_rates):
        for position, why in prove(columns):
            found.setdefault(position, why)
    for _ in range(3):
        for position, why in [*_rates(columns, found), *_kin(columns, found)]:
            found.setdefault(position, why)
    return found


def _rows(*columns: Figures) -> list[tuple[float, ...]]:
    """Give the rows in which all of the columns hold something."""
    return list(_each(*columns))


def _each(*columns: Figures) -> Iterator[tuple[float, ...]]:
    for row in zip(*(c.values for c in columns), strict=False):
        if all(row):
            yield row


def _sums(columns: Sequence[Figures]) -> Iterator[tuple[int, str]]:
    for total in columns:
        others = [c for c in columns if c is not total and not c.share]
        for size in (2, 3) if len(columns) <= _FEW else (2,):
            for parts in combinations(others, size):
                if _is_sum(total, parts):
                    names = " + ".join(f"column {part.position + 1}" for part in parts)
                    said = f"values: column {total.position + 1} is {names} in every row"
                    yield from ((one.position, said) for one in (total, *parts))


def _is_sum(total: Figures, parts: Sequence[Figures]) -> bool:
    good = set()
    for row in zip(total.values, *(part.values for part in parts), strict=False):
        if not all(row):
            continue
        if abs(row[0] - sum(row[1:])) > 0.011:
            return False
        good.add(row[0])
    whole = total.whole or all(part.whole for part in parts)
    return len(good) >= (3 if whole else 2) and max(good) > 10


def _products(columns: Sequence[Figures]) -> Iterator[tuple[int, str]]:
    found = [
        (total, left, right)
        for total in columns
        if not total.share
        for left, right in combinations([c for c in columns if c is not total], 2)
        if not (total.whole and left.whole and right.whole) and _is_product(total, left, right)
    ]
    rates = {
        rate.position for _, *pair in found for one, rate in (pair, pair[::-1]) if rate.constant and not one.constant
    }
    for total, left, right in found:
        yield from _told_by_product(total, left, right, rates)


def _is_product(total: Figures, left: Figures, right: Figures) -> bool:
    if any(_is_power(c) for c in (left, right)):
        return False
    totals, worst = set(), 0.0
    for z, x, y in _each(total, left, right):
        if 1 in (x, y):
            continue
        error = abs(x * y / z - 1)
        if error > _PRECISE and error > min(_LOOSE, _slack(x) + _slack(y) + 0.006 / abs(z)):
            return False
        totals.add(z)
        worst = max(worst, error)
    return len(totals) >= 2 or (len(totals) == 1 and worst < _PRECISE)


def _slack(value: float) -> float:
    """Give the relative error that rounding may have left in a factor; a whole number is exact."""
    count = _decimals(value)
    return 0.5 * 10**-count / abs(value) if count else 0.0


def _is_power(column: Figures) -> bool:
    return column.constant and any(abs(v) in (10.0**n for n in range(-6, 7)) for v in column.filled[:1])


def _told_by_product(total: Figures, left: Figures, right: Figures, rates: set[int]) -> Iterator[tuple[int, str]]:
    said = f"values: column {total.position + 1} is column {left.position + 1} × column {right.position + 1}"
    if max(c.money_like for c in (total, left, right)) < 0.3:
        return
    yield total.position, said
    for one, other in ((left, right), (right, left)):
        if other.position in rates and one.position not in rates and one.money_like >= 0.5:
            yield one.position, f"{said}, a rate"
        elif one.money_like >= _CENTS and other.money_like < 0.3 and not one.constant and other.position not in rates:
            yield one.position, f"{said}, the price"


def _common_rates(columns: Sequence[Figures]) -> Iterator[tuple[int, str]]:
    """Name two pairs of columns with one ratio in every row, whichever it is: the rate of the day."""
    ratios: dict[tuple[float, ...], list[tuple[Figures, Figures]]] = {}
    for pair in combinations([c for c in columns if not c.share and not c.constant], 2):
        for left, right in (pair, pair[::-1]):
            rows = _rows(left, right)[:_TELLING]
            if len(rows) >= 2 and not _are_proportional(rows):
                key = tuple(float(f"{x / y:.5g}") for x, y in rows)
                if max(key) > 1 and len(set(key)) > 1 and not all(map(_is_simple, key)):
                    ratios.setdefault(key, []).append((left, right))
    for pairs in ratios.values():
        apart = {column.values for pair in pairs for column in pair}
        if len(apart) >= 4 and any(column.computed for pair in pairs for column in pair):
            said = "values: one ratio in every row to columns " + ", ".join(str(r.position + 1) for _, r in pairs)
            yield from ((column.position, said) for pair in pairs for column in pair)


def _are_proportional(rows: Sequence[tuple[float, ...]]) -> bool:
    """Tell rows that only repeat each other, halved or doubled: any two columns of theirs have one ratio."""
    return all(_is_simple(row[0] / rows[0][0]) for row in rows)


def _rates(columns: Sequence[Figures], known: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Name two columns that are one sum in two currencies: their rate is one, and no round number."""
    for left, right in combinations([c for c in columns if not c.share and not c.constant], 2):
        sure = left.position in known or right.position in known or _are_two_currencies(left, right)
        if (sure or left.computed or right.computed) and _one_rate(left, right):
            said = f"values: columns {left.position + 1} and {right.position + 1} are one sum at one rate"
            yield from ((left.position, said), (right.position, said))


def _are_two_currencies(left: Figures, right: Figures) -> bool:
    """Tell two columns of cents so far apart that they are no two weights of one thing."""
    cents = min(left.money_like, right.money_like) >= _CENTS
    return cents and not 0.5 < left.middle / right.middle < 2 and len(set(left.filled)) >= 4


def _one_rate(left: Figures, right: Figures) -> bool:
    rows = list(dict.fromkeys(_rows(left, right)))
    if len(rows) < 2 or _is_simple(rows[0][0] / rows[1][0]):
        return False
    rate = median(x / y for x, y in rows)
    steady = all(abs(x / y / rate - 1) < 1e-5 + _rounding(x) + _rounding(y) for x, y in rows)
    telling = sum(_rounding(x) + _rounding(y) < 1e-4 for x, y in rows)
    return steady and telling >= 2 and not _is_simple(rate) and not any(abs(rate * u - 1) < 1e-3 for u in _UNITS)


def _rounding(value: float) -> float:
    """Give the relative error that rounding to cents may have left."""
    return 0.005 / abs(value) if _decimals(value) <= 2 else 0.0


def _is_simple(ratio: float) -> bool:
    """Tell a ratio of small numbers or a power of ten: units and halves, not a rate of exchange."""
    ratio = max(abs(ratio), 1 / abs(ratio))
    powers = any(abs(ratio / 10**n - 1) < 1e-2 for n in range(7))
    return powers or any(abs(ratio * n - round(ratio * n)) < 1e-6 and ratio < 20 for n in range(1, 7))


def _kin(columns: Sequence[Figures], known: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Name columns that are never far from a known sum: a total and its item, FOB and CIF."""
    for one in (c for c in columns if c.position in known):
        for other in columns:
            if other.position in known:
                continue
            if are_kin(one, other) or _shares(one, other):
                yield other.position, f"values: nearly those of column {one.position + 1}, which is money"
            elif _is_tax(one, other):
                yield other.position, f"values: whole percents of column {one.position + 1}, which is money"


def are_kin(one: Figures, other: Figures) -> bool:
    """Tell two columns whose numbers lie close together in every row."""
    rows = set(_rows(one, other))
    if len(rows) < 2 or other.share:
        return False
    ratios = [abs(x / y) for x, y in rows]
    alike = one.money_like >= 0.4 and other.money_like >= 0.4
    least = 0.8 if alike else 0.98
    return all(least <= ratio <= 1 / least for ratio in ratios)


def _is_tax(base: Figures, other: Figures) -> bool:
    """Tell a duty or a tax: in every row it is a whole or half per cent of a sum, up to the cent."""
    rows = [(x, y) for x, y in set(_rows(base, other)) if abs(x) >= 50]
    if len(rows) < 3 or other.money_like < _CENTS or other.share:
        return False
    percents = [(y / x * 100, 0.6 / abs(x) + 1e-6) for x, y in rows]
    return all(0 < p <= 60 and abs(p * 2 - round(p * 2)) <= 2 * slack for p, slack in percents)


def _shares(one: Figures, other: Figures) -> bool:
    """Tell two columns with one broken number in one row: a sum that stands twice."""
    return any(x == y and x % 1 and abs(x) > 10 for x, y in _rows(one, other))


def are_near(one: Figures, other: Figures) -> bool:
    """Tell two columns of one size that are not the same everywhere: FOB and CIF, not two prints of one weight."""
    rows = set(_rows(one, other))
    near = len(rows) >= 2 and all(0.6 <= abs(x / y) <= 1 / 0.6 for x, y in rows)
    return near and any(x != y for x, y in rows)
