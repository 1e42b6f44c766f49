"""A minus that a narrow cell left at the end of the line above, behind its currency: ``EUR -`` over ``1,12``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.readers.pdf_words import RawWord

_SIGNS = frozenset("-−–")
_CURRENCY = re.compile(r"[A-Z]{3}|[€$£¥₽₸₴₺]")
_NUMBER = re.compile(r"\d[\d.,'’]*")
_FLUSH = 1.0  # points between right edges that are set flush
_TOUCHING = 0.1  # points
_NEXT = 1.6  # line heights down to the number


def rejoined(words: Sequence[RawWord]) -> Sequence[RawWord]:
    """Give each such minus back to its number, which keeps its own box; a minus alone in a cell means nothing there."""
    for sign in [word for word in words if word.text in _SIGNS]:
        number = next((word for word in words if _is_below(sign, word)), None)
        if number is not None and _CURRENCY.fullmatch(_before(sign, words)) and not _before(number, words):
            signed = number._replace(text=f"-{number.text}")
            words = [signed if word is number else word for word in words if word is not sign]
    return words


def _is_below(sign: RawWord, word: RawWord) -> bool:
    """Tell a number set flush right under a sign."""
    down = word.box.top - sign.box.top
    height = sign.box.bottom - sign.box.top
    flush = abs(word.box.x1 - sign.box.x1) <= _FLUSH
    return flush and height / 2 < down <= _NEXT * height and _NUMBER.fullmatch(word.text) is not None


def _before(word: RawWord, words: Sequence[RawWord]) -> str:
    """Give what stands before a word on its line; rows of a table have something there, a cell's last line nothing."""
    half = (word.box.bottom - word.box.top) / 2 - _TOUCHING
    level = [other for other in words if abs(other.box.top - word.box.top) < half and other.box.x1 <= word.box.x0]
    return max(level, key=lambda other: other.box.x1).text if level else ""
