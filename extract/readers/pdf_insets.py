"""Pictures beside the text of a page: a scanned letter, table or passport set into it is read from its area.

A picture on which words stand is a background. One that comes again on other pages, a letterhead, is read once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extract.model import Box, Row, holds
from extract.readers.pdf_rules import edges_of
from extract.readers.pdf_tables import COARSE, ruled_grids
from extract.readers.pdf_text import in_lines
from extract.readers.pdf_words import RawWord

if TYPE_CHECKING:
    from extract.readers.ocr.page import Recognised
    from extract.readers.ocr.picture import Picture

SMALLEST = 1 / 10
"""Of a page: what is smaller is a logo, a banner or a stamp."""
NARROWEST = 60.0
MOST = 4
"""Pictures that are read on one page."""
TOUCHING = 1.0
FEWEST_WORDS = 3
SUREST = 0.6
FEWEST_ROWS, FILLED = 3, 0.7

Image = tuple[Box, int]
"""Where an image stands and how many bytes it has."""
Key = tuple[Image, ...]


@dataclass(slots=True)
class Insets:
    """Reads the pictures on the pages of one document, and remembers them."""

    known: dict[Key, Recognised] = field(default_factory=dict)

    def read(self, images: Sequence[Key], draw: Callable[[], Picture]) -> Iterator[tuple[Box, Recognised]]:
        """Give where each picture stands with what is read there; nothing where it cannot be told for words."""
        from extract.readers.ocr.page import Recognised, recognise

        for key in images:
            box = around(key)
            if key not in self.known:
                found = recognise(lambda box=box: cropped(draw(), box))  # type: ignore[misc]
                self.known[key] = found if is_text(found) else Recognised(why=found.why or "shows no text")
            yield box, self.known[key]


def is_text(found: Recognised) -> bool:
    """Tell words that were read well, on a picture that stands upright."""
    if found.why or "turned" in found.dialect or len(found.words) < FEWEST_WORDS:
        return False
    return float(found.dialect["confidence"]) >= SUREST


def shows_table(found: Recognised) -> bool:
    """Tell a table from a chart, whose rules enclose hardly any words."""
    grids = ruled_grids(edges_of(found.rules), in_lines(found.words))
    return any(is_filled(one.grid.rows) for one in grids if one.coarse < COARSE)


def is_filled(rows: Iterable[Row]) -> bool:
    """Tell rows and columns most of whose cells hold something."""
    table = list(rows)
    cells = [cell for row in table for cell in row if cell is not None]
    return len(table) >= FEWEST_ROWS and len(table[0]) > 1 and sum(map(bool, cells)) >= FILLED * len(cells)


def cropped(picture: Picture, box: Box) -> Picture:
    """Cut a box out of the picture of a page."""
    rows, columns = picture.window(box)
    left, top = picture.left + columns.start / picture.scale, picture.top + rows.start / picture.scale
    return replace(picture, pixels=picture.pixels[rows, columns].copy(), left=left, top=top)


def beside(images: Sequence[Image], words: Sequence[RawWord], page: Box) -> list[Key]:
    """Give the pictures of a page that may hold text, the largest first; strips that touch are one picture."""
    keys = [key for key in joined(images) if is_large(around(key), page)]
    free = [key for key in keys if not any(holds(around(key), word.box) for word in words)]
    return sorted(free, key=lambda key: -area(around(key)))[:MOST]


def joined(images: Sequence[Image]) -> list[Key]:
    """Put images that touch together."""
    groups: list[Key] = []
    for image in sorted(images, key=lambda image: (image[0].top, image[0].x0)):
        near = [group for group in groups if any(adjoin(one, image[0]) for one, _ in group)]
        groups = [group for group in groups if group not in near]
        groups.append((*(one for group in near for one in group), image))
    return groups


def adjoin(one: Box, other: Box) -> bool:
    """Tell boxes with no more than a hair between them."""
    apart_x = max(one.x0, other.x0) - min(one.x1, other.x1)
    return max(apart_x, max(one.top, other.top) - min(one.bottom, other.bottom)) <= TOUCHING


def around(key: Key) -> Box:
    """Give the box of a picture."""
    boxes = [box for box, _ in key]
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )


def is_large(box: Box, page: Box) -> bool:
    """Tell a picture that has room for text."""
    return area(box) >= SMALLEST * area(page) and min(box.x1 - box.x0, box.bottom - box.top) >= NARROWEST


def area(box: Box) -> float:
    """Give the area of a box."""
    return (box.x1 - box.x0) * (box.bottom - box.top)
