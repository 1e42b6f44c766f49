"""The official form as it is drawn: cells with small labels and larger values, in many proportions and letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from random import Random

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from corpus_samples.generate.declaration_forms import frame
from corpus_samples.generate.declaration_forms.boxes import ITEMS_A_SHEET, Filled, Sheet, label
from corpus_samples.generate.declaration_forms.frame import Cell
from corpus_samples.generate.declaration_forms.style import Style
from corpus_samples.generate.document import SAMPLE_RU
from corpus_samples.generate.page import Paper

A4, LETTER = (595.0, 842.0), (612.0, 792.0)
FONTS = ("DejaVuSans", "DejaVuSans", "DejaVuSerif", "DejaVuSansMono")
NARROW_LABELS = ("31", "44", "47")
"""Boxes whose label stands in a narrow column beside its content, on the official form."""
PARTED = {"1": 3, "22": 2}
"""Boxes that the official form divides by thin rules, with the number of divisions."""
LEADING = 1.22
SMALLEST = 4.5


@dataclass(frozen=True, slots=True)
class Look:
    """Proportions and letters of a print. ``rotation``: how far viewers turn the stored page, in degrees."""

    size: tuple[float, float]
    margins: tuple[float, float, float, float]
    font: str
    label_size: float
    value_size: float
    bold: bool
    ruled: bool
    line_width: float
    grey: float
    padding: float
    narrow_labels: bool
    parted: bool
    beside: bool
    mirrored: bool
    condensed: float
    blank_items: bool
    rotation: int = 0


def look(rng: Random, *, ruled: bool = True, landscape: bool = False, rotation: int = 0, strange: bool = False) -> Look:
    """Draw the look of a print; ``strange`` ranges belong to the held-out renderings."""
    width, height = LETTER if strange else A4
    left, top = rng.uniform(14, 60), rng.uniform(24, 60)
    return Look(
        size=(height, width) if landscape else (width, height),
        margins=(left, top, rng.uniform(14, 50), rng.uniform(20, 60)),
        font=rng.choice(FONTS),
        label_size=rng.uniform(4.6, 6.4),
        value_size=rng.uniform(6.2, 8.8),
        bold=rng.random() < 0.3,
        ruled=ruled,
        line_width=rng.choice((0.3, 0.5, 0.8, 1.2)),
        grey=rng.choice((0.0, 0.0, 0.3, 0.6)),
        padding=rng.choice((0.6, 1.5, 2.5)),
        narrow_labels=rng.random() < 0.5,
        parted=ruled and rng.random() < 0.5,
        beside=rng.random() < 0.25,
        mirrored=strange,
        condensed=rng.choice((1.0, 1.0, 0.9, 0.82)),
        blank_items=rng.random() < 0.5,
        rotation=rotation,
    )


@cache
def register_fonts() -> None:
    """Register the DejaVu letters that come with matplotlib."""
    spec = find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("matplotlib is needed for its DejaVu fonts: pip install 'unlade[dev]'")
    folder = Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"
    for name in (*FONTS, *(f"{name}-Bold" for name in FONTS)):
        registerFont(TTFont(name, folder / f"{name}.ttf"))


def pdf(sheets: Sequence[Sheet], how: Style, view: Look) -> bytes:
    """Draw every sheet on a page of its own."""
    register_fonts()
    paper = Turned(view)
    for number, sheet in enumerate(sheets):
        if number:
            paper.turn()
        Press(paper, view, how).print_sheet(sheet, main=number == 0)
    return paper.finish()


class Turned(Paper):
    """Pages that are stored turned, so that viewers turn them back."""

    def __init__(self, view: Look) -> None:
        self.view = view
        super().__init__(view.size, notice=False)  # as it is seen: reportlab stores a turned page the other way round
        self._begin()

    def turn(self) -> None:
        self.canvas.showPage()
        self._begin()

    def _begin(self) -> None:
        width, height = self.view.size
        matrices = {90: (0, 1, -1, 0, height, 0), 180: (-1, 0, 0, -1, width, height), 270: (0, -1, 1, 0, 0, width)}
        if self.view.rotation:
            self.canvas.setPageRotation(self.view.rotation)
            self.canvas.transform(*matrices[self.view.rotation])
        self.text(36, self.height - 10, SAMPLE_RU, 5)


@dataclass(frozen=True, slots=True)
class Press:
    """Prints one sheet onto a page."""

    paper: Paper
    view: Look
    how: Style

    def print_sheet(self, sheet: Sheet, main: bool) -> None:
        left, top, right, bottom = self.view.margins
        placed = list(self._placed(sheet, main))
        if self.view.mirrored:
            placed = [
                (cell, filled) for (_, filled), cell in zip(placed, frame.mirrored(c for c, _ in placed), strict=True)
            ]
        rows = max(cell.y + cell.height for cell, _ in placed)
        across, down = (self.paper.width - left - right) / 100, (self.paper.height - top - bottom) / rows
        self.paper.text(left, top - 6, sheet.title, 9, f"{self.view.font}-Bold")
        for cell, filled in placed:
            box = (left + cell.x * across, top + cell.y * down, cell.width * across, cell.height * down)
            self.print_box(cell.box, filled.get(cell.box, ()), box)

    def print_box(self, number: str, lines: Sequence[str], box: tuple[float, float, float, float]) -> None:
        x, y, width, height = box
        if self.view.ruled:
            self._rule(number, box)
        narrow = self.view.narrow_labels and number in NARROW_LABELS
        pad = self.view.padding
        label_width = min(width * 0.3, 80) if narrow else width - 2 * pad
        words = label(number, self.how) if number != "D" else ""
        label_lines = list(self._wrapped([words], label_width, self.view.label_size))
        self._write(x + pad, y + pad, label_lines, self.view.label_size, self.view.font)
        if narrow:
            self._fill(lines, (x + label_width + 2 * pad, y + pad, width - label_width - 3 * pad, height - 2 * pad))
            return
        used = len(label_lines) * self.view.label_size * LEADING
        beside = (
            stringWidth(label_lines[0], self.view.font, self.view.label_size) + 6 if len(label_lines) == 1 else width
        )
        rest = width - beside - 2 * pad
        if self.view.beside and len(lines) == 1 and self._width(lines[0], self.view.value_size) < rest:
            self._fill(lines, (x + beside + pad, y + pad, rest, height))
            return
        self._fill(lines, (x + pad, y + pad + used, width - 2 * pad, height - used - 2 * pad))

    def _rule(self, number: str, box: tuple[float, float, float, float]) -> None:
        x, y, width, height = box
        self.paper.canvas.setLineWidth(self.view.line_width)
        self.paper.canvas.setStrokeGray(self.view.grey)
        self.paper.box(*box)
        parts = PARTED.get(number, 1) if self.view.parted else 1
        for at in range(1, parts):
            self.paper.line(x + width * at / parts, y + height * 0.45, x + width * at / parts, y + height)

    def _fill(self, lines: Sequence[str], box: tuple[float, float, float, float]) -> None:
        """Write a value; letters shrink until it fits its box."""
        x, y, width, height = box
        size = self.view.value_size
        while size > SMALLEST and self._height(lines, width, size) > height:
            size -= 0.3
        self._write(x, y, list(self._wrapped(lines, width, size)), size, self._value_font)

    def _height(self, lines: Sequence[str], width: float, size: float) -> float:
        return len(list(self._wrapped(lines, width, size))) * size * LEADING

    @property
    def _value_font(self) -> str:
        return f"{self.view.font}-Bold" if self.view.bold else self.view.font

    def _wrapped(self, lines: Sequence[str], width: float, size: float) -> Iterator[str]:
        """Break lines at blanks, and words that are wider than the box where it ends."""
        for line in lines:
            held = ""
            for word in line.split(" "):
                longer = f"{held} {word}" if held else word
                if self._width(longer, size) <= width or not held:
                    held = longer
                    continue
                yield held
                held = word
            yield held

    def _width(self, words: str, size: float) -> float:
        return stringWidth(words, self._value_font, size) * self.view.condensed

    def _write(self, x: float, y: float, lines: Sequence[str], size: float, font: str) -> None:
        for number, line in enumerate(lines):
            pen = self.paper.canvas.beginText(x, self.paper.height - y - size * (0.9 + number * LEADING))
            pen.setFont(font, size)
            pen.setHorizScale(100 * self.view.condensed)
            pen.textOut(line)
            self.paper.canvas.drawText(pen)

    def _placed(self, sheet: Sheet, main: bool) -> Iterator[tuple[Cell, Filled]]:
        """Give the cells of a sheet from the top, each with the boxes that fill it; some forms keep unused items."""
        head = frame.HEAD if main else frame.FURTHER_HEAD
        down = frame.HEAD_HEIGHT if main else frame.FURTHER_HEAD_HEIGHT
        yield from ((cell, sheet.head) for cell in head)
        unused = 0 if main or not self.view.blank_items else ITEMS_A_SHEET - len(sheet.items)
        for item in (*sheet.items, *({} for _ in range(unused))):
            yield from ((cell, item) for cell in frame.moved(frame.ITEM, down))
            down += frame.ITEM_HEIGHT
        tail = frame.TAIL if main else frame.FURTHER_TAIL
        last = sheet.head | {"47": sheet.items[-1]["47"]}
        yield from ((cell, last) for cell in frame.moved(tail, down))
