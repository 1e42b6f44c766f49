"""The picture of a PDF page, drawn by PDFium no larger than it may be."""

from __future__ import annotations

from typing import Any

import numpy as np

from extract.readers.ocr.engine import Failed
from extract.readers.ocr.picture import Picture, scale_for
from extract.readers.pdf_frame import Frame
from extract.readers.pdf_native import fill
from extract.readers.pdf_objects import layers

MOST_STORED = 120_000_000
"""Pixels of the images on one page: PDFium unpacks them whole, however small they are drawn."""


def rendered(page: Any, frame: Frame) -> Picture:
    """Draw a page over the extent its boxes use. Raise Failed for a page whose images are bombs."""
    stored = stored_pixels(page)
    if stored > MOST_STORED:
        raise Failed(f"holds images of {stored:,} pixels, more than the {MOST_STORED:,} that are drawn")
    width, height = frame.box.x1 - frame.box.x0, frame.box.bottom - frame.box.top
    scale = scale_for(width, height)
    page.set_cropbox(*page.get_mediabox())
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
    bitmap.close()
    return Picture(np.ascontiguousarray(pixels.reshape(pixels.shape[:2])), scale, frame.box.x0, frame.box.top)


def stored_pixels(page: Any) -> int:
    """Count the pixels that the images of a page declare, without unpacking them."""
    images = [image for layer in layers(page) for image in layer.images.handles]
    sizes = fill("FPDFImageObj_GetImagePixelSize", np.zeros((len(images), 2), np.uint32), images, pointers=2)
    return int(sizes.astype(np.int64).prod(axis=1).sum())
