"""Draw pages for the tests: words at places, boxes around them, in a font that has Cyrillic and Kazakh letters."""

from __future__ import annotations

import hashlib
from pathlib import Path

import matplotlib
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extract.model import Item, Source
from extract.records import extract
from extract.walk import sniff

HEIGHT = 842


class Paper:
    """A PDF that is drawn from the top left. ``ruled`` False: boxes are placed but their lines left out."""

    def __init__(self, path: Path, *, ruled: bool = True) -> None:
        if "DejaVu" not in pdfmetrics.getRegisteredFontNames():
            folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
            pdfmetrics.registerFont(TTFont("DejaVu", folder / "DejaVuSans.ttf"))
        self.path = path
        self.ruled = ruled
        self.canvas = Canvas(str(path), pagesize=(595, HEIGHT))

    def text(self, x: float, y: float, *lines: str, size: float = 8) -> Paper:
        for number, line in enumerate(lines):
            self.canvas.setFont("DejaVu", size)
            self.canvas.drawString(x, HEIGHT - y - number * size * 1.3, line)
        return self

    def box(self, x: float, y: float, width: float, height: float, label: str = "", *lines: str) -> Paper:
        """Draw a ruled box with its printed label in small type and its content under it."""
        if self.ruled:
            self.canvas.rect(x, HEIGHT - y - height, width, height)
        return self.text(x + 3, y + 8, label, size=6).text(x + 3, y + 18, *lines)

    def page(self) -> Paper:
        self.canvas.showPage()
        return self

    def finish(self) -> Path:
        self.canvas.save()
        return self.path


def source(path: Path) -> Source:
    data = path.read_bytes()
    return Source(hashlib.sha256(data).hexdigest(), len(data), sniff(path))


def items(path: Path) -> list[Item]:
    return list(extract(source(path), path))
