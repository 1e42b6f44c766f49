"""Delimited text becomes one sheet; what is wrong with it becomes issues and costs no row."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.delimited_rows import DelimitedRows
from extract.text import Dialect
from tests.extract.readers.reading import read

pytestmark = pytest.mark.usefixtures("both_ways")


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8-sig", "utf-16", "cp866"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_cells_and_dialect(tmp_path: Path, encoding: str, delimiter: str):
    rows = [["Отправитель", "Стоимость", "Дата"], ["ООО Ромашка", "1200,50", "12.05.2022"], ["АО Кедр", "7", ""]]
    path = tmp_path / "база.csv"
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    parts, grids, issues = read(path)
    assert grids == [rows]
    assert issues == []
    assert parts[0].dialect["delimiter"] == delimiter


def test_a_delimiter_of_two_signs(tmp_path: Path):
    rows = [["Датчик", "5", "", "10,50"], ["Лопасть", "2", "АО Кедр", "7,25"], ["Рама", "1", "", "99,00"]]
    path = tmp_path / "a.txt"
    path.write_text("".join("!!".join(row) + "\n" for row in rows))
    _, grids, _ = read(path)
    assert grids == [rows]


def test_a_cell_of_several_lines_is_one_row(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text('a;b;c\n1;"x\ny";3\n4;5;6\n')
    _, grids, issues = read(path)
    assert grids == [[["a", "b", "c"], ["1", "x\ny", "3"], ["4", "5", "6"]]]
    assert issues == []


def test_blank_lines_keep_their_row_number(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("title;;\n\na;b;c\n1;2;3\n")
    _, grids, _ = read(path)
    assert grids[0][1] == []
    assert grids[0][2] == ["a", "b", "c"]


@pytest.mark.parametrize("rows_after", [3, 500])
def test_an_unclosed_quote_costs_no_row(tmp_path: Path, rows_after: int):
    path = tmp_path / "a.csv"
    path.write_text('a;b;c\n1;2;3\n4;"5;6\n' + "7;8;9\n" * rows_after)
    _, grids, issues = read(path)
    assert grids[0][2] == ["4", "5", "6"]
    assert grids[0][3:] == [["7", "8", "9"]] * rows_after
    assert [i.kind for i in issues] == ["unclosed_quote"]
    assert "row 3" in issues[0].message


def test_a_line_whose_quote_stays_open_keeps_the_cells_before_it(tmp_path: Path):
    path = tmp_path / "a.csv"
    rows = '"Acme; Inc";2;"ООО ""Север""";4\n' * 5
    path.write_text(f'a;b;c;d\n{rows}"Acme; Inc";2;"ООО Юг;4\n{rows}')
    _, grids, issues = read(path)
    whole = ["Acme; Inc", "2", 'ООО "Север"', "4"]
    assert grids[0][1:] == [*[whole] * 5, ["Acme; Inc", "2", "ООО Юг", "4"], *[whole] * 5]
    assert [i.kind for i in issues] == ["unclosed_quote"]


def test_titles_above_the_first_row_are_not_called_ragged(tmp_path: Path):
    path = tmp_path / "a.csv"
    table = "a;b;c\n" + "1;2;3\n" * 9
    path.write_text(f"Реестр деклараций\nза 2022 год;\n{table}")
    assert read(path)[2] == []
    path.write_text(f"Реестр деклараций\n{table}итого;5\n")
    [issue] = read(path)[2]
    assert issue.message == "1 rows have other than 3 cells, first row 12"


