"""A table that goes on in the right half of its page gives the same records as one that stands below itself."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.model import Batch, Box, Grid, Part, Table
from extract.readers.pdf_tables import in_reading_order
from extract.records.halves import halves
from extract.records.rows import rows_of
from tests.extract.records.paper import Paper, items
from tests.extract.records.places import lost, records

WIDTHS = (25, 90, 70, 65)
HEADER = ("No", "Consignor", "HS code", "Value USD")
RUSSIAN = ("№", "Отправитель", "Код ТН ВЭД", "Сумма, USD")
NAMES = ("Kiefer Rotor", "Oslo Parts", "Nordwind GmbH", "Altin Kanat")
CODES = ("8407100003", "8501109900", "8807100000", "9014201000", "8529108000")
ROWS = [(str(n), NAMES[n % 4], CODES[n % 5], f"{n * 17 + 3}.50") for n in range(1, 21)]
WANTED = [(name, code, value) for _, name, code, value in ROWS]


def drawn(paper: Paper, rows: Sequence[Sequence[str]], left: float, top: float, ruled: bool) -> None:
    for number, row in enumerate(rows):
        x, y = left, top + 15 * number
        for cell, width in zip(row, WIDTHS, strict=True):
            if ruled:
                paper.canvas.rect(x, 842 - y - 15, width, 15)
            paper.text(x + 3, y + 10, cell)
            x += width


@pytest.mark.parametrize("header", [HEADER, RUSSIAN])
@pytest.mark.parametrize("right", [280, 310])
@pytest.mark.parametrize("lower", [0, 60])
@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("ruled", [True, False])
def test_all_rows_of_both_halves_are_records(
    tmp_path: Path, ruled: bool, again: bool, lower: float, right: float, header: tuple[str, ...]
):
    paper = Paper(tmp_path / "a.pdf")
    drawn(paper, [header, *ROWS[:10]], 30, 60 + lower, ruled)
    drawn(paper, [*([header] if again else []), *ROWS[10:]], right, 60, ruled)
    path = paper.finish()
    found = items(path)
    assert [(r["consignor"], r["hs_code"], r["invoice_value"]) for r in records(found)] == WANTED
    assert not lost(path, found)


@pytest.mark.parametrize("again", [True, False])
def test_on_the_next_page_the_columns_stay_and_what_the_header_says_stays_where_it_is(tmp_path: Path, again: bool):
    paper = Paper(tmp_path / "a.pdf")
    drawn(paper, [HEADER, *ROWS[:10]], 30, 60, ruled=True)
    paper.page()
    drawn(paper, [*([HEADER] if again else []), *ROWS[10:15]], 30, 60, ruled=True)
    paper.page()
    drawn(paper, [*([HEADER] if again else []), *ROWS[15:]], 30, 60, ruled=True)
    path = paper.finish()
    found = items(path)
    assert [(r["consignor"], r["hs_code"], r["invoice_value"]) for r in records(found)] == WANTED
    assert not lost(path, found)
    assert [len(item.rows) for item in found if isinstance(item, Batch)] == [10, 5, 5]
    evidence = [item.columns[1].evidence for item in found if isinstance(item, Table)]
    assert [text.partition("; ")[2] for text in evidence] == ["", "goes on from page 1", "goes on from page 2"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Port", "Tons", "Port", "Days"), ("Aktau", "5", "Kuryk", "7"), ("Baku", "6", "Alat", "8")],
        [("1", "a", "1", "b"), ("2", "c", "2", "d"), ("3", "e", "3", "f")],
        [("1", "2", "3", "4"), ("5", "6", "7", "8")],
        [("Net", "Gross", "Net", "Gross"), ("", "x", "5", "6")][1:],
        [("Net", "", "Net", ""), ("1", "2", "3", "4")],
    ],
)
def test_columns_that_only_look_alike_are_one_table(rows: list[tuple[str, ...]]):
    boxes = [[Box(50 * c, 20 * r, 50 * c + 50, 20 * r + 20) for c in range(4)] for r in range(len(rows))]
    grid = Grid(1, rows, boxes)
    assert len(list(halves(grid, rows_of(grid)))) == 1


def test_tables_beside_each_other_are_ordered_from_the_left_and_others_from_the_top():
    boxes = [Box(300, 50, 500, 400), Box(20, 90, 280, 300), Box(20, 320, 280, 380), Box(10, 500, 550, 600)]
    title = Box(20, 10, 500, 40)
    grid = Grid(1, ())
    ordered = in_reading_order([(box, grid) for box in (*boxes, title)])
    assert [box for box, _ in ordered] == [title, boxes[1], boxes[2], boxes[0], boxes[3]]
    assert in_reading_order([]) == []


def test_the_grids_of_a_page_are_whole_before_they_are_parted(tmp_path: Path):
    paper = Paper(tmp_path / "a.pdf")
    drawn(paper, [HEADER, *ROWS[:10]], 30, 60, ruled=True)
    drawn(paper, [HEADER, *ROWS[10:]], 280, 60, ruled=True)
    (part,) = [item for item in items(paper.finish()) if isinstance(item, Part)]
    assert [len(grid.boxes[0]) for grid in part.grids if grid.boxes] == [8]
