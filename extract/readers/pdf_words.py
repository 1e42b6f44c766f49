"""The words of a page from PDFium's characters: broken where PDFium sees a blank or the gap is too wide."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extract.model import Box
from extract.readers.pdf_frame import Frame

# PDFium marks a hyphen at a line's end with 2; ligatures are spelt out so that words can be searched.
SPELT = {0x02: "-", 0xAD: "-", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
BLANK = frozenset((0, 9, 10, 11, 12, 13, 32, 0xA0, 0x3000, 0xFEFF, 0xFFFE, 0xFFFF, *range(0x2000, 0x200C)))
HIGH_SURROGATES = range(0xD800, 0xDC00)

# A character, its left and right edge, its top and bottom. A tuple, since a page holds thousands of them.
Glyph = tuple[str, float, float, float, float]


@dataclass(frozen=True, slots=True)
class RawWord:
    """A word before it has a place in the text."""

    text: str
    box: Box


def words_of(textpage: Any, frame: Frame) -> list[RawWord]:
    """Read the words of a page in PDFium's order."""
    words: list[RawWord] = []
    run: list[Glyph] = []
    for glyph in glyphs_of(textpage, frame):
        if glyph is not None and (not run or belongs(run[-1], glyph)):
            run.append(glyph)
            continue
        if run:
            words.append(joined(run))
        run = [] if glyph is None else [glyph]
    if run:
        words.append(joined(run))
    return words


def glyphs_of(textpage: Any, frame: Frame) -> Iterator[Glyph | None]:
    """Yield the characters of a page with their loose boxes, None for a blank."""
    import pypdfium2.raw as pdfium

    rect = pdfium.FS_RECTF()
    reference = ctypes.byref(rect)
    raw, corners = textpage.raw, frame.corners
    unicode_at, box_at = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    high = 0
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = unicode_at(raw, index)
        if code in BLANK:
            yield None
        elif code in HIGH_SURROGATES:
            high = code
        elif box_at(raw, index, reference):
            yield (spelt(code, high), *corners(rect.left, rect.bottom, rect.right, rect.top))
            high = 0


def spelt(code: int, high: int) -> str:
    """Give the character of a code, or of a pair of surrogates."""
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else "\ufffd"
    return SPELT.get(code) or chr(code)


def belongs(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether a character continues the word of the one before it, also where text stands upright."""
    _, left, right, top, bottom = before
    _, x0, x1, y0, y1 = glyph
    height = max(bottom - top, y1 - y0)
    if abs(top + bottom - y0 - y1) <= height:
        return -height < x0 - right < height / 2
    width = max(right - left, x1 - x0)
    same_column = abs(left + right - x0 - x1) <= width
    return same_column and min(abs(y0 - bottom), abs(top - y1)) < width / 2


def joined(run: list[Glyph]) -> RawWord:
    """Make a word of neighbouring characters."""
    texts, lefts, rights, tops, bottoms = zip(*run, strict=True)
    return RawWord("".join(texts), Box(min(lefts), min(tops), max(rights), max(bottoms)))
