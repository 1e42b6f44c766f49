"""How the content of a labelled place becomes values: one function for each ``read`` of a profile's rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from operator import ne

from extract.fields import (
    amount,
    company,
    country,
    currency,
    date,
    direction,
    identifier,
    incoterms,
    number,
    quantity,
    unit,
)  # fmt: skip
from extract.fields.contract import FieldError, Hit
from extract.fields.glyphs import to_cyrillic, to_latin
from extract.model import specs
from extract.profiles import Rule
from extract.records import goods_block, party_block
from extract.records.named_block import at_name
from extract.records.passage import Passage
from extract.records.values import Decisions, Read, Value, read_cell
from extract.records.wrapped import unwrapped

_NUMBER = re.compile(r"(?:№|N[o°]\.?|Nr\.?|#)?\s*([^\s№#]*\d[^\s]*)")
_EDITION = re.compile(r"[\s,;(]*(?:incoterms|инкотермс|інкотермс|инкотерм)\b.*", re.IGNORECASE | re.DOTALL)
_DAYS = {
    "number": ("date", "issue_date"),
    "declaration_number": ("declaration_date",),
    "document_number": ("document_date",),
    "bill_of_lading": ("document_date",),
    "invoice_number": ("document_date",),
}
"""Which field the day behind the number of a paper itself is, the first that the record has."""
_SUM = r"[\s/|]*(?P<sum>\d[\d.,\s'’\u00a0\u202f]*)$"
_CURRENCY_FIRST = re.compile(rf"\s*(?P<code>[A-Z]{{3}})\s*(?:[/(|]\s*\d{{3}}\b\s*\)?)?{_SUM}")
"""A code with or without the currency's number, then the sum: ``USD/840 555 372,84``."""
_NUMBER_TELLS = re.compile(rf"\s*\S{{2,4}}\s?[/(|]\s?(?P<code>\d{{3}})\b\s*\)?{_SUM}")
"""The same, where the code was misread: ``150/840 22 873,45``; its number says what it was."""
_SHA = str.maketrans("UW", "ШШ")
_SECOND_LETTERS = {"M": "import", "K": "export", "T": "transit"}
_ACCOUNT = re.compile(r"(?<!\d)\d{20}(?!\d)|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{3,4}){3,8}\b")
_ZERO = "[0OОо968]?"
"""The zero that begins the codes of documents, as it is read or lost on scans."""
_DOCUMENTS = (
    ("contract_number", rf"{_ZERO}3011|0301(?=/0\b)|410[04]|контракт\w*|договор\w*|contract|agreement|келісімшарт"),
    (
        "invoice_number",
        rf"{_ZERO}4021|N380|380|rechnung|facture|faktura|fattura|factura|fatura|рахунок\w*|инвойс\w*|сч[её]т-фактура|сч[её]т|invoice|шот",
    ),
    (
        "bill_of_lading",
        rf"{_ZERO}201[1-9]|N7(?:05|30|40|41|60|85)|7(?:05|30|40)|коносамент\w*|b/l|bill of lading|cmr|awb|накладная",
    ),
)
_BEFORE_NUMBER = r"(?:/\d{1,2}(?=\s))?[\s/:]*(?:[^\W\d_]{3,}\.?[ \t]+){0,3}(?:№|N[or°º]?\.?|/)?\s*"
_DAY = r"(?:от\s*)?\d{1,2}\.\d{1,2}\.\d{2,4}"


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be read: the content of a rule's place, the words beside it, what is known of the page's numbers."""

    record: str
    rule: Rule
    passage: Passage
    beside: Passage | None
    decisions: Decisions

    @property
    def field(self) -> str:
        """Name the field the rule is about."""
        return self.rule.field

    @property
    def text(self) -> str:
        """Give the text to be read."""
        return self.passage.text

    def first_known(self, *names: str) -> str | None:
        """Give the first of these fields that the record has."""
        known = {spec.name for spec in specs(self.record)}
        return next((name for name in names if name in known), None)


@dataclass(frozen=True, slots=True)
class Piece:
    """One field as it was read, and the words it was read from. ``pointer``: the words point to another box."""

    field: str
    value: Value
    passage: Passage
    pointer: bool = False


Reading = Callable[[Task], Iterator[Piece]]


def read(task: Task) -> Iterator[Piece]:
    """Read what stands at a rule's label; what gives no value is left out, unless it points elsewhere."""
    pieces = _READINGS[task.rule.read](task)
    return (piece for piece in pieces if piece.value is not None or piece.pointer)


