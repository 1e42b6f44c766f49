"""PDF pages with embedded letters of all our scripts and the notice that they are samples."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from corpus_samples.generate.document import SAMPLE_RU

PLAIN, BOLD = "DejaVuSans", "DejaVuSans-Bold"


@cache
def register_fonts() -> None:
    """Register DejaVu from matplotlib's data: free letters for Cyrillic and Kazakh that need no system font."""
    for name in (PLAIN, BOLD):
        registerFont(TTFont(name, font_file(name)))


def font_file(name: str) -> Path:
    """Find a font among those that matplotlib brings."""
    spec = find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("matplotlib is needed for its DejaVu fonts: pip install 'unlade[dev]'")
    return Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf" / f"{name}.ttf"


class Paper:
    """A PDF under construction; y counts from the top of the page, as people read."""

    def __init__(self, size: tuple[float, float] = A4, notice: bool = True) -> None:
        register_fonts()
        self.width, self.height = size
        self._buffer = BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=size, invariant=1)
        if notice:
            self._notice()

    def text(self, x: float, y: float, words: str, size: float = 9, font: str = PLAIN) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - y, words)

    def lines(self, x: float, y: float, rows: Sequence[str], size: float = 9) -> None:
        for number, words in enumerate(rows):
            self.text(x, y + number * size * 1.3, words, size)

    def box(self, x: float, y: float, width: float, height: float) -> None:
        self.canvas.rect(x, self.height - y - height, width, height)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def turn(self) -> None:
        """Begin a new page."""
        self.canvas.showPage()
        self._notice()

    def finish(self) -> bytes:
        self.canvas.save()
        return self._buffer.getvalue()

    def _notice(self) -> None:
        self.text(36, self.height - 16, SAMPLE_RU, 5.5)
