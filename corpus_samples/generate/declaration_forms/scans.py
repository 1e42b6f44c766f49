"""Prints as a scanner leaves them: grey, noisy, askew, sometimes turned."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from random import Random

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter


@dataclass(frozen=True, slots=True)
class Scanner:
    """``skew`` in degrees, ``turned`` in degrees against the clock, ``noise`` in shades of grey."""

    dpi: int
    skew: float = 0.0
    turned: int = 0
    noise: float = 12.0
    kind: str = "TIFF"


def scanned(data: bytes, scanner: Scanner, rng: Random) -> bytes:
    """Scan the pages of a PDF into a picture file; into one page where its kind holds one."""
    pages = [_page(picture, scanner, rng) for picture in _pictures(data, scanner.dpi)]
    return _saved(pages, scanner)


def _pictures(data: bytes, dpi: int) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()


def _page(picture: Image.Image, scanner: Scanner, rng: Random) -> Image.Image:
    leaning = scanner.skew + rng.uniform(-0.3, 0.3) if scanner.skew else 0.0
    softened = picture.filter(ImageFilter.GaussianBlur(0.5 * scanner.dpi / 300))
    upright = softened.rotate(leaning, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    turned = upright.rotate(scanner.turned, expand=True)
    shades = np.asarray(turned, dtype=np.float32)
    grain = np.random.default_rng(rng.randrange(2**32)).normal(0, scanner.noise, shades.shape)
    return Image.fromarray(np.clip(shades * 0.94 + 8 + grain, 0, 255).astype(np.uint8))


def _saved(pages: list[Image.Image], scanner: Scanner) -> bytes:
    out = BytesIO()
    first, *rest = pages
    more = {"save_all": True, "append_images": rest} if scanner.kind in ("TIFF", "PDF") else {}
    first.save(out, scanner.kind, dpi=(scanner.dpi, scanner.dpi), resolution=scanner.dpi, **more)
    return out.getvalue()
