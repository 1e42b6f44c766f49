"""How the content of a labelled place becomes values: one function for each ``read`` of a profile's rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.fields import amount, date, incoterms, quantity
from extract.fields.contract import FieldError, Hit
from extract.model import FieldKind, specs
from extract.profiles import Rule
from extract.records.passage import Passage
from extract.records.values import Decisions, Value, read_cell

_NUMBER = re.compile(r"(?:№|N[o°]\.?|Nr\.?|#)?\s*([^\s№#]*\d[^\s]*)")
_ITEM_MARK = re.compile(r"^\s*1\s*[-–.)]\s*(?=\D)")
_ACCOUNT = re.compile(r"(?<!\d)\d{20}(?!\d)|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{3,4}){3,8}\b")
_WITHIN_GOODS = (
    ("manufacturer", r"изготовитель|производитель|виробник|өндіруші|manufacturer|制造商|生产商"),
    (
        "brand",
        r"(?:тов(?:арный|\.)?|торг(?:овый|\.)?)\s*(?:знак|марка)|торгова\w* марка|тауар белгісі|brand|trade\s?mark",
    ),
    ("model", r"модель|артикул|үлгісі|model|article|型号"),
)
_DOCUMENTS = (
    ("contract_number", r"03011|контракт\w*|договор\w*|contract|agreement|келісімшарт"),
    ("invoice_number", r"04021|инвойс\w*|сч[её]т-фактура|сч[её]т|invoice|шот"),
    ("bill_of_lading", r"0201[1-9]|коносамент\w*|b/l|bill of lading|cmr|awb|накладная"),
)
_DIRECTIONS = {"им": "import", "im": "import", "эк": "export", "ex": "export", "тт": "transit", "tt": "transit"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One field as it was read, and the words it was read from. ``pointer``: the words point to another box."""

    field: str
    value: Value
    passage: Passage
    pointer: bool = False


Reading = Callable[[str, Rule, Passage], Iterator[Piece]]


def read(record: str, rule: Rule, passage: Passage) -> Iterator[Piece]:
    """Read what stands at a rule's label."""
    yield from _READINGS[rule.read](record, rule, passage)


def value_kind(record: str, field: str) -> str:
    """Say how a field's text is read: by its name where that tells more than its kind."""
    if field in ("hs_code", "incoterms"):
        return {"hs_code": "hs"}.get(field, field)
    if field.endswith("currency"):
        return "currency"
    if field.endswith("_id") or field.startswith("identifier"):
        return "identifier"
    kinds: dict[FieldKind, str] = {kind: kind.value for kind in FieldKind}
    return next(kinds[spec.kind] for spec in specs(record) if spec.name == field)


def _value(record: str, rule: Rule, passage: Passage) -> Iterator[Piece]:
    kind = value_kind(record, rule.field)
    if rule.field == "direction":
        yield _direction(rule, passage)
        return
    cell = read_cell(kind, passage.text, Decisions())
    hit = _first_hit(kind, passage.text) if cell.value is None and not cell.pointer else None
    if hit is not None:
        yield Piece(rule.field, _typed(kind, hit.value), passage.cut(hit.start, hit.end))
        return
    yield Piece(rule.field, cell.value, passage, cell.pointer)


def _first_hit(kind: str, text: str) -> Hit | None:
    finders = {"date": date.find, "amount": amount.find, "number": quantity.find}
    return next(finders[kind](text), None) if kind in finders else None


def _typed(kind: str, value: str) -> Value:
    return float(value) if kind == "number" else value


def _direction(rule: Rule, passage: Passage) -> Piece:
    first = passage.text.split()[0].casefold()
    return Piece(rule.field, _DIRECTIONS.get(first, passage.text), passage.cut(0, len(first)))


def _party(record: str, rule: Rule, passage: Passage) -> Iterator[Piece]:
    """Read a name with what stands under it: identifier, address, account."""
    cell = read_cell("party", passage.text, Decisions())
    yield Piece(rule.field, cell.value, _where(passage, cell.value), cell.pointer)
    known = {spec.name for spec in specs(record)}
    for part, value in cell.extra:
        if f"{rule.field}_{part}" in known:
            yield Piece(
                f"{rule.field}_{part}", value, _where(passage, value.split(":", 1)[-1] if part == "id" else value)
            )
    account = _ACCOUNT.search(passage.text)
    if account and f"{rule.field}_account" in known:
        yield Piece(f"{rule.field}_account", account.group().replace(" ", ""), passage.cut(*account.span()))


