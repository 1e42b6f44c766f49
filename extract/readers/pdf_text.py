"""Words of a page put in lines: the one text that spans and boxes agree on."""

from __future__ import annotations

from collections.abc import Iterable

from extract.model import Word
from extract.readers.pdf_words import RawWord

COLUMN_GAP = "   "


def laid_out(words: Iterable[RawWord]) -> tuple[str, list[Word]]:
    """Give the text of a page, line by line from left to right, and its words with their offset in it."""
    pieces: list[str] = []
    placed: list[Word] = []
    length = 0
    for line in in_lines(words):
        previous: RawWord | None = None
        for word in line:
            gap = separator(previous, word)
            pieces += (gap, word.text)
            placed.append(Word(word.text, length + len(gap), word.box))
            length += len(gap) + len(word.text)
            previous = word
        pieces.append("\n")
        length += 1
    return "".join(pieces), placed


def cell_text(words: Iterable[RawWord]) -> str:
    """Give the text of a cell: words in lines, the lines kept."""
    return "\n".join(" ".join(word.text for word in line) for line in in_lines(words))


def separator(before: RawWord | None, word: RawWord) -> str:
    """Separate words by a blank, columns by more."""
    if before is None:
        return ""
    return COLUMN_GAP if word.box.x0 - before.box.x1 > 1.2 * (word.box.bottom - word.box.top) else " "


def in_lines(words: Iterable[RawWord]) -> list[list[RawWord]]:
    """Gather words whose middles lie within half a line of each other, from top to bottom."""
    lines: list[list[RawWord]] = []
    level = reach = 0.0
    for word in sorted(words, key=middle):
        height = word.box.bottom - word.box.top
        if lines and middle(word) - level <= min(reach, height) / 2:
            lines[-1].append(word)
            reach = min(reach, height)
            continue
        lines.append([word])
        level, reach = middle(word), height
    return [sorted(line, key=left) for line in lines]


def middle(word: RawWord) -> float:
    """Give the height a word stands at."""
    return (word.box.top + word.box.bottom) / 2


def left(word: RawWord) -> float:
    """Give the edge that words of a line are ordered by."""
    return word.box.x0
