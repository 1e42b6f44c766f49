"""A picture set beside text is read from its area; one that is not, or cannot be, is told."""

from contextvars import copy_context
from pathlib import Path

import matplotlib
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.model import Box
from extract.readers.ocr import page as ocr_page
from extract.readers.ocr.policy import adopt
from extract.readers.pdf_insets import around, beside, joined
from extract.readers.pdf_words import RawWord
from tests.extract.readers.ocr.scans import picture_of_text
from tests.extract.readers.reading import read

LINES = (
    "Certificate number 4711 of the port of Aktau",
    "Goods: gyroscopes for Nordlicht Freight",
    "Weight 120 kg in all",
    "Loaded on the ship Altyn",
    "Signed by the harbour master",
)
SCALE = 72 / 200


def strip(*lines: str) -> Image.Image:
    """Give lines as a scanner of 200 dots per inch does."""
    return picture_of_text(*lines).crop((60, 60, 1260, 90 + 68 * len(lines) + 40))


def letter(path: Path, picture: Image.Image, pages: int = 1, *, cut: int = 1) -> Path:
    """Set a picture, in one piece or in strips, into pages of text."""
    canvas = Canvas(str(path), pagesize=A4)
    width, height = picture.width * SCALE, picture.height * SCALE
    for number in range(pages):
        canvas.drawString(60, 780, f"Page {number + 1} of our letter; enclosed is what the port wrote")
        step = picture.height // cut
        for piece in range(cut):
            top = piece * step
            part = picture.crop((0, top, picture.width, top + step if piece < cut - 1 else picture.height))
            canvas.drawImage(ImageReader(part), 60, 700 - (top + part.height) * SCALE, width, part.height * SCALE)
        canvas.drawString(60, 660 - height, "With kind regards, the writer of this letter")
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize("cut", [1, 3])
def test_the_words_of_a_picture_are_words_of_its_page_where_they_stand(tmp_path: Path, cut: int):
    (part,), _, issues = read(letter(tmp_path / "a.pdf", strip(*LINES), cut=cut))
    assert [word for line in LINES for word in line.split() if word not in part.text.split()] == []
    assert part.text.index("enclosed") < part.text.index("4711") < part.text.index("regards")
    (number,) = [word.box for word in part.words if word.text == "4711"]
    assert 60 < number.x0 < number.x1 < 500
    assert 842 - 700 < number.top < number.bottom < 842 - 660
    assert part.dialect["pictures"] == "1"
    assert not issues


def test_without_text_recognition_the_picture_is_said_not_to_be_read(tmp_path: Path):
    def alone():
        adopt("off", 60, bool)
        return read(letter(tmp_path / "a.pdf", strip(*LINES)))

    (part,), _, issues = copy_context().run(alone)
    assert "4711" not in part.text
    assert [(issue.kind, issue.message) for issue in issues] == [
        ("picture", "page 1 holds a picture that was not read")
    ]
    assert issues[0].place is not None
    assert issues[0].place.box is not None


def test_a_picture_that_comes_on_every_page_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    looks = []
    recognise = ocr_page.recognise
    monkeypatch.setattr(ocr_page, "recognise", lambda draw: looks.append(1) or recognise(draw))
    parts, _, _ = read(letter(tmp_path / "a.pdf", strip(*LINES), pages=3))
    assert ["4711" in part.text for part in parts] == [True] * 3
    assert len(looks) == 1


CELLS = [["Port", "Tons"], ["Aktau", "1200"], ["Kuryk", "3400"], ["Baku", "5600"]]


def table_picture(*, filled: bool) -> Image.Image:
    """Draw a table as a scanner sees it, or its rules around two words, as in a chart."""
    picture = Image.new("L", (1100, 460), 255)
    drawing = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"), 36)
    for row, cells in enumerate(CELLS):
        for column, cell in enumerate(cells):
            if filled or (row, column) in ((0, 0), (3, 1), (2, 0)):
                drawing.text((80 + 500 * column, 50 + 100 * row), cell, font=font, fill=0)
    for y in range(30, 440, 100):
        drawing.line((50, y, 1050, y), fill=0, width=3)
    for x in (50, 550, 1050):
        drawing.line((x, 30, x, 430), fill=0, width=3)
    return picture


def test_a_table_in_a_picture_is_a_table(tmp_path: Path):
    _, grids, _ = read(letter(tmp_path / "a.pdf", table_picture(filled=True)))
    assert grids == [CELLS]


def test_a_chart_in_a_picture_is_none_but_has_words(tmp_path: Path):
    (part,), grids, _ = read(letter(tmp_path / "a.pdf", table_picture(filled=False)))
    assert grids == []
    assert {"Port", "Kuryk", "5600"} <= set(part.text.split())


WORD = RawWord("here", Box(110, 110, 130, 120))
PAGE = Box(0, 0, 595, 842)


@pytest.mark.parametrize(
    ("box", "words", "taken"),
    [
        (Box(100, 200, 400, 400), [WORD], True),
        (Box(100, 100, 400, 400), [WORD], False),
        (Box(100, 200, 180, 260), [], False),
        (Box(0, 200, 595, 250), [], False),
    ],
)
def test_only_large_pictures_without_words_are_read(box: Box, words: list[RawWord], taken: bool):
    assert len(beside([(box, 9)], words, PAGE)) == taken


def test_strips_are_one_picture():
    strips = [(Box(50, 100 + 20 * n, 300, 120 + 20 * n), n) for n in (3, 0, 2, 1)]
    apart = (Box(50, 400, 300, 500), 9)
    assert [around(key) for key in joined([*strips, apart])] == [Box(50, 100, 300, 180), Box(50, 400, 300, 500)]
