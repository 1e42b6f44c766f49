"""Running text set in columns, as in newspapers and contracts in two languages: each column is read to its end.

Only prose is taken apart, where a gutter runs down between columns of full lines. What crosses the gutter, a heading or
a table, ends the columns above it; below it they begin again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import numpy as np

from extract.model import Box
from extract.readers.pdf_text import in_lines
from extract.readers.pdf_words import RawWord

FEWEST_LINES = 5
"""So many lines make a column."""
GAP = 0.9
"""In heights of a line: a gutter is no narrower."""
STEP = 2.0
"""Points between the places where a gutter is looked for."""
MOSTLY = 0.6
FULL = 0.7
"""So much of its column a line of prose fills."""
WORDY, WORDY_SIGNS = 3, 10
MOST_DIGITS = 0.25
DEEPEST = 3

Line = Sequence[RawWord]


def in_reading_order(lines: Sequence[Line], tables: Sequence[Box], depth: int = 0) -> list[Line]:
    """Give the lines of a page in the order in which they are read. ``tables``: what is not taken apart."""
    gutter = gutter_of(lines) if len(lines) > FEWEST_LINES and depth < DEEPEST else None
    if gutter is None:
        return list(lines)
    ordered: list[Line] = []
    for crosses, some in groupby(lines, key=lambda line: is_across(line, gutter, tables)):
        held = list(some)
        ordered += held if crosses else columns_of(held, gutter, tables, depth)
    return ordered


def columns_of(lines: Sequence[Line], gutter: float, tables: Sequence[Box], depth: int) -> list[Line]:
    """Give the columns beside a gutter one after the other if both are prose."""
    words = [word for line in lines for word in line]
    left = in_lines(word for word in words if word.box.x1 <= gutter)
    right = in_lines(word for word in words if word.box.x1 > gutter)
    if not (is_prose(left) and is_prose(right)):
        return list(lines)
    return [*in_reading_order(left, tables, depth + 1), *in_reading_order(right, tables, depth + 1)]


def gutter_of(lines: Sequence[Line]) -> float | None:
    """Find where most lines leave a gap between words on both sides; None where hardly any does."""
    gaps = np.array([gap for line in level(lines) for gap in gaps_of(line)]).reshape(-1, 2)
    if len(gaps) < FEWEST_LINES:
        return None
    places = np.arange(gaps[:, 0].min(), gaps[:, 1].max(), STEP)
    counts = ((gaps[:, :1] <= places) & (places <= gaps[:, 1:])).sum(axis=0)
    if not len(places) or counts.max() < FEWEST_LINES:
        return None
    best = np.flatnonzero(counts == counts.max())
    return float(places[best[len(best) // 2]])


def level(lines: Sequence[Line]) -> Iterator[Line]:
    """Put each two lines that stand beside each other, one a little lower, on one level."""
    waiting: Line = ()
    for line in lines:
        if waiting and line[0].box.top < waiting[0].box.bottom and are_beside(waiting, line):
            yield sorted([*waiting, *line], key=lambda word: word.box.x0)
            waiting = ()
            continue
        if waiting:
            yield waiting
        waiting = line
    if waiting:
        yield waiting


def are_beside(one: Line, other: Line) -> bool:
    """Tell lines none of whose words stands over one of the other."""
    both = sorted([*one, *other], key=lambda word: word.box.x0)
    return all(before.box.x1 <= word.box.x0 for before, word in pairwise(both))


def gaps_of(line: Line) -> Iterator[tuple[float, float]]:
    """Yield the wide gaps between the words of a line."""
    for before, word in pairwise(line):
        if word.box.x0 - before.box.x1 >= GAP * (word.box.bottom - word.box.top):
            yield before.box.x1, word.box.x0


def is_across(line: Line, gutter: float, tables: Sequence[Box]) -> bool:
    """Tell a line that runs over a gutter, or belongs to a table that does."""
    if any(word.box.x0 < gutter < word.box.x1 for word in line):
        return True
    beside = [gap for gap in pairwise(line) if gap[0].box.x1 <= gutter <= gap[1].box.x0]
    if any(word.box.x0 - before.box.x1 < GAP * (word.box.bottom - word.box.top) for before, word in beside):
        return True
    return any(
        box.x0 < gutter < box.x1 and box.top <= line[0].box.bottom and line[0].box.top <= box.bottom for box in tables
    )


def is_prose(lines: Sequence[Line]) -> bool:
    """Tell lines of running text: many words to a line, most lines as long as the longest, few figures."""
    lines = list(level(lines)) if lines else []
    if len(lines) < FEWEST_LINES:
        return False
    texts = [" ".join(word.text for word in line) for line in lines]
    left, right = min(line[0].box.x0 for line in lines), max(line[-1].box.x1 for line in lines)
    full = sum(line[-1].box.x1 - line[0].box.x0 >= FULL * (right - left) for line in lines)
    letters = "".join(texts)
    digits = sum(letter.isdigit() for letter in letters)
    return (
        full >= MOSTLY * len(lines)
        and sum(map(is_wordy, texts)) >= MOSTLY * len(lines)
        and digits <= MOST_DIGITS * len(letters)
    )


def is_wordy(text: str) -> bool:
    """Tell a line of several words, or of many signs where no blanks part words."""
    return text.count(" ") + 1 >= WORDY or sum(letter >= "\u3040" for letter in text) >= WORDY_SIGNS
