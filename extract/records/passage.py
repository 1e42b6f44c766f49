"""Words that stand together, with their text: what a label, a box or a line of a form is made of.

A part without words (a text) gets them here, one for each run of letters, with boxes in characters and lines, so that
all that follows knows one geometry.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.model import Box, Part, Word, union

_RUN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in reading order with the text they make: words of a line joined by blanks, lines by line ends."""

    words: tuple[Word, ...]
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, words: Iterable[Word]) -> Passage:
        """Put words into reading order."""
        ordered = list(lines(words))
        pieces: list[str] = []
        starts: list[int] = []
        length = 0
        for line in ordered:
            for place, word in enumerate(line):
                separator = (" " if place else "\n") if pieces else ""
                starts.append(length + len(separator))
                pieces.append(separator + word.text)
                length = starts[-1] + len(word.text)
        return cls(tuple(word for line in ordered for word in line), "".join(pieces), tuple(starts))

    def cut(self, start: int, end: int) -> Passage:
        """Give the words that the characters from start to end touch."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        return Passage.of(self.words[first : bisect_right(self.starts, max(end - 1, start))])

    @property
    def box(self) -> Box:
        """Give the box around all words."""
        box = union([word.box for word in self.words])
        assert box is not None, "a passage has words"
        return box


def lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Gather words that stand on one line, lines from the top, words from the left."""
    line: list[Word] = []
    for word in sorted(words, key=lambda w: (middle(w.box), w.box.x0)):
        if line and middle(word.box) >= line[0].box.bottom - 0.15 * height(line[0].box):
            yield sorted(line, key=lambda w: w.box.x0)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda w: w.box.x0)


def words_of(part: Part) -> Sequence[Word]:
    """Give the words of a part, those of a text by counting its characters and lines."""
    if part.words:
        return part.words
    return list(_typed_words(part.text))


def _typed_words(text: str) -> Iterator[Word]:
    start = 0
    for number, line in enumerate(text.split("\n")):
        for run in _RUN.finditer(line):
            yield Word(run.group(), start + run.start(), Box(run.start(), number, run.end(), number + 1))
        start += len(line) + 1


def middle(box: Box) -> float:
    """Give the height at which a box has its middle."""
    return (box.top + box.bottom) / 2


def height(box: Box) -> float:
    """Tell how high a box is."""
    return box.bottom - box.top
