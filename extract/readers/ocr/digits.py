"""A second look at what must be a number or a code: words of digits are read once more with digits only.

The first reading takes 0 for O and 3 for З where the letters around it invite that. The second is taken where it has
as many signs and is the surer one, or where the first put letters between digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from extract.readers.ocr.engine import Deadline, Seen, words_of
from extract.readers.ocr.picture import POINTS, WHITE, Picture

ALLOWED = "0123456789.,-/:%"
LOOK_ALIKE = str.maketrans("OОоoDQIlІі|!ЗзSsБбBВZzТ", "00000011111133558688227")
CODE = re.compile(r"[-0-9.,/:%]*\d[-0-9.,/:%OОоoIlІі|!ЗзSsБбBВZz]*|[-0-9.,/:%OОоoIlІі|!ЗзSsБбBВZz]+\d[-0-9.,/:%]*")
DIGITS = re.compile(r"[-0-9.,/:%]+")
SURE = 0.93
SHORTEST = 3
MOST = 60
MARGIN = 6
MODE_BLOCK = 6


def checked(words: Sequence[Seen], picture: Picture, deadline: Deadline) -> list[Seen]:
    """Give the words, doubtful numbers among them read again."""
    doubtful = [index for index, word in enumerate(words) if is_doubtful(word)][:MOST]
    better = list(words)
    if not doubtful:
        return better
    again = _read_again([words[index] for index in doubtful], picture, deadline)
    for index, second in zip(doubtful, again, strict=True):
        better[index] = settled(words[index], second)
    return better


def is_doubtful(word: Seen) -> bool:
    """Tell a word that looks like a number with letters in it, or one that was hard to read."""
    if len(word.text) < SHORTEST or not CODE.fullmatch(word.text):
        return False
    figures = sum(letter.isdigit() for letter in word.text)
    return 2 * figures >= len(word.text) and (word.confidence < SURE or not DIGITS.fullmatch(word.text))


def settled(first: Seen, second: Seen | None) -> Seen:
    """Choose between two readings of a word."""
    if second is None or len(second.text) != len(first.text):
        return first
    alike = first.text.translate(LOOK_ALIKE)
    if second.text == alike:
        return replace(first, text=alike, confidence=max(first.confidence, second.confidence))
    is_number = DIGITS.fullmatch(first.text) is not None
    return (
        replace(second, x0=first.x0, y0=first.y0, x1=first.x1, y1=first.y1)
        if (is_number and second.confidence > first.confidence + 0.1)
        else first
    )


def _read_again(words: Sequence[Seen], picture: Picture, deadline: Deadline) -> list[Seen | None]:
    """Read words under each other in one picture, each on a line of its own."""
    pieces = [_cut(word, picture) for word in words]
    width = max(piece.shape[1] for piece in pieces) + 2 * MARGIN
    rows: list[np.ndarray] = []
    starts: list[int] = []
    height = 0
    for piece in pieces:
        framed = np.full((piece.shape[0] + 4 * MARGIN, width), WHITE, dtype=np.uint8)
        framed[2 * MARGIN : -2 * MARGIN, MARGIN : MARGIN + piece.shape[1]] = piece
        rows.append(framed)
        starts.append(height)
        height += framed.shape[0]
    dpi = round(picture.scale * POINTS)
    seen = words_of(np.vstack(rows), ("eng",), deadline, MODE_BLOCK, dpi, f"tessedit_char_whitelist={ALLOWED}")
    return [_on_line(seen, start, start + row.shape[0]) for start, row in zip(starts, rows, strict=True)]


def _cut(word: Seen, picture: Picture) -> np.ndarray:
    rows, columns = picture.pixels.shape
    return picture.pixels[max(0, word.y0 - 2) : min(rows, word.y1 + 2), max(0, word.x0 - 2) : min(columns, word.x1 + 2)]


def _on_line(seen: Sequence[Seen], top: int, bottom: int) -> Seen | None:
    """Take the reading of one line; several words on it are no reading of one number."""
    there = [word for word in seen if top <= (word.y0 + word.y1) / 2 < bottom]
    return there[0] if len(there) == 1 else None
