"""What was read from a form, as a table of one row an item and its batch of records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.model import Batch, Box, Column, Item, Part, Table, cell_text, specs
from extract.profiles import Profile
from extract.records.labels import Label
from extract.records.values import Value

GOES_ON = "the labels of goods of the form on the page before"
"""What tells a further sheet without a title."""


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
    whole: bool = False


Row = dict[str, Entry]


@dataclass(frozen=True, slots=True)
class Form:
    """Which profile a page was read by, what told it, and the labels on it that no rule knew."""

    profile: Profile
    cue: str
    left_over: tuple[Label, ...]


def form_table(form: Form, part: Part, number: int, rows: Sequence[Row]) -> Iterator[Item]:
    """Give the table of a form and its records; labels that no rule knew are columns without a field."""
    record = form.profile.record
    assert record is not None
    names = [name for name in field_order(record) if any(name in row for row in rows)]
    positions = {name: position for position, name in enumerate(names)}
    yield Table(
        place=part.place,
        number=number,
        kind="form",
        title=form.profile.title,
        columns=(*(_column(positions[name], name, rows) for name in names), *_left_over(form, len(names))),
        record=record,
        sources=positions,
        boxes=dict(_boxes(rows, positions)),
        dialect={"profile": form.profile.kind, "told by": form.cue},
    )
    yield Batch(
        table=number,
        kind=record,
        rows=range(len(rows)),
        values={name: [row[name].value if name in row else None for row in rows] for name in names},
        raw={name: [_raw(row.get(name)) for row in rows] for name in names},
    )


def _column(position: int, name: str, rows: Sequence[Row]) -> Column:
    entry = next(row[name] for row in rows if name in row)
    return Column(position, entry.header, name, entry.evidence)


def _left_over(form: Form, first: int) -> Iterator[Column]:
    for position, label in enumerate(form.left_over, start=first):
        yield Column(position, label.text, None, "no rule of the profile knows this label")


def _boxes(rows: Sequence[Row], positions: Mapping[str, int]) -> Iterator[tuple[tuple[int, int], tuple[int, Box]]]:
    for number, row in enumerate(rows):
        for name, entry in row.items():
            yield (number, positions[name]), (entry.part, entry.box)


def _raw(entry: Entry | None) -> str | None:
    if entry is None or entry.raw == cell_text(entry.value):
        return None
    return entry.raw


@cache
def field_order(record: str) -> tuple[str, ...]:
    """Name the fields of a record in their order."""
    return tuple(spec.name for spec in specs(record))