def test_nul_bytes_and_ragged_rows_are_said(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b;c\n1;2\x00;3\n4;5\n6;7;8\n9;10;11\n")
    _, grids, issues = read(path)
    assert grids[0][1] == ["1", "2", "3"]
    assert {i.kind for i in issues} == {"nul", "ragged"}


def test_bytes_that_do_not_decode_are_counted(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes("имя;цена\n".encode() + "вода;5\n".encode() * 40_000 + b"\xff\xfe;7\n")
    _, grids, issues = read(path)
    assert len(grids[0]) == 40_002
    assert [i.kind for i in issues] == ["encoding"]


def test_a_waybill_with_sections_is_read_row_by_row(tmp_path: Path):
    path = tmp_path / "накладная.sst"
    text = "[Header]\n123;12.04.2011;675.84;ООО Аптека;\n[Body]\n1;Бинт;Россия;30;3.82\n2;Вата;Россия;4;13.75\n"
    path.write_bytes(text.encode("cp1251"))
    parts, grids, _ = read(path)
    assert grids[0][1][3] == "ООО Аптека"
    assert parts[0].dialect["encoding"] == "cp1251"


@given(st.lists(st.lists(st.text("ab\"\n; '", max_size=6), min_size=2, max_size=3), min_size=1, max_size=300))
def test_what_csv_wrote_is_read_whole_whatever_lies_in_the_cells(rows):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows(rows)
    lines = iter(file.getvalue().splitlines(keepends=True))
    assert list(DelimitedRows(lines, Dialect(";", '"', 1.0, 3))) == rows


CELLS = st.text("ab \u2028\x0b\t", max_size=4) | st.sampled_from(['"a;b"', '"a""b"', 'a"'])


@given(st.lists(st.lists(CELLS, min_size=2, max_size=3), max_size=99), st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_are_split_as_the_csv_module_does(rows, end):
    lines = [";".join(row) + end for row in rows]
    assert list(DelimitedRows(iter(lines), Dialect(";", '"', 1.0, 3))) == list(csv.reader(lines, delimiter=";"))


@pytest.mark.parametrize("delimiter", ["||", "|~|", ";;"])
def test_a_delimiter_of_several_signs_parts_cells_and_stays_inside_quotes(tmp_path: Path, delimiter: str):
    rows = [["date", "name", "value"], ["12.05.2022", f'"a{delimiter}b"', "5"], ["13.05.2022", "c", "6"]] * 4
    path = tmp_path / "a.csv"
    path.write_text("".join(delimiter.join(row) + "\n" for row in rows))
    parts, grids, issues = read(path)
    assert grids[0][:3] == [rows[0], ["12.05.2022", f"a{delimiter}b", "5"], rows[2]]
    assert parts[0].dialect["delimiter"] == delimiter
    assert issues == []


def test_the_line_that_names_the_delimiter_is_no_row_of_data(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfsep=|\r\nname|value\r\na;b|5\r\nc|6\r\n")
    _, grids, issues = read(path)
    assert grids[0] == [[], ["name", "value"], ["a;b", "5"], ["c", "6"]]
    assert issues == []


def test_a_single_column_is_a_sheet(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("Получатель\nАлтын Канат\nВода Ключевая\nКедр Сибирский\n")
    _, grids, issues = read(path)
    assert grids[0] == [["Получатель"], ["Алтын Канат"], ["Вода Ключевая"], ["Кедр Сибирский"]]
    assert issues == []


def test_quotes_that_are_letters_are_kept(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text('5;"Kolibri" LLC;7\n6;"NS" soap ",100 g.;8\n7;plain;9\n')
    _, grids, issues = read(path)
    assert [row[1] for row in grids[0]] == ['"Kolibri" LLC', '"NS" soap ",100 g.', "plain"]
    assert issues == []


def test_escaped_quotes_and_blanks_before_quotes(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text('1, "a \\"b, c\\" d", x\n2, "e, f", y\n')
    _, grids, _ = read(path)
    assert grids[0] == [["1", 'a "b, c" d', "x"], ["2", "e, f", "y"]]


def test_rows_longer_than_the_sample_are_not_called_ragged(tmp_path: Path):
    path = tmp_path / "wide.csv"
    path.write_text("\n".join(",".join(f"{name}{at}" for at in range(16_384)) for name in ("column", "value")))
    _, [rows], issues = read(path)
    assert [len(row) for row in rows] == [16_384, 16_384]
    assert issues == []
