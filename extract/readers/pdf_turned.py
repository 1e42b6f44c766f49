"""Text that runs up or down its page: the page is read as if it had been turned for it, as text recognition does."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np

from extract.model import Box
from extract.readers.pdf_native import Numbers, address_of, called
from extract.readers.pdf_text import in_lines
from extract.readers.pdf_words import RawWord

LONGER = 1.2
SAMPLE = 400
"""Characters whose direction is asked for, on pages where words are higher than wide."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Turns what stands on a page by 90 or 270 degrees against the clock, about its upper left corner."""

    degrees: int
    extent: Box

    def box(self, box: Box) -> Box:
        """Turn a box."""
        page = self.extent
        if self.degrees == 90:
            x0, x1, top, bottom = box.top - page.top, box.bottom - page.top, page.x1 - box.x1, page.x1 - box.x0
        else:
            x0, x1, top, bottom = page.bottom - box.bottom, page.bottom - box.top, box.x0 - page.x0, box.x1 - page.x0
        return Box(page.x0 + x0, page.top + top, page.x0 + x1, page.top + bottom)

    def edges(self, edges: Numbers) -> Numbers:
        """Turn rows of left, top, right and bottom."""
        turned = [self.box(Box(*row)) for row in edges.tolist()]
        return np.array([(box.x0, box.top, box.x1, box.bottom) for box in turned], np.float64).reshape(-1, 4)

    def lines(self, words: Sequence[RawWord]) -> tuple[list[list[RawWord]], list[list[RawWord]]]:
        """Give the lines that run along the turned page, and those that stay across it."""
        level = [word for word in words if is_level(word)]
        across = [word for word in words if is_level(word) or any(adjoins(word, other) for other in level)]
        beside = set(map(id, across))
        along = in_lines(self.word(word) for word in words if id(word) not in beside)
        return along, [list(map(self.word, line)) for line in in_lines(across)]

    def word(self, word: RawWord) -> RawWord:
        """Turn a word."""
        return RawWord(word.text, self.box(word.box))


def turn_for(textpage: Any, words: Sequence[RawWord], rotation: int) -> int:
    """Give by how many degrees against the clock a page must be turned to be read; 0 for nearly all of them.

    Chinese may stand in columns, each sign upright: only the direction of the characters tells. A page that says
    itself how it is to be turned is taken at its word.
    """
    if rotation or not mostly_tall(words):
        return 0
    count = textpage.count_chars()
    chosen = range(0, count, max(1, count // SAMPLE))
    angles = called("FPDFText_GetCharAngle", repeat(address_of(textpage.raw)), chosen)
    turns = Counter(round(math.degrees(angle) / 90) * 90 % 360 for angle in angles if angle >= 0)
    (commonest, _), *_ = turns.most_common(1) or [(0, 0)]
    return commonest if commonest in (90, 270) else 0


def mostly_tall(words: Iterable[RawWord]) -> bool:
    """Tell a page on which words of two letters or more are rather high than wide."""
    letters: Counter[bool] = Counter()
    for word in words:
        if len(word.text) > 1:
            letters[is_tall(word.box)] += len(word.text)
    return letters[True] > letters[False]


def is_tall(box: Box) -> bool:
    """Tell a box that is clearly higher than wide."""
    return box.bottom - box.top > LONGER * (box.x1 - box.x0)


def is_level(word: RawWord) -> bool:
    """Tell a word of an upright page: wider than high; a single letter may be of either."""
    return len(word.text) > 1 and word.box.x1 - word.box.x0 > LONGER * (word.box.bottom - word.box.top)


def adjoins(word: RawWord, level: RawWord) -> bool:
    """Tell a word of no clear direction that stands on a line with one of an upright page, next to it."""
    box, other = word.box, level.box
    height = other.bottom - other.top
    gap = max(box.x0 - other.x1, other.x0 - box.x1)
    unclear = len(word.text) < 3 or not is_tall(box)
    return unclear and gap < height and abs(box.top + box.bottom - other.top - other.bottom) < height
