"""The boxes of a ruled page, each read by itself: beside rules and other boxes a lone figure is easily overlooked.

A page read as a whole loses the "1" in a small box, or takes it for a piece of its rule. The boxes are cut out and
given to Tesseract in one call, each as a page of its own; what it sees there is weighed against the reading of the
whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from extract.model import Box
from extract.readers.ocr.engine import Deadline, Seen, words_of_each
from extract.readers.ocr.picture import POINTS, Mask, Picture, Pixels, ink_of, shrunk
from extract.readers.pdf_cells import cells_of, crossings, rules_in
from extract.readers.pdf_rules import edges_of

MODE_BLOCK = 6
DPI = 150
MOST = 400
"""A page of more boxes is squared paper."""
LOWEST_POINTS = 6.0
LARGEST = 0.5
"""A frame around so much of a page is none of its boxes."""
LEAST_INK = 3
MARGIN = 4
PADDING = 16


def boxes_of(rules: Sequence[Box], page: Box) -> list[Box]:
    """Give the boxes that rules enclose; none where they are too many."""
    most = LARGEST * (page.x1 - page.x0) * (page.bottom - page.top)
    found = [Box(*cell) for cell in cells_of(crossings(rules_in(edges_of(rules))))]
    boxes = [box for box in found if box.bottom - box.top >= LOWEST_POINTS and _area(box) <= most]
    return [box for box in boxes if not _is_parted(box, boxes)] if len(boxes) <= MOST else []


def words_in(boxes: Iterable[Box], picture: Picture, languages: Sequence[str], deadline: Deadline) -> list[Seen]:
    """Read the boxes of a page, its rules painted out; words with their places on the page."""
    factor = max(1, int(picture.scale * POINTS // DPI))
    small = replace(picture, pixels=shrunk(picture.pixels, factor), scale=picture.scale / factor)
    ink = ink_of(small.pixels)
    windows = [window for box in boxes if (window := _written(small.window(box), ink, factor)) is not None]
    pieces = [_padded(picture.pixels[window]) for window in windows]
    read = words_of_each(pieces, languages, deadline, MODE_BLOCK, round(picture.scale * POINTS))
    return [
        _moved(word, columns.start - PADDING, rows.start - PADDING)
        for (rows, columns), words in zip(windows, read, strict=True)
        for word in words
    ]


def _is_parted(box: Box, boxes: Sequence[Box]) -> bool:
    """Tell a box that holds the middle of a smaller one: a rule that ends too early let it grow."""
    return any(
        box.x0 < (other.x0 + other.x1) / 2 < box.x1
        and box.top < (other.top + other.bottom) / 2 < box.bottom
        and _area(other) < _area(box)
        for other in boxes
    )


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def _written(window: tuple[slice, slice], ink: Mask, factor: int) -> tuple[slice, slice] | None:
    """Narrow a window on the small picture to its ink, and give it on the large one; None where it is empty."""
    there = ink[window]
    rows, columns = np.flatnonzero(there.sum(axis=1) > 1), np.flatnonzero(there.sum(axis=0) > 1)
    if min(len(rows), len(columns)) < LEAST_INK:
        return None
    return _spread(window[0], rows, factor), _spread(window[1], columns, factor)


def _spread(whole: slice, inked: np.ndarray, factor: int) -> slice:
    start = max(whole.start, whole.start + int(inked[0]) - MARGIN)
    stop = min(whole.stop, whole.start + int(inked[-1]) + 1 + MARGIN)
    return slice(start * factor, stop * factor)


def _padded(piece: Pixels) -> Pixels:
    """Put paper of its own shade around a piece."""
    return np.pad(piece, PADDING, constant_values=int(np.median(piece)))


def _moved(word: Seen, right: int, down: int) -> Seen:
    return replace(word, x0=word.x0 + right, y0=word.y0 + down, x1=word.x1 + right, y1=word.y1 + down)
