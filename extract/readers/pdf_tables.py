"""Ruled tables by pdfplumber's table finder, run on PDFium's rules and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from extract.model import Box, Grid
from extract.readers.pdf_text import cell_text
from extract.readers.pdf_words import RawWord

SNAP = 3.0
SHORTEST = 3.0
MOST_RULES = 8_000

CellBox = tuple[float, float, float, float]


def grids_of(rules: Sequence[Box], words: Sequence[RawWord]) -> list[Grid]:
    """Find the tables of a page, their cells boxed and filled."""
    if len(rules) < 4 or len(rules) > MOST_RULES:
        return []
    return [grid(number, table, words) for number, table in enumerate(tables_of(rules), start=1)]


def tables_of(rules: Sequence[Box]) -> Iterator[Any]:
    """Yield pdfplumber's tables: edges, intersections, cells, tables."""
    from pdfplumber import table as finder
    from pdfplumber.utils.geometry import filter_edges

    without_page: Any = finder.Table  # its cells are filled from our words
    edges = finder.merge_edges([edge(rule) for rule in rules], SNAP, SNAP, SNAP, SNAP)
    crossings = finder.edges_to_intersections(filter_edges(edges, min_length=SHORTEST), SNAP, SNAP)
    for cells in finder.cells_to_tables(finder.intersections_to_cells(crossings)):
        yield without_page(None, cells)


def edge(rule: Box) -> dict[str, Any]:
    """Write a rule the way pdfplumber does."""
    level = rule.top == rule.bottom
    return {
        "object_type": "line",
        "orientation": "h" if level else "v",
        "x0": rule.x0,
        "x1": rule.x1,
        "top": rule.top,
        "bottom": rule.bottom,
        "width": rule.x1 - rule.x0,
        "height": rule.bottom - rule.top,
    }


def grid(number: int, table: Any, words: Sequence[RawWord]) -> Grid:
    """Fill a table's cells with the words whose middle lies in them."""
    boxes = [[Box(*cell) if cell else None for cell in row.cells] for row in table.rows]
    inside = [word for word in words if holds(Box(*table.bbox), word)]
    rows = [[None if box is None else filled(box, inside) for box in row] for row in boxes]
    return Grid(number, rows, boxes)


def filled(box: Box, words: Sequence[RawWord]) -> str:
    """Give the text of the words in a box."""
    return cell_text([word for word in words if holds(box, word)])


def holds(box: Box, word: RawWord) -> bool:
    """Tell whether the middle of a word lies in a box."""
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom
