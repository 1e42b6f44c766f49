"""Rules, rectangles and images of a page, from PDFium's page objects and those inside its forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import Any

import numpy as np

from extract.model import Box
from extract.readers.pdf_frame import Frame, Matrix
from extract.readers.pdf_native import Address, Numbers, called, fill
from extract.readers.pdf_objects import Layer, Objects, layers, matrices_of

MOST_SEGMENTS = 40_000
# A rule may lean by the width of a pen, and by a fiftieth of its length; pieces of a drawn curve lean more.
STRAIGHT = 0.7
SLANT = 0.02
SHORTEST = 0.5
FARTHEST = 1e6
"""Points: a hundred times the largest page; what lies beyond is damage, and would cost the others their precision."""
UNIT_SQUARE = np.array(((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)))


@dataclass(slots=True)
class Drawing:
    """What a page shows beside text. ``rules``: left, top, right and bottom of each; no height or no width.

    ``bytes_of``: how many bytes each image has, by which those that come again are known.
    ``texts``: text was drawn as well, whether or not it can be seen.
    """

    rules: Numbers = field(default_factory=lambda: np.zeros((0, 4)))
    images: list[Box] = field(default_factory=list)
    bytes_of: list[int] = field(default_factory=list)
    segments: int = 0
    texts: bool = False

    @property
    def full(self) -> bool:
        """Tell that the page is a drawing with more lines than any table."""
        return self.segments >= MOST_SEGMENTS


@dataclass(frozen=True, slots=True)
class Segments:
    """The segments of many paths, one after the other: end point, kind, whether the figure closes there."""

    paths: Numbers
    points: Numbers
    kinds: Numbers
    closes: Numbers


def drawing_of(page: Any, frame: Frame) -> Drawing:
    """Collect rules and images."""
    return drawn(layers(page), frame)


def drawn(held: Iterable[Layer], frame: Frame) -> Drawing:
    """Collect the rules and images of layers."""
    drawing = Drawing()
    rules = [drawing.rules]
    for layer in held:
        if drawing.full:
            break
        drawing.texts |= bool(layer.texts.handles)
        if layer.images.handles:
            drawing.images.extend(image_boxes(layer.images, frame))
            drawing.bytes_of += called("FPDFImageObj_GetImageDataRaw", layer.images.handles, repeat(None), repeat(0))
        if layer.paths.handles:
            rules.append(rules_of(layer, frame, drawing))
    drawing.rules = np.concatenate(rules)
    return drawing


def image_boxes(images: Objects, frame: Frame) -> list[Box]:
    """Give the boxes of images: the unit square under the matrix of each."""
    matrices = combined(matrices_of(images.handles), images.matrix)
    corners = moved(np.tile(UNIT_SQUARE, (len(matrices), 1)), np.repeat(matrices, 4, axis=0)).reshape(-1, 4, 2)
    return boxes_of(frame.edges(np.concatenate((corners.min(axis=1), corners.max(axis=1)), axis=1)))


def rules_of(layer: Layer, frame: Frame, drawing: Drawing) -> Numbers:
    """Give the level and upright straight pieces of the paths that are stroked or filled."""
    are_painted = np.asarray(layer.modes.any(axis=1))
    painted = layer.paths.only(are_painted).handles
    segments = segments_of(painted, drawing)
    starts, ends, owners = pieces(segments)
    matrices = combined(matrices_of(painted), layer.matrix)[owners]
    starts, ends = moved(starts, matrices), moved(ends, matrices)
    edges = frame.edges(np.concatenate((np.minimum(starts, ends), np.maximum(starts, ends)), axis=1))
    return straightened(edges)


def segments_of(paths: Sequence[Address], drawing: Drawing) -> Segments:
    """Read the segments of paths, as many as a page may have."""
    counts = np.maximum(np.array(called("FPDFPath_CountSegments", paths), np.int64), 0)
    room = MOST_SEGMENTS - drawing.segments
    counts = np.minimum(counts, np.maximum(0, room - (np.cumsum(counts) - counts)))
    drawing.segments += int(counts.sum())
    owners = np.repeat(np.arange(len(paths)), counts)
    indexes = chain.from_iterable(map(range, counts.tolist()))
    found = called("FPDFPath_GetPathSegment", np.array(paths, np.uintp)[owners].tolist(), indexes)
    points = fill("FPDFPathSegment_GetPoint", np.zeros((len(found), 2), np.float32), found, pointers=2)
    kinds = np.array(called("FPDFPathSegment_GetType", found), np.int64)
    return Segments(owners, points, kinds, np.array(called("FPDFPathSegment_GetClose", found), np.bool_))


def pieces(segments: Segments) -> tuple[Numbers, Numbers, Numbers]:
    """Give start, end and path of the straight pieces in their own space; a closed figure's last piece too."""
    import pypdfium2.raw as pdfium

    count = len(segments.kinds)
    moves = segments.kinds == pdfium.FPDF_SEGMENT_MOVETO
    first = np.diff(segments.paths, prepend=-1) > 0
    figures = np.maximum.accumulate(np.where(moves | first, np.arange(count), 0))
    starts = np.where(moves[figures][:, None], segments.points[figures], 0)
    ends = np.where(segments.closes[:, None], starts, segments.points)
    before = np.where(first[:, None], 0, np.roll(ends, 1, axis=0))
    lines, closes = segments.kinds == pdfium.FPDF_SEGMENT_LINETO, segments.closes
    return (
        np.concatenate((before[lines], segments.points[closes])),
        np.concatenate((segments.points[lines], starts[closes])),
        np.concatenate((segments.paths[lines], segments.paths[closes])),
    )


def combined(matrices: Numbers, outer: Matrix) -> Numbers:
    """Give the matrices that apply one matrix after each."""
    a, b, c, d, e, f = matrices.astype(np.float64).T
    p, q, r, s, t, u = outer
    columns = (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
    return np.stack(columns, axis=1)


def moved(points: Numbers, matrices: Numbers) -> Numbers:
    """Move each point by its matrix."""
    a, b, c, d, e, f = matrices.T
    x, y = points.astype(np.float64).T
    return np.stack((a * x + c * y + e, b * x + d * y + f), axis=1)


def straightened(edges: Numbers) -> Numbers:
    """Keep the pieces that are level or upright, and long enough, as lines of no width."""
    left, top, right, bottom = edges.T
    width, height = right - left, bottom - top
    long = (np.maximum(width, height) >= SHORTEST) & (np.abs(edges).max(axis=1, initial=0) < FARTHEST)
    level = long & (height <= np.minimum(STRAIGHT, SLANT * width))
    upright = long & ~level & (width <= np.minimum(STRAIGHT, SLANT * height))
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    lines = np.stack(
        (
            np.where(upright, middle_x, left),
            np.where(level, middle_y, top),
            np.where(upright, middle_x, right),
            np.where(level, middle_y, bottom),
        ),
        axis=1,
    )
    straight: Numbers = lines[level | upright]
    return straight


def boxes_of(edges: Numbers) -> list[Box]:
    """Give rows of left, top, right and bottom as boxes."""
    return [Box(*row) for row in edges.tolist()]


def edges_of(boxes: Iterable[Box]) -> Numbers:
    """Give boxes as rows of left, top, right and bottom."""
    return np.array([(box.x0, box.top, box.x1, box.bottom) for box in boxes], np.float64).reshape(-1, 4)
