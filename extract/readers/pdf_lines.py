"""Lines of a page cut into chunks: what stands close together is one cell, what stands apart may be two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.readers.pdf_words import RawWord

GAP = 0.62
NUMBER_GAP = 0.2
NUMBER = re.compile(r"[-–—+*(]*[$€£]?\d[\d.,'\s]*[%)*]*|[-–—.…*]+|n/?a\.?|\(X\)", re.I)
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
    height = median(word.box.bottom - word.box.top for word in words)
    chunks: list[list[RawWord]] = [[words[0]]]
    for before, word in pairwise(words):
        if apart(before, word, height):
            chunks.append([])
        chunks[-1].append(word)
    return Line(
        tuple(chunk_of(chunk) for chunk in chunks),
        min(word.box.top for word in words),
        max(word.box.bottom for word in words),
    )


def chunk_of(words: Sequence[RawWord]) -> Chunk:
    """Join neighbouring words."""
    return Chunk(tuple(words), min(word.box.x0 for word in words), max(word.box.x1 for word in words))


def apart(before: RawWord, word: RawWord, height: float) -> bool:
    """Tell whether two words are of two cells; two numbers side by side are, unless one goes on in thousands."""
    gap = word.box.x0 - before.box.x1
    if gap > GAP * height:
        return True
    return (
        gap > NUMBER_GAP * height
        and is_number(before.text)
        and is_number(word.text)
        and not THOUSANDS.fullmatch(word.text)
    )


def is_number(text: str) -> bool:
    """Tell a figure, or a sign that stands for one."""
    return NUMBER.fullmatch(text) is not None
