"""Tables are found by their rules, by their columns, or by both where the rules tell only half."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from tests.extract.readers.reading import read

ROWS = [
    ["Commodity", "Net weight", "Value USD"],
    ["Aircraft parts", "1 200.50", "18,000.00"],
    ["Propellers", "310.00", "2,450.00"],
    ["Batteries", "57.25", "990.10"],
    ["Chargers", "8.00", "120.00"],
]
PROSE = (
    "The carrier shall deliver the goods to the consignee at the place named in the contract, and the consignee shall "
    "take them over without delay. No claim can be made after thirty days, unless the damage could not be seen then. "
) * 4


def pdf_of(
    path: Path, rows: list[list[str]], *style: tuple[object, ...], widths: tuple[int, ...] = (160, 100, 100)
) -> Path:
    SimpleDocTemplate(str(path), pagesize=A4).build([Table(rows, colWidths=widths, style=TableStyle(list(style)))])
    return path


def test_without_any_rule_the_columns_make_the_table(tmp_path: Path):
    parts, grids, _ = read(pdf_of(tmp_path / "a.pdf", ROWS))
    assert grids == [ROWS]
    assert parts[0].grids[0].dialect["ruled"] == "no"


def test_level_rules_alone_are_enough(tmp_path: Path):
    _, grids, _ = read(pdf_of(tmp_path / "a.pdf", ROWS, ("LINEBELOW", (0, 0), (-1, -1), 0.5, "black")))
    assert grids == [ROWS]


def test_a_frame_around_columns_of_figures_does_not_swallow_the_rows(tmp_path: Path):
    frame = (("BOX", (0, 0), (-1, 0), 0.5, "black"), ("BOX", (0, 1), (-1, -1), 0.5, "black"))
    _, grids, _ = read(pdf_of(tmp_path / "a.pdf", ROWS, *frame))
    assert grids == [ROWS]


def test_a_fully_ruled_table_keeps_its_rules(tmp_path: Path):
    parts, grids, _ = read(pdf_of(tmp_path / "a.pdf", ROWS, ("GRID", (0, 0), (-1, -1), 0.5, "black")))
    assert grids == [ROWS]
    assert "ruled" not in parts[0].grids[0].dialect


def test_each_cell_of_an_unruled_table_has_the_box_of_its_words(tmp_path: Path):
    (part,), _, _ = read(pdf_of(tmp_path / "a.pdf", ROWS))
    (grid,) = part.grids
    box = grid.box(2, 2)
    assert box is not None
    inside = [
        w.text
        for w in part.words
        if box.x0 <= w.box.x0 + 1
        and w.box.x1 - 1 <= box.x1
        and w.box.top >= box.top - 1
        and w.box.bottom <= box.bottom + 1
    ]
    assert inside == ["2,450.00"]


def test_prose_is_no_table(tmp_path: Path):
    text = Paragraph(PROSE, getSampleStyleSheet()["Normal"])
    SimpleDocTemplate(str(tmp_path / "a.pdf"), pagesize=A4).build([text])
    assert read(tmp_path / "a.pdf")[1] == []


def test_prose_in_two_columns_is_no_table(tmp_path: Path):
    text = Paragraph(PROSE, getSampleStyleSheet()["Normal"])
    assert read(pdf_of(tmp_path / "a.pdf", [[text, text]], widths=(220, 220)))[1] == []


def test_an_empty_drawing_is_no_table(tmp_path: Path):
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.grid([100, 200, 300], [500, 600, 700])
    canvas.drawString(50, 50, "a drawing above")
    canvas.save()
    assert read(tmp_path / "a.pdf")[1] == []


def test_a_table_open_at_its_sides_keeps_its_outer_columns(tmp_path: Path):
    rules = (("LINEABOVE", (0, 0), (-1, 0), 0.5, "black"), ("LINEBELOW", (0, 0), (-1, -1), 0.5, "black"))
    _, grids, _ = read(pdf_of(tmp_path / "a.pdf", ROWS, *rules, ("LINEAFTER", (0, 0), (1, -1), 0.5, "black")))
    assert grids == [ROWS]


def test_a_table_beside_text_is_cut_free(tmp_path: Path):
    text = Paragraph(PROSE, getSampleStyleSheet()["Normal"])
    table = Table(ROWS, colWidths=(90, 60, 60), rowHeights=12)
    _, grids, _ = read(
        pdf_of(tmp_path / "a.pdf", [[text, table]], ("VALIGN", (0, 0), (-1, -1), "TOP"), widths=(230, 230))
    )
    assert grids == [ROWS]


WRAPPED = [
    ["Commodity", "Net weight", "Value USD"],
    ["Aircraft parts\nof aluminium", "1 200.50", "18,000.00"],
    ["Propellers\nof carbon fibre,\nleft and right", "310.00", "2,450.00"],
    ["Batteries\nof lithium", "57.25", "990.10"],
    ["Chargers", "8.00", "120.00"],
]


def test_lines_between_two_level_rules_are_one_row(tmp_path: Path):
    style = (("LINEBELOW", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"))
    _, grids, _ = read(pdf_of(tmp_path / "a.pdf", WRAPPED, *style))
    assert grids == [WRAPPED]


def test_the_box_of_a_row_of_several_lines_holds_them_all(tmp_path: Path):
    style = (("LINEBELOW", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"))
    (part,), _, _ = read(pdf_of(tmp_path / "a.pdf", WRAPPED, *style))
    box = part.grids[0].box(2, 0)
    assert box is not None
    inside = [w.text for w in part.words if box.top - 1 <= w.box.top and w.box.bottom <= box.bottom + 1]
    assert {"Propellers", "fibre,", "right"} <= set(inside)
    assert not {"aluminium", "Batteries"} & set(inside)


def test_rules_between_groups_of_figures_do_not_make_them_one_row(tmp_path: Path):
    rows = [ROWS[0], *ROWS[1:] * 3]
    rules = tuple(("LINEBELOW", (0, row), (-1, row), 0.5, "black") for row in (0, 3, 6, 9, 12))
    _, grids, _ = read(pdf_of(tmp_path / "a.pdf", rows, *rules))
    assert grids == [rows]
