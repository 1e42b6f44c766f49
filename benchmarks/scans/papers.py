"""The papers: drawn from ``papers.toml`` as PDF pages with ruled tables, so that their text is known word by word."""

from __future__ import annotations

import subprocess
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = {
    "sans": ("Liberation Sans", "DejaVu Sans"),
    "serif": ("Liberation Serif", "DejaVu Serif"),
    "mono": ("Liberation Mono", "DejaVu Sans Mono"),
    "han": ("Droid Sans Fallback", "WenQuanYi Zen Hei", "Noto Sans CJK SC"),
}
"""Families of this machine, the likeliest of an office first; only some machines have letters for Chinese."""
LEFT, TOP, RIGHT = 42.0, 54.0, A4[0] - 42.0
LABEL_SIZE, SIZE, TITLE_SIZE = 6.5, 9.0, 13.0
ROW = 17.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value that must be read: what kind of thing it is and how it is printed."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it is told in ``papers.toml``."""

    name: str
    languages: str
    font: str
    layout: str
    title: str
    fields: Sequence[tuple[str, str, str]]
    columns: Sequence[str]
    widths: Sequence[float]
    closed: Sequence[int]
    rows: Sequence[Sequence[str]]
    prose: Sequence[str]

    @property
    def letters(self) -> frozenset[str]:
        """Give every letter that is printed."""
        fields = (text for _, label, value in self.fields for text in (label, value))
        cells = (cell for row in (self.columns, *self.rows) for cell in row)
        return frozenset("".join((self.title, *fields, *cells, *self.prose)))

    @property
    def wanted(self) -> list[Wanted]:
        """Give what must be read: the values of fields and the figures of the table."""
        cells = [Wanted("figure", row[index]) for row in self.rows for index in self.closed]
        return [*(Wanted(kind, value) for kind, _, value in self.fields), *cells]


def papers() -> list[Paper]:
    """Read all papers."""
    told = tomllib.loads((Path(__file__).parent / "papers.toml").read_text("utf-8"))
    return [Paper(**paper) for paper in told["paper"]]


def font_of(paper: Paper) -> str | None:
    """Give the first family of the paper's style that has all its letters; None where this machine has none."""
    needed = {ord(letter) for letter in paper.letters if not letter.isspace()}
    return next((family for family in FONTS[paper.font] if needed <= registered(family)), None)


@cache
def registered(family: str) -> frozenset[int]:
    """Register a family where this machine has it, and tell for which letters."""
    asked = ["fc-match", "-f", "%{family}\t%{file}", f"{family}:style=Regular"]
    found, _, path = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.partition("\t")
    if family not in found.split(","):
        return frozenset()
    try:
        font = TTFont(family, path)
    except TTFError:  # outlines that reportlab cannot embed
        return frozenset()
    registerFont(font)
    return frozenset(font.face.charToGlyph)


def drawn(paper: Paper, font: str) -> bytes:
    """Draw a paper as a PDF of one page."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    pen = _Pen(canvas, font)
    pen.print(LEFT, TOP, paper.title, TITLE_SIZE)
    below = (_boxes if paper.layout == "boxes" else _lines)(pen, paper.fields, TOP + 18)
    below = _table(pen, paper, below + 10)
    for number, line in enumerate(paper.prose):
        pen.print(LEFT, below + 22 + number * 14, line, SIZE - 0.5)
    canvas.save()
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Pen:
    """Prints and rules with y from the top of the page."""

    canvas: Canvas
    font: str

    def print(self, x: float, y: float, text: str, size: float) -> None:
        """Print a line, narrower where it would leave the page."""
        width = stringWidth(text, self.font, size)
        size *= min(1.0, (RIGHT - x) / width) if width else 1.0
        self.canvas.setFont(self.font, size)
        self.canvas.drawString(x, A4[1] - y, text)

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """Rule a box."""
        self.canvas.setLineWidth(0.6)
        self.canvas.rect(x, A4[1] - y - height, width, height)


def _lines(pen: _Pen, fields: Sequence[tuple[str, str, str]], top: float) -> float:
    for number, (_, label, value) in enumerate(fields):
        pen.print(LEFT, top + number * 15 + 10, f"{label}: {value}" if label else value, SIZE)
    return top + len(fields) * 15


def _boxes(pen: _Pen, fields: Sequence[tuple[str, str, str]], top: float) -> float:
    """Rule boxes in two columns, the label small in each, the value below it."""
    width, height = (RIGHT - LEFT) / 2, 30.0
    for number, (_, label, value) in enumerate(fields):
        x, y = LEFT + number % 2 * width, top + number // 2 * height
        pen.frame(x, y, width, height)
        pen.print(x + 3, y + 9, label, LABEL_SIZE)
        pen.print(x + 6, y + 23, value, SIZE)
    return top + (len(fields) + 1) // 2 * height


def _table(pen: _Pen, paper: Paper, top: float) -> float:
    for line, row in enumerate([paper.columns, *paper.rows]):
        x = LEFT
        for text, width in zip(row, paper.widths, strict=True):
            pen.frame(x, top + line * ROW, width, ROW)
            pen.print(x + 3, top + line * ROW + 12, text, SIZE - (1.5 if line == 0 else 1))
            x += width
    return top + (len(paper.rows) + 1) * ROW
