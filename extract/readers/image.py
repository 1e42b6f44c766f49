"""Images: PNG, JPEG, TIFF of many pages and their like. Each frame is a page that has to be recognised."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import Damaged, LimitExceeded
from extract.model import Box, Issue, Part, Place, Source
from extract.readers.contract import Head
from extract.readers.pdf_frame import IDENTITY, Frame
from extract.readers.pdf_page import Sight, items_of
from extract.readers.pdf_rules import Drawing

if TYPE_CHECKING:
    from PIL.Image import Image

    from extract.readers.ocr.picture import Picture

name = "image"
MOST_PIXELS = 120_000_000
MOST_FRAMES = 5_000
POINTS = 72
LIKELY_DPI = (90, 1_300)
LIKELY_LENGTH = (200, 1_700)
A4_LENGTH = 842.0


def claims(head: Head) -> float:
    """Take what is an image by its first bytes."""
    return 0.9 if head.kind == "image" else 0.0


def read(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield a part per frame. Raises Damaged where the file is none of the formats Pillow knows."""
    image = opened(path)
    with image:
        for number in range(1, frames_of(image) + 1):
            place = Place(source.sha256, number)
            try:
                page = frame_at(image, number - 1)
            except (OSError, SyntaxError, ValueError, EOFError) as error:  # what Pillow raises on damaged bytes
                if number == 1:
                    raise Damaged(f"the image is damaged: {error}", "open and save it with another program") from error
                yield Issue(place, "page", f"page {number} cannot be read: {error}")
                continue
            yield from items_of(place, sight_of(page), partial(picture_of, page))


def opened(path: Path) -> Image:
    """Open an image without unpacking it."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # bombs are told by our own bound, before a pixel is unpacked
    try:
        return Image.open(path)
    except UnidentifiedImageError as error:
        raise Damaged("no known format of images", "save it as PNG or PDF with the program that made it") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise Damaged(f"the image is damaged: {error}", "open and save it with another program") from error


def frames_of(image: Image) -> int:
    """Count the pages of an image; the frames of a film are not pages."""
    return min(MOST_FRAMES, getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1


def frame_at(image: Image, index: int) -> Image:
    """Give a page in grey, turned as its camera says, what is transparent as white. Raise LimitExceeded for a bomb."""
    from PIL import Image, ImageOps

    image.seek(index)
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise LimitExceeded(
            f"the image has {width:,} times {height:,} pixels, more than the {MOST_PIXELS:,} that are read",
            "save it smaller: 300 dots per inch suffice",
        )
    dpi = image.info.get("dpi")
    upright = ImageOps.exif_transpose(image)
    if "A" in upright.getbands() or "transparency" in upright.info:
        colours = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", colours.size, "white"), colours)
    grey = upright.convert("L")
    grey.info["dpi"] = dpi
    return grey


def sight_of(page: Image) -> Sight:
    """See a page that is nothing but a picture."""
    box = Box(0.0, 0.0, *points_of(page))
    return Sight("pillow", Frame(box, IDENTITY, 0), (), Drawing(images=[box]))


def points_of(page: Image) -> tuple[float, float]:
    """Give the size of a page in points: by its resolution where that is likely, else as if its paper were A4."""
    dpi = page.info.get("dpi") or (0, 0)
    across, down = float(dpi[0]), float(dpi[1])
    if LIKELY_DPI[0] <= min(across, down) and max(across, down) <= LIKELY_DPI[1]:
        width, height = page.width * POINTS / across, page.height * POINTS / down
        if LIKELY_LENGTH[0] <= max(width, height) <= LIKELY_LENGTH[1]:
            return width, height
    scale = A4_LENGTH / max(page.size)
    return page.width * scale, page.height * scale


def picture_of(page: Image) -> Picture:
    """Give the pixels of a page."""
    from extract.readers.ocr.picture import of_image

    return of_image(page, points_of(page))
