"""From parts to facts: tables, forms and running text of one source."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count

from extract.layout.reading import centre_in
from extract.model import Batch, Box, Issue, Item, Mention, Part, PartKind, Source, Table
from extract.readers import read_parts
from extract.records.ahead import Ahead
from extract.records.broken_rows import whole_rows
from extract.records.competing import winner, without_records
from extract.records.explain import explain
from extract.records.forms import Forms
from extract.records.paper_grids import PaperGrids
from extract.records.paper_items import ITEMS, is_unread_money
from extract.records.pieces import pieces
from extract.records.prose import mentions
from extract.records.reread import reread
from extract.records.rows import rows_of
from extract.records.statements import statements
from extract.records.tables import Tables

__all__ = ["explain", "extract", "read_items", "reread"]


def extract(source: Source, path: str | os.PathLike[str]) -> Iterator[Item]:
    """Yield each part of a file and what was found on it. Raises extract.errors.ReadError."""
    yield from read_items(source, read_parts(source, path))


def read_items(source: Source, parts: Iterable[Part | Issue]) -> Iterator[Item]:
    """Yield each part and what was found on it."""
    numbers = count(1)
    tables, forms, grids = Tables(source, numbers), Forms(source, numbers), PaperGrids()
    ahead = Ahead(whole_rows(parts))
    for read in ahead:
        if isinstance(read, Issue):
            yield read
            continue
        part = _once(read)
        yield part
        tables.has_text |= part.kind is PartKind.TEXT and bool(part.text.strip())
        taken: list[Box] = []
        table: Table | None = None
        formed, tabled = list(forms.read(part, ahead.part)), _tabled(tables, part, grids)
        for item in winner(formed, without_records(tabled) if forms.in_album else tabled):
            table = item if isinstance(item, Table) else table
            taken += _extent(item, table)
            yield item
        named = list(_elsewhere(mentions(source, part), part, taken))
        yield from named
        yield from statements(part, named, numbers)
    yield from forms.held_back()


def _tabled(tables: Tables, part: Part, grids: PaperGrids) -> Iterator[Item]:
    for grid in chain.from_iterable(map(pieces, grids.of(part))):
        yield from tables.read(part, grid)


def _extent(item: Item, table: Table | None) -> list[Box]:
    """Give where a table of records stands on its page.

    Of a paper's items their rows, for sums stand between them, but no column of sums that nobody understood.
    """
    if table is None or not table.record or not table.boxes or table.kind == "form":
        return []
    if isinstance(item, Batch) and table.kind == ITEMS:
        rows, left = set(item.rows), {column.position for column in table.columns if is_unread_money(column)}
        return [box for (row, column), (_, box) in table.boxes.items() if row in rows and column not in left]
    return [table.place.box] if item is table and table.kind != ITEMS and table.place.box else []


def _elsewhere(found: Iterable[Mention], part: Part, taken: Sequence[Box]) -> Iterator[Mention]:
    """Leave out what the text names inside tables whose cells were already read as records."""
    if part.kind is PartKind.TEXT:
        return (
            one for one in found if one.place.box is None or not any(centre_in(one.place.box, box) for box in taken)
        )
    inside = {word.start for word in part.words if any(centre_in(word.box, box) for box in taken)}
    return (one for one in found if one.place.span is None or one.place.span[0] not in inside)


def _once(part: Part) -> Part:
    """Number the rows of a part's grids, so that whoever gets the part may ask to keep those that flow by."""
    grids = tuple(replace(grid, rows=rows_of(grid)) for grid in part.grids)
    return replace(part, grids=grids)
