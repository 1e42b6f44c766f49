"""A page as grey pixels, in the space its words will stand in: upright, level, measured in points from the top left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from extract.model import Box

if TYPE_CHECKING:
    from PIL.Image import Image

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]

DPI = 300
POINTS = 72
MOST_PIXELS = 24_000_000
WHITE = 255
FAINTEST = 12
INK = 0.3
BLACK = 0.25
NEIGHBOURHOOD = 1 / 6


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey pixels, 0 is black. ``scale``: pixels per point. ``turned`` and ``skew``: what made it stand upright.

    ``turned`` are quarter turns against the clock in degrees, ``skew`` is how far its lines rose to the right before
    they were levelled.
    """

    pixels: Pixels
    scale: float
    left: float = 0.0
    top: float = 0.0
    turned: int = 0
    skew: float = 0.0

    @property
    def extent(self) -> Box:
        """Give the box of the whole picture."""
        height, width = self.pixels.shape
        return self.box(0, 0, width, height)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Turn pixels into points."""
        return Box(
            self.left + x0 / self.scale,
            self.top + y0 / self.scale,
            self.left + x1 / self.scale,
            self.top + y1 / self.scale,
        )

    def window(self, box: Box) -> tuple[slice, slice]:
        """Give the rows and columns of pixels that a box covers."""
        rows, columns = self.pixels.shape
        return (
            slice(
                _within((box.top - self.top) * self.scale, rows), _within((box.bottom - self.top) * self.scale, rows)
            ),
            slice(
                _within((box.x0 - self.left) * self.scale, columns), _within((box.x1 - self.left) * self.scale, columns)
            ),
        )

    def quarter_turned(self, degrees: int) -> Picture:
        """Turn against the clock by a multiple of 90 degrees."""
        turned = np.ascontiguousarray(np.rot90(self.pixels, degrees // 90))
        return replace(self, pixels=turned, turned=(self.turned + degrees) % 360)

    def levelled(self, skew: float) -> Picture:
        """Turn about the middle so that lines that rise by ``skew`` degrees become level; the size is kept."""
        from PIL.Image import Resampling, fromarray

        level = fromarray(self.pixels).rotate(-skew, resample=Resampling.BICUBIC, fillcolor=WHITE)
        return replace(self, pixels=np.asarray(level), skew=self.skew + skew)


def _within(value: float, most: int) -> int:
    return min(max(round(value), 0), most)


def scale_for(width: float, height: float) -> float:
    """Give the pixels per point for a page of this size in points: 300 dpi, less where that were too many."""
    most = (MOST_PIXELS / max(width * height, 1.0)) ** 0.5
    return float(min(DPI / POINTS, most))


def of_image(image: Image, points: tuple[float, float]) -> Picture:
    """Take an image that is so many points wide and high."""
    from PIL.Image import Resampling

    scale = scale_for(*points)
    size = max(1, round(points[0] * scale)), max(1, round(points[1] * scale))
    return Picture(np.asarray(image.resize(size, Resampling.BICUBIC)), scale)


def ink_of(pixels: Pixels) -> Mask:
    """Tell ink from paper by what is around it, so that shadows and grey paper do not count; black does."""
    from PIL.Image import fromarray
    from PIL.ImageFilter import BoxBlur

    around = np.asarray(fromarray(pixels).filter(BoxBlur(max(8, min(pixels.shape) * NEIGHBOURHOOD / 4))))
    dark, light = np.percentile(pixels[::4, ::4], (0.5, 90))
    contrast = float(light - dark)
    is_darker = pixels < around - max(contrast * INK, FAINTEST)
    return np.asarray(is_darker | (pixels < dark + contrast * BLACK)) if contrast > FAINTEST else is_darker


def shrunk(pixels: Pixels, factor: int) -> Pixels:
    """Average squares of pixels into one."""
    if factor < 2:
        return pixels
    rows, columns = pixels.shape[0] // factor, pixels.shape[1] // factor
    squares = pixels[: rows * factor, : columns * factor].reshape(rows, factor, columns, factor)
    return np.asarray(squares.mean(axis=(1, 3)), dtype=np.uint8)
