"""What is painted below the text of a page or over it: rectangles that hide what they cover, and all else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from extract.readers.pdf_frame import Frame
from extract.readers.pdf_native import Address, Numbers, called, fill
from extract.readers.pdf_objects import SHADING, Layer, Objects, matrices_of
from extract.readers.pdf_rules import Drawing, moved, segments_of

LEAST = 3.0
"""Points: what is lower or narrower is a rule, and hides no letter."""
WIDE_STROKE = 5.0
OPAQUE = 255
NEAR = 0.01
ALL_CORNERS, MOST_POINTS = 0b1111, 6
NO_COLOUR = -1000
"""Of a ground that may show several colours, none of which is that of a text."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Shapes: their boxes, the order in which they are painted, their colours."""

    edges: Numbers
    ranks: Numbers
    colours: Numbers

    def under(self, edges: Numbers, ranks: Numbers) -> Numbers:
        """Give the colour that was last painted below the middle of each of some texts: white where none was."""
        at_x, at_y = (edges[:, 0] + edges[:, 2]) / 2, (edges[:, 1] + edges[:, 3]) / 2
        last = np.zeros(len(edges))
        colours = np.full((len(edges), 3), 255)
        for (x0, top, x1, bottom), rank, colour in zip(self.edges, self.ranks, self.colours, strict=True):
            below = (x0 <= at_x) & (at_x < x1) & (top <= at_y) & (at_y < bottom) & (last < rank) & (rank < ranks)
            last[below], colours[below] = rank, colour
        return colours


NOTHING = Grounds(np.zeros((0, 4)), np.zeros(0), np.zeros((0, 3), np.int64))


def edges_of(objects: Objects, frame: Frame) -> Numbers:
    """Give the left, top, right and bottom of objects on their page."""
    bounds = np.zeros((len(objects.handles), 4), np.float32)
    fill("FPDFPageObj_GetBounds", bounds, objects.handles, pointers=4)
    corners = bounds[:, (0, 1, 2, 1, 0, 3, 2, 3)].reshape(-1, 2)
    there = moved(corners, np.tile(objects.matrix, (len(corners), 1))).reshape(-1, 4, 2)
    return frame.edges(np.concatenate((there.min(axis=1), there.max(axis=1)), axis=1))


def colours_of(things: Sequence[Address]) -> Numbers:
    """Give red, green, blue and alpha of what things are filled with; opaque black where that is a pattern."""
    black = np.tile(np.array((0, 0, 0, OPAQUE), np.uint32), (len(things), 1))
    return fill("FPDFPageObj_GetFillColor", black, things, pointers=4).astype(np.int64)


def rectangles(held: Iterable[Layer], frame: Frame) -> Grounds:
    """Give the rectangles that hide what was painted before them."""
    return joined([opaque(layer, frame) for layer in held if layer.modes[:, 0].any()])


def opaque(layer: Layer, frame: Frame) -> Grounds:
    """Give the rectangles of one layer that let nothing through."""
    filled = layer.paths.only(layer.modes[:, 0] != 0)
    edges = edges_of(filled, frame)
    large = (edges[:, 2:] - edges[:, :2]).min(axis=1, initial=np.inf) >= LEAST
    if not large.any():
        return NOTHING
    filled, edges = filled.only(large), edges[large]
    whole = are_rectangles(filled.handles) & ~are_clear(filled.handles)
    colours = colours_of(filled.handles)
    whole &= colours[:, 3] == OPAQUE
    return Grounds(edges[whole], filled.ranks[whole], colours[whole, :3])


def are_clear(things: Sequence[Address]) -> Numbers:
    """Tell what lets through what lies below."""
    return np.array(called("FPDFPageObj_HasTransparency", things), np.bool_)


def are_rectangles(paths: Sequence[Address]) -> Numbers:
    """Tell paths that are one upright rectangle: every point is a corner of their extent, and each corner is there."""
    segments = segments_of(paths, Drawing())
    points, owners = segments.points, segments.paths
    least, most = np.full((len(paths), 2), np.inf), np.full((len(paths), 2), -np.inf)
    np.minimum.at(least, owners, points)
    np.maximum.at(most, owners, points)
    high = np.abs(points - most[owners]) < NEAR
    sides = (high | (np.abs(points - least[owners]) < NEAR)).all(axis=1)
    corners, strays = np.zeros(len(paths), np.int64), np.zeros(len(paths), np.bool_)
    np.bitwise_or.at(corners, owners, 1 << (high @ (1, 2)))
    strays[owners[~sides]] = True
    upright = (matrices_of(paths)[:, (1, 2)] == 0).all(axis=1)
    counts = np.bincount(owners, minlength=len(paths))
    found: Numbers = upright & ~strays & (corners == ALL_CORNERS) & (counts <= MOST_POINTS)
    return found


def all_grounds(held: Sequence[Layer], frame: Frame, certain: Grounds) -> Grounds:
    """Give the rectangles with all else that may lie below a text: shapes, pictures, shadings, thick lines."""
    known = set(certain.ranks.tolist())
    others = [open_grounds(objects, frame) for layer in held for objects in shapes(layer, known)]
    return joined([certain, *others])


def shapes(layer: Layer, known: set[float]) -> Iterator[Objects]:
    """Yield what is painted and no rectangle that is known."""
    paths = layer.paths
    strokes = fill("FPDFPageObj_GetStrokeWidth", np.zeros((len(paths.handles), 1), np.float32), paths.handles)[:, 0]
    broad = (layer.modes[:, 0] != 0) | ((layer.modes[:, 1] != 0) & (strokes >= WIDE_STROKE))
    yield paths.only(broad & ~np.isin(paths.ranks, list(known)))
    yield layer.images
    yield layer.of(SHADING)


def open_grounds(objects: Objects, frame: Frame) -> Grounds:
    """Take objects for grounds of no one colour."""
    return Grounds(edges_of(objects, frame), objects.ranks, np.full((len(objects.handles), 3), NO_COLOUR))


def joined(several: Sequence[Grounds]) -> Grounds:
    """Put grounds together."""
    columns = zip(*((grounds.edges, grounds.ranks, grounds.colours) for grounds in (NOTHING, *several)), strict=True)
    return Grounds(*map(np.concatenate, columns))
