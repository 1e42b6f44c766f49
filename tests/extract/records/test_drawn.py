"""The pictures of `unlade try --draw`: what was found has its colour around it, where it stands."""

from pathlib import Path

import numpy as np
from PIL import Image
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from extract.model import Batch, Box, Item, Mention, Part
from extract.model import Table as FoundTable
from extract.readers.ocr.picture import Picture
from extract.records import extract
from extract.records.drawn import drawing
from extract.records.painted import DPI, INKS, Mark, painted
from tests.extract.readers.reading import source_of

INVOICE = Path(__file__).parents[3] / "corpus_samples" / "invoice" / "docs" / "commercial_invoice.pdf"
ROWS = [["No", "Description", "HS code", "Quantity"], ["1", "Rotor", "880621", "40"], ["2", "Blade", "880622", "6"]]


def drawn(path: Path, folder: Path) -> tuple[list[Item], np.ndarray]:
    source = source_of(path)
    items = list(drawing(extract(source, path), source, path, folder))
    return items, np.asarray(Image.open(folder / "page-0001.png").convert("RGB"))


def table_page(path: Path) -> Path:
    SimpleDocTemplate(str(path)).build([Table(ROWS, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))])
    return path


def is_framed(pixels: np.ndarray, box: Box, ink: str) -> bool:
    """Tell whether the left edge of a box has a colour, halfway down."""
    x, y = round(box.x0 * DPI / 72) - INKS[ink].off, round((box.top + box.bottom) / 2 * DPI / 72)
    return any((pixels[y, x + step] == INKS[ink].colour).all() for step in (-1, 0, 1))


def test_facts_stand_in_the_frames_of_their_kind_and_their_table_in_a_green_one(tmp_path: Path):
    items, pixels = drawn(INVOICE, tmp_path)
    (table,) = [item for item in items if isinstance(item, FoundTable)]
    (batch,) = [item for item in items if isinstance(item, Batch)]
    assert table.boxes is not None
    _, code = table.boxes[batch.rows[0], table.sources["hs_code"]]
    assert is_framed(pixels, code, "code")
    (page,) = [item for item in items if isinstance(item, Part)]
    (grid,) = page.grids
    number = grid.box(1, 0)  # nothing was understood there that would be painted over the frame of the table
    assert number is not None
    assert is_framed(pixels, number, "table")


def test_a_mention_in_running_text_has_its_frame(tmp_path: Path):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(60, 700, "The goods were sold by Altyn Kanat LLP in May.")
    canvas.save()
    items, pixels = drawn(tmp_path / "a.pdf", tmp_path)
    (mention,) = [item for item in items if isinstance(item, Mention) and item.value == "Altyn Kanat LLP"]
    assert mention.place.span is not None
    (page,) = [item for item in items if isinstance(item, Part)]
    (word,) = [word for word in page.words if word.text == "Altyn"]
    box = mention.place.box or word.box
    assert is_framed(pixels, box, "company")


def test_the_legend_names_every_colour(tmp_path: Path):
    _, pixels = drawn(table_page(tmp_path / "a.pdf"), tmp_path)
    legend = pixels[-30:].reshape(-1, 3)
    assert all((legend == ink.colour).all(axis=1).sum() > 100 for ink in INKS.values())


def test_the_rules_of_a_page_are_painted_where_they_are(tmp_path: Path):
    _, pixels = drawn(table_page(tmp_path / "a.pdf"), tmp_path)
    assert (pixels == INKS["word"].colour).all(axis=2).sum() > 50
    assert not (pixels[:100] == INKS["code"].colour).all(axis=2).any()


def blank_page() -> Picture:
    return Picture(np.full((1600, 1200), 255, np.uint8), DPI / 72)


def tag_pixels(*marks: Mark) -> int:
    """Count how many pixels more a tag costs."""
    colour = INKS["company"].colour
    plain = [Mark(mark.ink, mark.box) for mark in marks]
    counts = [(np.asarray(painted(blank_page(), each)) == colour).all(axis=2).sum() for each in (marks, plain)]
    return int(counts[0] - counts[1])


def test_a_tag_stands_where_it_covers_no_word():
    name = Mark("company", Box(200, 200, 260, 212), "consignee")
    assert tag_pixels(name) > 300
    around = Mark("word", Box(100, 150, 400, 260))
    assert tag_pixels(name, around) == 0


def test_a_sheet_has_no_picture(tmp_path: Path):
    path = tmp_path / "rows.csv"
    path.write_text("Consignor,HS code\nAltyn Kanat LLP,880621\n", encoding="utf-8")
    source = source_of(path)
    assert list(drawing(extract(source, path), source, path, tmp_path))
    assert not list(tmp_path.glob("*.png"))
