"""XLS by our own reader: what Excel 97 wrote, as Excel 97 showed it."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import python_calamine
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import Box, Issue, Part, Source, cell_text
from extract.readers.xls import read_xls
from extract.readers.xls_records import Shared
from tests.extract.readers.reading import SHA, read


def saved(path: Path, fill: Callable[[Any, Any], None]) -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    fill(book, book.add_sheet("Лист1"))
    book.save(str(path))
    return path


def styled(code: str) -> Any:
    return xlwt.easyxf(num_format_str=code)


def test_values_as_their_formats_mean_them(tmp_path: Path):
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "ООО «Пример»")
        sheet.write(0, 2, 44693, styled("dd.mm.yyyy;@"))
        sheet.write(0, 3, 44693.4375, styled("dd.mm.yyyy hh:mm"))
        sheet.write(0, 4, 803901000, styled("0000000000"))
        sheet.write(2, 0, 0.125, styled("0.0%"))
        sheet.write(2, 1, 1.5, styled("[h]:mm:ss"))
        sheet.write(2, 2, True)
        sheet.write(2, 3, 0.75, styled("h:mm"))
        sheet.write(2, 4, -12.34)
        sheet.write(2, 5, 1e15 + 0.5)

    (part,), (rows,), _ = read(saved(tmp_path / "a.xls", fill))
    assert part.dialect["reader"] == "biff"
    assert rows == [
        ["ООО «Пример»", None, date(2022, 5, 12), datetime(2022, 5, 12, 10, 30), "0803901000"],
        [],
        ["12.5%", "36:00:00", True, time(18, 0), -12.34, 1e15 + 0.5],
    ]


def test_days_count_from_1904_where_the_book_says_so(tmp_path: Path):
    def fill(book: Any, sheet: Any) -> None:
        book.dates_1904 = True
        sheet.write(0, 0, 43231, styled("yyyy-mm-dd"))

    _, grids, _ = read(saved(tmp_path / "a.xls", fill))
    assert grids == [[[date(2022, 5, 12)]]]


def test_hidden_rows_columns_and_sheets_are_read_and_said(tmp_path: Path):
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(1, 3, "тайна")
        sheet.row(1).hidden = True
        sheet.col(3).hidden = True
        other = book.add_sheet("Скрытый")
        other.write(0, 0, "x")
        other.visibility = 1

    parts, grids, issues = read(saved(tmp_path / "a.xls", fill))
    assert grids == [[[], [None, None, None, "тайна"]], [["x"]]]
    assert [(i.place.part, i.place.box) for i in issues if i.place and i.kind == "hidden"] == [
        (1, Box(0, 1, 1, 2)),
        (1, Box(3, 0, 4, 1)),
        (2, None),
    ]
    assert parts[1].dialect["visible"] == "hidden"


def test_formulas_that_were_never_worked_out_are_counted(tmp_path: Path):
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, 2)
        sheet.write(1, 0, xlwt.Formula("A1*2"))

    _, _, (issue,) = read(saved(tmp_path / "a.xls", fill))
    assert (issue.kind, issue.place and issue.place.box) == ("formula_without_value", Box(0, 1, 1, 2))


CELL = st.one_of(
    st.integers(-(2**40), 2**40),
    st.floats(-1e12, 1e12, allow_nan=False).map(lambda x: round(x, 2)),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=300),
    st.booleans(),
)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 40), st.integers(0, 12)), CELL, min_size=1, max_size=60))
def test_ours_agrees_with_calamine(tmp_path_factory: Any, cells: dict[tuple[int, int], Any]):
    def fill(book: Any, sheet: Any) -> None:
        for (row, column), value in cells.items():
            sheet.write(row, column, value)

    path = saved(tmp_path_factory.mktemp("agree") / "a.xls", fill)
    sheet = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    items = [item for item in read_xls(Source(SHA, 1, "xls"), path) if not isinstance(item, Issue)]
    ours = [list(row) for part in items if isinstance(part, Part) for grid in part.grids for row in grid.rows]
    assert texts(ours) == texts(list(sheet.iter_rows()), left=sheet.start[1])


def texts(rows: list[Any], left: int = 0) -> dict[tuple[int, int], str]:
    cells = ((r, left + c, value) for r, row in enumerate(rows) for c, value in enumerate(row))
    return {(r, c): cell_text(value) for r, c, value in cells if value not in (None, "")}


def test_a_shared_string_may_break_between_its_letters():
    begun = (1).to_bytes(4, "little") * 2 + b"\x05\x00\x00" + b"ab"
    assert list(Shared([begun, b"\x01" + "где".encode("utf-16-le")]).strings()) == ["abгде"]


def test_rows_out_of_order_stand_where_they_belong(tmp_path: Path):
    path = saved(tmp_path / "a.xls", lambda book, sheet: [sheet.write(n, 0, f"{n}") for n in range(3)] and None)
    data = path.read_bytes()
    records = [b"\xfd\x00\x0a\x00" + n.to_bytes(2, "little") for n in range(3)]
    swapped = data.replace(records[0], b"?" * 6).replace(records[2], records[0]).replace(b"?" * 6, records[2])
    path.write_bytes(swapped)
    _, grids, _ = read(path)
    assert grids == [[["2"], ["1"], ["0"]]]
