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


def test_unit_reporter_and_period_are_taken_from_the_lines_above_and_unions_stay_as_printed():
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
        ("Страны СНГ", "export", "50000000"),
        ("Страны СНГ", "import", "20000000"),
        ("CN", "export", "57250000"),
        ("CN", "import", "54000000"),
    }
    assert {(v["reporter"], v["period"]) for v in found} == {("RU", "2019-01/2019-12")}


def test_the_world_and_unions_are_marked_as_totals_in_stacked_and_in_flat_tables():
    stacked = [
        ["Торговля Российской Федерации за 2019 год, млн. долл. США", None, None],
        ["Страна", "Экспорт", "Импорт"],
        ["Все страны", 150, 90],
        ["Казахстан", 14.5, 5.5],
        ["Страны СНГ", 50, 20],
        ["Прочие страны", 57.25, 54],
    ]
    flat = [
        ["Period", "Reporter", "Flow", "Partner", "HS code", "Trade value (US$)"],
        *(["2022", "Kazakhstan", "Import", who, code, 5.5] for who in ("World", "China") for code in ("8542", "TOTAL")),
    ]
    marked = {(v["partner"], v.get("total_of")) for _, v in records(stacked)}
    assert marked == {("Все страны", "partners"), ("KZ", None), ("Страны СНГ", "partners"), ("Прочие страны", None)}
    assert [(v["partner"], v.get("hs_code"), v.get("total_of")) for _, v in records(flat)] == [
        ("World", "8542", "partners"),
        ("World", None, "partners"),
        ("CN", "8542", None),
        ("CN", None, "goods"),
    ]
    batch = next(item for item in items(flat) if isinstance(item, Batch))
    assert [cell and cell[1] for cell in batch.cells["total_of"]] == [None, None, None, 4]
    assert batch.raw["total_of"][3] == "TOTAL"


def test_the_flow_of_a_flat_table_is_a_code_and_its_word_follows_from_the_column():
    flat = [
        ["Year", "Partner", "HS", "Flow", "Value USD"],
        *(["2022", "CN", "8542", w, 5] for w in ("M", "X", "Balance")),
    ]
    assert [v["flow"] for _, v in records(flat)] == ["import", "export", "Balance"]
    (table,) = tables(flat)
    assert table.spellings["flow"] == '{"export": "X", "import": "M"}'


def test_a_table_of_years_without_trade_is_no_trade_statistic():
    rows = [["Item", "1998", "1999", "2000"], ["Milk (million dollars)", 1.5, 2.5, 3.5], ["Cows", 1.25, 2, 3]]
    assert tables(rows)[0].record is None


FLOWS_AS_LINES = [
    ["Внешняя торговля Республики Армения"],
    [None, None, "млн. долл. США"],
    [None, "2019 год", "2020 год"],
    ["ОБОРОТ", 700.5, 600],
    ["ЭКСПОРТ*", 400.5, 350],
    ["ИМПОРТ", 300, 250],
    ["САЛЬДО", 100.5, 100],
]


def test_lines_that_are_flows_give_the_flow_and_turnover_gives_nothing():
    found = [values for _, values in records(FLOWS_AS_LINES)]
    assert {(v["flow"], v["period"], v["value"]) for v in found} == {
        ("export", "2019", "400500000"),
        ("export", "2020", "350000000"),
        ("import", "2019", "300000000"),
        ("import", "2020", "250000000"),
    }
    assert not any("goods_description" in v for v in found)
    flow = next(item for item in items(FLOWS_AS_LINES) if isinstance(item, Batch)).cells["flow"][0]
    assert flow == (4, 0)


def test_a_flow_without_figures_heads_the_lines_below_it():
    rows = [
        ["Trade of Georgia, thousand US dollars", None, None],
        ["Country", "2019", "2020"],
        ["Exports", None, None],
        ["World", 30.5, 40],
        ["China", 10, 20.5],
        ["Imports", None, None],
        ["China", 1, 2.5],
    ]
    found = [values for _, values in records(rows)]
    assert [(v["partner"], v["flow"], v["period"], v["value"]) for v in found] == [
        ("World", "export", "2019", "30500"),
        ("CN", "export", "2019", "10000"),
        ("CN", "import", "2019", "1000"),
        ("World", "export", "2020", "40000"),
        ("CN", "export", "2020", "20500"),
        ("CN", "import", "2020", "2500"),
    ]


def test_another_table_of_figures_is_not_read_by_the_columns_of_the_first():
    second = [[], [None, "Оборот", "Экспорт", "Импорт"], ["Январь", 5, 3.5, 1.5], ["Февраль", 6, 4.5, 1.5]]
    found = [values for kind, values in records([*FLOWS_AS_LINES, *second]) if kind == "statistic"]
    assert len(found) == 4


def test_a_column_of_months_stands_behind_the_years():
    header = ["Flujo", "Año", "Mes", "País", "Partida arancelaria", "Valor (miles de euros)", "Peso neto (t)"]
    rows = [
        header,
        ["Importación", 2022, "03", "China", "880622", "1,5", "0,25"],
        ["Exportación", 2022, "mayo", "Rusia", "880622", "2,5", "1"],
    ]
    found = [values for _, values in records(rows)]
    assert [(v["flow"], v["period"], v["value"], v["net_weight_kg"]) for v in found] == [
        ("import", "2022-03", "1500", 250.0),
        ("export", "2022-05", "2500", 1000.0),
    ]
    [batch] = [item for item in items(rows) if isinstance(item, Batch)]
    assert batch.raw["period"] == ["2022", "2022"]
    assert [c.field for c in tables(rows)[0].columns][1:3] == ["period", "period"]
