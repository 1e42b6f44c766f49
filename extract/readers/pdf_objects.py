"""The objects of a page and of the forms on it, with the matrix that leads each into user space."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from extract.readers.pdf_frame import IDENTITY, Matrix, multiply
from extract.readers.pdf_native import Address, address_of, called, fill, function, handles

DEPTH = 12
MOST_OBJECTS = 100_000


@dataclass(frozen=True, slots=True)
class Layer:
    """What lies directly on a page or in a form; ``matrix`` leads from there into user space.

    ``texts``: whether text is among it.
    """

    paths: Sequence[Address]
    images: Sequence[Address]
    texts: bool
    matrix: Matrix


def layers(page: Any) -> Iterator[Layer]:
    """Yield the page and its forms, opened up to a depth."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPage_CountObjects(page.raw)
    waiting = [(handles("FPDFPage_GetObject", address_of(page.raw), min(count, MOST_OBJECTS)), IDENTITY, 0)]
    left = MOST_OBJECTS
    while waiting and left > 0:
        held, matrix, depth = waiting.pop()
        held = held[:left]
        left -= len(held)
        kinds = called("FPDFPageObj_GetType", held)
        paths, images = (of_kind(kind, held, kinds) for kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE))
        yield Layer(paths, images, pdfium.FPDF_PAGEOBJ_TEXT in kinds, matrix)
        if depth < DEPTH:
            forms = of_kind(pdfium.FPDF_PAGEOBJ_FORM, held, kinds)
            waiting.extend((inside(form, left), multiply(matrix_of(form), matrix), depth + 1) for form in forms)


def of_kind(kind: int, held: Sequence[Address], kinds: Sequence[int]) -> list[Address]:
    """Choose the objects of a kind."""
    return [handle for handle, its_kind in zip(held, kinds, strict=True) if its_kind == kind]


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
