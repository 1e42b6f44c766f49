"""The tables of a page: those that rules enclose, others by their columns of words.

A ruled grid whose cells hold whole columns of figures was ruled in part only: there the words decide.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from extract.model import Box, Grid, holds, touch
from extract.readers.pdf_cells import SNAP, Cell, Rule, Rules, in_rows, rules_in, tables_of
from extract.readers.pdf_lines import is_number, line_of
from extract.readers.pdf_native import Numbers
from extract.readers.pdf_text import cell_text, in_lines, middle
from extract.readers.pdf_unruled import unruled_grids
from extract.readers.pdf_words import RawWord

MOST_RULES = 8_000
COARSE = 0.3


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled grid, where it stands, and the share of its cells that hold several."""

    box: Box
    grid: Grid
    coarse: float


def grids_of(rules: Numbers, lines: Sequence[Sequence[RawWord]]) -> tuple[list[Grid], list[Box]]:
    """Find the tables of a page from top to bottom, and all its ruled cells: those of forms are in no table."""
    if len(rules) > MOST_RULES:
        return [], []
    ruled = [found for found in ruled_grids(rules, lines) if any(any(row) for row in found.grid.rows)]
    fine = [found for found in ruled if found.coarse < COARSE]
    unruled = [(extent(grid), grid) for grid in unruled_grids(outside([found.box for found in fine], lines), rules)]
    kept = [found for found in ruled if found in fine or not any(touch(found.box, box) for box, _ in unruled)]
    tables = in_reading_order([*((found.box, found.grid) for found in kept), *unruled])
    cells = [box for found in ruled for row in found.grid.boxes or () for box in row if box is not None]
    return [replace(grid, number=number) for number, (_, grid) in enumerate(tables, start=1)], cells


def in_reading_order(tables: Iterable[tuple[Box, Grid]]) -> list[tuple[Box, Grid]]:
    """Order tables from top to bottom, those beside each other from the left, so that one may go on in the next."""
    bands: list[list[tuple[Box, Grid]]] = []
    bottom = -inf
    for table in sorted(tables, key=lambda table: table[0].top):
        if table[0].top >= bottom:
            bands.append([])
        bands[-1].append(table)
        bottom = max(bottom, table[0].bottom)
    return [table for band in bands for column in in_columns(band) for table in column]


def in_columns(band: Iterable[tuple[Box, Grid]]) -> Iterator[list[tuple[Box, Grid]]]:
    """Yield the tables of a band that stand over each other, from the left."""
    column: list[tuple[Box, Grid]] = []
    right = -inf
    for table in sorted(band, key=lambda table: table[0].x0):
        if column and table[0].x0 >= right:
            yield sorted(column, key=lambda table: table[0].top)
            column = []
        column.append(table)
        right = max(right, table[0].x1)
    yield sorted(column, key=lambda table: table[0].top)


def outside(boxes: Sequence[Box], lines: Sequence[Sequence[RawWord]]) -> Sequence[Sequence[RawWord]]:
    """Give the lines of the words that lie in none of the boxes."""
    if not boxes:
        return lines
    return in_lines(word for line in lines for word in line if not any(holds(box, word.box) for box in boxes))


def ruled_grids(rules: Numbers, lines: Sequence[Sequence[RawWord]]) -> Iterator[Ruled]:
    """Yield the ruled tables with their text."""
    tables = tables_of(with_open_sides(rules_in(rules)))
    shelf = Shelf.of([word for line in lines for word in line] if tables else [])
    for cells in tables:
        boxes = in_rows(cells)
        filled = [[None if cell is None else shelf.within(cell) for cell in row] for row in boxes]
        rows = [[None if cell is None else cell_text(cell) for cell in row] for row in filled]
        yield Ruled(around(cells), Grid(1, rows, boxes), coarseness([cell for row in filled for cell in row if cell]))


@dataclass(frozen=True, slots=True)
class Shelf:
    """Words in the order of the height they stand at, so that those of a cell are found without a look at all."""

    words: Sequence[RawWord]
    heights: Sequence[float]

    @classmethod
    def of(cls, words: Sequence[RawWord]) -> Shelf:
        """Sort words."""
        ordered = sorted(words, key=middle)
        return cls(ordered, [middle(word) for word in ordered])

    def within(self, box: Box) -> list[RawWord]:
        """Give the words whose middle lies in a box."""
        first, last = bisect_left(self.heights, box.top), bisect_left(self.heights, box.bottom)
        twice_left, twice_right = 2 * box.x0, 2 * box.x1
        return [word for word in self.words[first:last] if twice_left <= word.box.x0 + word.box.x1 < twice_right]


def around(cells: Sequence[Cell]) -> Box:
    """Give the box of a table."""
    lefts, tops, rights, bottoms = zip(*cells, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def with_open_sides(rules: Rules) -> Rules:
    """Add the outer sides of tables that are ruled between their columns only: where their level rules end."""
    alike: dict[tuple[int, int], list[Rule]] = defaultdict(list)
    for rule in rules.level:
        alike[round(rule.start / SNAP), round(rule.end / SNAP)].append(rule)
    sides = [side for levels in alike.values() if len(levels) > 2 for side in open_sides(levels, rules.upright)]
    return Rules(rules.level, [*rules.upright, *sides])


def open_sides(levels: Sequence[Rule], uprights: Sequence[Rule]) -> Sequence[Rule]:
    """Give the sides of rules of one width, if others run down between them.

    A side that is drawn somewhere is open elsewhere on purpose: two tables stand below one another there.
    """
    left, right = min(rule.start for rule in levels), max(rule.end for rule in levels)
    top, bottom = min(rule.at for rule in levels), max(rule.at for rule in levels)
    if any(left + SNAP < rule.at < right - SNAP and crosses(rule, top, bottom) for rule in uprights):
        return [Rule(at, top, bottom) for at in (left, right) if not is_drawn(at, top, bottom, uprights)]
    return ()


def is_drawn(at: float, top: float, bottom: float, uprights: Sequence[Rule]) -> bool:
    """Tell whether a rule runs down at a side of a table, if only for a part of its height."""
    return any(abs(rule.at - at) <= SNAP and top <= (rule.start + rule.end) / 2 <= bottom for rule in uprights)


def crosses(upright: Rule, top: float, bottom: float) -> bool:
    """Tell whether an upright rule runs through a height, or most of it."""
    return min(upright.end, bottom) - max(upright.start, top) > 0.5 * (bottom - top)


def coarseness(cells: Sequence[Sequence[RawWord]]) -> float:
    """Give the share of words that stand in cells which hold several figures, above or beside each other."""
    total = sum(len(cell) for cell in cells)
    return sum(len(cell) for cell in cells if len(cell) > 1 and figures(cell) > 1) / total if total else 0.0


def figures(words: Sequence[RawWord]) -> int:
    """Count the chunks of a cell that are figures."""
    return sum(is_number(chunk.text) for line in in_lines(words) for chunk in line_of(line).chunks)


def extent(grid: Grid) -> Box:
    """Give the box of a grid all of whose cells have one."""
    boxes = [box for row in grid.boxes or () for box in row if box is not None]
    return Box(boxes[0].x0, boxes[0].top, boxes[-1].x1, boxes[-1].bottom)
