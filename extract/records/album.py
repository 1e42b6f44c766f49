"""Goods declarations of the Russian customs' album of XML formats: each good with the head of its declaration.

The reader of XML prints every value behind the path of its element. The elements are known by their names, whatever
the edition of the format; a value is placed at its own characters.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from extract import profiles
from extract.fields import direction, unit
from extract.fields.contract import FieldError
from extract.model import Box, Issue, Item, Part, PartKind, union
from extract.profiles import Profile
from extract.readers.lines import MOST
from extract.records.form_table import Entry, Form, Row, field_order, form_table
from extract.records.quotes import Quotes
from extract.records.readings import value_kind
from extract.records.values import Decisions, Value, read_cell

ROOTS = ("ESADout_CU", "ESADout", "KDTout_CU")
GOODS = "ESADout_CUGoods"
PROFILE = Profile(kind="goods_declaration_xml", title="Goods declaration, XML", titles=(), record="shipment")
_LINE = re.compile(r"(?P<path>[\w.-]+(?:/@?[\w.-]+)+): (?P<value>.*\S)")
_NUMBER = ("CustomsCode", "RegistrationDate", "GTDNumber")
_DECIMAL = Decisions(decimal=".")
_PARSED: dict[str, Callable[[str], str]] = {"direction": direction.parse, "quantity_unit": unit.parse}


@dataclass(frozen=True, slots=True)
class Element:
    """A value with the names of the elements it stands in, the outermost first, and its place in the text."""

    path: tuple[str, ...]
    text: str
    box: Box

    def is_in(self, wanted: Sequence[str]) -> bool:
        """Tell whether it is the last of some elements, inside the others in their order."""
        names = iter(self.path[:-1])
        return self.path[-1] == wanted[-1] and all(name in names for name in wanted[:-1])


def album_tables(part: Part, numbers: Iterator[int]) -> Iterator[Item]:
    """Give a table for each declaration in the text of an XML file; one whose text is cut stays with its tables."""
    if part.kind is not PartKind.TEXT or part.place.part > 1 or not any(f"{root}/" in part.text for root in ROOTS):
        return
    if len(part.text) >= MOST - 1:
        yield Issue(part.place, "left_out", "a long file: goods are read as a table, without the head")
        return
    quotes = Quotes.of(part)
    for root, elements in _declarations(_elements(quotes.lines)):
        rows = list(_rows(elements, quotes))
        if any("hs_code" in row for row in rows):
            yield from form_table(Form(PROFILE, root, ()), part, next(numbers), rows)


def _elements(lines: Iterable[str]) -> Iterator[Element]:
    for number, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        if match:
            box = Box(match.start("value"), number, match.end("value"), number + 1)
            yield Element(tuple(match["path"].split("/")), match["value"], box)


def _declarations(elements: Iterable[Element]) -> Iterator[tuple[str, list[Element]]]:
    """Part the declarations of a file: one begins where the first element of the one before comes again."""
    root, held = "", list[Element]()
    for element in elements:
        name = next((name for name in ROOTS if name in element.path), "")
        if held and (name != root or element.path == held[0].path):
            yield root, held
            held = []
        if name:
            root = name
            held.append(element)
    if held:
        yield root, held


def _rows(elements: Sequence[Element], quotes: Quotes) -> Iterator[Row]:
    """Give the goods of a declaration, each with the fields of its head."""
    head = _fields([one for one in elements if GOODS not in one.path], quotes)
    head |= _number([one for one in elements if "GTDID" in one.path], quotes)
    for goods in _goods(one for one in elements if GOODS in one.path):
        row = head | _fields(goods, quotes)
        yield {name: row[name] for name in field_order("shipment") if name in row}


def _goods(elements: Iterable[Element]) -> Iterator[list[Element]]:
    """Part the goods: their first element opens each."""
    held: list[Element] = []
    for element in elements:
        if held and element.path == held[0].path:
            yield held
            held = []
        held.append(element)
    if held:
        yield held


@cache
def _known() -> tuple[tuple[tuple[str, ...], str], ...]:
    table = Path(profiles.__file__).with_name("album_elements.csv").read_text(encoding="utf-8")
    return tuple((tuple(row["element"].split("/")), row["field"]) for row in csv.DictReader(table.splitlines()))


def _fields(elements: Sequence[Element], quotes: Quotes) -> Row:
    row: Row = {}
    for wanted, field in _known():
        found = [one for one in elements if one.is_in(wanted)]
        entry = _entry(field, [one for one in found if one.path == found[0].path], quotes) if found else None
        if entry is not None:
            row.setdefault(field, entry)
    return row


def _entry(field: str, found: Sequence[Element], quotes: Quotes) -> Entry | None:
    """Read an element; a long description is cut into several of one name."""
    kept = found if field == "goods_description" else found[:1]
    text, name = " ".join(one.text for one in kept), found[0].path[-1]
    value: Value = f"{name.lower()}:{text}" if field.endswith("_id") else None
    value = value or _value(field, text)
    box = union([one.box for one in kept])
    if value is None or box is None:
        return None
    return Entry(value, quotes.at(box), quotes.part.place.part, box, name, f"element {name}")


def _value(field: str, text: str) -> Value:
    if field not in _PARSED:
        return read_cell(value_kind("shipment", field), text, _DECIMAL).value
    try:
        return _PARSED[field](text)
    except FieldError:
        return text


def _number(elements: Sequence[Element], quotes: Quotes) -> Row:
    """Put the number of a declaration together, as it is printed: office, day, serial number."""
    parts = {name: one for name in _NUMBER for one in elements if one.path[-1] == name}
    try:
        office, day, serial = (parts[name] for name in _NUMBER)
        on = date.fromisoformat(day.text[:10])
    except (KeyError, ValueError):
        return {}
    number = _placed(f"{office.text}/{on:%d%m%y}/{serial.text}", serial, quotes)
    return {
        "declaration_number": replace(number, evidence="elements CustomsCode, RegistrationDate and GTDNumber"),
        "declaration_date": _placed(on.isoformat(), day, quotes),
        "customs_office": _placed(office.text, office, quotes),
    }


def _placed(value: str, at: Element, quotes: Quotes) -> Entry:
    name = at.path[-1]
    return Entry(value, quotes.at(at.box), quotes.part.place.part, at.box, name, f"element {name}")
