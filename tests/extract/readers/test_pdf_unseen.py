"""Text that nobody sees is no fact of its page: it is told, with its page and how many characters it has."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.readers.pdf_unseen import CLIPPED, COVERED, LIKE_GROUND, OUTSIDE
from tests.extract.readers.raw_pdf import one_page, raw_pdf, says, stream
from tests.extract.readers.reading import read

Draw = Callable[[Canvas], None]
SECRET, NUMBER = "Beneficial owner: Baltasar Nyland", 30
BELOW = (40, 590, 400, 30)
"""A rectangle about the secret."""


def white(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    canvas.drawString(50, 600, SECRET)


def white_on_its_own_band(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.5)
    canvas.rect(*BELOW, fill=1)
    canvas.setFillGray(0.99)
    canvas.rect(45, 592, 300, 26, fill=1)
    canvas.setFillGray(1)
    canvas.drawString(50, 600, SECRET)


def black_on_black(canvas: Canvas) -> None:
    canvas.rect(*BELOW, fill=1)
    canvas.drawString(50, 600, SECRET)


def blackened(canvas: Canvas) -> None:
    canvas.drawString(50, 600, SECRET)
    canvas.rect(*BELOW, fill=1)


def whitened(canvas: Canvas) -> None:
    canvas.drawString(50, 600, SECRET)
    canvas.setFillGray(1)
    canvas.rect(*BELOW, fill=1, stroke=0)


def without_ink(canvas: Canvas) -> None:
    canvas.drawString(50, 600, SECRET, mode=3)


def clear(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    canvas.drawString(50, 600, SECRET)


def off_the_page(canvas: Canvas) -> None:
    canvas.drawString(50, -40, SECRET)


def cut_by_the_frame(canvas: Canvas) -> None:
    canvas.setCropBox((0, 620, A4[0], A4[1]))
    canvas.drawString(50, 600, SECRET)


def cut_off(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(300, 590, 200, 30)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(50, 600, SECRET)


UNSEEN = {
    white: LIKE_GROUND, white_on_its_own_band: LIKE_GROUND, black_on_black: LIKE_GROUND, blackened: COVERED,
    whitened: COVERED, cut_off: CLIPPED, without_ink: "without ink", clear: "without ink", off_the_page: OUTSIDE,
    cut_by_the_frame: OUTSIDE,
}  # fmt: skip


def paper(path: Path, draw: Draw) -> Path:
    """Draw one thing on a page that has an open line above."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawString(50, 700, "Invoice of Quellmoor Optics")
    draw(canvas)
    canvas.save()
    return path


@pytest.mark.parametrize("draw", UNSEEN, ids=lambda draw: draw.__name__)
def test_what_nobody_sees_is_told_and_not_read(tmp_path: Path, draw: Draw):
    (part,), _, issues = read(paper(tmp_path / "a.pdf", draw))
    assert part.text == "Invoice of Quellmoor Optics\n"
    said = f"page 1 holds text nobody sees, not read: {NUMBER} {UNSEEN[draw]} (“{SECRET}”)"
    assert [(issue.kind, issue.message) for issue in issues] == [("hidden", said)]


def white_in_a_dark_cell(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.3, 0.2)
    canvas.rect(*BELOW, fill=1)
    canvas.setFillGray(1)
    canvas.drawString(50, 600, SECRET)


def white_on_a_thick_line(canvas: Canvas) -> None:
    canvas.setLineWidth(30)
    canvas.line(40, 604, 440, 604)
    canvas.setFillGray(1)
    canvas.drawString(50, 600, SECRET)