def _where(passage: Passage, value: Value) -> Passage:
    """Find the words a value was taken from: white space and quotes may have been tidied, letters not."""
    letters = re.findall(r"\w+", str(value)) if value is not None else []
    match = re.search(r"\W+".join(map(re.escape, letters)), passage.text) if letters else None
    return passage.cut(*match.span()) if match else passage


def _money(record: str, rule: Rule, passage: Passage) -> Iterator[Piece]:
    try:
        read_amount = amount.parse(passage.text)
    except FieldError:
        hit = next(amount.find(passage.text), None)
        if hit is not None:
            where = passage.cut(hit.start, hit.end)
            yield Piece(rule.field, hit.value, where)
            yield from _currency_of(record, rule, hit.currency, where)
        return
    yield Piece(rule.field, format(read_amount.value, "f"), passage)
    yield from _currency_of(record, rule, read_amount.currency, passage)


def _currency_of(record: str, rule: Rule, code: str | None, passage: Passage) -> Iterator[Piece]:
    if code is None:
        return
    known = {spec.name for spec in specs(record)}
    names = (f"{rule.field}_currency", f"{rule.field.rpartition('_')[0]}_currency", "currency")
    field = next((name for name in names if name in known), None)
    if field is not None:
        yield Piece(field, code, passage)


def _goods(record: str, rule: Rule, passage: Passage) -> Iterator[Piece]:
    mark = _ITEM_MARK.match(passage.text)
    text = " ".join(passage.text[mark.end() if mark else 0 :].split())
    yield Piece(rule.field, text, passage)
    heads = "|".join(words for _, words in _WITHIN_GOODS)
    for field, words in _WITHIN_GOODS:
        match = re.search(rf"(?i)(?:{words})\s*[:\-–]\s*(.+?)\s*(?=[,;]?\s*(?:{heads})\b|[;\n]|,\s|$)", passage.text)
        if match:
            yield Piece(field, match[1].strip(' ,."«»'), passage.cut(*match.span(1)))


def _documents(record: str, rule: Rule, passage: Passage) -> Iterator[Piece]:
    for field, words in _DOCUMENTS:
        match = re.search(rf"(?i)\b(?:{words})\b[\s/:]*(?:№|N[o°]?\.?|/)?\s*([^\s,;]*\d[^\s,;]*)", passage.text)
        if match:
            yield Piece(field, match[1], passage.cut(*match.span(1)))


def _delivery(record: str, rule: Rule, passage: Passage) -> Iterator[Piece]:
    try:
        term = incoterms.parse(" ".join(passage.text.split()))
    except FieldError:
        return
    yield Piece(rule.field, term.code, passage.cut(0, 1))
    if term.place:
        yield Piece("delivery_place", term.place, _where(passage, term.place))


def _quantity(record: str, rule: Rule, passage: Passage) -> Iterator[Piece]:
    hit = next(quantity.find(passage.text), None)
    if hit is None:
        yield from _value(record, rule, passage)
        return
    where = passage.cut(hit.start, hit.end)
    yield Piece(rule.field, float(hit.value), where)
    if hit.unit:
        yield Piece("quantity_unit", hit.unit, where)


def _number_and_date(record: str, rule: Rule, passage: Passage) -> Iterator[Piece]:
    """Read ``№ 118 от 15.02.2023``: the number, and the day where the record wants one."""
    day = next(date.find(passage.text), None)
    number = _NUMBER.search(passage.text[: day.start] if day else passage.text)
    if number:
        yield Piece(rule.field, number[1].strip(".,;"), passage.cut(*number.span(1)))
    field = next(
        (name for name in ("date", "issue_date", "declaration_date") if name in {s.name for s in specs(record)}), None
    )
    if day and field:
        yield Piece(field, day.value, passage.cut(day.start, day.end))


_READINGS: dict[str, Reading] = {
    "value": _value,
    "party": _party,
    "money": _money,
    "goods": _goods,
    "documents": _documents,
    "delivery": _delivery,
    "quantity": _quantity,
    "number_and_date": _number_and_date,
}
