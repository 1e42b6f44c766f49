"""A line above a table may give its sums their unit, and the title what all its lines have in common."""

import pytest

from extract.model import Batch, Table
from extract.records.unit_lines import unit_in
from tests.extract.records.sheets import items, records, tables

HEADER = ["Дата", "Отправитель", "Получатель", "Код ТН ВЭД", "Цена за единицу", "Стоимость"]
ROWS = [
    ["12.05.2022", "Shenzhen Bright Co Ltd", "ООО «Ромашка Плюс»", "8542319000", "3,5", "12,5"],
    ["13.05.2022", "Hong Kong Parts Ltd", "ООО «Вектор Север»", "8542319000", "3,5", "100,5"],
]


@pytest.mark.parametrize(
    ("line", "value", "currency"),
    [
        ("тыс. долларов США", "12500", "USD"),
        ("(в тысячах долларов США)", "12500", "USD"),
        ("Единица измерения: млн тенге", "12500000", "KZT"),
        ("in thousands of US dollars", "12500", "USD"),
        ("Importaciones 2022, miles de dólares", "12500", "USD"),
        ("单位：万美元", "125000", "USD"),
        ("bin ABD doları", "12500", "USD"),
        ("долл. США", "12.5", "USD"),
    ],
)
def test_the_unit_line_counts_for_the_sums_below(line, value, currency):
    [batch] = [item for item in items([["Список поставок"], [line], HEADER, *ROWS]) if isinstance(item, Batch)]
    assert batch.values["invoice_value"][0] == value
    assert batch.values["invoice_currency"] == [currency] * 2
    assert batch.raw["invoice_currency"] == [line] * 2
    assert batch.cells["invoice_currency"] == [(1, 0)] * 2
    assert batch.values["unit_price"][0] == "3.5"


@pytest.mark.parametrize(
    "line", ["Поставки на сумму более 1 млн долларов США", "Million Dollar Trading LLC", "Отчёт за 2022 год", "USA"]
)
def test_a_title_that_speaks_of_money_is_no_unit(line):
    assert unit_in(line) == ""
    [(_, first), _] = records([[line], HEADER, *ROWS])
    assert first["invoice_value"] == "12.5"
    assert "invoice_currency" not in first


def test_a_header_that_names_its_unit_keeps_it():
    header = [*HEADER[:-1], "Стоимость, EUR"]
    [(_, first), _] = records([["тыс. долларов США"], header, *ROWS])
    assert (first["invoice_value"], first["invoice_currency"]) == ("12.5", "EUR")


FLAT = [
    ["Страна", "Код ТН ВЭД", "Товар", "Период", "Стоимость", "Вес, тонн"],
    ["Китай", "8542", "Схемы", "2022", "12,5", "1,5"],
]


def test_a_list_of_statistics_takes_its_flow_and_unit_from_above():
    [(kind, values)] = records([["Импорт Казахстана"], ["тыс. долларов США"], *FLAT])
    assert kind == "statistic"
    assert values == {
        "partner": "CN",
        "hs_code": "8542",
        "goods_description": "Схемы",
        "period": "2022",
        "value": "12500",
        "value_currency": "USD",
        "net_weight_kg": 1500.0,
        "flow": "import",
        "reporter": "KZ",
    }
    [table] = tables([["Импорт Казахстана"], ["тыс. долларов США"], *FLAT])
    assert isinstance(table, Table)
    assert table.sources["flow"] == 0


def test_an_invoice_without_traders_is_no_statistic():
    header = ["Invoice No", "HS code", "Country", "Period", "Invoice value"]
    assert records([header, ["17", "854231", "China", "2022", "12.5"]]) == []