_KINDS_BY_NAME = {"hs_code": "hs", "incoterms": "incoterms", "address": "address"} | dict.fromkeys(
    ("phone", "email", "website"), "contact"
)


def value_kind(record: str, field: str) -> str:
    """Say how a field's text is read: by its name where that tells more than its kind."""
    if field in _KINDS_BY_NAME:
        return _KINDS_BY_NAME[field]
    if field.endswith("currency"):
        return "currency"
    if field.endswith("_id") or field.startswith("identifier"):
        return "identifier"
    return next(spec.kind.value for spec in specs(record) if spec.name == field)


def _value(task: Task) -> Iterator[Piece]:
    if task.field == "direction":
        yield from _direction(task)
        return
    kind = value_kind(task.record, task.field)
    cell = read_cell(kind, task.text, task.decisions)
    line = _first_line(task.passage)
    if cell.value is None and not cell.pointer and kind == "hs" and line is not None:
        cell = read_cell(kind, line.text, task.decisions)
        yield Piece(task.field, cell.value, line)
        return
    if kind == "country" and not _is_code(cell.value):
        cell = replace(cell, value=next((found.value for found in country.find(task.text)), cell.value))
    hit = _first_hit(kind, task) if cell.value is None and not cell.pointer else None
    if hit is not None:
        yield Piece(task.field, _typed(kind, hit), task.passage.cut(hit.start, hit.end))
        return
    yield Piece(task.field, cell.value, task.passage, cell.pointer)
    yield from (Piece(f"{task.field}_{part}", value, task.passage) for part, value in cell.extra if part == "key")


def _is_code(value: Value) -> bool:
    """Tell the code of a country from words that nobody read as one: «КАЗАХСТАН 17»."""
    return isinstance(value, str) and len(value) == len("KZ") and value.isupper()


def _first_line(passage: Passage) -> Passage | None:
    """Give the first of several lines: what stands under them may belong to nobody."""
    end = passage.text.find("\n")
    return passage.cut(0, end) if end > 0 else None


def _first_hit(kind: str, task: Task) -> Hit | None:
    """Look for the value among other words."""
    decimal = task.decisions.decimal
    finders: dict[str, Callable[[str], Iterator[Hit]]] = {
        "date": date.find,
        "amount": partial(amount.find, decimal=decimal),
        "number": partial(quantity.find, decimal=decimal),
        "identifier": identifier.find,
    }
    return next(finders[kind](task.text), None) if kind in finders else None


def _typed(kind: str, hit: Hit) -> Value:
    if kind == "identifier":
        return f"{hit.scheme}:{hit.value}"
    return float(hit.value) if kind == "number" else hit.value


def _direction(task: Task) -> Iterator[Piece]:
    for word in re.finditer(r"[^\W\d_]+", task.text):
        try:
            yield Piece(task.field, direction.parse(word.group()), task.passage.cut(*word.span()))
        except FieldError:
            continue
        return
    yield from _misread_direction(task)


def _misread_direction(task: Task) -> Iterator[Piece]:
    """Tell ИМ, ЭК and ТТ by their second letter: all that a box can hold differ in it."""
    for word in re.finditer(r"(?<!\w)\w[^\W\d_](?!\w)", task.text):
        meaning = _SECOND_LETTERS.get(to_latin(word.group()[-1].upper()))
        if meaning is not None and task.rule.box:
            yield Piece(task.field, meaning, task.passage.cut(*word.span()))
            return


def _party(task: Task) -> Iterator[Piece]:
    """Read a name with what stands under it: identifier, address, account."""
    task = replace(task, passage=at_name(task.passage))
    if not re.search(r"[^\W\d_]{2}", task.text):
        return
    block = party_block.tidied(task.text, unwrapped(task.passage))
    cell = read_cell("party", block.text, task.decisions)
    yield Piece(task.field, cell.value, _where(task.passage, cell.value), cell.pointer)
    for part, value in _extras(block, cell):
        field = task.first_known(f"{task.field}_{part}")
        if field is not None:
            yield Piece(field, value, _where(task.passage, value.split(":", 1)[-1] if part == "id" else value))
    address = next((value for part, value in cell.extra if part == "address"), "")
    yield from _country(task, address)
    field = task.first_known(f"{task.field}_account")
    if field is not None:
        yield from _account(field, task)


def _extras(block: party_block.Block, cell: Read) -> Iterator[tuple[str, str]]:
    number = party_block.tax_number(block.numbers)
    if number is not None:
        yield "id", str(number)
    yield from (pair for pair in cell.extra if number is None or pair[0] != "id")


