"""Read a place again from the file: what `unlade show` puts beside the fact."""

from __future__ import annotations

import os
from itertools import islice

from extract.layout.reading import text_in_box
from extract.model import Box, Grid, Part, PartKind, Place, Source, cell_text
from extract.readers import read_parts
from extract.readers.ocr.policy import only_page


def reread(source: Source, path: str | os.PathLike[str], place: Place) -> str | None:
    """Give the raw text that now stands at a place; None where there is none. Raises extract.errors.ReadError."""
    with only_page(place.part):
        for part in read_parts(source, path):
            if isinstance(part, Part) and part.place.part == place.part:
                return text_at(part, place)
    return None


def text_at(part: Part, place: Place) -> str | None:
    """Give the raw text at a place of a part."""
    if place.span is not None:
        return part.text[slice(*place.span)]
    if place.box is None:
        return None
    if part.kind is PartKind.PAGE:
        return text_in_box(part, place.box)
    if part.kind is PartKind.SHEET:
        return next((_cell(grid, place.box) for grid in part.grids), None)
    return _in_lines(part.text, place.box)


def _cell(grid: Grid, box: Box) -> str | None:
    row = next(islice(grid.rows, max(0, int(box.top) - grid.first_row), None), None)
    column = int(box.x0) - grid.first_column
    if row is None or int(box.top) < grid.first_row or not 0 <= column < len(row):
        return None
    return cell_text(row[column])


def _in_lines(text: str, box: Box) -> str:
    lines = text.splitlines()[int(box.top) : int(box.bottom)]
    return "\n".join(line[int(box.x0) : int(box.x1)] for line in lines)
