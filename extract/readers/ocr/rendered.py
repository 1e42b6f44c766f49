"""The picture of a PDF page, drawn by PDFium no larger than it may be."""

from __future__ import annotations

from typing import Any

import numpy as np

from extract.readers.ocr.engine import Failed
from extract.readers.ocr.picture import Picture, scale_for
from extract.readers.pdf_frame import Frame
from extract.readers.pdf_rules import objects

MOST_STORED = 120_000_000
"""Pixels of the images on one page: PDFium unpacks them whole, however small they are drawn."""


def rendered(page: Any, frame: Frame) -> Picture:
    """Draw a page over the extent its boxes use. Raise Failed for a page whose images are bombs."""
    stored = sum(pixels_of(handle) for kind, handle, _ in objects(page) if is_image(kind))
    if stored > MOST_STORED:
        raise Failed(f"holds images of {stored:,} pixels, more than the {MOST_STORED:,} that are drawn")
    width, height = frame.box.x1 - frame.box.x0, frame.box.bottom - frame.box.top
    scale = scale_for(width, height)
    page.set_cropbox(*page.get_mediabox())
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
    bitmap.close()
    return Picture(np.ascontiguousarray(pixels.reshape(pixels.shape[:2])), scale, frame.box.x0, frame.box.top)


def is_image(kind: int) -> bool:
    """Tell an image among the objects of a page."""
    import pypdfium2.raw as pdfium

    return bool(kind == pdfium.FPDF_PAGEOBJ_IMAGE)


def pixels_of(handle: Any) -> int:
    """Read how many pixels an image declares, without unpacking it."""
    import ctypes

    import pypdfium2.raw as pdfium

    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(handle, ctypes.byref(width), ctypes.byref(height)):
        return 0
    return width.value * height.value
