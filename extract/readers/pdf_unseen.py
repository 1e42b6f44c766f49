"""Text that nobody sees on its page: without ink, in the colour of its ground, covered, cut off or off the page.

PDFium gives it like any other. It is no fact of the page, and is told apart before words are made: a word of which a
part is covered is read as far as it shows. What has no ink or lies below a picture may be the text of a scan; that is
for the picture to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np

from extract.model import Box
from extract.readers.pdf_frame import Frame, Matrix
from extract.readers.pdf_grounds import Grounds, all_grounds, colours_of, edges_of, rectangles
from extract.readers.pdf_native import Address, Numbers, address_of, called, fill
from extract.readers.pdf_objects import Layer, Objects
from extract.readers.pdf_rules import FARTHEST, moved
from extract.readers.pdf_words import Glyphs, RawWord, glyphs_of, words_in

NO_INK, CLIPS = (3, 7), 4
FAINT = 10
ALIKE = 10
MOST_CLIPS, MOST_POINTS = 20, 200
WHITE = 255

LIKE_GROUND = "in the colour of what lies below"
COVERED = "covered"
CLIPPED = "cut off"
OUTSIDE = "outside the page"
LAYER = "layer"
"""Not hidden for certain: it has no ink of its own, but may be the text of a picture."""
SUREST_FIRST = (OUTSIDE, CLIPPED, COVERED, LIKE_GROUND, LAYER)


class Veil(NamedTuple):
    """Why some texts are not seen: all of them, or as far as they stand in a box, or out of it."""

    how: str
    texts: Sequence[Address]
    box: Box | None = None
    inside: bool = True


@dataclass(frozen=True, slots=True)
class Seen:
    """The words of a page, those of a text layer, and those that are hidden, by reason."""

    words: list[RawWord]
    layer: list[RawWord]
    hidden: Mapping[str, list[RawWord]]


def seen_words(textpage: Any, held: Sequence[Layer], frame: Frame, shown: Box) -> Seen:
    """Read the words of a page in PDFium's order. ``shown``: the box of the page that viewers show."""
    glyphs = glyphs_of(textpage, frame)
    off = off_page(glyphs, shown, whole=shown == frame.box)
    why = reasons(address_of(textpage.raw), glyphs, list(veils(held, frame)), off)
    if not why:
        return Seen(words_in(glyphs), [], {})
    unseen = np.logical_or.reduce(list(why.values()))
    hidden = {how: words_in(glyphs.only(mask)) for how, mask in why.items() if how != LAYER}
    layer = words_in(glyphs.only(why[LAYER])) if LAYER in why else []
    return Seen(words_in(glyphs.only(~unseen)), layer, hidden)


def off_page(glyphs: Glyphs, shown: Box, *, whole: bool) -> Numbers:
    """Tell which characters stand outside of what is shown.

    A line that only runs over the edge of its paper is no secret: where the ``whole`` page is shown, all of it is read.
    """
    x, y = middles(glyphs)
    outside: Numbers = ~lie_in(shown, x, y)
    if not whole or not outside.any():
        return outside
    left, top, right, bottom = glyphs.edges.T
    height = bottom - top
    goes_on = (np.abs(np.diff(y)) < height[1:] / 2) & (np.abs(left[1:] - right[:-1]) < height[1:])
    lines = np.concatenate(([0], np.cumsum(~goes_on)))
    begun = np.bincount(lines, ~outside) > 0
    return outside & ~begun[lines]


def middles(glyphs: Glyphs) -> tuple[Numbers, Numbers]:
    """Give where the middles of characters stand."""
    return (glyphs.edges[:, 0] + glyphs.edges[:, 2]) / 2, (glyphs.edges[:, 1] + glyphs.edges[:, 3]) / 2


def reasons(textpage: Address, glyphs: Glyphs, found: Sequence[Veil], off: Numbers) -> dict[str, Numbers]:
    """Tell for each reason which characters are not seen for it; each has one reason, the surest."""
    x, y = middles(glyphs)
    why = {how: np.zeros(len(x), np.bool_) for how in SUREST_FIRST}
    why[OUTSIDE] |= off
    owners = np.array(called("FPDFText_GetTextObject", repeat(textpage), glyphs.numbers.tolist()) if found else ())
    for veil in found:
        below = np.flatnonzero(owners == veil.texts[0] if len(veil.texts) == 1 else np.isin(owners, veil.texts))
        within = True if veil.box is None else lie_in(veil.box, x[below], y[below]) == veil.inside
        why[veil.how][below] |= within
    taken = np.zeros(len(x), np.bool_)
    for mask in why.values():
        np.logical_and(mask, ~taken, out=mask)
        taken |= mask
    return {how: mask for how, mask in why.items() if mask.any()}


def lie_in(box: Box, x: Numbers, y: Numbers) -> Numbers:
    """Tell which points lie in a box."""
    inside: Numbers = (box.x0 <= x) & (x < box.x1) & (box.top <= y) & (y < box.bottom)
    return inside


def veils(held: Sequence[Layer], frame: Frame) -> Iterator[Veil]:
    """Find what keeps texts from being seen."""
    texts = [layer.texts for layer in held if layer.texts.handles]
    if not texts:
        return
    grounds = rectangles(held, frame)
    for objects in texts:
        yield from by_ink(objects, grounds, held, frame)
        yield from clips(objects, frame)
    yield from covers(texts, grounds, held, frame)


