"""Pages keep text, words, tables and boxes that agree; what cannot be read is said."""

from contextvars import copy_context
from pathlib import Path

import pdfplumber
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from extract.errors import Damaged, Encrypted
from extract.readers import read_parts
from extract.readers.ocr.policy import adopt
from tests.extract.readers.reading import read, source_of

ROWS = [["No", "Holder", "Amount"], ["KZ-1", "Altyn Kanat LLP", "1 200.50"], ["KZ-2", "Krontech Asia LLP", "7"]]


def table_pdf(path: Path) -> Path:
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("SPAN", (0, 0), (1, 0))])
    rows = [["Licence of", "", "Amount"], *ROWS[1:]]
    SimpleDocTemplate(str(path), pagesize=A4).build([Table(rows, colWidths=[60, 150, 80], style=style)])
    return path


def canvas_pdf(path: Path, *lines: tuple[float, float, str], rotate: int = 0) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setPageRotation(rotate)
    for x, y, text in lines:
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return path


def test_each_word_stands_in_the_text_where_it_says(tmp_path: Path):
    path = canvas_pdf(tmp_path / "a.pdf", (50, 700, "Invoice No 17"), (300, 700, "Total"), (50, 680, "Altyn Kanat LLP"))
    (part,), _, issues = read(path)
    assert part.text == "Invoice No 17   Total\nAltyn Kanat LLP\n"
    assert all(part.text[word.start : word.start + len(word.text)] == word.text for word in part.words)
    assert issues == []


def test_boxes_are_those_of_pdfplumber(tmp_path: Path):
    path = canvas_pdf(tmp_path / "a.pdf", (50, 700, "Invoice"), (300, 500, "Total"))
    (part,), _, _ = read(path)
    with pdfplumber.open(path) as document:
        others = document.pages[0].extract_words()
    for word, other in zip(part.words, others, strict=True):
        assert word.text == other["text"]
        assert word.box.x0 == pytest.approx(other["x0"], abs=1)
        assert word.box.x1 == pytest.approx(other["x1"], abs=1)
        assert word.box.top <= other["top"] + 2
        assert word.box.bottom >= other["bottom"] - 2


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_has_the_boxes_of_the_turned_page(tmp_path: Path, turn: int):
    path = canvas_pdf(tmp_path / "a.pdf", (50, 700, "Invoice"), (300, 500, "Total"), rotate=turn)
    (part,), _, _ = read(path)
    with pdfplumber.open(path) as document:
        page = document.pages[0]
        chars = [c for c in page.chars if c["text"] == "T"]
        assert part.place.box is not None
        assert (part.place.box.x1, part.place.box.bottom) == pytest.approx((page.width, page.height))
    (total,) = [word for word in part.words if word.text == "Total"]
    middle_x, middle_y = (chars[0]["x0"] + chars[0]["x1"]) / 2, (chars[0]["top"] + chars[0]["bottom"]) / 2
    assert total.box.x0 - 2 <= middle_x <= total.box.x1 + 2
    assert total.box.top - 2 <= middle_y <= total.box.bottom + 2
    assert part.rotation == turn


def test_a_ruled_table_has_cells_with_boxes_and_none_under_a_span(tmp_path: Path):
    (part,), ((*rows,),), _ = read(table_pdf(tmp_path / "a.pdf"))
    assert rows == [["Licence of", None, "Amount"], *ROWS[1:]]
    (grid,) = part.grids
    assert grid.boxes is not None
    assert grid.boxes[0][1] is None
    holder = grid.boxes[1][1]
    assert holder is not None
    inside = [
        w.text
        for w in part.words
        if holder.x0 <= w.box.x0 and w.box.x1 <= holder.x1 and holder.top <= w.box.top < holder.bottom
    ]
    assert inside == ["Altyn", "Kanat", "LLP"]


def test_a_page_without_rules_has_no_grid(tmp_path: Path):
    _, grids, _ = read(canvas_pdf(tmp_path / "a.pdf", (50, 700, "Only a letter")))
    assert grids == []


def test_cyrillic_text_is_read(tmp_path: Path):
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("STSong-Light", 12)
    canvas.drawString(50, 700, "深圳市旋翼科技有限公司")
    canvas.save()
    (part,), _, _ = read(tmp_path / "a.pdf")
    assert part.text == "深圳市旋翼科技有限公司\n"


def without_ocr(path: Path):
    adopt("off", 60, bool)
    return read(path)


def test_a_scan_needs_text_recognition_and_is_no_empty_success(tmp_path: Path):
    from PIL import Image

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("L", (600, 800), 200)), 0, 0, *A4)
    canvas.showPage()
    canvas.drawString(50, 700, "A page with words on it, as many as a page of text has")
    canvas.save()
    parts, _, issues = copy_context().run(without_ocr, tmp_path / "a.pdf")
    assert [part.needs_ocr for part in parts] == [True, False]
    why = "page 1 is a picture without text; text recognition was switched off"
    assert [(i.kind, i.message) for i in issues] == [("needs_ocr", why)]


def test_a_picture_beside_text_is_said_not_to_have_been_read(tmp_path: Path):
    from PIL import Image

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.drawString(50, 780, "Enclosed is the certificate of origin of the goods sent")
    canvas.drawImage(ImageReader(Image.new("L", (600, 800), 200)), 50, 50, 500, 650)
    canvas.save()
    (part,), _, issues = read(tmp_path / "a.pdf")
    assert "certificate" in part.text
    assert [issue.kind for issue in issues] == ["picture"]


def test_a_blank_page_is_said_to_be_blank(tmp_path: Path):
    parts, _, issues = read(canvas_pdf(tmp_path / "a.pdf"))
    assert not parts[0].needs_ocr
    assert [i.kind for i in issues] == ["blank"]


def test_a_password_is_told_from_damage(tmp_path: Path):
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(50, 700, "hidden")
    canvas.save()
    with pytest.raises(Encrypted, match="password"):
        list(read_parts(source_of(path), path))


def test_what_is_no_pdf_inside_is_damaged(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4\n" + b"nothing of the kind\n" * 50)
    with pytest.raises(Damaged, match="damaged"):
        list(read_parts(source_of(path), path))


def test_a_pdf_without_its_end_still_gives_its_pages(tmp_path: Path):
    path = canvas_pdf(tmp_path / "a.pdf", (50, 700, "Invoice No 17"))
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"xref")])
    (part,), _, _ = read(path)
    assert "Invoice No 17" in part.text


def test_what_was_typed_into_a_form_is_text_of_its_page(tmp_path: Path):
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.drawString(50, 700, "Consignee:")
    canvas.acroForm.textfield(x=130, y=690, width=200, height=24, value="Altyn Kanat LLP", borderWidth=0)
    canvas.save()
    (part,), _, _ = read(tmp_path / "a.pdf")
    assert " ".join(part.text.split()) == "Consignee: Altyn Kanat LLP"
    (name,) = [word for word in part.words if word.text == "Altyn"]
    assert 130 <= name.box.x0 <= 150


def test_a_pdf_none_of_whose_pages_can_be_read_is_damaged(tmp_path: Path):
    path = canvas_pdf(tmp_path / "a.pdf", (50, 700, "Invoice"))
    data = path.read_bytes()
    path.write_bytes(data.replace(b"/Type /Page\n", b"/Type /Gone\n").replace(b"/Type /Page ", b"/Type /Gone "))
    items = read_parts(source_of(path), path)
    with pytest.raises(Damaged, match="of 1 pages, none"):
        list(items)