def _firm(task: Task) -> Iterator[Piece]:
    """Find a company among other words; who signed for it is not taken for one."""
    text = unwrapped(task.passage)
    hit = next(company.find(text), None)
    if hit is not None:
        yield Piece(task.field, hit.value, task.passage.cut(hit.start, hit.end))


def _country(task: Task, address: str) -> Iterator[Piece]:
    """Take the country that a party's address names."""
    field = task.first_known(f"{task.field}_country")
    for name in re.split(r"[,;\n]", address) if field else ():
        try:
            yield Piece(field or "", country.parse(name.strip()), _where(task.passage, name.strip()))
        except FieldError:
            continue
        return


def _account(field: str, task: Task) -> Iterator[Piece]:
    """Find the account with a party's name, or beside it on the same lines."""
    for passage in filter(None, (task.passage, task.beside)):
        match = _ACCOUNT.search(passage.text)
        if match:
            yield Piece(field, match.group().replace(" ", ""), passage.cut(*match.span()))
            return


def _where(passage: Passage, value: Value) -> Passage:
    """Find the words a value was taken from: white space and quotes may have been tidied, letters not."""
    letters = re.findall(r"\w+", str(value)) if value is not None else []
    match = re.search(r"\W+".join(map(re.escape, letters)), passage.text) if letters else None
    return passage.cut(*match.span()) if match else passage


def _money(task: Task) -> Iterator[Piece]:
    found = _amount(task)
    if found is None:
        return
    value, code, passage = found
    yield Piece(task.field, value, passage)
    stem = task.field.rpartition("_")[0]
    field = task.first_known(f"{task.field}_currency", f"{stem}_currency", "currency")
    if code is not None and field is not None:
        yield Piece(field, code, passage)


def _amount(task: Task) -> tuple[str, str | None, Passage] | None:
    try:
        whole = amount.parse(_with_code(task.text, task.decisions.recognised), decimal=task.decisions.decimal)
    except FieldError:
        hit = next(amount.find(task.text, decimal=task.decisions.decimal), None)
        return (hit.value, hit.currency, task.passage.cut(hit.start, hit.end)) if hit else None
    return format(whole.value, "f"), whole.currency, task.passage


def _with_code(text: str, recognised: bool) -> str:
    """Write the currency and the sum alone, where the currency's number stands with them.

    ``recognised``: of the three letters of a code one may be misread, where only one currency is left then.
    """
    letters = to_latin(text[:4]) + text[4:]
    for shape in (_CURRENCY_FIRST, _NUMBER_TELLS):
        named = shape.match(letters)
        with suppress(FieldError):
            if named:
                return f"{currency.parse(_meant(named['code'], recognised))} {named['sum']}"
    return text


def _meant(code: str, recognised: bool) -> str:
    """Give the code of a currency that letters mean: themselves, or the only one that differs in one letter."""
    if not recognised or not code.isalpha() or code in currency.CODES:
        return code
    alike = [one for one in currency.CODES if sum(map(ne, one, code)) == 1]
    return alike[0] if len(alike) == 1 else code


def _goods(task: Task) -> Iterator[Piece]:
    """Read a description, the maker, brand and model it names, its packages and its container."""
    text = unwrapped(task.passage)
    found = goods_block.elements(task.text)
    first = found[1]
    yield Piece(task.field, " ".join(text[first.start : first.end].split()), task.passage.cut(first.start, first.end))
    for field, span in goods_block.facts(text, first):
        yield _goods_piece(field, text[span.start : span.end], task.passage, span.start)
    packed, shipped = goods_block.packages(text, found), goods_block.container(text, found)
    if packed and task.first_known("packages"):
        yield Piece("packages", float(text[packed.start : packed.end]), task.passage.cut(packed.start, packed.end))
    if shipped and task.first_known("container"):
        yield Piece("container", shipped[0], task.passage.cut(shipped[1].start, shipped[1].end))


def _goods_piece(field: str, text: str, passage: Passage, offset: int) -> Piece:
    hit = next(company.find(text), None) if field == "manufacturer" else None
    value, start, end = (hit.value, hit.start, hit.end) if hit else (text.strip(' ,."«»'), 0, len(text))
    return Piece(field, value, passage.cut(offset + start, offset + end))


def _documents(task: Task) -> Iterator[Piece]:
    for field, words in _DOCUMENTS:
        match = re.search(rf"(?i)\b(?:{words})\b{_BEFORE_NUMBER}(?!{_DAY})([^\s,;]*\d[^\s,;]*)", task.text)
        if match:
            yield Piece(field, match[1], task.passage.cut(*match.span(1)))


