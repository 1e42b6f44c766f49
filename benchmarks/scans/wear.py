"""What happens to a paper before somebody reads it: copied, faxed, photographed, stamped, laid on its side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from pypdfium2 import PdfDocument

GREY, WHITE = 128, 255
SEED = 7


@dataclass(frozen=True, slots=True)
class Wear:
    """Dots per inch a page is taken with, and what is done to it then."""

    dpi: int
    done: Callable[[Image.Image], Image.Image]


def worn(pdf: bytes, wear: Wear) -> Image.Image:
    """Give the scan of a page."""
    document = PdfDocument(pdf)
    clean = document[0].render(scale=wear.dpi / 72, grayscale=True).to_pil().convert("L")
    document.close()
    return wear.done(clean)


def noisy(image: Image.Image, strength: float = 14.0) -> Image.Image:
    """Add grain and take contrast."""
    pixels = np.asarray(image, dtype=float) * 0.82 + 25
    grainy = pixels + np.random.default_rng(SEED).normal(0, strength, pixels.shape)
    return Image.fromarray(np.clip(grainy, 0, WHITE).astype(np.uint8))


def leaning(degrees: float) -> Callable[[Image.Image], Image.Image]:
    """Lay it askew, with a little grain."""
    return lambda image: noisy(image.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=WHITE), strength=5.0)


def turned(degrees: int) -> Callable[[Image.Image], Image.Image]:
    """Lay it on its side or its head, and not quite straight."""
    return lambda image: leaning(0.7)(image).rotate(degrees, expand=True)


def jpeg(image: Image.Image) -> Image.Image:
    """Save it as small as a mailer does."""
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=22)
    return Image.open(buffer).convert("L")


def blurred(image: Image.Image) -> Image.Image:
    """Put it out of focus."""
    return image.filter(ImageFilter.GaussianBlur(1.6))


def shaded(image: Image.Image) -> Image.Image:
    """Print it on grey paper and let a shadow fall from one corner."""
    pixels = np.asarray(image, dtype=float)
    rows, columns = pixels.shape
    light = 0.78 - 0.35 * np.add.outer(np.linspace(0, 0.5, rows), np.linspace(0, 0.5, columns))
    return noisy(Image.fromarray((pixels * light).astype(np.uint8)), strength=4.0)


def stamped(image: Image.Image) -> Image.Image:
    """Press round stamps on it that let the letters shine through."""
    stamps = Image.new("L", image.size, WHITE)
    pen = ImageDraw.Draw(stamps)
    width, height = image.size
    radius = width // 9
    for x, y in ((width * 0.3, height * 0.22), (width * 0.72, height * 0.4)):
        for inset in (0, radius // 8, radius // 2):
            ring = [x - radius + inset, y - radius + inset, x + radius - inset, y + radius - inset]
            pen.ellipse(ring, outline=GREY, width=max(2, width // 400))
    return Image.fromarray(np.minimum(np.asarray(image), np.asarray(stamps)))


def faxed(image: Image.Image) -> Image.Image:
    """Send it as black and white dots, some of them lost on the way."""
    dots = np.asarray(noisy(image.filter(ImageFilter.GaussianBlur(0.7)), 30.0)) > GREY + 20
    return Image.fromarray(dots).convert("L")


WEARS: Mapping[str, Wear] = {
    "clean300": Wear(300, lambda image: image),
    "clean200": Wear(200, lambda image: image),
    "clean150": Wear(150, lambda image: image),
    "noise": Wear(200, noisy),
    "blur": Wear(200, blurred),
    "jpeg": Wear(200, jpeg),
    "lean1": Wear(200, leaning(1.3)),
    "lean3": Wear(200, leaning(-3.0)),
    "turn90": Wear(200, turned(90)),
    "turn180": Wear(200, turned(180)),
    "turn270": Wear(200, turned(270)),
    "shade": Wear(200, shaded),
    "stamp": Wear(200, stamped),
    "fax": Wear(200, faxed),
}
