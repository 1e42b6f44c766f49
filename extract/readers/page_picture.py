"""The picture of a part that is a page, in the space of its boxes, and the rules on it: for people to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from extract.model import Box, Part, Source
from extract.readers import image, pdf
from extract.readers.pdf_frame import frame_of
from extract.readers.pdf_rules import boxes_of, drawing_of
from extract.readers.pdf_turned import Turn

if TYPE_CHECKING:
    from extract.readers.ocr.picture import Picture

Drawn = tuple["Picture", Sequence[Box]]


def picture_of(source: Source, path: Path, part: Part) -> Drawn | None:
    """Draw the page a part was read from, stood upright as it was for reading; None for what is no page."""
    draw = PAGES.get(source.kind)
    if draw is None:
        return None
    picture, rules = draw(path, part.place.part)
    if "ocr" in part.dialect:
        return upright(picture, part)
    return turned(picture, rules, int(part.dialect["turned"])) if "turned" in part.dialect else (picture, rules)


def turned(picture: Picture, rules: Sequence[Box], degrees: int) -> Drawn:
    """Turn a picture and its rules, as the words on it were."""
    return picture.quarter_turned(degrees), list(map(Turn(degrees, picture.extent).box, rules))


def upright(picture: Picture, part: Part) -> Drawn:
    """Turn and level a picture as text recognition did, and find its rules again."""
    from extract.readers.ocr.ruled import rules_of, thin

    turned = picture.quarter_turned(int(part.dialect.get("turned", "0")))
    level = turned.levelled(float(part.dialect["skew"])) if "skew" in part.dialect else turned
    return level, [thin(rule) for rule in rules_of(level)]


def pdf_page(path: Path, number: int) -> Drawn:
    """Draw a page of a PDF."""
    document = pdf.opened(path)
    try:
        page = pdf.loaded(document, number - 1)
        frame = frame_of(page)
        return pdf.picture_of(page, frame), boxes_of(drawing_of(page, frame).rules)
    finally:
        document.close()


def image_page(path: Path, number: int) -> Drawn:
    """Take a page of an image."""
    with image.opened(path) as opened:
        return image.picture_of(image.frame_at(opened, number - 1)), ()


PAGES: dict[str, Callable[[Path, int], Drawn]] = {"pdf": pdf_page, "image": image_page}
