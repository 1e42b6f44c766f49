"""Delimiter and quote are those that give rows of one width and whole cells."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text import detect_dialect, is_table

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
