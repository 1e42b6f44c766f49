"""The words of a page from PDFium's characters: broken where PDFium sees a blank or the gap is too wide."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, repeat, starmap
from typing import Any, NamedTuple

import numpy as np

from extract.model import Box
from extract.readers.pdf_frame import Frame
from extract.readers.pdf_native import Address, Numbers, address_of, called, fill, function

# PDFium marks a hyphen at a line's end with 2; ligatures are spelt out so that words can be searched.
SPELT = {0x02: "-", 0xAD: "-", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
BLANK = (0, 9, 10, 11, 12, 13, 32, 0xA0, 0x3000, 0xFEFF, 0xFFFE, 0xFFFF, *range(0x2000, 0x200C))
HYPHEN, HYPHEN_IN_TEXT = 0x02, 0xFFFE
UNKNOWN = 0xFFFD
PLANE = 0x10000


def marked(codes: Any) -> Numbers:
    """Make a table that tells some codes of the first plane from the others."""
    table = np.zeros(PLANE, np.bool_)
    table[list(codes)] = True
    return table


IS_BLANK, IS_SPELT = marked(BLANK), marked(SPELT)


class RawWord(NamedTuple):
    """A word before it has a place in the text."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters of a page but for its blanks: one code, and left, top, right, bottom in columns, for each.

    ``gaps`` counts the blanks before each; ``numbers`` are PDFium's.
    """

    codes: Numbers
    edges: Numbers
    gaps: Numbers
    numbers: Numbers

    def only(self, chosen: Numbers) -> Glyphs:
        """Choose some by a mask."""
        return Glyphs(self.codes[chosen], self.edges[chosen], self.gaps[chosen], self.numbers[chosen])


def words_in(glyphs: Glyphs) -> list[RawWord]:
    """Gather characters into words."""
    if not len(glyphs.codes):
        return []
    starts = np.concatenate(([0], np.flatnonzero(breaks(glyphs)) + 1))
    return list(map(RawWord, texts(glyphs.codes, starts), starmap(Box, extents(glyphs, starts))))


def glyphs_of(textpage: Any, frame: Frame) -> Glyphs:
    """Read the characters of a page with their loose boxes."""
    codes = codes_of(address_of(textpage.raw))
    blank = IS_BLANK[np.minimum(codes, PLANE - 2)]
    solid = np.flatnonzero(~blank & ~is_surrogate(codes))
    rectangles = np.full((len(solid), 4), np.nan, np.float32)
    fill("FPDFText_GetLooseCharBox", rectangles, repeat(address_of(textpage.raw)), solid.tolist())
    if not np.isfinite(rectangles).all():
        boxed = np.isfinite(rectangles).all(axis=1)
        solid, rectangles = solid[boxed], rectangles[boxed]
    return Glyphs(codes[solid], frame.edges(rectangles), np.cumsum(blank)[solid], solid)


def codes_of(textpage: Address) -> Numbers:
    """Read the codes of all characters at once, or one by one where PDFium leaves some out of its text."""
    count = max(0, function("FPDFText_CountChars")(textpage))
    units = np.zeros(2 * count + 2, np.uint16)
    written = function("FPDFText_GetText")(textpage, 0, count, units.ctypes.data) - 1 if count else 0
    codes = units[:count].astype(np.uint32)
    if written == count and not is_surrogate(codes).any():
        codes[codes == HYPHEN_IN_TEXT] = HYPHEN
        return codes
    return paired(np.array(called("FPDFText_GetUnicode", repeat(textpage), range(count)), np.uint32))


def paired(codes: Numbers) -> Numbers:
    """Put pairs of surrogates together in place of their second half; what stands alone is unknown."""
    high, low = codes >> 10 == 0x36, codes >> 10 == 0x37
    after = np.concatenate(([False], high[:-1])) & low
    before = np.concatenate((after[1:], [False]))
    codes[after] = PLANE + ((codes[before] & 0x3FF) << 10) + (codes[after] & 0x3FF)
    codes[(low & ~after) | (codes > 0x10FFFF)] = UNKNOWN
    return codes


def is_surrogate(codes: Numbers) -> Numbers:
    """Tell halves of pairs."""
    halves: Numbers = codes >> 11 == 0x1B
    return halves


def breaks(glyphs: Glyphs) -> Numbers:
    """Tell after which characters a word ends."""
    left, top, right, bottom = glyphs.edges.T
    gap, gap_back = left[1:] - right[:-1], left[:-1] - right[1:]
    height, width = larger(bottom - top), larger(right - left)
    level = np.abs(np.diff(top + bottom)) <= height
    forth = (-height < gap) & (gap < height / 2)
    back = (-height < gap_back) & (gap_back < height / 2)  # upside down, or a script that runs to the left
    upright = (np.abs(np.diff(left + right)) <= width) & (
        np.minimum(np.abs(top[1:] - bottom[:-1]), np.abs(top[:-1] - bottom[1:])) < width / 2
    )
    apart: Numbers = ~np.where(level, forth | back, upright) | (np.diff(glyphs.gaps) > 0)
    return apart


def larger(sizes: Numbers) -> Numbers:
    """Give the larger of each two neighbours."""
    both: Numbers = np.maximum(sizes[1:], sizes[:-1])
    return both


def texts(codes: Numbers, starts: Numbers) -> list[str]:
    """Spell the words that start at some characters."""
    text = codes.astype("<u4").tobytes().decode("utf-32-le")
    words = [text[start:end] for start, end in pairwise([*starts.tolist(), len(text)])]
    if IS_SPELT[np.minimum(codes, PLANE - 1)].any():
        return [word.translate(SPELT) for word in words]
    return words


def extents(glyphs: Glyphs, starts: Numbers) -> list[list[float]]:
    """Give the boxes of the words that start at some characters."""
    least = np.minimum.reduceat(glyphs.edges[:, :2], starts)
    most = np.maximum.reduceat(glyphs.edges[:, 2:], starts)
    boxes: list[list[float]] = np.concatenate((least, most), axis=1).tolist()
    return boxes
