"""A mixed set of PDFs for measuring: tables ruled and not, prose, forms, three scripts, turned and cropped pages.

    python -m benchmarks.pdf_set FOLDER [PAGES]

Seeded, so that every run measures the same pages; all names are invented.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

PAGES = 600
PAGES_A_FILE = 12
LATIN, CYRILLIC, CHINESE = "Helvetica", "DejaVu", "STSong-Light"
LATIN_WORDS = "the carrier shall deliver goods under this contract to consignee and may claim freight of parts"
CYRILLIC_WORDS = "перевозчик обязан доставить груз получателю по договору и вправе требовать оплату фрахта частями"
WORDS = {
    LATIN: LATIN_WORDS.split(),
    CYRILLIC: CYRILLIC_WORDS.split(),
    CHINESE: list("深圳市旋翼科技有限公司出口货物报关单合同编号数量单价总价"),
}
NAMES = {
    LATIN: ("Rotorwing Europe B.V.", "Altyn Kanat LLP", "Krontech Asia LLP"),
    CYRILLIC: ("ООО «Воздушная Механика»", "ТОО «Алтын Канат»", "АО «Микроснаб»"),
    CHINESE: ("深圳市旋翼科技有限公司", "阿拉木图贸易公司", "北京进出口公司"),
}
HEADER = ("No", "Holder", "HS code", "Quantity", "Price", "Value USD", "Country")
WIDTHS = (30, 150, 80, 60, 60, 80, 55)
LEFT, TOP, BOTTOM, WIDTH, LEADING = 40, 790, 50, 515, 15

Page = Callable[[Canvas, Random, str], None]


def ruled(canvas: Canvas, chance: Random, font: str) -> None:
    """Draw a table with all its rules, each cell a rectangle or all of them lines."""
    rows = table(canvas, chance, font, LEFT + 3)
    levels = [TOP - LEADING * number + 11 for number in range(rows + 1)]
    sides = [LEFT + sum(WIDTHS[:number]) for number in range(len(WIDTHS) + 1)]
    if chance.random() < 0.5:
        canvas.grid(sides, levels)
        return
    for top in levels[1:]:
        for left, width in zip(sides, WIDTHS, strict=False):
            canvas.rect(left, top, width, LEADING)


def level_ruled(canvas: Canvas, chance: Random, font: str) -> None:
    """Draw a table with level rules alone."""
    for number in range(table(canvas, chance, font, LEFT) + 1):
        canvas.line(LEFT, TOP - LEADING * number + 11, LEFT + sum(WIDTHS), TOP - LEADING * number + 11)


def unruled(canvas: Canvas, chance: Random, font: str) -> None:
    """Draw a table without any rule."""
    table(canvas, chance, font, LEFT)


def table(canvas: Canvas, chance: Random, font: str, left: float) -> int:
    """Write rows of cells; give their number."""
    rows = chance.randint(8, 45)
    for number in range(rows):
        cells = row(chance, font, number) if number else HEADER
        x = left
        for cell, width in zip(cells, WIDTHS, strict=True):
            canvas.drawString(x, TOP - LEADING * number, cell)
            x += width
    return rows


def row(chance: Random, font: str, number: int) -> tuple[str, ...]:
    """Give the cells of an item."""
    quantity, price = chance.randint(1, 900), chance.randint(100, 99_999) / 100
    code = f"{chance.randint(8_400_000_000, 8_899_999_999)}"
    value = f"{quantity * price:,.2f}"
    return (str(number), chance.choice(NAMES[font]), code, str(quantity), f"{price:.2f}", value, chance.choice("KRCN"))


def prose(canvas: Canvas, chance: Random, font: str) -> None:
    """Write running text over the page."""
    blank = "" if font == CHINESE else " "
    for y in range(TOP, BOTTOM, -14):
        canvas.drawString(LEFT, y, blank.join(chance.choices(WORDS[font], k=38 if font == CHINESE else 12)))


def form(canvas: Canvas, chance: Random, font: str) -> None:
    """Draw boxes of several sizes, each with a label and a value."""
    y = TOP
    while y > BOTTOM + 40:
        height, parts = chance.choice((30, 40, 60)), chance.choice((1, 2, 2, 3, 4))
        for part in range(parts):
            x = LEFT + WIDTH * part / parts
            canvas.rect(x, y - height, WIDTH / parts, height)
            canvas.drawString(x + 3, y - 10, f"{chance.randint(1, 54)} {chance.choice(HEADER)}")
            canvas.drawString(x + 3, y - 24, chance.choice(NAMES[font])[: int(14 * 4 / parts)])
        y -= height


def drawn(canvas: Canvas, chance: Random, font: str) -> None:
    """Draw bars under a letterhead, as a report's chart."""
    canvas.drawString(LEFT, TOP, chance.choice(NAMES[font]))
    for number in range(40):
        canvas.rect(LEFT + 12 * number, 300, 8, chance.randint(10, 300), fill=1)


def turned(page: Page) -> Page:
    """Set a page on its side, to be turned for reading."""

    def on_its_side(canvas: Canvas, chance: Random, font: str) -> None:
        turn = chance.choice((90, 180, 270))
        if turn != 180:  # reportlab swaps the sides of a page that it turns by a quarter
            canvas.setPageSize((A4[1], A4[0]))
        canvas.setPageRotation(turn)
        page(canvas, chance, font)

    return on_its_side


def cropped(page: Page) -> Page:
    """Show a part of the sheet alone."""

    def in_a_frame(canvas: Canvas, chance: Random, font: str) -> None:
        canvas.setCropBox((20, 30, A4[0] - 10, A4[1] - 20))
        page(canvas, chance, font)

    return in_a_frame


KINDS: tuple[Page, ...] = (
    *(ruled, prose, form, unruled, prose, ruled, level_ruled, prose, form, drawn),
    *(turned(ruled), turned(prose), cropped(ruled), cropped(form)),
)


def make(folder: Path, pages: int = PAGES) -> list[Path]:
    """Write the set; give its files."""
    register_fonts()
    chance = Random(4)
    kinds = cycle((kind, font) for kind in KINDS for font in (LATIN, CYRILLIC, LATIN, CHINESE))
    files = []
    for number in range(0, pages, PAGES_A_FILE):
        files.append(folder / f"mixed{number:05}.pdf")
        write(files[-1], islice(kinds, min(PAGES_A_FILE, pages - number)), chance)
    return files


def write(path: Path, kinds: Iterator[tuple[Page, str]], chance: Random) -> None:
    """Write one file, a page of each kind."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for draw, font in kinds:
        canvas.setFont(font, 9)
        draw(canvas, chance, font)
        canvas.showPage()
        canvas.setPageRotation(0)
        canvas.setPageSize(A4)
        canvas.setCropBox((0, 0, *A4))
    canvas.save()


def register_fonts() -> None:
    """Make fonts of other scripts known: one that comes with matplotlib, one that every reader of PDF supplies."""
    found = find_spec("matplotlib")
    assert found is not None
    assert found.origin is not None
    pdfmetrics.registerFont(
        TTFont(CYRILLIC, Path(found.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf")
    )
    pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))


if __name__ == "__main__":
    make(Path(sys.argv[1]), *map(int, sys.argv[2:]))
