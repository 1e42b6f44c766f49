"""White between figures: "2 172" is read as "2172" by a reader that looks for words.

Where each sign of a word is one run of ink, the gaps between them are measured: one as wide as a blank parts the word.
Only words with figures are touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.picture import Mask, Picture, ink_of

MARKED = re.compile(r"\d[.,]\d")
BLANK = 0.42
"""White as wide as so much of the height of a figure is a blank."""


def spaced(words: Sequence[Seen], picture: Picture) -> list[Seen]:
    """Part the words whose figures stand apart."""
    ink = ink_of(picture.pixels)
    return [piece for word in words for piece in (_parted(word, ink) if _has_figures(word) else (word,))]


def _has_figures(word: Seen) -> bool:
    return len(word.text) > 1 and any(map(str.isdigit, word.text))


def _parted(word: Seen, ink: Mask) -> Iterator[Seen]:
    there = ink[word.y0 : word.y1, word.x0 : word.x1]
    runs = runs_of(np.asarray(there.any(axis=0)))
    if len(runs) != len(word.text):
        yield word
        return
    blank = BLANK * (word.y1 - word.y0)
    start = 0
    for at in range(1, len(runs) + 1):
        if at < len(runs) and (runs[at][0] - runs[at - 1][1] < blank or is_in_number(word.text, at)):
            continue
        x0, x1 = word.x0 + runs[start][0], word.x0 + runs[at - 1][1]
        yield replace(word, text=word.text[start:at], x0=x0, x1=x1)
        start = at


def is_in_number(text: str, at: int) -> bool:
    """Tell a place beside a mark between figures: a typewriter leaves room around it."""
    return any(MARKED.match(text, start) for start in (at - 1, at - 2) if start >= 0)


def runs_of(inked: Mask) -> list[tuple[int, int]]:
    """Give start and end of the stretches with ink."""
    edges = np.flatnonzero(np.diff(np.pad(inked, 1).astype(np.int8))).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))
