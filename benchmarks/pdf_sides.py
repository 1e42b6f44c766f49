"""One way to read the pages of PDFs, in a process of its own: prints the CPU seconds of the reading alone.

    python -m benchmarks.pdf_sides SIDE FILE...

The first file is read once before, so that imports and caches are nobody's cost.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2

from extract.model import Part, Source
from extract.readers import pdf, read_parts
from extract.readers.pdf_frame import frame_of
from extract.readers.pdf_objects import layers
from extract.readers.pdf_page import Sight
from extract.readers.pdf_rules import drawn
from extract.readers.pdf_tables import ruled_grids
from extract.readers.pdf_text import in_lines
from extract.readers.pdf_unseen import veils
from extract.readers.pdf_words import glyphs_of


def bare(path: str) -> None:
    """Read the text as pypdfium2 gives it."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    document.close()


def geometry(path: str) -> None:
    """Read characters, their boxes, what hides them, rules and images."""
    document = pdf.opened(Path(path))
    for index in range(len(document)):
        page = pdf.loaded(document, index)
        frame = frame_of(page)
        textpage = page.get_textpage()
        held = list(layers(page))
        glyphs_of(textpage, frame)
        list(veils(held, frame))
        drawn(held, frame)
        textpage.close()
        page.close()
    document.close()


def sights(path: str) -> list[Sight]:
    """Read words and rules of the pages."""
    document = pdf.opened(Path(path))
    try:
        return [seen(document, index) for index in range(len(document))]
    finally:
        document.close()


def seen(document: Any, index: int) -> Sight:
    """Read words and rules of a page."""
    page = pdf.loaded(document, index)
    try:
        return pdf.seen(page)
    finally:
        page.close()


def tables(path: str) -> None:
    """Read words and ruled tables."""
    for sight in sights(path):
        list(ruled_grids(sight.drawing.rules, in_lines(sight.words)))


def parts(path: str) -> None:
    """Read all that a page gives: text, words, ruled and unruled tables."""
    for part in read_parts(Source("0" * 64, 1, "pdf"), path):
        assert not isinstance(part, Part) or part.kind


def pdfplumber_tables(path: str) -> None:
    """Extract the tables as pdfplumber does by default."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


SIDES: dict[str, Callable[[str], None]] = {
    side.__name__: side for side in (bare, geometry, tables, parts, pdfplumber_tables)
}


def main(side: str, files: Sequence[str]) -> None:
    """Read the files one way."""
    read = SIDES[side]
    read(files[0])
    start = time.process_time()
    for path in files:
        read(path)
    print(time.process_time() - start)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
