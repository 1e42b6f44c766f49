"""What a picture suffered is taken back as far as its letters need it: shadows, grain of a fax, a lens out of focus.

Tesseract takes one threshold for wide areas, so a shadow over half a page is ink to it, and it reads letters that fade
at their edges, or swim in specks, far worse than a person does. Each remedy harms a page that does not need it (a
sharpened clean page loses letters), so each is given by a measure of its own.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from extract.readers.ocr.picture import WHITE, Mask, Picture, Pixels

SQUARE = 8
"""Pixels that share one shade of paper."""
REACH = 5
"""So many squares across, some paper is to be seen between the letters."""
EVEN = 0.95
"""Paper whose shade differs less than this is left as it is."""
DARKER = 10
"""A shadow takes more than so many hundredths of a page; a logo takes less, and is no shadow."""
SOFT = 0.42
"""Ink whose sharpest edges rise by less than this part of the contrast within two pixels is out of focus."""
EDGES = 0.25
"""So many pixels for one of ink are edges at least."""
SPECKLED = 0.1
"""A page of whose ink more than this vanishes with the single dots is a fax."""
FULL_INK = 0.5


def cleaned(picture: Picture) -> Picture:
    """Take shadows, specks and softness from a picture, where it has them."""
    even = evened(picture.pixels)
    ink = full_ink(even)
    if not ink.any():
        return replace(picture, pixels=even)
    calm = without_specks(even, ink)
    return replace(picture, pixels=sharpened(calm) if is_soft(even, ink) else calm)


def full_ink(pixels: Pixels) -> Mask:
    """Tell the pixels nearer to the darkest ink than to paper, on even paper."""
    dark, light = np.percentile(pixels[::4, ::4], (0.5, 90))
    return np.asarray(pixels < dark + (light - dark) * FULL_INK)


def evened(pixels: Pixels) -> Pixels:
    """Make the paper white everywhere: what is darker than the paper around it stays so much darker."""
    from PIL.Image import Resampling, fromarray
    from PIL.ImageFilter import BoxBlur, MaxFilter

    image = fromarray(pixels)
    squares = image.reduce(SQUARE).filter(MaxFilter(REACH)).filter(BoxBlur(REACH // 2))
    darkest, lightest = np.percentile(np.asarray(squares), (DARKER, 98))
    if darkest >= EVEN * max(lightest, 1) and lightest >= EVEN * WHITE:
        return pixels
    paper = np.asarray(squares.resize(image.size, Resampling.BILINEAR), dtype=np.float32)
    return np.asarray(np.minimum(pixels * (WHITE / np.maximum(paper, 1)), WHITE), dtype=np.uint8)


def is_soft(pixels: Pixels, ink: Mask) -> bool:
    """Tell a picture out of focus by its sharpest edges."""
    sample = pixels[::2].astype(np.int16)
    rises = np.abs(sample[:, 2:] - sample[:, :-2])
    dark, light = np.percentile(pixels[::4, ::4], (0.5, 90))
    sharpest = float(np.percentile(rises, 100 * (1 - EDGES * float(ink.mean()))))
    return sharpest < SOFT * float(light - dark)


def sharpened(pixels: Pixels) -> Pixels:
    """Make edges steeper."""
    from PIL.Image import fromarray
    from PIL.ImageFilter import UnsharpMask

    return np.asarray(fromarray(pixels).filter(UnsharpMask(radius=3, percent=200, threshold=0)))


def without_specks(pixels: Pixels, ink: Mask) -> Pixels:
    """Take single dots away, where they are so many that the page must be full of them."""
    from PIL.Image import fromarray
    from PIL.ImageFilter import MedianFilter

    calm = np.asarray(fromarray(pixels).filter(MedianFilter(3)))
    vanished = ink & ~full_ink(calm)
    return calm if vanished.sum() > SPECKLED * ink.sum() else pixels
