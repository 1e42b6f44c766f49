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

Glyph = tuple[str, Box]


@dataclass(frozen=True, slots=True)
class RawWord:
    """A word before it has a place in the text. ``starts`` are the left edges of its characters."""

    text: str
    box: Box
    starts: tuple[float, ...] = ()


def words_of(textpage: Any, frame: Frame) -> list[RawWord]:
    """Read the words of a page in PDFium's order."""
    words: list[RawWord] = []
    run: list[Glyph] = []
    for glyph in glyphs_of(textpage, frame):
        if glyph is not None and (not run or belongs(run[-1][1], glyph[1])):
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
    raw, to_box = textpage.raw, frame.rectangle
    high = 0
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code in BLANK:
            yield None
        elif code in HIGH_SURROGATES:
            high = code
        elif pdfium.FPDFText_GetLooseCharBox(raw, index, reference):
            yield spelt(code, high), to_box(rect.left, rect.bottom, rect.right, rect.top)
            high = 0


def spelt(code: int, high: int) -> str:
    """Give the character of a code, or of a pair of surrogates."""
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else "\ufffd"
    return SPELT.get(code) or chr(code)


def belongs(before: Box, box: Box) -> bool:
    """Tell whether a character continues the word of the one before it, also where text stands upright."""
    height = max(before.bottom - before.top, box.bottom - box.top)
    width = max(before.x1 - before.x0, box.x1 - box.x0)
    if abs(before.top + before.bottom - box.top - box.bottom) <= height:
        return -height < box.x0 - before.x1 < height / 2
    same_column = abs(before.x0 + before.x1 - box.x0 - box.x1) <= width
    return same_column and min(abs(box.top - before.bottom), abs(before.top - box.bottom)) < width / 2


def joined(run: list[Glyph]) -> RawWord:
    """Make a word of neighbouring characters."""
    boxes = [box for _, box in run]
    box = Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )
    return RawWord("".join(text for text, _ in run), box, tuple(b.x0 for b in boxes))
