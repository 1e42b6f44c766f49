"""Single words looked at once more, all in one call: cut from the page and put under each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.readers.ocr.engine import Deadline, Seen, words_of
from extract.readers.ocr.picture import POINTS, WHITE, Picture, Pixels

MARGIN = 6
MODE_BLOCK = 6


def looked_again(
    words: Sequence[Seen], picture: Picture, languages: Sequence[str], deadline: Deadline, *settings: str
) -> list[Seen | None]:
    """Read each word alone on its line; None where that gave no word or several."""
    if not words:
        return []
    pieces = [_cut(word, picture) for word in words]
    width = max(piece.shape[1] for piece in pieces) + 2 * MARGIN
    rows = [_framed(piece, width) for piece in pieces]
    ends = np.cumsum([len(row) for row in rows]).tolist()
    seen = words_of(np.vstack(rows), languages, deadline, MODE_BLOCK, round(picture.scale * POINTS), *settings)
    return [_on_line(seen, end - len(row), end) for row, end in zip(rows, ends, strict=True)]


def _cut(word: Seen, picture: Picture) -> Pixels:
    rows, columns = picture.pixels.shape
    return picture.pixels[max(0, word.y0 - 2) : min(rows, word.y1 + 2), max(0, word.x0 - 2) : min(columns, word.x1 + 2)]


def _framed(piece: Pixels, width: int) -> Pixels:
    framed = np.full((piece.shape[0] + 4 * MARGIN, width), WHITE, dtype=np.uint8)
    framed[2 * MARGIN : -2 * MARGIN, MARGIN : MARGIN + piece.shape[1]] = piece
    return framed


def _on_line(seen: Sequence[Seen], top: int, bottom: int) -> Seen | None:
    there = [word for word in seen if top <= (word.y0 + word.y1) / 2 < bottom]
    return there[0] if len(there) == 1 else None
