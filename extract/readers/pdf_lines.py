"""Lines of a page cut into chunks: what stands close together is one cell, what stands apart may be two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_letters

from extract.readers.pdf_words import RawWord

GAP = 0.62
NUMBER_GAP = 0.2
NUMBER = re.compile(r"[-–—+*(]*[$€£]?\d[\d.,'\s]*[%)*]*|[-–—.…*]+|n/?a\.?|\(X\)", re.I)
LETTERS = frozenset(ascii_letters) - frozenset("nN")
"""Nothing that is a figure starts with one of these, which saves most words the look at the pattern."""
THOUSANDS = re.compile(r"\d{3}([.,]\d*)?[%)*]*")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words of a line that stand close together."""

    words: tuple[RawWord, ...]
    x0: float
    x1: float

    @property
    def text(self) -> str:
        """Give the words with single blanks."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of chunks from left to right."""

    chunks: tuple[Chunk, ...]
    top: float
    bottom: float

    @property
    def rich(self) -> bool:
        """Tell a line that may be a row: more than one chunk."""
        return len(self.chunks) > 1

    @property
    def height(self) -> float:
        """Give the line's height."""
        return self.bottom - self.top


def line_of(words: Sequence[RawWord]) -> Line:
    """Cut a line into chunks at its wide gaps."""
    cuts = [0, *cuts_of(words), len(words)]
    return Line(
        tuple(chunk_of(words[first:last]) for first, last in pairwise(cuts)),
        min([word.box.top for word in words]),
        max([word.box.bottom for word in words]),
    )


def cuts_of(words: Sequence[RawWord]) -> list[int]:
    """Tell before which words of a line another cell may begin."""
    height = middling([word.box.bottom - word.box.top for word in words])
    wide, narrow = GAP * height, NUMBER_GAP * height
    cuts = []
    right = words[0].box.x1
    for number, word in enumerate(words):
        gap = word.box.x0 - right
        if gap > wide or (gap > narrow and side_by_side(words[number - 1].text, word.text)):
            cuts.append(number)
        right = word.box.x1
    return cuts


def middling(sizes: Sequence[float]) -> float:
    """Give the median; the statistics module takes ten times as long over it."""
    ordered = sorted(sizes)
    return (ordered[len(ordered) // 2] + ordered[(len(ordered) - 1) // 2]) / 2


def chunk_of(words: Sequence[RawWord]) -> Chunk:
    """Join neighbouring words."""
    return Chunk(tuple(words), min([word.box.x0 for word in words]), max([word.box.x1 for word in words]))


def side_by_side(before: str, text: str) -> bool:
    """Tell two figures that are of two cells though little space is between, unless one goes on in thousands."""
    return is_number(before) and is_number(text) and not THOUSANDS.fullmatch(text)


def is_number(text: str) -> bool:
    """Tell a figure, or a sign that stands for one."""
    return text[:1] not in LETTERS and NUMBER.fullmatch(text) is not None
