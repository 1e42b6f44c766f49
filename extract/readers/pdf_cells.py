"""The cells that rules enclose: rules snapped and joined, their crossings, the smallest cell at each, cells that touch.

pdfplumber's table finder, step by step and to the same cells, without a search through all crossings for each cell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from extract.model import Box
from extract.readers.pdf_native import Numbers

SNAP = 3.0
SHORTEST = 3.0

Point = tuple[float, float]
Cell = tuple[float, float, float, float]


class Rule(NamedTuple):
    """A straight line: how far down it lies (or how far right it stands), where it starts and ends."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page, level and upright."""

    level: Sequence[Rule]
    upright: Sequence[Rule]


class Crossing(NamedTuple):
    """The rules, by number, that meet at a point."""

    level: set[int]
    upright: set[int]


def rules_in(edges: Numbers) -> Rules:
    """Take what has no height as level, the rest as upright; both snapped and joined."""
    left, top, right, bottom = edges.T
    level = top == bottom
    return Rules(
        merged(top[level], left[level], right[level]),
        merged(left[~level], top[~level], bottom[~level]),
    )


def merged(at: Numbers, start: Numbers, end: Numbers) -> list[Rule]:
    """Snap rules that lie close to each other to their mean, and join those of one line that touch or nearly do."""
    if not len(at):
        return []
    order = np.lexsort((start, at))
    lines = np.empty(len(at), np.int64)
    lines[order] = np.cumsum(np.diff(at[order], prepend=at[order[0]]) > SNAP)
    means = np.bincount(lines, at) / np.bincount(lines)
    order = np.lexsort((start, lines))
    start, end, lines = start[order], end[order], lines[order]
    apart = (end.max() - start.min() + 2 * SNAP) * lines  # set end to end, so that no line reaches the next one
    reached = np.maximum.accumulate(end + apart)
    first = np.flatnonzero(np.concatenate(([True], (start + apart)[1:] > reached[:-1] + SNAP)))
    joined = (means[lines[first]], start[first], np.maximum.reduceat(end, first))
    return list(map(Rule, *(column.tolist() for column in joined)))


def tables_of(rules: Rules) -> list[list[Cell]]:
    """Give the cells of each table, from top to bottom."""
    tables = [cells for cells in touching(cells_of(crossings(rules))) if len(cells) > 1]
    return sorted(tables, key=lambda cells: min((top, x0) for x0, top, _, _ in cells))


def crossings(rules: Rules) -> dict[Point, Crossing]:
    """Find where rules cross or nearly do."""
    level = [rule for rule in rules.level if rule.end - rule.start >= SHORTEST]
    upright = [rule for rule in rules.upright if rule.end - rule.start >= SHORTEST]
    if not level or not upright:
        return {}
    y, left, right = np.array(level).T
    x, top, bottom = np.array(upright).T[:, :, None]
    meet = (top <= y + SNAP) & (bottom >= y - SNAP) & (x >= left - SNAP) & (x <= right + SNAP)
    found: dict[Point, Crossing] = {}
    for v, h in np.argwhere(meet).tolist():
        point = (upright[v].at, level[h].at)
        if point in found:
            found[point].level.add(h)
            found[point].upright.add(v)
        else:
            found[point] = Crossing({h}, {v})
    return found


def cells_of(found: Mapping[Point, Crossing]) -> Iterator[Cell]:
    """Yield the smallest cell that has each crossing as its top left corner."""
    columns, rows = aligned(found, 0), aligned(found, 1)
    for point in found:
        corner = next(corners(found, point, columns[point[0]], rows[point[1]]), None)
        if corner is not None:
            yield (*point, *corner)


def corners(
    found: Mapping[Point, Crossing], point: Point, column: Sequence[float], row: Sequence[float]
) -> Iterator[Point]:
    """Yield the corners across from one, the nearest first, to which rules lead both ways."""
    x, y = point
    here = found[point]
    rights = after(row, x)
    for low in after(column, y) if rights else ():
        if here.upright.isdisjoint(found[x, low].upright):
            continue
        for right in rights:
            if not here.level.isdisjoint(found[right, y].level) and closes(found, (right, y), (x, low)):
                yield (right, low)


def aligned(points: Iterable[Point], axis: int) -> dict[float, list[float]]:
    """Group the points of one column (0) or row (1), in order."""
    lines: dict[float, list[float]] = defaultdict(list)
    for point in sorted(points):
        lines[point[axis]].append(point[1 - axis])
    return lines


def after(places: Sequence[float], place: float) -> Sequence[float]:
    """Give the places that follow one."""
    return places[bisect_right(places, place) :]


def closes(found: Mapping[Point, Crossing], right: Point, below: Point) -> bool:
    """Tell whether rules lead from the corner right above and the one left below to the fourth."""
    corner = found.get((right[0], below[1]))
    if corner is None:
        return False
    return not (corner.upright.isdisjoint(found[right].upright) or corner.level.isdisjoint(found[below].level))


def touching(cells: Iterable[Cell]) -> Iterator[list[Cell]]:
    """Gather the cells that share corners, directly or by others."""
    cells_at: dict[Point, list[Cell]] = defaultdict(list)
    for cell in cells:
        for corner in corners_of(cell):
            cells_at[corner].append(cell)
    while cells_at:
        waiting, group = [next(iter(cells_at))], set()
        while waiting:
            for cell in cells_at.pop(waiting.pop(), ()):
                if cell not in group:
                    group.add(cell)
                    waiting.extend(corners_of(cell))
        yield sorted(group)


def corners_of(cell: Cell) -> tuple[Point, Point, Point, Point]:
    """Give the corners of a cell."""
    x0, top, x1, bottom = cell
    return ((x0, top), (x0, bottom), (x1, top), (x1, bottom))


def in_rows(cells: Sequence[Cell]) -> list[list[Box | None]]:
    """Put the cells of a table in rows and columns; None where a cell reaches over from beside or above."""
    lefts = sorted({cell[0] for cell in cells})
    rows: list[list[Box | None]] = []
    for _, row in groupby(sorted(cells, key=itemgetter(1, 0)), key=itemgetter(1)):
        boxes = {cell[0]: Box(*cell) for cell in row}
        rows.append([boxes.get(left) for left in lefts])
    return rows
