"""Read forms: pages whose fields stand at printed labels, not in rows and columns.

A page whose title is that of a profile is cut into pieces of line, the labels of the profile are found on it, and
what stands at each becomes fields. A document with items gives one row for each; the fields of its head are repeated
on every row with the place where they stand, also where that is an earlier sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from extract.fields import currency, date
from extract.fields.amount import decimal_separator
from extract.fields.contract import FieldError
from extract.model import Batch, Box, Column, Issue, Item, Part, Source, Table, cell_text, specs
from extract.profiles import Profile, Rule, load, recognise
from extract.records.boxes import Content, Sheet, contents
from extract.records.labels import Label, find_labels
from extract.records.passage import Passage, words_of
from extract.records.quotes import Quotes
from extract.records.readings import Piece, Task, read, value_kind
from extract.records.segments import ruled_cells, segments
from extract.records.values import Decisions, Value


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a form: its value, its raw text, where it stands, and why it was taken for this field."""

    value: Value
    raw: str
    part: int
    box: Box
    header: str
    evidence: str
    pointer: bool = False


Row = dict[str, Entry]


@dataclass
class Forms:
    """Read the forms of one source; what a first sheet says is carried to the sheets behind it."""

    source: Source
    numbers: Iterator[int]
    folders: tuple[Path, ...] = ()
    kind: str = ""
    head: Row = field(default_factory=dict)

    def read(self, part: Part) -> Iterator[Item]:
        """Give a table and a batch for each form that begins or goes on in this part."""
        profile = recognise(part.text, load(self.folders))
        if profile is None or profile.record is None:
            return
        head, items = _rows(part, profile)
        self.head = self._carried(part, profile, head)
        self.kind = profile.kind
        rows = [resolved(self.head | row) for row in items or [{}]]
        complete = [row for row in rows if all(name in row for name in profile.required)]
        if complete:
            yield from _items(part, next(self.numbers), profile, complete)
        elif len(self.head) >= 3 and not any(rule.item for rule in profile.rules):
            missing = ", ".join(name for name in profile.required if name not in rows[0])
            yield Issue(part.place, "form", f"looks like: {profile.title}; no {missing} found")

    def _carried(self, part: Part, profile: Profile, head: Row) -> Row:
        """Keep the head of the document a further sheet belongs to, unless it names another document."""
        if profile.kind != self.kind or not profile.is_further_sheet(part.text):
            return head
        names = ("declaration_number", "number")
        if any(n in head and n in self.head and head[n].value != self.head[n].value for n in names):
            return head
        return head | self.head


def read_forms(source: Source, part: Part, numbers: Iterator[int]) -> Iterator[Item]:
    """Read the forms of a part that stands alone."""
    yield from Forms(source, numbers).read(part)


def _rows(part: Part, profile: Profile) -> tuple[Row, list[Row]]:
    """Read the head of a page and its items."""
    quotes = Quotes.of(part)
    pieces = segments(part)
    labels = find_labels(pieces, profile.rules)
    found = list(contents(Sheet(pieces, ruled_cells(part), labels)))
    decisions = _decisions(profile, found)
    item_of = _item_numbers(labels, profile.opens)
    head: Row = _said_by_pattern(quotes, profile)
    rows: list[Row] = [{} for _ in range(max(item_of.values(), default=-1) + 1)]
    for content in found:
        row = rows[item_of[id(content.label)]] if content.label.rule.item else head
        for name, entry in _entries(quotes, profile, content, decisions):
            row.setdefault(name, entry)
    return head, rows


def _decisions(profile: Profile, found: list[Content]) -> Decisions:
    """Decide the decimal mark of a page from the sums and weights on it."""
    numeric = [c for c in found if c.label.rule.field and _is_numeric(profile, c.label.rule)]
    mark = decimal_separator([Passage.of(content.words).text for content in numeric])
    return Decisions(decimal=mark.value, addresses=True)


def _is_numeric(profile: Profile, rule: Rule) -> bool:
    return profile.record is not None and value_kind(profile.record, rule.field) in ("amount", "number")


def _item_numbers(labels: list[Label], opens: str) -> dict[int, int]:
    """Number the items of a sheet: the label that opens one, or else any that was already seen, begins the next."""
    seen: set[Rule] = set()
    item = 0
    numbers = {}
    for label in labels:
        if not label.rule.item:
            continue
        if label.rule in seen and opens in ("", label.rule.field):
            item += 1
            seen = set()
        seen.add(label.rule)
        numbers[id(label)] = item
    return numbers


