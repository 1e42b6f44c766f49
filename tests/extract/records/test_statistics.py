from extract.model import Batch
from tests.extract.records.sheets import items, records, tables

MONTHS = [
    ["Внешняя торговля Республики Казахстан"],
    ["Код ТН ВЭД", "Страна", "январь_2025 г", None, None, None, "2025 год", None],
    [None, None, "экспорт", None, "импорт", None, "экспорт", "импорт"],
    [None, None, "тонн", "тыс. долларов США", "тонн", "тыс. долларов США", "тыс. долларов США", "тыс. долларов США"],
    ["8542", None, 0.3, 12.5, 0.1, 2.5, 12.5, 2.5],
    [None, "РОССИЯ", 0.2, 10.5, None, None, 10.5, None],
    [None, "КИТАЙ", 0.1, 2, 0.1, 2.5, 2, 2.5],
    [None, "всего", 0.3, 12.5, 0.1, 2.5, 12.5, 2.5],
]


def test_partners_are_records_and_sums_are_not():
    found = [values for kind, values in records(MONTHS) if kind == "statistic"]
    assert [(v["partner"], v["flow"], v["value"]) for v in found] == [
        ("RU", "export", "10500"),
        ("CN", "export", "2000"),
        ("CN", "import", "2500"),
    ]
    assert {v["period"] for v in found} == {"2025-01"}
    assert found[0] == {
        "reporter": "KZ",
        "partner": "RU",
        "flow": "export",
        "hs_code": "8542",
        "period": "2025-01",
        "value": "10500",
        "value_currency": "USD",
        "net_weight_kg": 200.0,
    }


def test_every_value_says_which_cell_it_was_taken_from():
    first = next(item for item in items(MONTHS) if isinstance(item, Batch))
    assert first.cells["hs_code"][0] == (4, 0)
    assert first.cells["flow"][0] == (2, 2)
    assert first.cells["period"][0] == (1, 2)
    assert first.cells["reporter"][0] == (0, 0)
    assert first.raw["value"][0] == "10.5"


def test_unit_reporter_and_period_are_taken_from_the_lines_above():
    rows = [
        ["Торговля Российской Федерации за январь-декабрь 2019 года", None, None],
        [None, None, "млн. долл. США"],
        ["Страна", "Экспорт", "Импорт"],
        ["Казахстан", 14.5, 5.5],
        ["Страны СНГ", 50, 20],
        ["Китай", 57.25, 54],
    ]
    found = [values for _, values in records(rows)]
    assert {(v["partner"], v["flow"], v["value"]) for v in found} == {
        ("KZ", "export", "14500000"),
        ("KZ", "import", "5500000"),
        ("CN", "export", "57250000"),
        ("CN", "import", "54000000"),
    }
    assert {(v["reporter"], v["period"]) for v in found} == {("RU", "2019-01/2019-12")}


def test_a_table_of_years_without_trade_is_no_trade_statistic():
    rows = [["Item", "1998", "1999", "2000"], ["Milk (million dollars)", 1.5, 2.5, 3.5], ["Cows", 1.25, 2, 3]]
    assert tables(rows)[0].record is None
