"""Read the text that stands in a box of a page, always in the same way, so that it can be read again."""

from __future__ import annotations

from collections.abc import Iterable

from extract.model import Box, Part, Word


def text_in_box(part: Part, box: Box) -> str:
    """Join the words whose centre lies in the box, line by line, as they stand in the part's reading order."""
    return _joined(word for word in part.words if centre_in(word.box, box))


def centre_in(word: Box, box: Box) -> bool:
    """Tell whether the centre of a word lies in a box."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom


def _joined(words: Iterable[Word]) -> str:
    text, below = "", 0.0
    for word in words:
        if text:
            text += "\n" if word.box.top >= below else " "
        text, below = text + word.text, word.box.bottom
    return text
