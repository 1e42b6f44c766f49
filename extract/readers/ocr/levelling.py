"""Words of one line stand at one height: "ел" has neither ascenders nor a capital, and seems to stand lower.

Tesseract bounds a word by its ink. Lines are told by the middles of words, as with the fonts of a PDF, whose boxes are
those of all their letters; so a word within the height of one beside it takes that height.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from extract.readers.ocr.engine import Seen

REACH = 3.0
"""Beside is what stands no farther than so many heights of the taller word."""
SLACK = 0.2
TALLEST = 2.5
"""A word so many times as high is a heading or a stamp, and tells nothing."""


def level_heights(words: Sequence[Seen]) -> list[Seen]:
    """Give the words, low ones as high as their line."""
    if not words:
        return []
    x0, y0, x1, y1 = np.array([(word.x0, word.y0, word.x1, word.y1) for word in words]).T
    heights = y1 - y0
    found = []
    for at, word in enumerate(words):
        gap = np.maximum(x0 - word.x1, word.x0 - x1)
        slack = SLACK * heights
        holds = (y0 <= word.y0 + slack) & (y1 >= word.y1 - slack) & (heights > heights[at])
        beside = holds & (gap <= REACH * heights) & (heights <= TALLEST * max(heights[at], 1))
        if not beside.any():
            found.append(word)
            continue
        nearest = int(np.where(beside, gap, np.iinfo(np.int64).max).argmin())
        top, bottom = min(word.y0, words[nearest].y0), max(word.y1, words[nearest].y1)
        found.append(replace(word, y0=top, y1=bottom))
    return found
