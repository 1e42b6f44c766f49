"""Understand a column from its values alone, where its header says nothing.

Only what values prove is claimed: dates by their shape, commodity codes by the nomenclature, companies by their legal
forms. Money looks like any other number, so amounts are claimed only where the header has a word of money, or where the
table has lost its headers altogether.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date as Date

from extract.fields import amount, date, hs_code, legal_form
from extract.fields.contract import FieldError
from extract.fields.placeholder import is_placeholder
from extract.model import Cell, cell_text
from extract.records.values import dotted

_ENOUGH = 300
_FORM = re.compile(rf"(?<![\w-]){legal_form.PATTERN}")
_SHAPE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:[ T][\d:.]+)?|\d{1,2}[ -][^\W\d]{3,9}[ -]\d{2,4}|[^\W\d]{3,9} \d{4}"
)
_UNDOTTED = re.compile(r"\d{1,2}(?:0[1-9]|1[0-2])20[0-4]\d")
_MONEY = re.compile(r"-?\d{1,3}(?:[ \u00a0]?\d{3})*[.,]\d{1,2}")
_RATE = re.compile(r"[0-2]?\d(?:[.,]0{1,4})?|без\s+(?:ндс|пдв)", re.IGNORECASE)
_FEW_RATES = 4
_LOST = re.compile(
    r"(?:(?:c|f|col|column|field|var|unnamed|столбец|поле|колонка|графа)\s*[:_]?\s*)?\d{1,5}(?<!(?:19|20)\d\d)",
    re.IGNORECASE,
)


def is_lost(header: str) -> bool:
    """Tell a header that only counts: C1, Column 2, Unnamed: 3, Поле4; a year says something."""
    return not header.strip() or bool(_LOST.fullmatch(header.strip()))


def name_by_values(cells: Sequence[Cell], may_be_money: bool) -> tuple[str, str] | None:
    """Name a column by its values, with the evidence; None where they prove nothing."""
    some = [cell for cell in cells if (text := cell_text(cell).strip()) and not is_placeholder(text)][:_ENOUGH]
    if not some:
        return None
    for name, kind, test, share in _TESTS:
        good = sum(map(test, some))
        if good >= share * len(some) and (name != "value" or may_be_money):
            return name, f"values: {good} of {len(some)} are {kind}"
    return None


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, Date):
        return True
    text = cell_text(cell).strip()
    if isinstance(cell, bool) or not (_SHAPE.fullmatch(text) or _UNDOTTED.fullmatch(text)):
        return False
    try:
        return bool(date.parse(dotted(text)).value)
    except FieldError:
        return False


def _is_code(cell: Cell) -> bool:
    try:
        code = hs_code.restore(hs_code.parse(cell_text(cell)))
    except FieldError:
        return False
    return 6 <= len(code) <= 12 and hs_code.is_known(code)


def _is_company(cell: Cell) -> bool:
    return isinstance(cell, str) and 4 <= len(cell) <= 90 and bool(_FORM.search(cell)) and not _tells_more(cell)


def _tells_more(cell: str) -> bool:
    """Tell a sentence about a company from its name: it holds a sum or a day."""
    return next(amount.find(cell), None) is not None or next(date.find(cell), None) is not None


def are_prices(cells: Sequence[Cell]) -> bool:
    """Tell figures of which some have cents: a code, a count or a share of tax has none."""
    some = [cell for cell in cells if (text := cell_text(cell).strip()) and text.strip("0.,")][:_ENOUGH]
    return bool(some) and sum(map(_is_money, some)) * 3 >= len(some)


def are_rates(cells: Sequence[Cell]) -> bool:
    """Tell rates of tax in per cent from its sums: few numbers, all of them whole and small."""
    texts = {cell_text(cell).strip().removesuffix("%").strip() for cell in cells[:_ENOUGH]} - {""}
    return bool(texts) and len(texts) <= _FEW_RATES and all(map(_RATE.fullmatch, texts))


def _is_money(cell: Cell) -> bool:
    if isinstance(cell, float):
        return not cell.is_integer() and round(cell, 2) == cell
    return isinstance(cell, str) and bool(_MONEY.fullmatch(cell.strip()))


_TESTS: tuple[tuple[str, str, Callable[[Cell], bool], float], ...] = (
    ("document_date", "dates", _is_date, 0.9),
    ("hs_code", "known commodity codes", _is_code, 0.9),
    ("company", "names with a legal form", _is_company, 0.4),
    ("value", "numbers with cents", _is_money, 0.5),
)
