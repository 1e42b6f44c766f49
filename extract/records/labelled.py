"""Read values that stand at their labels, one a line: ``Поставщик;ООО Заря``, ``Сумма=10.50``, ``Order/Date: …``.

Exchange files and electronic documents give the head of a paper so. A label is understood as the header of a column
is; the element of an XML file that only says “name” is told by the elements around it whose name it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.fields.contract import Hit
from extract.layout.header import HeaderCell
from extract.model import MentionKind
from extract.records import short_names
from extract.records.columns import Heading, is_known, understand
from extract.records.roles import role_of
from extract.records.values import Decisions, decide, read_cell

_ELEMENT = re.compile(r"(?P<label>[\w.-]+(?:/@?[\w.-]+)+): (?P<value>.*\S)\s*")
_LINE = re.compile(
    r"\s*(?P<label>[^\W\d_][^;=\t|:/]{1,60}?)\s*(?:[;=\t|:]|\s{3})\s*(?P<value>[^;\t|]*?[^;\t|\s])(?:[;|\t]|\s{3}|\s*$).*",
    re.DOTALL,
)
_FEWEST = 3
_KINDS = {
    "party": MentionKind.COMPANY,
    "amount": MentionKind.AMOUNT,
    "date": MentionKind.DATE,
    "hs": MentionKind.HS_CODE,
}
_ROLES = {"value": None, "company": None, "document_date": None, "date": None, "hs_code": None}
"""Columns that say no more than the kind of value."""

Found = tuple[MentionKind, Hit]


@dataclass(frozen=True, slots=True)
class Pair:
    """A value and its label. ``around``: what the label stands in, from the outside. ``start``: of the value."""

    label: str
    value: str
    start: int
    around: tuple[str, ...] = ()


def hits(text: str) -> list[Found]:
    """Give the values at their labels, line by line; prose has hardly ever three such lines.

    A label that comes again belongs to rows, which are read as a table.
    """
    pairs = [pair for pair in _pairs(text) if pair.around or is_known(pair.label)]
    times = Counter((pair.around, pair.label) for pair in pairs)
    once = [pair for pair in pairs if times[pair.around, pair.label] == 1]
    return read(once) if len(once) >= _FEWEST else []


def _pairs(text: str) -> Iterator[Pair]:
    start = 0
    for line in text.splitlines(keepends=True):
        match = _ELEMENT.fullmatch(line) or _LINE.fullmatch(line)
        if match:
            *around, label = match["label"].replace("/@", "/").split("/")
            yield Pair(label, match["value"], start + match.start("value"), tuple(around))
        start += len(line)


def read(pairs: Sequence[Pair]) -> list[Found]:
    """Read the values that their labels name; the decimal mark is decided from all sums."""
    meant = [(pair, heading) for pair in pairs if (heading := _heading(pair)) is not None]
    sums = [pair.value for pair, heading in meant if heading.meaning and heading.meaning.kind == "amount"]
    decisions = Decisions(decimal=decide("amount", sums).decimal, addresses=True)
    return list(_read(meant, decisions))


def _heading(pair: Pair) -> Heading | None:
    """Understand a label; a bare name is told by what it stands in."""
    heading = _understood(pair.label, pair.value)
    if short_names.is_bare_name(pair.label) or (heading.meaning and heading.meaning.name == "company"):
        return next(_owners(pair), None)
    return heading if heading.meaning and heading.meaning.kind in _KINDS and not is_known(pair.value) else None


def _owners(pair: Pair) -> Iterator[Heading]:
    """Give the party whose name it is: the nearest element around it that means something must be one."""
    for element in reversed(pair.around):
        heading = _understood(element, pair.value)
        if heading.meaning and heading.meaning.name != "company":
            yield from [heading] if heading.meaning.kind == "party" else []
            return


def _understood(label: str, value: str) -> Heading:
    return understand(0, [HeaderCell(0, 0, label)], [value])


def _read(meant: Iterable[tuple[Pair, Heading]], decisions: Decisions) -> Iterator[Found]:
    for pair, heading in meant:
        assert heading.meaning is not None
        name, kind = heading.meaning.name, heading.meaning.kind
        read = read_cell(kind, pair.value, decisions)
        if read.value is None:
            continue
        extra = dict(read.extra)
        yield (
            _KINDS[kind],
            Hit(
                pair.start, pair.start + len(pair.value), pair.value, str(read.value),
                currency=extra.get("currency") or heading.currency, subject=extra.get("id"),
                role=role_of(pair.label, _KINDS[kind]) or _ROLES.get(name, name),
                evidence=f"stands at the label “{pair.label}”: {heading.evidence}",
            ),
        )  # fmt: skip
