"""A text layer that somebody laid over another picture is not believed."""

from contextvars import copy_context
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.readers.ocr.policy import adopt
from tests.extract.readers.ocr.scans import picture_of_text
from tests.extract.readers.reading import read

LINES = [f"Line number {number} of an agreement about goods" for number in range(1, 9)]


def layered(path: Path, picture: Image.Image, left: float) -> Path:
    """Lay invisible text over a picture of 200 dots per inch whose lines begin 120 pixels from the left."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(ImageReader(picture), 0, A4[1] - 1200 * 0.36, 1654 * 0.36, 1200 * 0.36)
    layer = canvas.beginText()
    layer.setTextRenderMode(3)
    layer.setFont("Helvetica", 11)
    for number, line in enumerate(LINES):
        layer.setTextOrigin(left, A4[1] - (100 + number * 68 + 32) * 0.36)
        layer.textLine(line)
    canvas.drawText(layer)
    canvas.save()
    return path


def issues_without_ocr(path: Path) -> list[str]:
    adopt("off", 60, bool)
    _, _, issues = read(path)
    return [issue.kind for issue in issues]


@pytest.mark.parametrize(
    ("picture", "kinds"), [(picture_of_text(*LINES), []), (picture_of_text(), ["needs_ocr", "hidden"])]
)
def test_a_layer_over_its_own_scan_is_believed_and_over_nothing_it_is_not(
    tmp_path: Path, picture: Image.Image, kinds: list[str]
):
    path = layered(tmp_path / "a.pdf", picture, 43.0)
    assert copy_context().run(issues_without_ocr, path) == kinds


def small(path: Path, picture: Image.Image) -> Path:
    """Set a strip with a line of its own into a page of text, with a layer over the strip and one over the text."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawString(50, 780, "Seen above")
    canvas.drawString(50, 780, "Seen above", mode=3)
    strip = picture.crop((0, 90, 1654, 160))
    canvas.drawImage(ImageReader(strip), 0, 600, 1654 * 0.36, 70 * 0.36)
    canvas.drawString(43, 610, LINES[0], mode=3)
    canvas.save()
    return path


@pytest.mark.parametrize(("lines", "more"), [(LINES, f"{LINES[0]}\n"), ((), "")])
def test_the_layer_of_a_small_picture_is_read_where_the_picture_shows_it(tmp_path: Path, lines: list[str], more: str):
    (part,), _, issues = read(small(tmp_path / "a.pdf", picture_of_text(*lines)))
    assert part.text == f"Seen above\n{more}"
    assert [issue.kind for issue in issues] == ([] if more else ["hidden"])
