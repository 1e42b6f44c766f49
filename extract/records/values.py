"""Turn the cells of a column into values: each distinct cell is read once.

A reader gives a value and the raw text where that differs from the value's own text. What cannot be read gives no
value but keeps its raw text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from datetime import datetime
from decimal import Decimal

from extract.fields import (
    address,
    amount,
    company,
    contact,
    country,
    country_group,
    currency,
    date,
    date_forms,
    direction,
    hs_code,
    identifier,
    incoterms,
    quantity,
    unit,
)
from extract.fields.contract import Ambiguous, FieldError, Placeholder
from extract.fields.placeholder import is_placeholder
from extract.model import Cell, cell_text
from extract.records.left_out import is_total
from extract.records.name_shapes import are_goods

Value = str | float | int | None
DAY_FIRST = "dmy"
_CENT = Decimal("0.000001")
_LARGEST = 10**18
_GROUPS = re.compile(r"\d\d(?:[.]\d\d){1,4}|\d{4}(?:[.-]\d{1,4}){2,4}", re.ASCII)
_CODE_FIRST = re.compile(r"(\d[\d .]{2,16}\d)[\s,;:–—-]+([^\W\d_].*)", re.DOTALL)
_DATED = re.compile(
    r"(.*\d.*?)[\s,;]+(?:от|від|from|dated|of|du|del?|vom|күнгі)\s+(.*\d.*)$", re.IGNORECASE | re.DOTALL
)
_LEADS = re.compile(r"(?:до|по|с|от|від|until|till|to|from|bis|ab|hasta|desde)\s+(?=\d)", re.IGNORECASE)
_PLAIN = {mark: re.compile(rf"-?[0-9]{{1,15}}(?:{re.escape(mark)}[0-9]{{1,9}})?") for mark in (".", ",")}


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided about a whole column.

    Its decimal mark, order of day and month, factor, scheme of identifiers, whether addresses stand with its names,
    the rule by which it writes its values (extract.model.spelling). ``recognised``: it was read from a picture, where a
    letter may be another.
    """

    decimal: str | None = None
    order: str | None = None
    scale: int = 1
    scheme: str | None = None
    addresses: bool = False
    evidence: str = ""
    spelling: str = ""
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """What one cell gave. ``extra`` holds what stood with the value: identifier, address, currency, unit.

    ``unsure``: it has two readings and nothing decided between them; a date is then read day first, a number not.
    ``unread``: it holds something that is no value of its kind, and no word for nothing either.
    """

    value: Value = None
    raw: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    pointer: bool = False
    unsure: bool = False
    unread: bool = False


Reader = Callable[[Cell, Decisions], tuple[Value, tuple[tuple[str, str], ...]]]


def read_cell(kind: str, cell: Cell, decisions: Decisions) -> Read:
    """Read one cell as a value of a kind."""
    text = cell_text(cell)
    if not text.strip():
        return Read()
    try:
        value, extra = _READERS[kind](cell, decisions)
    except Placeholder:
        return Read(raw=text, pointer=True)
    except Ambiguous:
        return _unsure(kind, cell, decisions)
    except FieldError:
        return Read(raw=text, unread=not is_placeholder(text))
    return Read(value, None if cell_text(value) == text else text, extra)


def _unsure(kind: str, cell: Cell, decisions: Decisions) -> Read:
    """Read what has two readings: a date day first, as most of the world does; a number stays text."""
    if kind not in ("date", "period"):
        return Read(raw=cell_text(cell), unsure=True)
    return replace(read_cell(kind, cell, replace(decisions, order=DAY_FIRST)), unsure=True)


def decide(kind: str, samples: Sequence[Cell]) -> Decisions:
    """Decide what is ambiguous in a column from its cells."""
    texts = [cell for cell in samples if isinstance(cell, str) and cell.strip()]
    if kind in ("amount", "number", "tonnes") and texts:
        chosen = amount.decimal_separator(texts)
        return Decisions(decimal=chosen.value, evidence=chosen.evidence if chosen.value else "")
    if kind in ("date", "period") and texts:
        chosen = date.day_month_order(texts)
        if chosen.value is None:
            return Decisions(evidence=chosen.evidence if any(map(date.has_two_readings, texts)) else "")
        return Decisions(order=chosen.value, evidence=chosen.evidence)
    if kind == "party":
        return _decide_addresses(texts)
    return Decisions(evidence=_restorations(samples)) if kind == "hs" else Decisions()


def _restorations(samples: Sequence[Cell]) -> str:
    """Say how many codes stand in the cells without a leading zero, or as floats: what is read there was restored."""
    texts = list(dict.fromkeys(cell_text(cell).strip() for cell in samples))[:_ENOUGH]
    codes = [(text, read.value) for text in texts if (read := read_cell("hs", text, Decisions())).value]
    restored = sum(_SIGNS.sub("", text) != code for text, code in codes)
    return (
        f"{restored} of {len(codes)} codes restored: a leading zero or digits lost in a spreadsheet" if restored else ""
    )


