"""From PDF user space (origin below, page unturned) to the top-left space that pdfplumber and our boxes use."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np

from extract.model import Box
from extract.readers.pdf_native import Numbers

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
LETTER = (0.0, 0.0, 612.0, 792.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's extent and the matrix that leads into it."""

    box: Box
    matrix: Matrix
    rotation: int

    def corners(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Turn a rectangle of user space: its left and right edge, its top and bottom."""
        a, b, c, d, e, f = self.matrix
        x0, y0 = a * left + c * bottom + e, b * left + d * bottom + f
        x1, y1 = a * right + c * top + e, b * right + d * top + f
        if x0 > x1:
            x0, x1 = x1, x0
        return (x0, x1, y0, y1) if y0 < y1 else (x0, x1, y1, y0)

    def edges(self, rectangles: Numbers) -> Numbers:
        """Turn rectangles of user space (left, top, right, bottom): left, top, right and bottom of each."""
        a, b, c, d, e, f = self.matrix
        left, top, right, bottom = rectangles.astype(np.float64).T
        x0, x1 = a * left + c * bottom + e, a * right + c * top + e
        y0, y1 = b * left + d * bottom + f, b * right + d * top + f
        return np.stack((np.minimum(x0, x1), np.minimum(y0, y1), np.maximum(x0, x1), np.maximum(y0, y1)), axis=1)

    def rectangle(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Turn a rectangle of user space into a box."""
        x0, x1, y0, y1 = self.corners(left, bottom, right, top)
        return Box(x0, y0, x1, y1)


def frame_of(page: Any) -> Frame:
    """Read box and rotation of a PDFium page; the media box, as pdfplumber does."""
    x0, y0, x1, y1 = extent(page.get_mediabox())
    rotation = page.get_rotation() % 360
    width, height = x1 - x0, y1 - y0
    if rotation in (90, 270):
        width, height = height, width
        left, top = y0, -x0
    else:
        left, top = x0, -y0
    turned = upright(rotation, x0, y0, x1, y1)
    flipped = multiply(turned, (1.0, 0.0, 0.0, -1.0, left, height + top))
    return Frame(Box(left, top, left + width, top + height), flipped, rotation)


def extent(media: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Put the corners of a media box in order; one without area means what PDFium then shows, a letter."""
    x0, x1 = sorted((media[0], media[2]))
    y0, y1 = sorted((media[1], media[3]))
    return (x0, y0, x1, y1) if 0 < x1 - x0 < inf and 0 < y1 - y0 < inf else LETTER


def shown(page: Any, frame: Frame) -> Box:
    """Give the box of a page that viewers show; all of it where what they are told to show is not on it.

    Some writers swap the sides of a page when they turn it, and cut off what they wrote. That is a mistake and hides
    nothing: there the page is taken to reach as far down as across.
    """
    x0, y0, x1, y1 = page.get_cropbox()
    box, whole = frame.rectangle(x0, y0, x1, y1), frame.box
    common = Box(max(box.x0, whole.x0), max(box.top, whole.top), min(box.x1, whole.x1), min(box.bottom, whole.bottom))
    if frame.rotation in (90, 270) and common == whole:
        side = max(whole.x1 - whole.x0, whole.bottom - whole.top)
        return Box(whole.x1 - side, whole.bottom - side, whole.x0 + side, whole.top + side)
    return common if common.x0 < common.x1 and common.top < common.bottom else whole


def upright(rotation: int, x0: float, y0: float, x1: float, y1: float) -> Matrix:
    """Give the matrix that turns a page upright with its corner at the origin."""
    return {
        0: (1.0, 0.0, 0.0, 1.0, -x0, -y0),
        90: (0.0, -1.0, 1.0, 0.0, -y0, x1),
        180: (-1.0, 0.0, 0.0, -1.0, x1, y1),
        270: (0.0, 1.0, -1.0, 0.0, y1, -x0),
    }[rotation]


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """Give the matrix that applies one after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
