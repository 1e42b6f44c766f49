"""One page of a PDF: its words and text, its tables, and whether it is a picture that needs text recognition."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from extract.model import Box, Grid, Issue, Part, PartKind, Place
from extract.readers.pdf_frame import Frame, frame_of
from extract.readers.pdf_rules import Drawing, drawing_of
from extract.readers.pdf_tables import MOST_RULES, grids_of
from extract.readers.pdf_text import laid_out
from extract.readers.pdf_words import RawWord, words_of

# Private use, unassigned, lone surrogates and control characters are no letters of any script.
NOT_LETTERS = frozenset(("Co", "Cn", "Cs", "Cc"))
DRAWN_TEXT = 500


def page_items(place: Place, page: Any) -> Iterator[Part | Issue]:
    """Yield the part of a page, then what was left out of it."""
    frame = frame_of(page)
    textpage = page.get_textpage()
    words = words_of(textpage, frame)
    textpage.close()
    drawing = drawing_of(page, frame)
    why = unreadable(words, drawing, frame)
    yield part_of(Place(place.source, place.part, frame.box), frame, words, drawing, bool(why))
    if why:
        yield Issue(place, "needs_ocr", f"page {place.part} {why}")
    elif not words:
        yield Issue(place, "blank", f"page {place.part} is blank")
    if len(drawing.rules) > MOST_RULES or drawing.full:
        yield Issue(place, "drawing", f"page {place.part} is a drawing; no tables were looked for")


def part_of(place: Place, frame: Frame, raw: Sequence[RawWord], drawing: Drawing, needs_ocr: bool) -> Part:
    """Put a page together; text, words and tables agree since they come from the same words."""
    text, words = laid_out(raw)
    grids: Sequence[Grid] = () if drawing.full else grids_of(drawing.rules, raw)
    name = f"page {place.part}"
    return Part(place, PartKind.PAGE, name, text, words, grids, needs_ocr, frame.rotation, {"reader": "pdfium"})


def unreadable(words: Sequence[RawWord], drawing: Drawing, frame: Frame) -> str:
    """Say why a page's text cannot be what it shows, in words; empty if it can."""
    characters = sum(len(word.text) for word in words)
    if not characters and drawing.segments > DRAWN_TEXT:
        return "has no text but drawn lines"
    if characters < 40 and any(covers(image, frame.box) for image in drawing.images):
        return "is a picture without text"
    if characters and garbage(words) * 5 > characters:
        return "has text in an unknown encoding"
    return ""


def covers(image: Box, page: Box) -> bool:
    """Tell whether a picture takes at least a third of the page."""
    width = min(image.x1, page.x1) - max(image.x0, page.x0)
    height = min(image.bottom, page.bottom) - max(image.top, page.top)
    return width > 0 and height > 0 and 3 * width * height >= (page.x1 - page.x0) * (page.bottom - page.top)


def garbage(words: Sequence[RawWord]) -> int:
    """Count characters that are no letters of any script."""
    return sum(
        letter == "\ufffd" or unicodedata.category(letter) in NOT_LETTERS for word in words for letter in word.text
    )