def by_ink(texts: Objects, grounds: Grounds, held: Sequence[Layer], frame: Frame) -> Iterator[Veil]:
    """Find texts without ink, and those whose ink is that of their ground."""
    modes = np.array(called("FPDFTextObj_GetTextRenderMode", texts.handles))
    inks = colours_of(texts.handles)
    filled = modes % CLIPS == 0
    clear = np.isin(modes, NO_INK) | (filled & (inks[:, 3] < FAINT))
    if clear.any():
        yield Veil(LAYER, texts.only(clear).handles)
    doubtful = filled & ~clear & are_near_any(inks[:, :3], grounds.colours)
    if doubtful.any():
        some = texts.only(doubtful)
        below = all_grounds(held, frame, grounds).under(edges_of(some, frame), some.ranks)
        same = np.abs(below - inks[doubtful, :3]).max(axis=1) <= ALIKE
        yield Veil(LIKE_GROUND, some.only(same).handles)


def are_near_any(inks: Numbers, colours: Numbers) -> Numbers:
    """Tell which inks are near to white or to one of some colours."""
    near: Numbers = inks.min(axis=1) >= WHITE - ALIKE
    for colour in set(map(tuple, colours.tolist())):
        near |= np.abs(inks - np.array(colour)).max(axis=1) <= ALIKE
    return near


def covers(texts: Sequence[Objects], grounds: Grounds, held: Sequence[Layer], frame: Frame) -> Iterator[Veil]:
    """Find what was painted over texts; below a picture they may be its own."""
    first = min(objects.ranks[0] for objects in texts)
    later = grounds.ranks > first
    pictures = [layer.images for layer in held if (layer.images.ranks > first).any()]
    if not later.any() and not pictures:
        return
    placed = [(objects, edges_of(objects, frame)) for objects in texts]
    yield from over(placed, COVERED, grounds.edges[later], grounds.ranks[later])
    for images in pictures:
        yield from over(placed, LAYER, edges_of(images, frame), images.ranks)


def over(placed: Sequence[tuple[Objects, Numbers]], how: str, edges: Numbers, ranks: Numbers) -> Iterator[Veil]:
    """Give for each of some covers the texts that lie below it."""
    for (x0, top, x1, bottom), rank in zip(edges.tolist(), ranks.tolist(), strict=True):
        for objects, at in placed:
            below = (objects.ranks < rank) & (at[:, 0] < x1) & (at[:, 2] > x0) & (at[:, 1] < bottom) & (at[:, 3] > top)
            if below.any():
                yield Veil(how, objects.only(below).handles, Box(x0, top, x1, bottom))


def clips(texts: Objects, frame: Frame) -> Iterator[Veil]:
    """Find what lets only a part of texts be seen."""
    found = np.array(called("FPDFPageObj_GetClipPath", texts.handles))
    counts = np.array(called("FPDFClipPath_CountPaths", found.tolist()))
    clipped = counts > 0
    if not clipped.any():
        return
    some = texts.only(clipped)
    open_at = openings(found[clipped], np.minimum(counts[clipped], MOST_CLIPS), texts.matrix, frame)
    at = edges_of(some, frame)
    cut = (at[:, :2] < open_at[:, :2]).any(axis=1) | (at[:, 2:] > open_at[:, 2:]).any(axis=1)
    for number in np.flatnonzero(cut).tolist():
        yield Veil(CLIPPED, [some.handles[number]], Box(*open_at[number].tolist()), inside=False)


def openings(found: Numbers, counts: Numbers, matrix: Matrix, frame: Frame) -> Numbers:
    """Give left, top, right and bottom of what clips of some paths each leave open."""
    owners = np.repeat(np.arange(len(found)), counts)
    numbers = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    lengths = np.array(called("FPDFClipPath_CountPathSegments", found[owners].tolist(), numbers.tolist()))
    lengths = np.clip(lengths, 0, MOST_POINTS)
    paths = np.repeat(np.arange(len(owners)), lengths)
    order = np.arange(len(paths)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    handles = (found[owners[paths]].tolist(), numbers[paths].tolist(), order.tolist())
    pieces = called("FPDFClipPath_GetPathSegment", *handles)
    points = fill("FPDFPathSegment_GetPoint", np.zeros((len(pieces), 2), np.float32), pieces, pointers=2)
    corners = np.tile((FARTHEST, FARTHEST, -FARTHEST, -FARTHEST), (len(owners), 1))
    there = moved(points, np.tile(matrix, (len(points), 1)))
    np.minimum.at(corners[:, :2], paths, there)
    np.maximum.at(corners[:, 2:], paths, there)
    edges = frame.edges(corners)
    left = np.tile((-FARTHEST, -FARTHEST, FARTHEST, FARTHEST), (len(found), 1))
    np.maximum.at(left[:, :2], owners, edges[:, :2])
    np.minimum.at(left[:, 2:], owners, edges[:, 2:])
    return left


def told(hidden: Mapping[str, Iterable[RawWord]], most: int = 60) -> str:
    """Say how many characters are hidden, why, and how each sort begins; empty if none is."""
    texts = {how: " ".join(word.text for word in words) for how, words in hidden.items()}
    said = [
        f"{sum(not letter.isspace() for letter in text)} {how} (“{text[:most]}{'…' * (len(text) > most)}”)"
        for how, text in texts.items()
    ]
    return ", ".join(said)
