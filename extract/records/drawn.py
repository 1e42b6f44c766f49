"""Pages with what was seen on them painted over: words, rules, tables, cells, and what was understood by its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from extract.model import (
    Batch,
    Box,
    FieldKind,
    Item,
    Mention,
    MentionKind,
    Part,
    PartKind,
    Source,
    Table,
    Word,
    specs,
    union,
)
from extract.records.painted import Mark

OF_MENTIONS = {
    MentionKind.COMPANY: "company",
    MentionKind.PERSON: "company",
    MentionKind.HS_CODE: "code",
    MentionKind.IDENTIFIER: "code",
    MentionKind.AMOUNT: "amount",
    MentionKind.QUANTITY: "quantity",
    MentionKind.DATE: "date",
}
OF_FIELDS = {
    FieldKind.PARTY: "company",
    FieldKind.CODE: "code",
    FieldKind.AMOUNT: "amount",
    FieldKind.NUMBER: "quantity",
    FieldKind.INTEGER: "quantity",
    FieldKind.DATE: "date",
}
"""What a field is painted as; names of goods, addresses and countries are other things."""


def drawing(items: Iterable[Item], source: Source, path: Path, folder: Path) -> Iterator[Item]:
    """Hand items through and leave a picture of each page in the folder."""
    page: Part | None = None
    marks: list[Mark] = []
    tables: dict[int, Table] = {}
    for item in items:
        if isinstance(item, Part):
            _finish(page, marks, source, path, folder)
            page, marks = item, list(_seen(item))
        elif page is not None:
            marks += _noted(item, page, tables)
        yield item
    _finish(page, marks, source, path, folder)


def _finish(page: Part | None, marks: list[Mark], source: Source, path: Path, folder: Path) -> None:
    """Paint and save a page that is over."""
    from extract.readers.page_picture import picture_of
    from extract.records.painted import painted

    drawn = picture_of(source, path, page) if page is not None and page.kind is PartKind.PAGE else None
    if page is None or drawn is None:
        return
    picture, rules = drawn
    painted(picture, [*marks, *(Mark("rule", rule) for rule in rules)]).save(folder / f"page-{page.place.part:04}.png")


def _seen(page: Part) -> Iterator[Mark]:
    """Mark words, and the cells of tables."""
    yield from (Mark("word", word.box) for word in page.words)
    for grid in page.grids:
        cells = [box for row in grid.boxes or () for box in row if box is not None]
        yield from (Mark("cell", cell) for cell in cells)
        yield from (Mark("table", whole) for whole in filter(None, [union(cells)]))


def _noted(item: Item, page: Part, tables: dict[int, Table]) -> Iterator[Mark]:
    """Mark where what was found on a page stands."""
    if isinstance(item, Table):
        tables[item.number] = item
    elif isinstance(item, Batch) and item.table in tables:
        yield from _facts(item, tables[item.table], page.place.part)
    elif isinstance(item, Mention) and item.place.part == page.place.part:
        yield from _mentioned(item, page)


def _facts(batch: Batch, table: Table, page: int) -> Iterator[Mark]:
    """Mark a batch's values that stand on a page; the tag of a column stands at its first value alone."""
    kinds = {spec.name: spec.kind for spec in specs(batch.kind)}
    boxes = table.boxes or {}
    for name, values in batch.values.items():
        cells = batch.cells.get(name) or [None] * len(values)
        tag = name.replace("_", " ")
        for row, value, cell in zip(batch.rows, values, cells, strict=True):
            part, box = boxes.get(cell or (row, table.sources.get(name, -1)), (0, None))
            if value is not None and box is not None and part == page:
                yield Mark(OF_FIELDS.get(kinds[name], "other"), box, tag)
                tag = ""


def _mentioned(mention: Mention, page: Part) -> Iterator[Mark]:
    """Mark a mention, line by line; its tag is its role."""
    if mention.place.box is not None:
        boxes: list[Box] = [mention.place.box]
    elif mention.place.span is not None:
        start, end = mention.place.span
        boxes = _line_by_line([word for word in page.words if word.start < end and start < word.start + len(word.text)])
    else:
        return
    ink, role = OF_MENTIONS.get(mention.kind, "other"), (mention.role or "").replace("_", " ")
    for number, box in enumerate(boxes):
        yield Mark(ink, box, "" if number else role)


def _line_by_line(words: list[Word]) -> list[Box]:
    """Join the boxes of words that stand on one line."""
    lines = [[word.box for word in line] for _, line in groupby(words, key=lambda word: round(word.box.bottom))]
    return [box for box in map(union, lines) if box is not None]
