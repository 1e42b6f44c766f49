"""Rules, rectangles and images of a page, from PDFium's page objects and those inside its forms."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extract.model import Box
from extract.readers.pdf_frame import IDENTITY, Frame, Matrix, multiply

DEPTH = 12
MOST_SEGMENTS = 40_000
MOST_OBJECTS = 100_000
# A rule may lean by the width of a pen, and by a fiftieth of its length; pieces of a drawn curve lean more.
STRAIGHT = 0.7
SLANT = 0.02
SHORTEST = 0.5

Point = tuple[float, float]


@dataclass(slots=True)
class Drawing:
    """What a page shows beside text. ``rules`` are boxes of no height or no width."""

    rules: list[Box] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    segments: int = 0

    @property
    def full(self) -> bool:
        """Tell that the page is a drawing with more lines than any table."""
        return self.segments >= MOST_SEGMENTS


def drawing_of(page: Any, frame: Frame) -> Drawing:
    """Collect rules and images."""
    import pypdfium2.raw as pdfium

    drawing = Drawing()
    for kind, handle, matrix in objects(page):
        if drawing.full:
            break
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawing.images.append(image_box(matrix, frame))
        elif is_painted(handle):
            drawing.rules.extend(rules_of(handle, matrix, frame, drawing))
    return drawing


def objects(page: Any) -> Iterator[tuple[int, Any, Matrix]]:
    """Yield images and paths with the matrix to user space, forms opened up to a depth."""
    import pypdfium2.raw as pdfium

    handles = [pdfium.FPDFPage_GetObject(page.raw, i) for i in range(pdfium.FPDFPage_CountObjects(page.raw))]
    waiting = [(handle, IDENTITY, 0) for handle in reversed(handles)]
    for _ in range(MOST_OBJECTS):
        if not waiting:
            return
        handle, outer, depth = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEPTH:
            inner = multiply(matrix_of(handle), outer)
            count = min(pdfium.FPDFFormObj_CountObjects(handle), MOST_OBJECTS)
            waiting.extend((pdfium.FPDFFormObj_GetObject(handle, i), inner, depth + 1) for i in reversed(range(count)))
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            yield kind, handle, multiply(matrix_of(handle), outer)


def matrix_of(handle: Any) -> Matrix:
    """Read the matrix of a page object."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(matrix)):
        return IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def image_box(matrix: Matrix, frame: Frame) -> Box:
    """Give the box of an image: the unit square under its matrix."""
    corners = [apply(matrix, corner) for corner in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))]
    xs, ys = zip(*corners, strict=True)
    return frame.rectangle(min(xs), min(ys), max(xs), max(ys))


def apply(matrix: Matrix, point: Point) -> Point:
    """Move a point."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def is_painted(handle: Any) -> bool:
    """Tell a path that is stroked or filled from one that only clips."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(fill.value or stroke.value)


def rules_of(handle: Any, matrix: Matrix, frame: Frame, drawing: Drawing) -> Iterator[Box]:
    """Yield the level and upright straight pieces of a path."""
    for start, end in pieces(handle, drawing):
        (x0, y0), (x1, y1) = apply(matrix, start), apply(matrix, end)
        box = frame.rectangle(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        width, height = box.x1 - box.x0, box.bottom - box.top
        if max(width, height) < SHORTEST:
            continue
        if height <= min(STRAIGHT, SLANT * width):
            level = (box.top + box.bottom) / 2
            yield Box(box.x0, level, box.x1, level)
        elif width <= min(STRAIGHT, SLANT * height):
            upright = (box.x0 + box.x1) / 2
            yield Box(upright, box.top, upright, box.bottom)


def pieces(handle: Any, drawing: Drawing) -> Iterator[tuple[Point, Point]]:
    """Yield the straight pieces of a path in its own space; a closed figure's last piece too."""
    import pypdfium2.raw as pdfium

    start = here = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    count = min(pdfium.FPDFPath_CountSegments(handle), MOST_SEGMENTS)
    drawing.segments += count
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(handle, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield here, point
        here = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield here, start
            here = start
