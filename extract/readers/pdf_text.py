"""Words of a page put in lines: the one text that spans and boxes agree on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from operator import attrgetter

from extract.model import Word
from extract.readers.pdf_words import RawWord

COLUMN_GAP = "   "
LEFT = attrgetter("box.x0")


def laid_out(lines: Iterable[Sequence[RawWord]]) -> tuple[str, list[Word]]:
    """Give the text of a page's lines, and their words with their offset in it."""
    pieces: list[str] = []
    placed: list[Word] = []
    length = 0
    for line in lines:
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


def cell_text(words: Sequence[RawWord]) -> str:
    """Give the text of a cell: words in lines, the lines kept."""
    if len(words) < 2:
        return words[0].text if words else ""
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
    held = list(words)
    for here, _, word in sorted(zip(map(middle, held), count(), held, strict=False)):
        height = word.box.bottom - word.box.top
        if lines and 2 * (here - level) <= (reach if reach < height else height):
            lines[-1].append(word)
            reach = reach if reach < height else height
            continue
        lines.append([word])
        level, reach = here, height
    return [sorted(line, key=LEFT) for line in lines]


def middle(word: RawWord) -> float:
    """Give the height a word stands at."""
    return (word.box.top + word.box.bottom) / 2
