"""The second engine: pdfplumber, for files that PDFium refuses and for pages whose text it sees nowhere.

Slower, and a hostile file may hang it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from extract.errors import Damaged
from extract.model import Box, Issue, Part, Place, Source
from extract.readers.pdf_frame import IDENTITY, Frame
from extract.readers.pdf_page import Sight, items_of
from extract.readers.pdf_rules import FARTHEST, Drawing, edges_of
from extract.readers.pdf_words import RawWord

MOST_AGAIN = 20
"""Pages of one document that the second engine is asked about."""


@dataclass(slots=True)
class SecondLook:
    """Shows the second engine pages on which the first sees no text though text is drawn: at no size, at no place."""

    file: Path | bytes
    _left: int = MOST_AGAIN

    def at(self, number: int) -> Sight | None:
        """Give what it sees on a page; None if that is no text either."""
        import pdfplumber

        if not self._left:
            return None
        self._left -= 1
        try:
            with pdfplumber.open(BytesIO(self.file) if isinstance(self.file, bytes) else self.file) as document:
                sight = seen(document.pages[number - 1])
        except Exception:  # as below: it is only a second opinion
            return None
        return sight if sight.words else None


def within_reach(sight: Sight) -> Sight:
    """Leave out words that stand farther away than any page reaches."""
    return replace(sight, words=[word for word in sight.words if is_near(word.box)])


def is_near(box: Box) -> bool:
    """Tell a box whose sides are all where a page may be."""
    return all(abs(side) < FARTHEST for side in (box.x0, box.top, box.x1, box.bottom))  # not so for what is no number


def read_second(source: Source, path: Path, refusal: Damaged) -> Iterator[Part | Issue]:
    """Read what pdfplumber can of a file; raise the first engine's refusal if that is nothing."""
    import pdfplumber

    try:
        document = pdfplumber.open(path)
        pages = document.pages
    except Exception as error:  # pdfminer raises errors of every kind on damaged files
        raise refusal from error
    if not pages:
        raise refusal
    yield Issue(Place(source.sha256, 1), "damaged", f"{refusal}; read by a second reader")
    with document:
        for page in pages:
            yield from page_items(Place(source.sha256, page.page_number), page)
            page.close()


def page_items(place: Place, page: Any) -> Iterator[Part | Issue]:
    """Yield one page, or an issue in its stead."""
    try:
        sight = within_reach(seen(page))
    except Exception as error:  # as above: one page costs only itself
        yield Issue(place, "page", f"page {place.part} cannot be read: {error!r}")
        return
    yield from items_of(place, sight)


def seen(page: Any) -> Sight:
    """Collect words, rules and images."""
    words = [RawWord(word["text"], box_of(word)) for word in page.extract_words()]
    images = [box_of(image) for image in page.images]
    drawing = Drawing(edges_of(map(box_of, page.edges)), images, [0] * len(images))
    return Sight("pdfplumber", Frame(Box(*page.bbox), IDENTITY, page.rotation or 0), words, drawing)


def box_of(thing: dict[str, Any]) -> Box:
    """Take the box of one of pdfplumber's objects."""
    return Box(thing["x0"], thing["top"], thing["x1"], thing["bottom"])
