"""What the picture of a page says of words that may be unseen: a word shows where its box is not all of one grey."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from extract.model import Box, holds
from extract.readers.pdf_unseen import COVERED, LIKE_GROUND
from extract.readers.pdf_words import RawWord

if TYPE_CHECKING:
    from extract.readers.ocr.picture import Picture

CONTRAST = 25
"""Steps of grey."""
INNER = 0.2
"""So much of a box at each side may show what stands beside the word."""
DOUBTFUL = frozenset((COVERED, LIKE_GROUND))

Hidden = Mapping[str, Sequence[RawWord]]


def brought_back(hidden: Hidden, picture: Picture) -> tuple[list[RawWord], dict[str, list[RawWord]]]:
    """Give the words that show all the same, as one that was painted again over its cover, and those that do not."""
    doubtful = {id(word) for how in DOUBTFUL & hidden.keys() for word in hidden[how] if shows(word, picture)}
    back = [word for words in hidden.values() for word in words if id(word) in doubtful]
    left = {how: [word for word in words if id(word) not in doubtful] for how, words in hidden.items()}
    return back, {how: words for how, words in left.items() if words}


def shows(word: RawWord, picture: Picture) -> bool:
    """Tell whether anything is to be seen where a word stands."""
    box = word.box
    off_x, off_y = INNER * (box.x1 - box.x0), INNER * (box.bottom - box.top)
    piece = picture.pixels[picture.window(Box(box.x0 + off_x, box.top + off_y, box.x1 - off_x, box.bottom - off_y))]
    return piece.size > 0 and int(piece.max()) - int(piece.min()) >= CONTRAST


def alone(layer: Iterable[RawWord], words: Sequence[RawWord]) -> list[RawWord]:
    """Leave out the words of a layer that say again what stands there in ink."""
    return [word for word in layer if not any(holds(other.box, word.box) for other in words)]
