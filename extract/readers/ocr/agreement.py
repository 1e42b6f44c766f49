"""Whether the text layer of a scan is of that scan: where a word is said to stand, there must be ink."""

from __future__ import annotations

from collections.abc import Sequence

from extract.readers.ocr.picture import POINTS, Picture, ink_of, shrunk
from extract.readers.pdf_words import RawWord

DPI = 100
SAMPLE = 80
SHORTEST = 3
INKED = 0.02
"""So much of a word's box is ink at least."""
AGREEING = 0.5


def agrees(words: Sequence[RawWord], picture: Picture) -> bool:
    """Tell whether most words of a page stand on ink; a sample of them, spread over the page, is looked at."""
    long = [word for word in words if len(word.text) >= SHORTEST] or words
    looked_at = long[:: len(long) // SAMPLE + 1]
    if not looked_at:
        return True
    factor = max(1, int(picture.scale * POINTS // DPI))
    small = Picture(shrunk(picture.pixels, factor), picture.scale / factor, picture.left, picture.top)
    ink = ink_of(small.pixels)
    pieces = [ink[small.window(word.box)] for word in looked_at]
    return sum(piece.size > 0 and float(piece.mean()) >= INKED for piece in pieces) >= AGREEING * len(pieces)
