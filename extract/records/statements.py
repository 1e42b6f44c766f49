"""Statements of running text as records: a table whose cells are stretches of the sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from extract.model import Batch, Box, Column, Item, Mention, Part, PartKind, Table, specs
from extract.records.spans import Spans
from extract.statements.claim import Claim, Said
from extract.statements.reading import read

_POSITIONS = {spec.name: place for place, spec in enumerate(specs("statement"))}


def statements(part: Part, mentions: Sequence[Mention], numbers: Iterator[int] | None = None) -> Iterator[Item]:
    """Give the table of what a part's sentences state and its records; nothing where they state nothing."""
    if part.kind is PartKind.SHEET or not part.text:
        return
    claims = list(read(part.text, mentions))
    if not claims:
        return
    number = next(numbers or count(1))
    fields = sorted({name for claim in claims for name in claim.fields}, key=_POSITIONS.__getitem__)
    yield _table(part, number, claims, fields)
    yield Batch(
        number,
        "statement",
        range(len(claims)),
        {name: [_value(claim, name) for claim in claims] for name in fields},
        {name: [_raw(part, claim, name) for claim in claims] for name in fields},
    )


def _table(part: Part, number: int, claims: Sequence[Claim], fields: Iterable[str]) -> Table:
    spans = {
        (row, _POSITIONS[name]): (said.start, said.end)
        for row, claim in enumerate(claims)
        for name, said in claim.fields.items()
    }
    finder = Spans.of(part)
    boxes: dict[tuple[int, int], tuple[int, Box]] = {}
    for cell, span in spans.items():
        box = finder.place(*span).box
        if box is not None:
            boxes[cell] = (part.place.part, box)
    columns = tuple(Column(_POSITIONS[name], "", name, "said by a sentence") for name in fields)
    sources = {name: _POSITIONS[name] for name in fields}
    return Table(
        part.place, number, "statements", columns=columns, record="statement", sources=sources, boxes=boxes, spans=spans
    )


def _value(claim: Claim, name: str) -> str | float | int | None:
    said = claim.fields.get(name)
    return said.value if said is not None else None


def _raw(part: Part, claim: Claim, name: str) -> str | None:
    said = claim.fields.get(name)
    return _text(part, said) if said is not None else None


def _text(part: Part, said: Said) -> str:
    return part.text[said.start : said.end]
