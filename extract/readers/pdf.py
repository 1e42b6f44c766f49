"""PDF: text that is safe first (PDFium), geometry after (pdfplumber), page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.errors import Damaged, Encrypted
from extract.model import Box, Grid, Issue, Part, PartKind, Place, Source
from extract.readers.contract import Head
from extract.readers.pdf_text import RawWord, laid_out

name = "pdf"
GARBAGE = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd]")
PASSWORD = 4  # FPDF_ERR_PASSWORD


def claims(head: Head) -> float:
    """Take PDF."""
    return 0.9 if head.kind == "pdf" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield a part per page; what fails on a page costs that page alone."""
    import pdfplumber

    count = page_count(path)
    with pdfplumber.open(path) as document:
        for number, page in enumerate(document.pages[:count], start=1):
            part = page_part(Place(source.sha256, number), page)
            yield part
            if part.needs_ocr:
                yield Issue(part.place, "needs_ocr", f"page {number} has no readable text")
            page.close()


def page_count(path: Path) -> int:
    """Open with PDFium, which tells a password from damage."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            return len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD:
            raise Encrypted("the PDF is protected by a password", "ask for the password") from error
        raise Damaged(f"the PDF is damaged: {error}") from error


def page_part(place: Place, page: Any) -> Part:
    """Read one page."""
    raw = [RawWord(w["text"], Box(w["x0"], w["top"], w["x1"], w["bottom"])) for w in page.extract_words()]
    text, words = laid_out(raw)
    place = Place(place.source, place.part, Box(*page.bbox))
    unreadable = not text.strip() or len(GARBAGE.findall(text)) * 5 > len(text.split())
    has_rules = bool(page.lines or page.rects or page.curves)
    return Part(
        place,
        PartKind.PAGE,
        name=f"page {place.part}",
        text=text,
        words=words,
        grids=tuple(grids(page)) if has_rules else (),
        needs_ocr=unreadable and bool(page.images),
        rotation=page.rotation or 0,
    )


def grids(page: Any) -> Iterator[Grid]:
    """Give the ruled tables of a page with the box of each cell."""
    for number, table in enumerate(page.find_tables(), start=1):
        boxes = [[Box(*cell) if cell else None for cell in row.cells] for row in table.rows]
        yield Grid(number, table.extract(), boxes)
