"""From parts to facts: tables, forms and running text of one source."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from extract.model import Issue, Item, Part, Source
from extract.readers import read_parts
from extract.records.explain import explain
from extract.records.forms import Forms
from extract.records.prose import mentions
from extract.records.reread import reread
from extract.records.rows import Rows
from extract.records.tables import Tables

__all__ = ["explain", "extract", "read_items", "reread"]


def extract(source: Source, path: str | os.PathLike[str]) -> Iterator[Item]:
    """Yield each part of a file and what was found on it. Raises extract.errors.ReadError."""
    yield from read_items(source, read_parts(source, path))


def read_items(source: Source, parts: Iterable[Part | Issue]) -> Iterator[Item]:
    """Yield each part and what was found on it."""
    numbers = count(1)
    tables, forms = Tables(source, numbers), Forms(source, numbers)
    for read in parts:
        if isinstance(read, Issue):
            yield read
            continue
        part = _once(read)
        yield part
        for grid in part.grids:
            yield from tables.read(part, grid)
        yield from forms.read(part)
        yield from mentions(source, part)


def _once(part: Part) -> Part:
    """Number the rows of a part's grids, so that whoever gets the part may ask to keep those that flow by."""
    grids = tuple(replace(grid, rows=Rows(grid.rows, grid.first_row)) for grid in part.grids)
    return replace(part, grids=grids)
