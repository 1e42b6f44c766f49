"""The rules of a scanned form: long thin runs of ink, level and upright, found without any library for pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from extract.model import Box
from extract.readers.ocr.picture import POINTS, WHITE, Mask, Picture, ink_of, shrunk

DPI = 150
LEVEL_POINTS = 24.0
UPRIGHT_POINTS = 17.0
THICKEST_POINTS = 5.0
FULL = 0.92
"""A run may be broken here and there: so much of it is ink."""
MOST_RUNS = 20_000


@dataclass(slots=True)
class _Bar:
    """Runs of neighbouring rows that overlap."""

    row: int
    last: int
    start: int
    end: int


def rules_of(picture: Picture) -> list[Box]:
    """Give the rules as thin boxes, with their thickness."""
    factor = max(1, int(picture.scale * POINTS // DPI))
    ink = ink_of(shrunk(picture.pixels, factor))
    unit = picture.scale / factor
    level = _bars(_runs(ink, round(LEVEL_POINTS * unit)), THICKEST_POINTS * unit)
    upright = _bars(_runs(ink.T, round(UPRIGHT_POINTS * unit)), THICKEST_POINTS * unit)
    return [
        *(picture.box(*(factor * edge for edge in (b.start, b.row, b.end, b.last + 1))) for b in level),
        *(picture.box(*(factor * edge for edge in (b.row, b.start, b.last + 1, b.end))) for b in upright),
    ]


def thin(rule: Box) -> Box:
    """Give the middle line of a rule, as PDF rules are given."""
    if rule.x1 - rule.x0 >= rule.bottom - rule.top:
        level = (rule.top + rule.bottom) / 2
        return Box(rule.x0, level, rule.x1, level)
    middle = (rule.x0 + rule.x1) / 2
    return Box(middle, rule.top, middle, rule.bottom)


def without(picture: Picture, rules: list[Box]) -> Picture:
    """Paint the rules white: letters beside them are read better, and no rule is read as a letter."""
    from dataclasses import replace

    pixels = picture.pixels.copy()
    margin = 0.3
    for rule in rules:
        pixels[picture.window(Box(rule.x0 - margin, rule.top - margin, rule.x1 + margin, rule.bottom + margin))] = WHITE
    return replace(picture, pixels=pixels)


def _runs(ink: Mask, length: int) -> Iterator[tuple[int, int, int]]:
    """Yield row, start and end of the runs of ink that are at least so long, small gaps and steps included."""
    thick = ink.copy()
    thick[1:] |= ink[:-1]
    if thick.shape[1] <= length:
        return
    sums = np.cumsum(np.pad(thick, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = (sums[:, length:] - sums[:, :-length]) >= FULL * length
    # A start of a window is full or not; the run reaches from the first full start to the last one's end.
    edges = np.diff(np.pad(full, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    starts, ends = np.argwhere(edges == 1), np.argwhere(edges == -1)
    if len(starts) > MOST_RUNS:
        return
    for (row, start), (_, end) in zip(starts.tolist(), ends.tolist(), strict=True):
        inked = np.flatnonzero(thick[row, start : end - 1 + length])
        yield row, start + int(inked[0]), start + int(inked[-1]) + 1


def _bars(runs: Iterator[tuple[int, int, int]], thickest: float) -> list[_Bar]:
    """Join runs of neighbouring rows; what is thicker than a rule is a picture."""
    done: list[_Bar] = []
    growing: list[_Bar] = []
    for row, start, end in runs:
        done += [bar for bar in growing if bar.last < row - 1]
        growing = [bar for bar in growing if bar.last >= row - 1]
        touching = next((bar for bar in growing if bar.start < end and start < bar.end), None)
        if touching is None:
            growing.append(_Bar(row, row, start, end))
            continue
        touching.last = row
        touching.start, touching.end = min(touching.start, start), max(touching.end, end)
    return [bar for bar in (*done, *growing) if bar.last - bar.row + 1 <= thickest + 1]