def _entries(quotes: Quotes, profile: Profile, content: Content, decisions: Decisions) -> Iterator[tuple[str, Entry]]:
    assert profile.record is not None
    label = content.label
    evidence = f"{f'box {label.rule.box}' if label.numbered else 'label'} “{label.text}”, {content.way}"
    beside = Passage.of(content.beside) if content.beside else None
    for piece in read(Task(profile.record, label.rule, Passage.of(content.words), beside, decisions)):
        yield piece.field, _entry(quotes, piece, label.text, evidence)


def _entry(quotes: Quotes, piece: Piece, header: str, evidence: str) -> Entry:
    box = piece.passage.box
    return Entry(piece.value, quotes.at(box), quotes.part.place.part, box, header, evidence, piece.pointer)


def _said_by_pattern(quotes: Quotes, profile: Profile) -> Row:
    """Find the numbers that say themselves what they are."""
    row: Row = {}
    passage: Passage | None = None
    for rule in profile.rules:
        if not rule.pattern:
            continue
        passage = passage or Passage.of(words_of(quotes.part))
        match = re.search(rule.pattern, passage.text)
        if match:
            piece = Piece(rule.field, match.group().replace(" ", ""), passage.cut(*match.span()))
            row[rule.field] = _entry(quotes, piece, "", "its form says what it is")
    number = row.get("declaration_number")
    day = _day_of(str(number.value)) if number else None
    if number and day:
        row["declaration_date"] = replace(number, value=day, evidence="the middle of the declaration number")
    return row


def _day_of(number: str) -> str | None:
    try:
        return date.from_ddmmyy(number.split("/")[1])
    except (FieldError, IndexError):
        return None


def resolved(row: Row) -> Row:
    """Follow pointers: a party that says “see box 14” is the declarant, its words stay in the evidence."""
    whole = row | _currency_of_account(row)
    for name, entry in row.items():
        if not entry.pointer:
            continue
        for part in ("", "_id", "_address", "_country"):
            target = row.get(f"declarant{part}")
            if target is not None and not target.pointer:
                whole[f"{name}{part}"] = replace(target, evidence=f"{entry.evidence}: “{entry.raw}”; {target.evidence}")
    return whole


def _currency_of_account(row: Row) -> Row:
    """Read the currency of a payment out of the payer's account, where the sum names none: its digits 6 to 8."""
    account = row.get("payer_account")
    if "currency" in row or account is None or not re.fullmatch(r"\d{20}", str(account.value)):
        return {}
    try:
        code = currency.parse(str(account.value)[5:8])
    except FieldError:
        return {}
    return {"currency": replace(account, value=code, evidence="digits 6 to 8 of the payer's account")}


def _items(part: Part, number: int, profile: Profile, rows: list[Row]) -> Iterator[Item]:
    record = profile.record
    assert record is not None
    names = [name for name in _field_order(record) if any(name in row for row in rows)]
    positions = {name: position for position, name in enumerate(names)}
    yield Table(
        place=part.place,
        number=number,
        kind="form",
        title=profile.title,
        columns=tuple(_column(positions[name], name, rows) for name in names),
        record=record,
        sources=positions,
        boxes=dict(_boxes(rows, positions)),
    )
    yield Batch(
        table=number,
        kind=record,
        rows=range(len(rows)),
        values={name: [row[name].value if name in row else None for row in rows] for name in names},
        raw={name: [_raw(row.get(name)) for row in rows] for name in names},
    )


def _column(position: int, name: str, rows: list[Row]) -> Column:
    entry = next(row[name] for row in rows if name in row)
    return Column(position, entry.header, name, entry.evidence)


def _boxes(rows: list[Row], positions: Mapping[str, int]) -> Iterator[tuple[tuple[int, int], tuple[int, Box]]]:
    for number, row in enumerate(rows):
        for name, entry in row.items():
            yield (number, positions[name]), (entry.part, entry.box)


def _raw(entry: Entry | None) -> str | None:
    if entry is None or entry.raw == cell_text(entry.value):
        return None
    return entry.raw


@cache
def _field_order(record: str) -> tuple[str, ...]:
    return tuple(spec.name for spec in specs(record))
