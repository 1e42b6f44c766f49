"""A page with marks painted over it: frames and washes by colour, tags where there is room, a legend below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from extract.model import Box

if TYPE_CHECKING:
    from PIL.Image import Image

    from extract.readers.ocr.picture import Picture


class Ink(NamedTuple):
    """How marks of one kind are painted: colour, width of the frame, how far it stands off, opacity of the wash."""

    colour: tuple[int, int, int]
    width: int
    off: int = 0
    wash: int = 0


INKS = {
    "word": Ink((176, 176, 184), 1),
    "cell": Ink((150, 205, 160), 1),
    "rule": Ink((90, 150, 255), 2),
    "table": Ink((0, 120, 60), 3),
    "company": Ink((206, 40, 40), 2, 2, 48),
    "amount": Ink((224, 128, 0), 2, 2, 48),
    "quantity": Ink((0, 140, 150), 2, 2, 48),
    "date": Ink((0, 84, 200), 2, 2, 48),
    "code": Ink((128, 48, 190), 2, 2, 48),
    "other": Ink((110, 84, 60), 2, 2, 48),
}
"""In the order in which they are painted: what comes later lies on top. From company on: what was understood."""
DPI = 144
TAG, LEGEND = 13, 18
LINE = 44
NARROWEST = 1_000
"""Pixels: the legend needs as many."""

Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A box on a page, what it is painted as, and what its tag says."""

    ink: str
    box: Box
    tag: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """How points become pixels."""

    left: float
    top: float
    scale: float

    def corners(self, box: Box, off: float = 0) -> Corners:
        """Give the corners of a box in pixels, a little off it."""
        x0, x1 = ((x - self.left) * self.scale for x in (box.x0, box.x1))
        top, bottom = ((y - self.top) * self.scale for y in (box.top, box.bottom))
        return (x0 - off, top - off, x1 + off, bottom + off)


def painted(picture: Picture, marks: Sequence[Mark]) -> Image:
    """Paint marks over a page, and the legend under it."""
    from PIL import Image

    height, width = picture.pixels.shape
    factor = min(1.0, DPI / 72 / picture.scale)
    size = max(1, round(width * factor)), max(1, round(height * factor))
    image = Image.new("RGB", (max(size[0], NARROWEST), size[1] + LINE), "white")
    image.paste(Image.fromarray(picture.pixels).resize(size).convert("RGB"))
    view = View(picture.left, picture.top, picture.scale * factor)
    ordered = sorted(marks, key=lambda mark: list(INKS).index(mark.ink))
    image = Image.alpha_composite(image.convert("RGBA"), _washes(image.size, ordered, view)).convert("RGB")
    _frame(image, ordered, view)
    _tag(image, ordered, view)
    _explain(image, size[1])
    return image


def _washes(size: tuple[int, int], marks: Iterable[Mark], view: View) -> Image:
    """Give a clear sheet with what was understood tinted."""
    from PIL import Image, ImageDraw

    sheet = Image.new("RGBA", size)
    pen = ImageDraw.Draw(sheet)
    for mark in marks:
        ink = INKS[mark.ink]
        if ink.wash:
            pen.rectangle(view.corners(mark.box, ink.off), fill=(*ink.colour, ink.wash))
    return sheet


def _frame(image: Image, marks: Iterable[Mark], view: View) -> None:
    from PIL import ImageDraw

    pen = ImageDraw.Draw(image)
    for mark in marks:
        ink = INKS[mark.ink]
        pen.rectangle(view.corners(mark.box, ink.off), outline=ink.colour, width=ink.width)


def _tag(image: Image, marks: Sequence[Mark], view: View) -> None:
    """Write the tags where they cover no word, no frame and no other tag; one that finds no room is left out."""
    from PIL import ImageDraw, ImageFont

    pen, font = ImageDraw.Draw(image), ImageFont.load_default(TAG)
    taken = [view.corners(mark.box) for mark in marks if mark.ink == "word"]
    for mark in marks:
        if not mark.tag:
            continue
        room = (pen.textlength(mark.tag, font) + 8, TAG + 5)
        spot = next((spot for spot in _spots(view.corners(mark.box, 3), room) if _is_free(spot, taken, image)), None)
        if spot is not None:
            taken.append(spot)
            pen.rectangle(spot, fill=INKS[mark.ink].colour)
            pen.text((spot[0] + 4, spot[1] + 1), mark.tag, fill="white", font=font)


def _spots(corners: Corners, room: tuple[float, float]) -> Iterator[Corners]:
    """Yield where a tag may stand: in a box at its right end, right of it, above it, below it, left of it."""
    x0, top, x1, bottom = corners
    width, height = room
    middle = (top + bottom - height) / 2
    for left, upper in ((x1 - width, middle), (x1, middle), (x0, top - height), (x0, bottom), (x0 - width, middle)):
        yield (left, upper, left + width, upper + height)


def _is_free(spot: Corners, taken: Iterable[Corners], image: Image) -> bool:
    inside = spot[0] >= 0 and spot[1] >= 0 and spot[2] <= image.width and spot[3] <= image.height - LINE
    return inside and not any(
        spot[0] < x1 and x0 < spot[2] and spot[1] < bottom and top < spot[3] for x0, top, x1, bottom in taken
    )


def _explain(image: Image, top: int) -> None:
    """Name the colours."""
    from PIL import ImageDraw, ImageFont

    pen, font = ImageDraw.Draw(image), ImageFont.load_default(LEGEND)
    pen.line((0, top, image.width, top), fill=(210, 210, 210))
    for number, (name, ink) in enumerate(INKS.items()):
        left, upper = 14 + number * (image.width - 20) // len(INKS), top + (LINE - 16) // 2
        pen.rectangle((left, upper, left + 16, upper + 16), fill=ink.colour)
        pen.text((left + 22, upper - 3), name, fill=(40, 40, 40), font=font)
