"""The tables of a page: ruled ones by pdfplumber's table finder on PDFium's rules, others by their columns of words.

A ruled grid whose cells hold whole columns of figures was ruled in part only: there the words decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.model import Box, Grid, union
from extract.readers.pdf_lines import is_number, line_of
from extract.readers.pdf_text import cell_text, in_lines
from extract.readers.pdf_unruled import unruled_grids
from extract.readers.pdf_words import RawWord

SNAP = 3.0
SHORTEST = 3.0
MOST_RULES = 8_000
COARSE = 0.3


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled grid, where it stands, and the share of its cells that hold several."""

    box: Box
    grid: Grid
    coarse: float


def grids_of(rules: Sequence[Box], words: Sequence[RawWord]) -> list[Grid]:
    """Find the tables of a page, from top to bottom, their cells boxed and filled."""
    if len(rules) > MOST_RULES:
        return []
    ruled = [found for found in ruled_grids(rules, words) if any(any(row) for row in found.grid.rows)]
    fine = [found for found in ruled if found.coarse < COARSE]
    rest = [word for word in words if not any(holds(found.box, word) for found in fine)]
    unruled = [(extent(grid), grid) for grid in unruled_grids(rest, rules)]
    kept = [found for found in ruled if found in fine or not any(touch(found.box, box) for box, _ in unruled)]
    tables = sorted(
        [*((found.box, found.grid) for found in kept), *unruled], key=lambda table: (table[0].top, table[0].x0)
    )
    return [replace(grid, number=number) for number, (_, grid) in enumerate(tables, start=1)]


def ruled_grids(rules: Sequence[Box], words: Sequence[RawWord]) -> Iterator[Ruled]:
    """Yield the ruled tables with their text."""
    for table in tables_of(rules):
        box = Box(*table.bbox)
        inside = [word for word in words if holds(box, word)]
        boxes = [[Box(*cell) if cell else None for cell in row.cells] for row in table.rows]
        filled = [[None if cell is None else [w for w in inside if holds(cell, w)] for cell in row] for row in boxes]
        rows = [[None if cell is None else cell_text(cell) for cell in row] for row in filled]
        yield Ruled(box, Grid(1, rows, boxes), coarseness([cell for row in filled for cell in row if cell]))


def tables_of(rules: Sequence[Box]) -> Iterator[Any]:
    """Yield pdfplumber's tables: edges, intersections, cells, tables."""
    if len(rules) < 4:
        return
    from pdfplumber import table as finder
    from pdfplumber.utils.geometry import filter_edges

    without_page: Any = finder.Table  # its cells are filled from our words
    edges = finder.merge_edges([edge(rule) for rule in rules], SNAP, SNAP, SNAP, SNAP)
    edges += [edge(side) for side in open_sides([Box(e["x0"], e["top"], e["x1"], e["bottom"]) for e in edges])]
    crossings = finder.edges_to_intersections(filter_edges(edges, min_length=SHORTEST), SNAP, SNAP)
    for cells in finder.cells_to_tables(finder.intersections_to_cells(crossings)):
        yield without_page(None, cells)


def open_sides(rules: Sequence[Box]) -> Iterator[Box]:
    """Yield the outer sides of tables that are ruled between their columns only: where their level rules end."""
    uprights = [rule for rule in rules if rule.x0 == rule.x1]
    alike: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for rule in rules:
        if rule.top == rule.bottom:
            alike[round(rule.x0 / SNAP), round(rule.x1 / SNAP)].append(rule)
    for levels in alike.values():
        box = union(levels)
        inner = box is not None and any(box.x0 + SNAP < u.x0 < box.x1 - SNAP and crosses(u, box) for u in uprights)
        if box is not None and inner and len(levels) > 2:
            yield from (Box(x, box.top, x, box.bottom) for x in (box.x0, box.x1))


def crosses(upright: Box, box: Box) -> bool:
    """Tell whether an upright rule runs through the height of a box, or most of it."""
    return min(upright.bottom, box.bottom) - max(upright.top, box.top) > 0.5 * (box.bottom - box.top)


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


def coarseness(cells: Sequence[Sequence[RawWord]]) -> float:
    """Give the share of words that stand in cells which hold several figures, above or beside each other."""
    total = sum(len(cell) for cell in cells)
    return sum(len(cell) for cell in cells if figures(cell) > 1) / total if total else 0.0


def figures(words: Sequence[RawWord]) -> int:
    """Count the chunks of a cell that are figures."""
    return sum(is_number(chunk.text) for line in in_lines(words) for chunk in line_of(line).chunks)


def extent(grid: Grid) -> Box:
    """Give the box of a grid all of whose cells have one."""
    boxes = [box for row in grid.boxes or () for box in row if box is not None]
    return Box(boxes[0].x0, boxes[0].top, boxes[-1].x1, boxes[-1].bottom)


def touch(one: Box, other: Box) -> bool:
    """Tell whether two boxes share ground."""
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


def holds(box: Box, word: RawWord) -> bool:
    """Tell whether the middle of a word lies in a box."""
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom
