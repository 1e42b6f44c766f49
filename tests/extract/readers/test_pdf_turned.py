"""Text that runs up or down a page is read as it runs; the boxes are those of the page turned for it."""

from pathlib import Path

import numpy as np
import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.model import Part
from extract.readers.page_picture import picture_of
from tests.extract.readers.reading import read, source_of

ROWS = [
    ["No", "Exporter", "HS code", "Value USD"],
    ["1", "Nordwind Rotor GmbH", "8806220000", "4100.00"],
    ["2", "Kestrel Parts B.V.", "9014200000", "7800.00"],
]
SIDES = (0, 30, 190, 290, 390)


def sideways(path: Path, degrees: int, ruled: bool, above: str = "") -> Path:
    """Write a table that runs up (90) or down (270) an upright page, under an upright line."""
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.drawString(40, 800, above)
    canvas.translate(*{90: (400, 100), 270: (100, 600)}[degrees])
    canvas.rotate(degrees)
    for number, row in enumerate(ROWS):
        for x, text in zip(SIDES, row, strict=False):
            canvas.drawString(x + 4, 200 - 18 * number + 5, text)
    if ruled:
        canvas.grid(SIDES, [218 - 18 * number for number in range(4)])
    canvas.save()
    return path


@pytest.mark.parametrize("degrees", [90, 270])
@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_on_its_side_has_its_rows(tmp_path: Path, degrees: int, ruled: bool):
    (part,), (rows,), _ = read(sideways(tmp_path / "a.pdf", degrees, ruled))
    assert rows == ROWS
    assert "1   Nordwind Rotor GmbH   8806220000   4100.00" in part.text


@pytest.mark.parametrize("degrees", [90, 270])
def test_the_ink_of_a_word_lies_in_its_box_on_the_turned_picture(tmp_path: Path, degrees: int):
    path = sideways(tmp_path / "a.pdf", degrees, ruled=False)
    (part,), _, _ = read(path)
    drawn = picture_of(source_of(path), path, part)
    assert drawn is not None
    picture, _ = drawn
    ink = np.ones(picture.pixels.shape, bool) & (picture.pixels < 128)
    for word in part.words:
        inside = picture.window(word.box)
        assert ink[inside].any()
        ink[inside] = False
    assert ink.sum() < 40


def test_a_line_across_stays_a_line_of_its_own(tmp_path: Path):
    (part,), (rows,), _ = read(sideways(tmp_path / "a.pdf", 90, False, above="See the table of 3 May on this page"))
    assert rows == ROWS
    assert part.text.startswith("See the table of 3 May on this page\n")


def test_a_turned_label_in_an_upright_table_turns_no_page(tmp_path: Path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(50, 700, "Goods that came by rail, in the order of the waybills")
    canvas.translate(60, 300)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Consignee")
    canvas.save()
    (part,), _, _ = read(tmp_path / "a.pdf")
    assert isinstance(part, Part)
    assert "turned" not in part.dialect
