import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.header import find_header
from extract.records.columns import is_known


def found(rows):
    header = find_header(rows, is_known)
    return (header.rows, header.first_row) if header else None


def test_known_names_are_the_header_wherever_they_stand():
    rows = [
        [None, "DATA"],
        [None],
        [None],
        ["HS_CODE", "IMPORTER_NAME", "QUANTITY", "NET_WEIGHT"],
        ["880621", "X", 1, 2],
    ]
    assert found(rows) == ((3,), 4)


def test_month_flow_and_measure_are_three_header_rows():
    rows = [
        ["Торговля", None, None, None],
        ["Код ТН ВЭД", "Страна", "2021 год", None],
        [None, None, "экспорт", "экспорт"],
        [None, None, "тонн", "тыс. долларов США"],
        ["0805", None, 9651.9, 9651.9],
        [None, "РОССИЯ", 3254.4, 3254.4],
    ]
    assert found(rows) == ((1, 2, 3), 4)


def test_the_unit_line_and_the_title_are_no_header():
    rows = [
        ["Показатели", None, None],
        [None, None, "тыс. долларов США"],
        ["Область", "Экспорт", "Импорт"],
        [None, "Всего", "Всего"],
        ["Россия", 5670903.4, 14312094.1],
        ["Китай", 8003866.7, 6535912.3],
    ]
    assert found(rows) == ((2, 3), 4)
    assert [cell.text for cell in find_header(rows, is_known).above] == ["Показатели", "тыс. долларов США"]


def test_years_are_a_header_and_a_group_line_is_not_data():
    rows = [["Title"], [None], ["Item", "1998 \\1", "1999", "2000*"], [None], ["GROUP"], ["All", "5.8", "5.9", "6.5"]]
    assert found(rows) == ((2,), 5)


def test_headers_that_only_count_are_headers():
    assert found([["C1", "C2", "C3"], ["a", "b", "c"]]) == ((0,), 1)


def test_field_names_of_a_database_are_headers():
    assert found([["NDOK", "POST", "KOLVO"], ["12", "Завод", 5]]) == ((0,), 1)


@pytest.mark.parametrize("rows", [[], [[]], [[None]], [["only text here"]]])
def test_where_nothing_looks_like_a_header_none_is_found(rows):
    assert find_header(rows, is_known) is None


cells = st.one_of(st.none(), st.text(max_size=12), st.floats(allow_nan=False), st.integers())


@given(st.lists(st.lists(cells, max_size=6), max_size=12))
def test_a_header_stands_above_its_data_and_inside_the_rows(rows):
    header = find_header(rows, is_known)
    if header is not None and header.rows:
        assert 0 <= header.rows[0] <= header.rows[-1] < header.first_row <= len(rows)
        assert list(header.rows) == sorted(set(header.rows))


def test_words_under_the_gaps_of_merged_names_are_the_lower_half_of_the_header():
    rows = [
        ["OPERACIONES DE EXPORTACIÓN"],
        ["Exportador", None, "Destinatario", None, "Mercancía", None, "Valor FOB", "Fecha de embarque"],
        ["Nombre", "RUC", "Nombre", "País", "Partida", "Peso neto kg", None, None],
        ["Hélices Andinas S.A.C.", "20512345678", "Almaz Trade LLP", "Kazajistán", "8806.22", 12.5, 4.1, "2023-03-05"],
        ["Alas del Sur S.R.L.", "20587654321", "Kok-Tobe Import LLP", "Kazajistán", "8501.31", 30, 0.9, "2023-03-17"],
    ]
    assert found(rows) == ((1, 2), 3)


def test_a_row_of_words_under_gaps_that_names_nothing_is_data():
    rows = [
        ["Exporter", None, "Consignee", None, "HS code", "Origin"],
        ["Rotor", "Kiel", "Almaz", "Almaty", "880621", "Germany"],
        ["Blade", "Graz", "Kok-Tobe", "Astana", "850131", "Austria"],
    ]
    assert found(rows) == ((0,), 1)
