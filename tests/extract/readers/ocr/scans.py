"""Scans made in the tests: pages of PDFs and texts as a worn machine would give them, the same every time."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from pypdfium2 import PdfDocument

from corpus_samples.generate.page import register_fonts

DPI = 200

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")


def scan_of(pdf: bytes, page: int = 0, lean: float = 1.5, noise: float = 10.0, dpi: int = DPI) -> Image.Image:
    """Draw a page grey, leaning and noisy."""
    drawn = PdfDocument(pdf)[page].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    leaning = np.asarray(drawn.rotate(lean, resample=Image.Resampling.BICUBIC, fillcolor=255), dtype=float)
    worn = leaning * 0.85 + 20 + np.random.default_rng(7).normal(0, noise, leaning.shape)
    return Image.fromarray(np.clip(worn, 0, 255).astype(np.uint8))


def picture_of_text(*lines: str, size: int = 34, width: int = 1654, height: int = 1200) -> Image.Image:
    """Print lines of text on a page of 200 dots per inch."""
    image = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(image)
    letters = ImageFont.truetype(font_path(), size)
    for number, line in enumerate(lines):
        pen.text((120, 100 + number * size * 2), line, fill=0, font=letters)
    return image


def font_path() -> str:
    """Give the file of free letters with Cyrillic that matplotlib carries."""
    from reportlab.pdfbase.pdfmetrics import getFont

    register_fonts()
    return str(getFont("DejaVuSans").face.filename)
