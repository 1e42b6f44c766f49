"""Prose in columns is read column by column; headings and tables over both stay where they are, tables as they were."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

import matplotlib
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.extract.readers.reading import read

ENGLISH = (
    "The carrier Nordlicht Freight took the goods over at the harbour and brought them to the border, where officers "
    "looked into the first two crates and found gyroscopes that no paper had named. The director of the company said "
    "that he had bought them in good faith from a dealer whose office was closed when our reporter rang its bell."
)
RUSSIAN = (
    "Перевозчик принял груз в порту и доставил его к границе, где сотрудники вскрыли два первых ящика и нашли приборы, "
    "которых не было ни в одной бумаге. Директор компании сказал, что купил их у посредника, чья контора оказалась "
    "закрыта, когда наш корреспондент пришел по указанному в договоре адресу, а соседи о такой фирме не слышали."
)
CHINESE = (
    "承运人在港口接收了货物并将其运往边境海关人员打开了前两个箱子发现了任何单据上都没有提到的仪器"
    "公司经理说他是从一个经销商那里善意购买的当我们的记者按照合同上的地址前去时办公室已经关闭邻居也没有听说过这家公司"
)
TEXTS = {"en": (ENGLISH, 40, "Helvetica"), "ru": (RUSSIAN, 38, "DejaVu"), "zh": (CHINESE, 15, "STSong-Light")}


def written(language: str) -> tuple[list[str], str]:
    """Give the lines of a text and their font."""
    text, width, font = TEXTS[language]
    if font == "DejaVu" and font not in pdfmetrics.getRegisteredFontNames():
        folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
        pdfmetrics.registerFont(TTFont(font, folder / "DejaVuSans.ttf"))
    if language == "zh":
        pdfmetrics.registerFont(UnicodeCIDFont(font))
        return [text[at : at + width] for at in range(0, len(text), width)], font
    return wrap(text, width), font


def columns(canvas: Canvas, texts: Sequence[Sequence[str]], font: str, top: float, drop: float = 0) -> None:
    """Set texts beside each other, each column a little lower than the one before."""
    canvas.setFont(font, 10)
    for number, lines in enumerate(texts):
        for at, line in enumerate(lines):
            canvas.drawString(50 + number * 520 / len(texts), top - 14 * at - drop * number, line)


@pytest.mark.parametrize("drop", [0, 3, 6.5])
@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.parametrize("language", TEXTS)
def test_each_column_is_read_to_its_end(tmp_path: Path, language: str, number: int, drop: float):
    lines, font = written(language)
    lines = wrap(" ".join(lines), 24) if number == 3 and language != "zh" else lines
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    columns(canvas, [lines] * number, font, 760, drop)
    canvas.save()
    (part,), grids, _ = read(tmp_path / "a.pdf")
    assert part.text.split() == " ".join(lines * number).split()
    assert all(part.text[word.start : word.start + len(word.text)] == word.text for word in part.words)
    assert not grids


def test_a_heading_over_both_columns_ends_them(tmp_path: Path):
    lines, font = written("en")
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    heading = "What came over the border in the spring, and who had paid for it all along"
    canvas.setFont(font, 14)
    canvas.drawString(50, 790, heading)
    columns(canvas, [lines, lines], font, 760)
    canvas.setFont(font, 14)
    canvas.drawString(50, 600, heading)
    columns(canvas, [lines, lines], font, 570)
    canvas.save()
    (part,), _, _ = read(tmp_path / "a.pdf")
    assert part.text.split() == 2 * [*heading.split(), *" ".join([*lines, *lines]).split()]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_over_both_columns_stays_whole_and_ends_them(tmp_path: Path, ruled: bool):
    lines, font = written("en")
    rows = [["Port", "Tons", "Value"], *([f"Harbour {n}", str(17 * n), f"{n * 31.5:.2f}"] for n in range(1, 6))]
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    columns(canvas, [lines, lines], font, 760)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            canvas.drawString(60 + 160 * column, 600 - 16 * number, cell)
    if ruled:
        canvas.grid([55 + 160 * n for n in range(4)], [612 - 16 * n for n in range(7)])
    columns(canvas, [lines, lines], font, 470)
    canvas.save()
    (part,), grids, _ = read(tmp_path / "a.pdf")
    both = " ".join([*lines, *lines]).split()
    assert grids == [rows]
    assert part.text.split() == [*both, *(word for row in rows for cell in row for word in cell.split()), *both]


def test_labels_with_their_values_are_no_columns(tmp_path: Path):
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    pairs = [
        ("Seller of the goods", "Nordlicht"),
        ("Buyer", "Altyn"),
        ("Port", "Aktau"),
        ("Net", "12"),
        ("Gross", "14"),
    ]
    for number, (label, value) in enumerate([*pairs, *pairs]):
        canvas.drawString(50, 760 - 20 * number, label)
        canvas.drawString(300, 760 - 20 * number, value)
    canvas.save()
    (part,), _, _ = read(tmp_path / "a.pdf")
    assert [line.split() for line in part.text.splitlines()] == [[*a.split(), b] for a, b in [*pairs, *pairs]]
