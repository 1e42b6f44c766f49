"""Partners over the columns of figures, and partners that head the lines below them."""

from tests.extract.records.sheets import items, records


def told(rows, *names):
    return [tuple(v.get(name) for name in names) for kind, v in records(rows) if kind == "statistic"]


ACROSS = [
    ["Exports of Kazakhstan by commodity and partner, 2022, USD thousand"],
    ["HS", "Commodity", "China", "Germany", "World"],
    ["2709", "Crude oil", 10, 20, 60],
    ["7403", "Refined copper", 4, 5, 15],
    ["8517", "Phones", 100, 276, 400],
]


def test_a_country_over_a_column_of_figures_is_their_partner():
    found = told(ACROSS, "hs_code", "partner", "value", "total_of")
    assert set(found) == {
        ("2709", "CN", "10000", None),
        ("7403", "CN", "4000", None),
        ("8517", "CN", "100000", None),
        ("2709", "DE", "20000", None),
        ("7403", "DE", "5000", None),
        ("8517", "DE", "276000", None),
        ("2709", "World", "60000", "partners"),
        ("7403", "World", "15000", "partners"),
        ("8517", "World", "400000", "partners"),
    }


def test_the_partner_of_a_column_is_placed_in_its_header():
    batches = [item for item in items(ACROSS) if hasattr(item, "cells")]
    assert {batch.cells["partner"][0] for batch in batches} == {(1, 2), (1, 3), (1, 4)}


def test_years_below_and_partners_across_with_two_measures_each():
    rows = [
        ["Экспорт нефти из России"],
        ["Год", "Китай", None, "Индия", None],
        [None, "тонн", "тыс. долл.", "тонн", "тыс. долл."],
        [2020, 100, 50, 10, 5],
        [2021, 110, 60, 20, 9],
        [2022, 120, 70, 90, 40],
    ]
    found = told(rows, "period", "partner", "value", "net_weight_kg", "flow")
    assert ("2021", "CN", "60000", 110_000.0, "export") in found
    assert ("2022", "IN", "40000", 90_000.0, "export") in found
    assert len(found) == 6


def test_a_country_alone_in_a_line_is_the_partner_of_the_lines_below_and_any_other_heading_ends_it():
    rows = [
        ["Импорт по странам и товарам, тыс. долл. США, январь-июнь 2022 г."],
        ["Код ТН ВЭД", "Наименование", "Вес, т", "Стоимость"],
        ["КИТАЙ"],
        ["8517", "Телефоны", 12, 340],
        ["ТУРЦИЯ"],
        ["6109", "Майки", 7, 55],
        ["Прочее"],
        ["8708", "Части авто", 9, 66],
    ]
    found = told(rows, "hs_code", "partner", "value", "period", "flow")
    assert found == [
        ("8517", "CN", "340000", "2022-01/2022-06", "import"),
        ("6109", "TR", "55000", "2022-01/2022-06", "import"),
        ("8708", None, "66000", "2022-01/2022-06", "import"),
    ]


def test_chapters_are_codes_where_the_header_says_so():
    rows = [
        ["Fasıllara göre ihracat"],
        [None, None, "2021", None, "2022", None],
        ["Fasıl", "Fasıl Adı", "Miktar (kg)", "Değer (Bin ABD $)", "Miktar (kg)", "Değer (Bin ABD $)"],
        ["84", "Kazanlar, makinalar", 100, 5, 200, 6],
        ["85", "Elektrikli makinalar", 300, 7, 400, 8],
        [9, "Kahve, çay", 500, 9, 600, 10],
    ]
    found = told(rows, "hs_code", "goods_description", "period", "value", "net_weight_kg")
    assert ("84", "Kazanlar, makinalar", "2021", "5000", 100.0) in found
    assert ("09", "Kahve, çay", "2022", "10000", 600.0) in found
    assert len(found) == 6


def test_numbers_of_lines_beside_named_figures_are_no_figures():
    rows = [
        ["Импорт, тыс. долл. США"],
        ["Страна", "Место", "2021", "2022"],
        ["Китай", 1, 100, 110],
        ["Германия", 2, 90, 95],
        ["Польша", 3, 50, 55],
    ]
    assert {value for (value,) in told(rows, "value")} == {"100000", "110000", "90000", "95000", "50000", "55000"}


def test_quarters_take_their_year_from_the_title_and_the_total_beside_them_is_no_period():
    rows = [
        ["Імпорт товарів за країнами, тис. дол. США, 2022 рік"],
        ["Країна", "I квартал", "II квартал", "Всього"],
        ["Китай", 1, 2, 3],
        ["Німеччина", 5, 6, 11],
        ["Польща", 9, 10, 19],
    ]
    found = told(rows, "partner", "period", "value")
    assert {period for _, period, _ in found} == {"2022-Q1", "2022-Q2"}
    assert ("PL", "2022-Q2", "10000") in found
    assert len(found) == 6


def test_months_of_a_chinese_title_end_with_the_last_of_them():
    rows = [
        ["2022年1月至3月进出口商品国别总值表"],
        ["单位:千美元"],
        ["国家(地区)", "出口", None],
        [None, "当月", "累计"],
        ["俄罗斯联邦", 20, 60],
        ["哈萨克斯坦", 10, 30],
        ["德国", 8, 24],
    ]
    assert set(told(rows, "partner", "period", "value")) >= {
        ("RU", "2022-03", "20000"),
        ("RU", "2022-01/2022-03", "60000"),
    }
