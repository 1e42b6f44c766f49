"""The rules of a scanned form: long thin runs of ink, level and upright, found without any library for pictures.

A rule is followed to where it fades. What is short, or may be made of letters, is taken only where other rules hold it
at both ends: so the side of a box is found that letters touch all the way down.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from extract.model import Box
from extract.readers.ocr.bars import Bar, bars_of, runs_of
from extract.readers.ocr.picture import POINTS, Mask, Picture, Pixels, ink_of, shrunk

Shades = NDArray[np.float32]

DPI = 150
LEVEL_POINTS, UPRIGHT_POINTS, SCRAP_POINTS = 24.0, 17.0, 7.0
"""A rule is so long at least; of one that others hold, so short a scrap may be seen beside letters."""
THICKEST_POINTS = 5.0
PAPER = (3, 4, 5)
"""So many pixels away from a thin rule, on either side, is paper."""
HAIR, FAINT_HAIR = 0.15, 0.08
"""A hairline is darker than paper by so much of the contrast, pixel by pixel or averaged along it."""
FAINTEST = 8
GRAIN = 4
SMOOTHED = 9
STEP = 4
BESIDE_POINTS = 1.6
EVEN = 0.65
"""A rule is of one thickness over so much of its length; letters are not, whose feet or bars look like one."""
WRITTEN, WRITTEN_TWICE = 0.4, 0.15
"""More ink beside it, on one side or on both, is that of letters."""
DOUBTFUL = 0.15
"""With so much ink beside it, a short run must be held by others."""
CROSSED = 0.05
"""Letters touch the side of a box from within; with more ink on both of its sides it is the stem of a letter."""
LONG = 8
"""A run so many times the shortest is no word."""
FARTHEST_POINTS = 100.0
"""No farther does a rule go on unseen beside letters, to the next rule across it."""
BLOCK, TRACED, LIGHT = 3, 0.9, 70
"""On its way so many of its blocks of pixels are darker than the paper, which is lighter than so many hundredths."""


def rules_of(picture: Picture) -> list[Box]:
    """Give the rules as thin boxes, with their thickness."""
    factor = max(1, int(picture.scale * POINTS // DPI))
    grey = shrunk(picture.pixels, factor)
    ink = ink_of(grey)
    unit = picture.scale / factor
    level, upright = _View(grey, ink, unit, LEVEL_POINTS), _View(grey.T, ink.T, unit, UPRIGHT_POINTS)
    levels, uprights = level.sure(), upright.sure()
    levels, uprights = level.reaching(levels, uprights), upright.reaching(uprights, levels)
    uprights += upright.held(levels)
    levels += level.held(uprights)
    return [
        *(picture.box(*(factor * edge for edge in (b.start, b.row, b.end, b.last + 1))) for b in levels),
        *(picture.box(*(factor * edge for edge in (b.row, b.start, b.last + 1, b.end))) for b in uprights),
    ]


class _View:
    """A page with one direction of its rules level. ``unit``: pixels per point; ``shortest``: points of a rule."""

    def __init__(self, grey: Pixels, ink: Mask, unit: float, shortest: float) -> None:
        self.shades = grey.astype(np.float32)
        self.ink = ink
        self.unit = unit
        self.shortest = round(shortest * unit)
        self.near = max(1, round(BESIDE_POINTS * unit))
        contrast = float(np.subtract(*np.percentile(grey[::4, ::4], (90, 0.5))))
        self.faintest = max(FAINTEST, FAINT_HAIR * contrast)
        self.faint = _depth(_smoothed(self.shades)) > self.faintest
        hair = _depth(self.shades) > max(FAINTEST, HAIR * contrast, GRAIN * _grain(grey))
        self.found = [self._judged(bar) for bar in self._bars(ink | hair, self.shortest)]

    def sure(self) -> list[Bar]:
        """Give the rules that need no other to be believed."""
        return [bar for bar in self.found if bar.doubt <= DOUBTFUL]

    def held(self, across: list[Bar]) -> list[Bar]:
        """Give what may be made of letters, and what is short, where rules across it hold it at both ends."""
        known = self.sure()
        scraps = self._bars(self.ink | self.faint, round(SCRAP_POINTS * self.unit))
        clear = [bar for bar in scraps if self._doubt(bar) <= DOUBTFUL]
        doubtful = [bar for bar in self.found if bar.doubt > DOUBTFUL]
        found: list[Bar] = []
        for bar in (*doubtful, *clear):
            if any(bar.lies_on(other, self.near) for other in (*known, *found)):
                continue
            start, end = self._stop(bar, across, -1), self._stop(bar, across, 1)
            if start is None or end is None or end - start < self.shortest:
                continue
            whole = replace(bar, start=start, end=end)
            if bar in self.found or min(self._sides(whole)) <= CROSSED:
                found.append(whole)
        return found

    def reaching(self, bars: Iterable[Bar], across: list[Bar]) -> list[Bar]:
        """Let rules go on beside letters to the next rule across them."""
        return [self._stretched(bar, across) for bar in bars]

    def _bars(self, seen: Mask, shortest: int) -> list[Bar]:
        bars = bars_of(runs_of(seen, shortest), THICKEST_POINTS * self.unit)
        return [self._followed(bar) for bar in bars]

    def _judged(self, bar: Bar) -> Bar:
        return replace(bar, doubt=0.0 if bar.end - bar.start >= LONG * self.shortest else self._doubt(bar))

    def _stretched(self, bar: Bar, across: list[Bar]) -> Bar:
        start, end = self._reach(bar, across, -1), self._reach(bar, across, 1)
        return replace(bar, start=bar.start if start is None else start, end=bar.end if end is None else end)

    def _stop(self, bar: Bar, across: list[Bar], way: int) -> int | None:
        """Give the rule that ends a bar: one it reaches, or else the last it passed before it ran into letters."""
        reached = self._reach(bar, across, way)
        passed = (row for row in self._meeting(bar, across) if bar.start <= row <= bar.end)
        return reached if reached is not None else max(passed, key=lambda row: way * row, default=None)

    def _reach(self, bar: Bar, across: list[Bar], way: int) -> int | None:
        """Give the farthest rule across a bar that a trace leads to; None where the next one is not reached."""
        tip, farthest = bar.end if way > 0 else bar.start, None
        ahead = (row for row in self._meeting(bar, across) if way * (row - tip) >= -self.near)
        for row in sorted(ahead, key=lambda row: way * row):
            if abs(row - tip) > FARTHEST_POINTS * self.unit or not self._is_traced(bar, *sorted((tip, row))):
                break
            tip = farthest = row
        return farthest

    def _meeting(self, bar: Bar, across: list[Bar]) -> list[int]:
        """Give where rules across a bar meet it, or would."""
        return [other.row for other in across if other.start - self.near <= bar.row <= other.end + self.near]

    def _is_traced(self, bar: Bar, start: int, end: int) -> bool:
        """Tell whether something of a rule is to be seen between two places."""
        if end - start < 2:
            return True
        if min(self._sides(replace(bar, start=start, end=end))) > WRITTEN_TWICE:
            return False
        strip = self.shades[max(0, bar.row - max(PAPER)) : bar.last + max(PAPER) + 1, start:end]
        rule = self.shades[max(0, bar.row - 1) : bar.last + 2, start:end]
        blocks = np.array_split(rule, max(1, (end - start) // BLOCK), axis=1)
        darkest = np.array([block.mean(axis=1).min() for block in blocks])
        return float((darkest < np.percentile(strip, LIGHT) - self.faintest).mean()) >= TRACED

    def _followed(self, bar: Bar) -> Bar:
        """Let a rule grow at both ends as far as anything of it is to be seen, but not into letters."""
        start, end = bar.start, bar.end
        while end + STEP <= self.ink.shape[1] and self._goes_on(bar, end):
            end += STEP
        while start >= STEP and self._goes_on(bar, start - STEP):
            start -= STEP
        return replace(bar, start=start, end=end)

    def _goes_on(self, bar: Bar, start: int) -> bool:
        rows, columns = slice(max(0, bar.row - 1), bar.last + 2), slice(start, start + STEP)
        there = (self.ink[rows, columns] | self.faint[rows, columns]).any(axis=0)
        return bool(there.all()) and self._doubt(Bar(bar.row, bar.last, start, start + STEP)) <= WRITTEN

    def _doubt(self, bar: Bar) -> float:
        """Tell how likely a run is made of the feet or bars of letters: ink lies beside it, now thick, now thin."""
        shares = self._sides(bar)
        counts = self.ink[max(0, bar.row - self.near) : bar.last + 1 + self.near, bar.start : bar.end].sum(axis=0)
        is_uneven = float((np.abs(counts - np.median(counts)) <= 1).mean()) < EVEN
        return 1.0 if is_uneven or min(shares) > WRITTEN_TWICE else max(shares)

    def _sides(self, bar: Bar) -> tuple[float, float]:
        """Give the shares of ink above and below a bar."""
        above = self.ink[max(0, bar.row - self.near - 1) : max(0, bar.row - 1), bar.start : bar.end]
        below = self.ink[bar.last + 2 : bar.last + 2 + self.near, bar.start : bar.end]
        return float(above.mean()) if above.size else 0.0, float(below.mean()) if below.size else 0.0


def _depth(shades: Shades) -> Shades:
    """Tell how much darker each pixel is than the paper above and below it."""
    far, rows = max(PAPER), len(shades)
    padded = np.pad(shades, ((far, far), (0, 0)), mode="edge")
    above = np.maximum.reduce([padded[far - step : far - step + rows] for step in PAPER])
    below = np.maximum.reduce([padded[far + step : far + step + rows] for step in PAPER])
    return np.asarray(np.minimum(above, below) - shades)


def _smoothed(shades: Shades) -> Shades:
    """Average along the rows: the grain goes, what runs level stays."""
    padded = np.pad(shades, ((0, 0), (SMOOTHED // 2 + 1, SMOOTHED // 2)), mode="edge")
    sums = np.cumsum(padded, axis=1, dtype=np.float64)
    return np.asarray((sums[:, SMOOTHED:] - sums[:, :-SMOOTHED]) / SMOOTHED, dtype=np.float32)


def _grain(grey: Pixels) -> float:
    """Tell by how many shades neighbours on paper differ."""
    return float(np.median(np.abs(np.diff(grey[::3].astype(np.int16), axis=1))))


def thin(rule: Box) -> Box:
    """Give the middle line of a rule, as PDF rules are given."""
    if rule.x1 - rule.x0 >= rule.bottom - rule.top:
        level = (rule.top + rule.bottom) / 2
        return Box(rule.x0, level, rule.x1, level)
    middle = (rule.x0 + rule.x1) / 2
    return Box(middle, rule.top, middle, rule.bottom)