def white_on_a_shade(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(*BELOW)
    canvas.clipPath(path, stroke=0)
    canvas.linearGradient(40, 590, 440, 590, ("#203040", "#406080"))
    canvas.restoreState()
    canvas.setFillGray(1)
    canvas.drawString(50, 600, SECRET)


def highlighted(canvas: Canvas) -> None:
    canvas.drawString(50, 600, SECRET)
    canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
    canvas.rect(*BELOW, fill=1, stroke=0)


def framed(canvas: Canvas) -> None:
    canvas.drawString(50, 600, SECRET)
    canvas.rect(*BELOW, fill=0)


def drawn_again_over_its_cover(canvas: Canvas) -> None:
    blackened(canvas)
    canvas.setFillGray(1)
    canvas.drawString(50, 600, SECRET)


def beside_a_corner(canvas: Canvas) -> None:
    """Cover with a triangle whose extent holds the text, which is seen beside it."""
    canvas.drawString(50, 600, SECRET)
    path = canvas.beginPath()
    path.moveTo(40, 500)
    path.lineTo(440, 620)
    path.lineTo(440, 500)
    path.close()
    canvas.drawPath(path, fill=1)


def outlined(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    canvas.drawString(50, 600, SECRET, mode=2)


def in_the_open(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(*BELOW)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(50, 600, SECRET)


SEEN = (
    in_the_open, white_in_a_dark_cell, white_on_a_thick_line, white_on_a_shade, highlighted, framed,
    drawn_again_over_its_cover, beside_a_corner, outlined,
)  # fmt: skip


@pytest.mark.parametrize("draw", SEEN, ids=lambda draw: draw.__name__)
def test_what_can_be_seen_is_read(tmp_path: Path, draw: Draw):
    (part,), _, issues = read(paper(tmp_path / "a.pdf", draw))
    assert part.text == f"Invoice of Quellmoor Optics\n{SECRET}\n"
    assert not issues


def test_of_a_line_that_is_covered_in_part_the_rest_is_read(tmp_path: Path):
    def blot(canvas: Canvas) -> None:
        canvas.drawString(50, 600, "Paid to Baltasar Nyland in March")
        width = canvas.stringWidth("Paid to ")
        canvas.rect(50 + width, 595, canvas.stringWidth("Baltasar Nyland"), 18, fill=1)

    (part,), _, issues = read(paper(tmp_path / "a.pdf", blot))
    assert part.text.split() == ["Invoice", "of", "Quellmoor", "Optics", "Paid", "to", "in", "March"]
    assert "14 covered (“Baltasar Nyland”)" in issues[0].message


def test_of_a_line_that_runs_out_of_its_cell_the_rest_is_told(tmp_path: Path):
    def narrow(canvas: Canvas) -> None:
        path = canvas.beginPath()
        path.rect(50, 590, canvas.stringWidth("Gyroscopes for "), 30)
        canvas.clipPath(path, stroke=0)
        canvas.drawString(50, 600, "Gyroscopes for Nordmark Avionics")

    (part,), _, issues = read(paper(tmp_path / "a.pdf", narrow))
    assert part.text == "Invoice of Quellmoor Optics\nGyroscopes for\n"
    assert "16 cut off (“Nordmark Avionics”)" in issues[0].message


@pytest.mark.parametrize("matrix", [b"1 0 0 1 0 0", b"0.5 0 0 0.5 20 100"])
def test_the_clip_of_a_form_moves_with_it(tmp_path: Path, matrix: bytes):
    shown = b"q 40 690 200 30 re W n " + says("shown") + b"Q "
    unseen = b"q 40 200 200 30 re W n " + says("Baltasar", 50, 670) + b"Q "
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
    objects = one_page(b"q %b cm /X Do Q\n" % matrix)
    objects[4] = objects[4].replace(b"/Font", b"/XObject<</X 6 0 R>>/Font")
    (part,), _, issues = read(raw_pdf(tmp_path / "a.pdf", {**objects, 6: stream(shown + unseen, head)}))
    assert part.text == "shown\n"
    assert "8 cut off (“Baltasar”)" in issues[0].message


@pytest.mark.parametrize("matrix", [b"1 0 0 1 0 0", b"0.5 0 0 0.5 20 100"])
@pytest.mark.parametrize("outside", [True, False])
def test_a_form_is_looked_into(tmp_path: Path, matrix: bytes, outside: bool):
    """Hide text of a form by what is painted in the form, or on the page behind it."""
    bar = b"0 0 600 800 re f\n"
    form = stream(
        says("Baltasar") + (b"" if outside else bar),
        b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>",
    )
    content = b"q %b cm /X Do Q\n" % matrix + (bar if outside else b"") + says("open", 50, 810)
    objects = one_page(content)
    objects[4] = objects[4].replace(b"/Font", b"/XObject<</X 6 0 R>>/Font")
    (part,), _, issues = read(raw_pdf(tmp_path / "a.pdf", {**objects, 6: form}))
    assert part.text == "open\n"
    assert "8 covered (“Baltasar”)" in issues[0].message


def test_the_shading_of_a_table_hides_no_row_above_or_below(tmp_path: Path):
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for row in range(20):
        canvas.setFillGray(0.8 if row % 2 else 0.95)
        canvas.rect(50, 700 - 14 * row, 300, 14, fill=1, stroke=0)
        canvas.setFillGray(0)
        canvas.drawString(54, 703 - 14 * row, f"row{row}")
    canvas.save()
    (part,), _, issues = read(tmp_path / "a.pdf")
    assert part.text.split() == [f"row{row}" for row in range(20)]
    assert not issues


@pytest.mark.parametrize("turn", [90, 270])
def test_what_a_writer_cut_off_as_it_turned_the_page_is_read(tmp_path: Path, turn: int):
    """Turn a page whose sides were swapped with it, as some writers do: a third of the text stands outside."""
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setPageRotation(turn)
    for y in range(40, 830, 40):
        canvas.drawString(40, y, f"line {y}")
    canvas.save()
    (part,), _, issues = read(tmp_path / "a.pdf")
    assert len(part.words) == 40
    assert not issues


@pytest.mark.parametrize("words", [True, False])
def test_a_line_that_runs_over_the_edge_of_its_paper_is_read_to_its_end(tmp_path: Path, words: bool):
    line = "Extract from the register of all who trade in gyroscopes"

    def long(canvas: Canvas) -> None:
        x = 420.0
        for piece in line.split() if words else [line]:
            canvas.drawString(x, 600, piece)
            x += canvas.stringWidth(f"{piece} ")

    (part,), _, issues = read(paper(tmp_path / "a.pdf", long))
    assert part.text == f"Invoice of Quellmoor Optics\n{line}\n"
    assert not issues


@pytest.mark.parametrize("media", [b"0 0 0 0", b"595 842 0 0", b"0 0 NaN 842", b"0 0", b"0 842 595 0"])
def test_a_box_that_is_no_page_hides_nothing(tmp_path: Path, media: bytes):
    objects = one_page(says("Invoice 7"))
    objects[4] = objects[4].replace(b"0 0 595 842", media)
    (part,), _, issues = read(raw_pdf(tmp_path / "a.pdf", objects))
    assert part.text == "Invoice 7\n"
    assert not issues
    assert part.place.box is not None
    assert part.place.box.x0 < part.words[0].box.x0 < part.words[0].box.x1 < part.place.box.x1
    assert part.place.box.top < part.words[0].box.top < part.words[0].box.bottom < part.place.box.bottom
