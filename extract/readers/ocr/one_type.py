"""The figures of a page are of one type: each looks like the others of its kind.

Tesseract knows many types, and takes a zero with a dot in it for a nine, now and then. On the page itself most zeros
are read right, and they look alike. So the figures are laid on each other, kind by kind; one that looks unlike its
kind and much like another is of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.picture import Mask, Picture, Pixels, ink_of
from extract.readers.ocr.spacing import runs_of

Look = NDArray[np.float64]

FIGURES = "0123456789"
SIZE = (14, 20)
"""Pixels across and down to which every figure is brought."""
FEWEST = 4
"""So many figures of a kind show how it looks."""
ALIKE = 0.85
MORE_ALIKE = 0.15
"""Another kind fits so well, and so much better than its own."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure, where it stands (which word, which sign of it), and how it looks."""

    word: int
    sign: int
    kind: str
    look: Look


def in_one_type(words: Sequence[Seen], picture: Picture) -> list[Seen]:
    """Give the words, figures that were taken for another told by how the others of the page look."""
    figures = list(_figures(words, picture.pixels, ink_of(picture.pixels)))
    kinds = {
        kind: look for kind in FIGURES if (look := _common([f.look for f in figures if f.kind == kind])) is not None
    }
    settled = list(words)
    for figure in figures:
        kind = likeliest(figure.kind, figure.look, kinds)
        text = settled[figure.word].text
        if kind != figure.kind:
            settled[figure.word] = replace(
                settled[figure.word], text=text[: figure.sign] + kind + text[figure.sign + 1 :]
            )
    return settled


def likeliest(read: str, look: Look, kinds: Mapping[str, Look]) -> str:
    """Tell which figure looks like this one: what was read, unless another fits far better."""
    fits = {kind: float(look @ common) for kind, common in kinds.items()}
    best = max(fits, key=lambda kind: fits[kind], default=read)
    if read not in fits or fits[best] < ALIKE or fits[best] - fits[read] < MORE_ALIKE:
        return read
    return best


def _figures(words: Sequence[Seen], pixels: Pixels, ink: Mask) -> Iterator[_Figure]:
    """Cut the figures from words each sign of which is one run of ink."""
    for at, word in enumerate(words):
        rows = slice(word.y0, word.y1)
        runs = runs_of(np.asarray(ink[rows, word.x0 : word.x1].any(axis=0))) if any(map(str.isdigit, word.text)) else []
        if len(runs) != len(word.text):
            continue
        for sign, (kind, (start, end)) in enumerate(zip(word.text, runs, strict=True)):
            columns = slice(word.x0 + start, word.x0 + end)
            if kind in FIGURES:
                yield _Figure(at, sign, kind, _look(pixels[rows, columns], ink[rows, columns]))


def _look(pixels: Pixels, ink: Mask) -> Look:
    """Bring what is inked of a piece to one size and one contrast, so that a product tells how alike two are."""
    from PIL.Image import Resampling, fromarray

    inked = np.flatnonzero(ink.any(axis=1))
    small = fromarray(pixels[inked[0] : inked[-1] + 1]).resize(SIZE, Resampling.BILINEAR)
    return _unit(np.asarray(small, dtype=np.float64).ravel())


def _unit(look: Look) -> Look:
    level = look - look.mean()
    return np.asarray(level / (np.linalg.norm(level) or 1.0))


def _common(looks: Sequence[Look]) -> Look | None:
    """Tell how most of a kind look."""
    return _unit(np.median(np.array(looks), axis=0)) if len(looks) >= FEWEST else None