def _delivery(task: Task) -> Iterator[Piece]:
    term = _term(" ".join(task.text.split()))
    if term is None:
        return
    yield Piece(task.field, term.code, task.passage.cut(0, 1))
    place = _EDITION.sub("", term.place or "")
    if place:
        yield Piece("delivery_place", place, _where(task.passage, place))


def _term(text: str) -> incoterms.Term | None:
    """Read a term; of three letters one may be misread where only one term is left then."""
    try:
        return incoterms.parse(text)
    except FieldError:
        head, _, place = text.partition(" ")
    alike = [code for code in incoterms.CODES if len(head) == len(code) and sum(map(ne, to_latin(head), code)) == 1]
    return incoterms.parse(f"{alike[0]} {place}".strip()) if len(alike) == 1 else None


def _quantity(task: Task) -> Iterator[Piece]:
    """Read ``12 ШТ``, and the order of the declaration: number, unit and the unit's code, cut by strokes."""
    counted = _counted(task) or next(quantity.find(task.text, decimal=task.decisions.decimal), None)
    if counted is None:
        yield from _value(task)
        return
    where = task.passage.cut(counted.start, counted.end)
    yield Piece(task.field, float(counted.value), where)
    field = task.first_known("quantity_unit")
    if counted.unit and field:
        yield Piece(field, counted.unit, where)


def _counted(task: Task) -> Hit | None:
    match = re.match(r"\s*([\d.,\s]*\d)\s*/?\s*([^\W\d_][^\d/]*?)\s*/?\s*(?:\(?(\d{3})\)?)?\s*$", task.text)
    if match is None:
        return None
    try:
        value = number.parse(match[1], decimal=task.decisions.decimal)
        return Hit(*match.span(), match.group(), str(value), unit=_unit(match[2], match[3]))
    except FieldError:
        return None


def _unit(word: str, code: str | None) -> str:
    """Read a unit; one that was misread by its code, or as the ШТ that it looks like."""
    for printed in (word, code or "", to_cyrillic(word.upper()).translate(_SHA)):
        with suppress(FieldError):
            return unit.parse(printed)
    raise FieldError(f"not a unit: {word!r}")


def _number_and_date(task: Task) -> Iterator[Piece]:
    """Read ``№ 118 от 15.02.2023``: the number, and the day where it is the number of the paper itself."""
    day = next(date.find(task.text), None)
    match = _NUMBER.search(task.text[: day.start] if day else task.text)
    if match:
        yield Piece(task.field, match[1].strip(".,;"), task.passage.cut(*match.span(1)))
    field = task.first_known(*_DAYS[task.field]) if task.field in _DAYS and task.rule.own else None
    if day and field:
        yield Piece(field, day.value, task.passage.cut(day.start, day.end))


def _prices(task: Task) -> Iterator[Piece]:
    """Read unit price, total and currency that stand below one another."""
    figures = list(islice(_figures(task), 2))
    for field, (value, where) in zip((task.field, "invoice_value"), figures, strict=False):
        yield Piece(field, value, where)
    for word, start in zip(task.passage.words, task.passage.starts, strict=True):
        try:
            code = currency.parse(word.text)
        except FieldError:
            continue
        yield Piece("invoice_currency", code, task.passage.cut(start, start + len(word.text)))
        return


def _figures(task: Task) -> Iterator[tuple[str, Passage]]:
    for word, start in zip(task.passage.words, task.passage.starts, strict=True):
        try:
            value = number.parse(word.text, decimal=task.decisions.decimal)
        except FieldError:
            continue
        yield format(value, "f"), task.passage.cut(start, start + len(word.text))


def _pattern(task: Task) -> Iterator[Piece]:
    """Read what the rule's own pattern matches among other words: a container with its marks."""
    match = re.search(task.rule.pattern, task.text)
    if match:
        yield Piece(task.field, match.group().replace(" ", ""), task.passage.cut(*match.span()))


def _nothing(_: Task) -> Iterator[Piece]:
    yield from ()


_READINGS: dict[str, Reading] = {
    "nothing": _nothing,
    "value": _value,
    "party": _party,
    "firm": _firm,
    "money": _money,
    "goods": _goods,
    "documents": _documents,
    "delivery": _delivery,
    "quantity": _quantity,
    "number_and_date": _number_and_date,
    "prices": _prices,
    "pattern": _pattern,
}
