"""Words as high as their type: Tesseract bounds the ink of a word, fonts bound all that their letters may be.

What is read from a PDF has boxes of its fonts, and gaps between words and lines are measured by the heights of these.
By the height of its ink a word of small letters seems to stand far from the next one; a typewriter's blank, wider
than a capital is high, seems to part columns. So the ink of a word is told by its letters, and the box grows to what
their type takes above and below the line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.readers.ocr.engine import Seen


@dataclass(frozen=True, slots=True)
class Reach:
    """How far something goes above and below the line it stands on, in sizes of its type."""

    above: float
    below: float


TYPE = Reach(0.93, 0.22)
SMALL, HAN = 0.53, Reach(0.85, 0.08)
ABOVE = {
    0.93: frozenset("ЙЁЇÄÖÜĞİÀÁÉÈÓŐŰ"),
    0.72: frozenset("bdfhijklt" + "бёйфіїһ" + "äöüğıçş" + "()/[]{}|$\"'«»“”&%№"),
}
BELOW = {0.21: frozenset("gjpqyруф()/[]{}|$ғ"), 0.14: frozenset("QДЦЩцщ,;қңҚҢ")}
"""How far ink goes, for the letters with which it goes that far; capitals and figures are as high as a b."""
CAPITAL = 0.72
FIRST_HAN = "\u2e80"


def as_type(words: Iterable[Seen]) -> list[Seen]:
    """Give words with the boxes of their type; dashes and points keep those of their ink."""
    return [_grown(word) if any(map(str.isalnum, word.text)) else word for word in words]


def _grown(word: Seen) -> Seen:
    ink = ink_of_letters(word.text)
    size = (word.y1 - word.y0) / (ink.above + ink.below)
    line = word.y1 - ink.below * size
    top, bottom = round(line - TYPE.above * size), round(line + TYPE.below * size)
    return replace(word, y0=max(0, min(word.y0, top)), y1=max(word.y1, bottom))


def ink_of_letters(text: str) -> Reach:
    """Tell how far the ink of some letters goes."""
    if any(letter >= FIRST_HAN for letter in text):
        return HAN
    there = set(text)
    highest = next((far for far, letters in ABOVE.items() if there & letters), SMALL)
    if any(letter.isupper() or letter.isdigit() for letter in text):
        highest = max(highest, CAPITAL)
    return Reach(highest, next((far for far, letters in BELOW.items() if there & letters), 0.0))