def _decide_addresses(texts: Sequence[str]) -> Decisions:
    """Take addresses off the names only where most cells of the column have one: a name may sound like a street."""
    some = list(dict.fromkeys(texts))[:_ENOUGH]
    with_address = sum(_has_address(text) for text in some)
    if with_address * 10 < len(some) * 8 or not some:
        return Decisions()
    return Decisions(addresses=True, evidence=f"{with_address} of {len(some)} cells hold name and address")


def _has_address(text: str) -> bool:
    try:
        return bool(company.parse(text).address)
    except FieldError:
        return False


def _text(cell: Cell, _: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    return " ".join(cell_text(cell).split()), ()


def _amount(cell: Cell, decisions: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    number, code = _decimal(cell, decisions)
    if decisions.scale != 1 and abs(number) < _LARGEST:
        number = (number * decisions.scale).quantize(_CENT).normalize()
    return _plain(number), (("currency", code),) if code else ()


def _decimal(cell: Cell, decisions: Decisions) -> tuple[Decimal, str | None]:
    if isinstance(cell, bool | Date | datetime):
        raise FieldError("not a number")
    if isinstance(cell, int | float):
        return _finite(cell), None
    plain = _plain_decimal(cell_text(cell), decisions.decimal)
    if plain is not None:
        return plain, None
    read = amount.parse(cell_text(cell), decimal=decisions.decimal)
    return read.value, read.currency


def _plain_decimal(text: str, mark: str | None) -> Decimal | None:
    """Read the commonest spelling at once: digits, and the mark that the column was decided to have."""
    match = _PLAIN[mark].fullmatch(text) if mark in _PLAIN else None
    return Decimal(text.replace(",", ".")) if match else None


def _finite(cell: int | float) -> Decimal:
    if not abs(cell) < _LARGEST:
        raise FieldError("no number of this world")
    return Decimal(cell_text(cell))


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text and text.endswith("0000000") else text


def _number(cell: Cell, decisions: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(_finite(cell)) * decisions.scale, ()
    plain = _plain_decimal(cell_text(cell), decisions.decimal)
    if plain is not None:
        return float(plain) * decisions.scale, ()
    read = quantity.parse(cell_text(cell), decimal=decisions.decimal)
    return float(read.value) * decisions.scale, (("unit", read.unit),) if read.unit else ()


def _tonnes(cell: Cell, decisions: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    value, _ = _number(cell, decisions)
    assert isinstance(value, float)
    return round(value * 1000, 6), ()


def _integer(cell: Cell, _: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    text = cell_text(cell).strip()
    if not text.isdecimal():
        raise FieldError("not a whole number")
    return int(text), ()


def _date(cell: Cell, decisions: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    if isinstance(cell, datetime):
        return cell.date().isoformat(), ()
    if isinstance(cell, Date):
        return cell.isoformat(), ()
    text, order = _LEADS.sub("", cell_text(cell).strip(), count=1), decisions.order
    serial = isinstance(cell, int | float)
    try:
        return date.parse(text, order=order, serial=serial).value, ()
    except Ambiguous:
        raise
    except FieldError:
        return date.parse(dotted(text), order=order).value, ()


def _period(cell: Cell, decisions: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    """Read a month written without a mark, ``202305``, or any day, month, quarter or year."""
    month = _YEAR_MONTH.fullmatch(cell_text(cell).strip())
    return (f"{month[1]}-{month[2]}", ()) if month else _date(cell, decisions)


def _month(cell: Cell, _: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    """Read the number or the name of a month that stands in a column of its own."""
    text = cell_text(cell).strip().rstrip(".")
    number = int(text) if text.isdecimal() and len(text) < 3 else date_forms.month(text, with_day=False)
    if number is None or not 1 <= number <= 12:
        raise FieldError("not a month")
    return number, ()


def dotted(number: str) -> str:
    """Give the day that a number like 3052025 stands for: a date whose dots and leading zero were lost."""
    digits = number.zfill(8)
    if len(number) not in (7, 8) or not number.isdecimal() or not digits.endswith(("19", "20"), 4, 6):
        return number
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:]}"


def _hs(cell: Cell, _: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    text = cell_text(cell)
    if is_total(text):
        return None, (("total", "goods"),)
    try:
        return _restored(text), ()
    except FieldError:
        return _code_and_goods(text)


def _code_and_goods(text: str) -> tuple[Value, tuple[tuple[str, str], ...]]:
    """Read ``8806220009 Квадрокоптеры``: a known code and what it stands for."""
    match = _CODE_FIRST.fullmatch(text.strip())
    code = _restored(match[1]) if match else ""
    if match is None or not hs_code.is_known(code):
        raise FieldError(f"no known code with words behind it: {text!r}")
    return code, (("goods", " ".join(match[2].split())),)


def _dated(cell: Cell, decisions: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    """Read ``KZ05LAA00012 от 12.05.2022``: a number and its day; a number alone is one as well."""
    text = cell_text(cell).strip()
    match = _DATED.match(text)
    if match is None:
        return text, ()
    try:
        return match[1], (("date", date.parse(match[2], order=decisions.order or DAY_FIRST).value),)
    except FieldError:
        return text, ()


def _restored(text: str) -> str:
    """Read a code with the leading zero that a spreadsheet took; of a heading it leaves three digits.

    A known code may be written in groups: ``84.13``, ``85.42.31``, ``8413.70.210-0``.
    """
    grouped = _ungrouped(text.strip())
    if grouped:
        return grouped
    bare = text.strip().removesuffix(".0")
    if len(bare) == 3 and bare.isdecimal() and hs_code.is_known(f"0{bare}"):
        return f"0{bare}"
    return hs_code.restore(hs_code.parse(text))


def _ungrouped(text: str) -> str | None:
    """Put the groups of a known code together: with points or hyphens it could be a day as well."""
    digits = text.replace(".", "").replace("-", "") if _GROUPS.fullmatch(text) else ""
    return digits if 4 <= len(digits) <= 12 and hs_code.is_known(digits) else None


def _party(cell: Cell, decisions: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    text = cell_text(cell)
    party = company.parse(text)
    extra = [("id", f"{found.scheme}:{found.value}") for found in party.identifiers[:1]]
    if party.address and not decisions.addresses and not extra:
        return " ".join(text.split()), ()  # a name may sound like a street; with a number behind it, it is one
    if party.address:
        extra.append(("address", party.address))
    return party.name, tuple(extra)


def _identifier(cell: Cell, decisions: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    found = identifier.parse(cell_text(cell), scheme=decisions.scheme)
    return f"{found.scheme}:{found.value}", ()


def _code(cell: Cell, _: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    return cell_text(cell).strip(), ()


def _address(cell: Cell, decisions: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    """Read an address as printed, and what it is compared by where it is one."""
    value, _ = _text(cell, decisions)
    try:
        return value, (("key", address.parse(cell_text(cell)).key),)
    except FieldError:
        return value, ()


def _contact(cell: Cell, _: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    """Read telephone numbers, mail addresses or sites, of which a cell may hold several."""
    text = cell_text(cell).strip()
    return " ".join(dict.fromkeys(found.value for found in contact.parse_all(text))), ()


def _country(cell: Cell, _: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    text = cell_text(cell)
    try:
        return country.parse(text), ()
    except Placeholder:
        raise
    except FieldError:
        return " ".join(text.split()), (("total", "partners"),) if country_group.is_group(text) else ()


def _direction(cell: Cell, _: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    text = cell_text(cell)
    try:
        return direction.parse(text), ()
    except FieldError:
        return " ".join(text.split()), ()


def _unit(cell: Cell, _: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    try:
        return unit.parse(cell_text(cell)), ()
    except FieldError:
        return " ".join(cell_text(cell).split()), ()


def _currency(cell: Cell, _: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    return currency.parse(cell_text(cell)), ()


def _incoterms(cell: Cell, _: Decisions) -> tuple[Value, tuple[tuple[str, str], ...]]:
    return incoterms.parse(cell_text(cell)).code, ()


_READERS: dict[str, Reader] = {
    "text": _text,
    "code": _code,
    "party": _party,
    "amount": _amount,
    "number": _number,
    "tonnes": _tonnes,
    "integer": _integer,
    "date": _date,
    "period": _period,
    "month": _month,
    "hs": _hs,
    "dated": _dated,
    "identifier": _identifier,
    "address": _address,
    "contact": _contact,
    "country": _country,
    "direction": _direction,
    "unit": _unit,
    "currency": _currency,
    "incoterms": _incoterms,
}
_CHECKED = ("amount", "number", "tonnes", "date", "period", "month", "hs")
_ENOUGH = 200
_YEAR_MONTH = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")
_SIGNS = re.compile(r"[\s.'\"`*]|\.0$")


def fits(kind: str, samples: Sequence[Cell]) -> bool:
    """Tell whether at least half of the cells can be what the header promises. No cells: nothing speaks against it.

    Commodity codes must be known: the numbers by which a firm calls its goods are as long.
    """
    cells = [cell for cell in samples if (text := cell_text(cell).strip()) and not is_placeholder(text)][:_ENOUGH]
    if not cells:
        return True
    if kind == "party":
        return not all(_only_digits(cell) for cell in cells) and not are_goods(cells)
    if kind not in _CHECKED:
        return True
    decisions = decide(kind, cells)
    good = sum(_can_be(kind, cell, decisions) for cell in cells)
    return good * 2 >= len(cells)


def _can_be(kind: str, cell: Cell, decisions: Decisions) -> bool:
    read = read_cell(kind, cell, decisions)
    if kind == "hs":
        return read.value is not None and hs_code.is_known(str(read.value))
    return read.value is not None or read.unsure


def _only_digits(cell: Cell) -> bool:
    return not any(c.isalpha() for c in cell_text(cell))
