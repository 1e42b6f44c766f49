"""Rules lifted from a page: letters beside them are read better, and no rule is read as a letter.

A rule is no darker here than there, letters are; so what a rule adds to each row of pixels is measured along it and
taken away. Letters that touch it keep their edges, which white paint would cut off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from extract.model import Box
from extract.readers.ocr.picture import WHITE, Picture, Pixels

MARGIN_POINTS = 0.75
"""So far beside its middle part a rule is still grey."""
PIECE = 96
"""Pixels of a rule that are lifted as one: over more, it may lean away from its rows."""
PAPER, SHADE = 75, 70
"""Hundredths of the pixels that are darker than paper, and than a rule where letters lie on it."""


def without(picture: Picture, rules: Iterable[Box]) -> Picture:
    """Lift the rules from a page."""
    pixels = picture.pixels.copy()
    for rule in rules:
        rows, columns = picture.window(_around(rule))
        there = pixels[rows, columns]
        _lift(there if rule.x1 - rule.x0 >= rule.bottom - rule.top else there.T)
    return replace(picture, pixels=pixels)


def _around(rule: Box) -> Box:
    return Box(rule.x0 - MARGIN_POINTS, rule.top - MARGIN_POINTS, rule.x1 + MARGIN_POINTS, rule.bottom + MARGIN_POINTS)


def _lift(strip: Pixels) -> None:
    """Lift a level rule from the strip of pixels around it."""
    for piece in np.array_split(strip, max(1, strip.shape[1] // PIECE), axis=1) if strip.size else ():
        paper = np.percentile(piece, PAPER)
        added = np.clip(paper - np.percentile(piece, SHADE, axis=1, keepdims=True), 0, None)
        piece[:] = np.minimum(piece + added, WHITE).astype(np.uint8)
