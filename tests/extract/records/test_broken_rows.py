"""A row that the end of a page broke is one record, each of its values at the place where it is printed."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.model import Box, Grid, Issue, Part, PartKind, Place
from extract.records.broken_rows import goes_on, whole_rows
from tests.extract.records.paper import Paper, items
from tests.extract.records.places import lost, records

WIDTHS = (30, 110, 130, 80, 60, 80)
HEADER = ("No", "Consignor", "Goods", "HS code", "Qty", "Value USD")
ROWS = (
    ("1", "Kiefer Rotor", "Gyroscope", "9014201000", "12", "3400.00"),
    ("2", "Oslo Parts", "Servo motor", "8501109900", "7", "815.50"),
    ("3", "Oslo Parts", "Carbon propeller", "8807100000", "44", "96.20"),
)
Rows = Sequence[Sequence[str]]


def drawn(paper: Paper, rows: Rows, *, top: float = 60, ruled: bool = True) -> None:
    """Draw rows as high as their longest cell."""
    y = top
    for row in rows:
        height = 6 + 11 * max(len(cell.split("\n")) for cell in row)
        x = 40
        for cell, width in zip(row, WIDTHS, strict=True):
            if ruled:
                paper.canvas.rect(x, 842 - y - height, width, height)
            paper.text(x + 3, y + 10, *cell.split("\n"))
            x += width
        y += height


def broken(path: Path, last: Sequence[str], rest: Sequence[str], *, again: bool, ruled: bool = True) -> Path:
    paper = Paper(path)
    drawn(paper, [HEADER, *ROWS, last], ruled=ruled)
    paper.page()
    drawn(paper, [*([HEADER] if again else []), rest, *MORE], ruled=ruled)
    return paper.finish()


MORE = (
    ("5", "Kiefer Rotor", "Battery pack", "8507600000", "9", "77.10"),
    ("6", "Oslo Parts", "Antenna mast", "8529108000", "3", "40.00"),
    ("7", "Kiefer Rotor", "Radio set", "8517620000", "19", "1077.10"),
    ("8", "Oslo Parts", "Cable", "8544422000", "9", "7.10"),
)
LAST, REST = ("", "Nordwind", "Engine for an", "", "", ""), ("", "GmbH", "unmanned aircraft", "", "", "")
FIGURES = ("8407100003", "2", "120000.00")
BREAKS = {
    "the words go on": (("4", *LAST[1:3], *FIGURES), REST),
    "the figures stand below": (("4", *LAST[1:]), (*REST[:3], *FIGURES)),
    "one figure stands below": (("4", *LAST[1:3], *FIGURES[:2], ""), (*REST[:5], FIGURES[2])),
    "the number stands below": (LAST, ("4", *REST[1:3], *FIGURES)),
    "the code is cut": (("4", *LAST[1:3], "840710", *FIGURES[1:]), (*REST[:3], "0003", "", "")),
}


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("kind", BREAKS)
def test_a_row_broken_by_the_end_of_a_page_is_one_record(tmp_path: Path, kind: str, again: bool, ruled: bool):
    last, rest = BREAKS[kind]
    found = items(broken(tmp_path / "a.pdf", last, rest, again=again, ruled=ruled))
    said = [(r["goods_description"], r["hs_code"], r["quantity"], r["invoice_value"]) for r in records(found)]
    assert said[:5] == [
        ("Gyroscope", "9014201000", 12.0, "3400.00"),
        ("Servo motor", "8501109900", 7.0, "815.50"),
        ("Carbon propeller", "8807100000", 44.0, "96.20"),
        ("Engine for an unmanned aircraft", "8407100003", 2.0, "120000.00"),
        ("Battery pack", "8507600000", 9.0, "77.10"),
    ]
    assert records(found)[3]["consignor"] == "Nordwind GmbH"
    assert [(i.place.part, i.kind) for i in found if isinstance(i, Issue) and i.place] == [(2, "goes_on")]


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("kind", BREAKS)
def test_every_value_stands_where_it_is_said_to(tmp_path: Path, kind: str, again: bool):
    path = broken(tmp_path / "a.pdf", *BREAKS[kind], again=again)
    assert not lost(path, items(path))


APART = {
    "a row of its own": ("", "Kestrel", "Antenna", "8529108000", "3", "40.00"),
    "a total": ("", "Total", "", "", "", ""),
    "a number of its own": ("5", "", "Antenna", "", "", ""),
    "nothing": ("", "", "", "", "", ""),
}


@pytest.mark.parametrize("kind", APART)
def test_what_is_no_rest(kind: str):
    assert not goes_on(APART[kind], ("4", "Oslo Parts", "Rotor", "8807100000", "1", "5.00"), ROWS)


def test_a_heading_on_the_last_line_is_no_part_of_the_next_row():
    heading, row = ("", "", "Engines", "", "", ""), ("4", "Oslo Parts", "Rotor", "8807100000", "1", "5.00")
    assert not goes_on(row, heading, ROWS)
    assert goes_on(("4", "", "rotors", "8807100000", "1", "5.00"), heading, ROWS)


CELL = st.text("abXY12", max_size=4)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=5), st.integers(1, 4), st.booleans())
def test_no_cell_is_lost_and_every_other_part_is_as_it_was(rows: list[list[str]], cut: int, again: bool):
    pages = [rows[:cut], [*(rows[:1] if again else []), *rows[cut:]]]
    given = [page_of(number, page) for number, page in enumerate(pages, start=1)]
    found = [item for item in whole_rows(iter(given)) if isinstance(item, Part)]
    assert [part.place.part for part in found] == [1, 2]
    before, after = ("".join(sorted("".join(texts(parts)))) for parts in (given, found))
    assert before == after


def page_of(number: int, rows: Rows) -> Part:
    boxes = [[Box(50 * c, 20 * r, 50 * c + 50, 20 * r + 20) for c in range(3)] for r in range(len(rows))]
    grids = (Grid(1, rows, boxes),) if rows else ()
    return Part(Place("0" * 64, number), PartKind.PAGE, grids=grids)


def texts(parts: Sequence[Part]) -> list[str]:
    return ["".join((cell or "").split()) for part in parts for grid in part.grids for row in grid.rows for cell in row]


def test_a_page_that_ends_with_text_waits_for_nobody(tmp_path: Path):
    """Hand a page on before the next is read where words, more than a footer, stand below its table."""
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.grid((50, 150, 250, 350), (700, 720, 740, 760))
    for row in range(3):
        for column in range(3):
            canvas.drawString(53 + 100 * column, 745 - 20 * row, f"{row}{column}")
    for line in range(5):
        canvas.drawString(50, 600 - 20 * line, "What stands here is text")
    canvas.save()
    from tests.extract.readers.reading import read

    (page,), _, _ = read(tmp_path / "a.pdf")

    def parts():
        yield page
        raise AssertionError("the next page was asked for")

    assert next(whole_rows(parts())) is page
