"""Delimiter and quote are those that give rows of one width and whole cells."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text import ALONE, detect_dialect, is_table, single_column

ROWS = [["name", "amount", "date"], ["Altyn Kanat, LLP", "1200,50", "12.05.2022"], ['a "b" c', "7", "13.05.2022"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_each_delimiter_and_quote_is_found(delimiter: str, quote: str):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quotechar=quote, quoting=csv.QUOTE_ALL).writerows(ROWS)
    found = detect_dialect(text.getvalue())
    assert found is not None
    assert (found.delimiter, found.quotechar, found.columns) == (delimiter, quote, 3)
    assert is_table(found)


def test_decimal_commas_do_not_win_over_semicolons():
    found = detect_dialect("1,5;2,5;3,5\n1,25;2,75;3,0\n" * 5)
    assert found is not None
    assert found.delimiter == ";"


def test_excel_may_name_the_delimiter_itself():
    found = detect_dialect("sep=|\na,b|c,d\n1,2|3,4\n")
    assert found is not None
    assert found.delimiter == "|"


def test_blanks_before_quotes_are_seen():
    found = detect_dialect('a, "b, c", d\ne, "f, g", h\n')
    assert found is not None
    assert found.skipinitialspace
    assert found.columns == 3


def test_prose_is_no_table():
    prose = (
        "The shipment left on Monday, the ship did not.\nNobody, it seems, was told why; we asked twice.\nNo answer.\n"
    )
    assert not is_table(detect_dialect(prose))


CELL = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=12)


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL), min_size=3, max_size=20), st.sampled_from(";\t|"))
def test_words_joined_by_a_strong_delimiter_are_split_again(rows: list[tuple[str, ...]], delimiter: str):
    found = detect_dialect("".join(delimiter.join(row) + "\n" for row in rows))
    assert found is not None
    assert (found.delimiter, found.columns) == (delimiter, 4)


def test_sentences_in_two_columns_are_not_cut_at_their_blanks():
    office = "from the office of trade in the city of the north"
    rows = [f"Letter number {n} {office},Kolibri Trade LLC paid 500 USD for goods that nobody knew" for n in range(50)]
    dialect = detect_dialect("\n".join(["Note,Text", *rows]))
    assert dialect is not None
    assert (dialect.delimiter, dialect.columns) == (",", 2)


TRADE = [
    ["Дата", "Отправитель", "Стоимость"],
    ["12.05.2022", "ООО Ромашка", "1200,50"],
    ["13.05.2022", "Altyn Kanat LLP", "7,00"],
    ["14.05.2022", "", "15,10"],
]


@pytest.mark.parametrize("delimiter", ["||", ";;", "~~", "!!", "::", "|~|", "#|#", "\x01", "\x02", "¦", "¬", "§"])
def test_rare_delimiters_are_found(delimiter: str):
    found = detect_dialect("".join(delimiter.join(row) + "\r\n" for row in TRADE))
    assert is_table(found)
    assert (found.delimiter, found.columns) == (delimiter, 3)


@pytest.mark.parametrize("delimiter", [";", "|", "\t", ","])
def test_an_empty_column_is_no_double_delimiter(delimiter: str):
    rows = [[name, "", "", value.replace(",", "."), date] for date, name, value in TRADE]
    found = detect_dialect("".join(delimiter.join(row) + "\n" for row in rows))
    assert found is not None
    assert (found.delimiter, found.columns) == (delimiter, 5)


@pytest.mark.parametrize(
    "lines",
    [
        ["Отправитель", "Алтын Канат", "Вода Ключевая", "Кедр Сибирский"],
        ["Name", "Altyn Kanat", "Kolibri Trade", "Rotorwing Europe", "Krontech Asia"],
        ["Сумма", "1 200,50", "7 100,00", "15 000,10"],
        ["Сумма", "1200,50", "7100,00", "15000,10"],
        ["Date of issue", "12 May 2022", "13 May 2022", "1 June 2022"],
        ["Phone number", "+7 701 123 45 67", "+7 702 765 43 21"],
        ["Address", "Lenin street 15", "Abay avenue 3", "Mir square 7"],
        ["Time", "12:30:15", "13:45:00", "23:59:59"],
    ],
)
def test_a_single_column_is_not_cut_at_its_blanks(lines: list[str]):
    text = "\n".join(lines) + "\n"
    assert not is_table(detect_dialect(text), ALONE)
    assert single_column(text) is not None


def test_figures_may_be_parted_by_blanks():
    found = detect_dialect("code weight value\n" + "880622 15.3 1200\n880692 7.1 500\n" * 4)
    assert is_table(found, ALONE)
    assert (found.delimiter, found.columns) == (" ", 3)


def test_a_line_quoted_for_its_comma_shows_a_single_column():
    found = detect_dialect('"Words, and a comma"\nno comma here\nnor here\n')
    assert found is not None
    assert (found.delimiter, found.columns) == (",", 1)


def test_prose_is_no_single_column():
    prose = "The shipment left on Monday.\nNobody was told why.\nWe asked twice!\nNo answer came.\n"
    assert single_column(prose) is None


def test_quotes_of_names_are_letters_where_they_close_inside_the_cell():
    found = detect_dialect('5;"Kolibri" LLC;7\n6;"NS" soap ",100 g.;8\n7;plain;9\n')
    assert found is not None
    assert not found.quoted
    quoted = detect_dialect('5;"Kolibri; Trade";7\n6;"NS" soap;8\n7;plain;9\n')
    assert quoted is not None
    assert quoted.quoted


def test_a_backslash_before_quotes_is_seen_and_one_in_a_path_is_not():
    escaped = detect_dialect('1,"a \\"b\\" c",x\n2,"d",y\n')
    assert escaped is not None
    assert escaped.escapechar == "\\"
    doubled = detect_dialect('1,"a ""b"" c","C:\\dir\\"\n2,"d","C:\\"\n')
    assert doubled is not None
    assert doubled.escapechar is None


@pytest.mark.parametrize(
    "before", ["# made by a program\n# on a day\n", "Report for May\n\n", "Отчёт за 2022 год\n\n\n"]
)
def test_lines_above_the_table_do_not_hide_it(before: str):
    found = detect_dialect(before + "".join(";".join(row) + "\n" for row in TRADE * 3))
    assert is_table(found)
    assert (found.delimiter, found.columns) == (";", 3)


@pytest.mark.parametrize("sign", ["!!", "||", "^^"])
def test_a_delimiter_of_two_signs(sign: str):
    rows = [("Датчик", "5", "", "10,50"), ("Лопасть", "2", "АО Кедр", "7,25"), ("Рама", "1", "", "99,00")]
    dialect = detect_dialect("".join(sign.join(row) + "\n" for row in rows))
    assert dialect is not None
    assert (dialect.delimiter, dialect.columns, is_table(dialect)) == (sign, 4, True)


def test_labels_and_values_under_a_section_are_a_table():
    text = "[Шапка]\nПродавец;ООО Ромашка\nПокупатель;АО Кедр\nСумма;10,50\n[Строки]\nДатчик;2;5,25\n"
    assert is_table(detect_dialect(text))
    assert not is_table(detect_dialect("[Примечание]\nМы приехали; они уехали.\nВсё.\nТак и было.\nКонец.\n"))


def test_decimal_commas_of_a_listing_part_no_columns():
    text = "Code        Name          Value\n" + "8806229000  Кедр       1200,50\n8806229001  Altyn         7,00\n" * 9
    assert not is_table(detect_dialect(text))
