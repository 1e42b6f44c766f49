"""Our reader of XLSX agrees with calamine where calamine can read, and holds where it would not."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import Issue, Source, cell_text
from extract.readers.xlsx_stream import read_stream
from tests.extract.readers.reading import SHA, read


def streamed(path: Path) -> list[list[list[object]]]:
    items = read_stream(Source(SHA, 1, "xlsx"), path)
    return [[list(row) for grid in item.grids for row in grid.rows] for item in items if not isinstance(item, Issue)]


def rewritten(path: Path, member: str, change) -> None:
    """Change one member of a package."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[member] = change(parts.get(member, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_values_of_every_type(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.append(["Отправитель", 12.5, True, date(2022, 5, 12), datetime(2022, 5, 12, 10, 30), None, "0803"])
    book.active["B4"] = "=SUM(B1:B3)"
    path = tmp_path / "a.xlsx"
    book.save(path)
    ((first, second, third, fourth),) = streamed(path)
    assert first == ["Отправитель", 12.5, True, date(2022, 5, 12), datetime(2022, 5, 12, 10, 30), None, "0803"]
    assert (second, third) == ([], [])
    assert fourth == [None, "=SUM(B1:B3)"]


WORD = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), max_size=9)
CELL = st.one_of(st.none(), st.integers(-(10**9), 10**9), WORD)


def saved(path: Path, rows: list[list[object]]) -> Path:
    """Write rows as they are: no text becomes a formula."""
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = book.active.cell(number, column, value)
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
    book.save(path)
    return path


def filled(rows: list[list[object]], top: int = 0, left: int = 0) -> dict[tuple[int, int], str]:
    """Give the text of the cells that have one, by place."""
    cells = ((top + r, left + c, value) for r, row in enumerate(rows) for c, value in enumerate(row))
    return {(r, c): cell_text(value) for r, c, value in cells if value not in (None, "")}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(CELL, min_size=1, max_size=6), min_size=1, max_size=6))
def test_both_readers_agree(tmp_path_factory: pytest.TempPathFactory, rows: list[list[object]]):
    path = saved(tmp_path_factory.mktemp("agree") / "a.xlsx", rows)
    sheet = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    theirs = filled(list(sheet.iter_rows()), left=sheet.start[1]) if sheet.start else {}
    assert filled([row for rows in streamed(path) for row in rows]) == theirs


def test_few_cells_over_a_huge_area_are_read_and_do_not_fill_the_memory(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active["A1"] = "first"
    book.active["XFD5000"] = "last"
    path = tmp_path / "a.xlsx"
    book.save(path)
    _, grids, issues = read(path)
    assert grids[0][0] == ["first"]
    assert len(grids[0]) == 5000
    assert grids[0][-1][-1] == "last"
    assert issues == []


def test_a_cut_sheet_gives_its_rows_up_to_the_cut(tmp_path: Path):
    book = openpyxl.Workbook()
    for number in range(100):
        book.active.append([number, f"имя {number}"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    rewritten(path, "xl/worksheets/sheet1.xml", lambda data: data[: len(data) // 2])
    (rows,) = streamed(path)
    assert rows[0] == [0, "имя 0"]
    assert 30 < len(rows) < 60


def test_a_book_without_its_list_of_sheets_still_gives_them(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.append(["token"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    rewritten(path, "xl/workbook.xml", lambda data: b"<broken")
    _, grids, issues = read(path)
    assert grids == [[["token"]]]
    assert [i.kind for i in issues] == ["damaged"]


def test_a_list_of_strings_that_claims_billions_is_not_believed(tmp_path: Path):
    path = saved(tmp_path / "a.xlsx", [["token"]])
    rewritten(path, "xl/sharedStrings.xml", lambda _: b'<sst uniqueCount="2147483647"/>')
    _, grids, _ = read(path)
    assert grids == [[["token"]]]


def test_one_odd_sheet_is_read_all_the_same(tmp_path: Path):
    path = saved(tmp_path / "a.xlsx", [["token", 1]])
    rewritten(path, "xl/worksheets/sheet1.xml", lambda data: data.replace(b't="n"', b't="b"'))
    _, grids, _ = read(path)
    assert grids[0][0][0] == "token"


@pytest.mark.parametrize("number", ["1", "2147483647"])
def test_a_row_with_a_wrong_number_is_not_lost(tmp_path: Path, number: str):
    path = saved(tmp_path / "a.xlsx", [["first"], ["second"]])
    wrong = f'<row r="{number}"><c r="A{number}"'.encode()
    rewritten(path, "xl/worksheets/sheet1.xml", lambda data: data.replace(b'<row r="2"><c r="A2"', wrong))
    _, grids, _ = read(path)
    assert grids == [[["first"], ["second"]]]
