"""The objects of a page and of the forms on it, with the matrix that leads each into user space."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from extract.readers.pdf_frame import IDENTITY, Matrix, multiply
from extract.readers.pdf_native import Address, Numbers, address_of, called, fill, function, handles

DEPTH = 12
MOST_OBJECTS = 100_000
TEXT, PATH, IMAGE, SHADING, FORM = range(1, 6)
"""FPDF_PAGEOBJ_TEXT and the others."""


@dataclass(frozen=True)
class Layer:
    """What lies directly on a page or in a form; ``matrix`` leads from there into user space.

    ``ranks`` grow in the order in which objects are painted, forms with what they hold: what is painted later covers.
    """

    held: Sequence[Address]
    kinds: Numbers
    ranks: Numbers
    matrix: Matrix

    def of(self, kind: int) -> Objects:
        """Give the objects of a kind."""
        at = np.flatnonzero(self.kinds == kind)
        return Objects([self.held[number] for number in at.tolist()], self.ranks[at], self.matrix)

    @cached_property
    def paths(self) -> Objects:
        """Give the lines and shapes."""
        return self.of(PATH)

    @cached_property
    def modes(self) -> Numbers:
        """Tell of each path how it is filled (0: not) and whether its line is drawn."""
        paths = self.paths.handles
        return fill("FPDFPath_GetDrawMode", np.zeros((len(paths), 2), np.int32), paths, pointers=2)

    @cached_property
    def images(self) -> Objects:
        """Give the images."""
        return self.of(IMAGE)

    @cached_property
    def texts(self) -> Objects:
        """Give the stretches of text."""
        return self.of(TEXT)


@dataclass(frozen=True, slots=True)
class Objects:
    """Objects of one layer, and the order in which they are painted."""

    handles: Sequence[Address]
    ranks: Numbers
    matrix: Matrix

    def only(self, chosen: Numbers) -> Objects:
        """Choose some by a mask."""
        return Objects(
            [self.handles[number] for number in np.flatnonzero(chosen).tolist()], self.ranks[chosen], self.matrix
        )


def layers(page: Any) -> Iterator[Layer]:
    """Yield the page and its forms, opened up to a depth."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPage_CountObjects(page.raw)
    waiting = [(handles("FPDFPage_GetObject", address_of(page.raw), min(count, MOST_OBJECTS)), IDENTITY, 0, 0.0)]
    left = MOST_OBJECTS
    while waiting and left > 0:
        held, matrix, depth, rank = waiting.pop()
        held = held[:left]
        left -= len(held)
        kinds = np.array(called("FPDFPageObj_GetType", held), np.int32)
        layer = Layer(held, kinds, rank + np.arange(1, len(held) + 1) / (MOST_OBJECTS + 1) ** depth, matrix)
        yield layer
        if depth < DEPTH:
            forms = layer.of(FORM)
            waiting.extend(
                (inside(form, left), multiply(matrix_of(form), matrix), depth + 1, within)
                for form, within in zip(forms.handles, forms.ranks.tolist(), strict=True)
            )


def inside(form: Address, most: int) -> list[Address]:
    """Give what a form holds."""
    count = function("FPDFFormObj_CountObjects")(form)
    return handles("FPDFFormObj_GetObject", form, min(count, most)) if count > 0 else []


def matrices_of(objects: Sequence[Address]) -> Any:
    """Read the matrices of objects; the identity where one has none."""
    return fill("FPDFPageObj_GetMatrix", np.tile(np.array(IDENTITY, np.float32), (len(objects), 1)), objects)


def matrix_of(thing: Address) -> Matrix:
    """Read the matrix of one object."""
    a, b, c, d, e, f = matrices_of([thing])[0].tolist()
    return (a, b, c, d, e, f)
