"""The rules of a scanned form: long thin runs of ink, level and upright, found without any library for pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.model import Box
from extract.readers.ocr.picture import POINTS, WHITE, Mask, Picture, Pixels, ink_of, shrunk

Shades = NDArray[np.float32]

DPI = 150
LEVEL_POINTS = 24.0
UPRIGHT_POINTS = 17.0
THICKEST_POINTS = 5.0
FULL = 0.92
"""A run may be broken here and there: so much of it is ink."""
MOST_RUNS = 20_000
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
LONG = 8
"""A run so many times the shortest is no word."""


@dataclass(slots=True)
class _Bar:
    """Runs of neighbouring rows that overlap. ``doubt``: how likely they are made of letters."""

    row: int
    last: int
    start: int
    end: int
    doubt: float = 0.0


def rules_of(picture: Picture) -> list[Box]:
    """Give the rules as thin boxes, with their thickness."""
    factor = max(1, int(picture.scale * POINTS // DPI))
    grey = shrunk(picture.pixels, factor)
    ink = ink_of(grey)
    unit = picture.scale / factor
    level = _found(grey, ink, round(LEVEL_POINTS * unit), unit)
    upright = _found(grey.T, ink.T, round(UPRIGHT_POINTS * unit), unit)
    near = round(BESIDE_POINTS * unit)
    level, upright = _held(level, upright, near), _held(upright, level, near)
    return [
        *(picture.box(*(factor * edge for edge in (b.start, b.row, b.end, b.last + 1))) for b in level),
        *(picture.box(*(factor * edge for edge in (b.row, b.start, b.last + 1, b.end))) for b in upright),
    ]


def _found(grey: Pixels, ink: Mask, shortest: int, unit: float) -> list[_Bar]:
    """Find level rules: runs of ink or of hairlines, followed to where they fade, those made of letters left out."""
    shades = grey.astype(np.float32)
    contrast = float(np.subtract(*np.percentile(grey[::4, ::4], (90, 0.5))))
    hair = _depth(shades) > max(FAINTEST, HAIR * contrast, GRAIN * _grain(grey))
    faint = _depth(_smoothed(shades)) > max(FAINTEST, FAINT_HAIR * contrast)
    bars = _bars(_runs(ink | hair, shortest), THICKEST_POINTS * unit)
    near = max(1, round(BESIDE_POINTS * unit))
    for bar in bars:
        _follow(bar, ink | faint, ink, near)
    for bar in bars:
        bar.doubt = 0.0 if bar.end - bar.start >= LONG * shortest else _doubt(bar, ink, near)
    return [bar for bar in bars if bar.doubt <= WRITTEN]


def _held(bars: list[_Bar], across: list[_Bar], near: int) -> list[_Bar]:
    """Leave out what may be made of letters, unless rules across it hold it at both ends."""
    sure = [bar for bar in across if bar.doubt <= DOUBTFUL]
    return [bar for bar in bars if bar.doubt <= DOUBTFUL or all(_meets(end, bar, sure, near) for end in _ends(bar))]


def _ends(bar: _Bar) -> tuple[int, int]:
    return bar.start, bar.end


def _meets(end: int, bar: _Bar, across: list[_Bar], near: int) -> bool:
    return any(
        other.row - near <= end <= other.last + near and other.start - near <= bar.row <= other.end + near
        for other in across
    )


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


def _follow(bar: _Bar, seen: Mask, ink: Mask, near: int) -> None:
    """Let a rule grow at both ends as far as anything of it is to be seen, but not into letters."""
    while bar.end + STEP <= seen.shape[1] and _goes_on(bar, seen, ink, near, bar.end):
        bar.end += STEP
    while bar.start >= STEP and _goes_on(bar, seen, ink, near, bar.start - STEP):
        bar.start -= STEP


def _goes_on(bar: _Bar, seen: Mask, ink: Mask, near: int, start: int) -> bool:
    there = seen[max(0, bar.row - 1) : bar.last + 2, start : start + STEP].any(axis=0)
    return bool(there.all()) and _doubt(_Bar(bar.row, bar.last, start, start + STEP), ink, near) <= WRITTEN


def _doubt(bar: _Bar, ink: Mask, near: int) -> float:
    """Tell how likely a run is made of the feet or bars of letters: ink lies beside it, and is now thick, now thin."""
    above = ink[max(0, bar.row - near - 1) : max(0, bar.row - 1), bar.start : bar.end]
    below = ink[bar.last + 2 : bar.last + 2 + near, bar.start : bar.end]
    shares = [float(side.mean()) if side.size else 0.0 for side in (above, below)]
    counts = ink[max(0, bar.row - near) : bar.last + 1 + near, bar.start : bar.end].sum(axis=0)
    is_uneven = float((np.abs(counts - np.median(counts)) <= 1).mean()) < EVEN
    return 1.0 if is_uneven or min(shares) > WRITTEN_TWICE else max(shares)


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
