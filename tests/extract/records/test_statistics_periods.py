"""Months, and the sum since January beside them, are periods of their own whose year may stand in the title."""

import pytest

from extract.layout.header import HeaderCell
from extract.records.statistics_periods import months, period_of
from tests.extract.records.sheets import records


def cells(*texts: str) -> list[HeaderCell]:
    return [HeaderCell(row, 0, text) for row, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12月", (12, 12)),
        ("5月份", (5, 5)),
        ("1至5月累计", (1, 5)),
        ("1-12月", (1, 12)),
        ("1月至9月", (1, 9)),
        ("январь-май", (1, 5)),
        ("за январь", (1, 1)),
        ("Ocak-Mart", (1, 3)),
        ("September", (9, 9)),
        ("enero a junio", (1, 6)),
        ("13月", None),
        ("9至5月", None),
        ("May-January", None),
        ("Total", None),
        ("Астана", None),
    ],
)
def test_months_without_a_year(text, found):
    assert months(text) == found


@pytest.mark.parametrize(
    ("path", "title", "period"),
    [
        (["出口", "12月"], ["2023年12月进出口商品总值表"], "2023-12"),
        (["出口", "1至12月累计"], ["2023年12月进出口商品总值表"], "2023-01/2023-12"),
        (["累计"], ["出口商品（2023年5月）"], "2023-01/2023-05"),
        (["当月"], ["出口商品（2023年5月）"], "2023-05"),
        (["з початку року"], ["Експорт за січень-березень 2024 року"], "2024-01/2024-03"),
        (["за месяц"], ["Экспорт за январь-март 2024 года"], "2024-03"),
        (["2022", "январь"], ["Экспорт"], "2022-01"),
        (["январь 2021"], ["Экспорт 2024 года"], "2021-01"),
        (["Valor 2022 (miles USD)"], ["Comercio exterior"], "2022"),
        (["январь"], ["Экспорт в 2022 и 2023 годах"], None),
        (["Export"], ["Trade of Kazakhstan in 2019"], None),
        (["Export"], ["2019"], "2019"),
    ],
)
def test_the_period_of_a_column(path, title, period):
    said = period_of(cells(*path), cells(*title))
    assert (said.value if said else None) == period


CUSTOMS = [
    ["2023年12月进出口商品国别（地区）总值表"],
    ["单位：千美元"],
    ["国别（地区）", "进出口", None, "出口", None, "进口", None],
    [None, "12月", "1至12月累计", "12月", "1至12月累计", "12月", "1至12月累计"],
    ["哈萨克斯坦", 300, 3600, 200, 2400, 100, 1200],
    ["俄罗斯", 900, 10800, 500, 6000, 400, 4800],
    ["白俄罗斯", 30, 360, 20, 240, 10, 120],
]


def test_the_month_and_the_sum_since_january_are_kept_apart_and_turnover_left_out():
    found = [values for _, values in records(CUSTOMS)]
    assert {(v["partner"], v["flow"], v["period"], v["value"]) for v in found if v["partner"] == "KZ"} == {
        ("KZ", "export", "2023-12", "200000"),
        ("KZ", "export", "2023-01/2023-12", "2400000"),
        ("KZ", "import", "2023-12", "100000"),
        ("KZ", "import", "2023-01/2023-12", "1200000"),
    }
    assert {v["value_currency"] for v in found} == {"USD"}
    assert len(found) == 12


def test_goods_with_quantity_and_value_of_each_period():
    rows = [
        ["出口主要商品量值表（2023年5月）"],
        ["商品名称", "计量单位", "5月", "", "1至5月累计", ""],
        ["", "", "数量", "金额（万美元）", "数量", "金额（万美元）"],
        ["无人机", "架", 100, 250, 500, 1250],
        ["锂电池", "个", 2000, 300, 9000, 1400],
    ]
    found = [values for _, values in records(rows)]
    assert [(v["goods_description"], v["period"], v["quantity"], v["value"]) for v in found] == [
        ("无人机", "2023-05", 100, "2500000"),
        ("锂电池", "2023-05", 2000, "3000000"),
        ("无人机", "2023-01/2023-05", 500, "12500000"),
        ("锂电池", "2023-01/2023-05", 9000, "14000000"),
    ]


@pytest.mark.parametrize(
    ("header", "marks", "years"),
    [
        ("Flujo", ("E", "I"), ("Valor 2022 (miles USD)", "Valor 2023 (miles USD)")),
        ("Flow", ("X", "M"), ("2022", "2023")),
        ("Направление", ("ЭК", "ИМ"), ("2022", "2023")),
    ],
)
def test_a_column_of_flows_by_word_or_letter(header, marks, years):
    rows = [
        ["Comercio exterior"],
        [header, "HS", "Partner", *years],
        [marks[0], "8806", "Kazakhstan", 10.5, 12.5],
        [marks[1], "8806", "Kazakhstan", 1.5, 2.5],
        [marks[0], "8501", "Russia", 7, 8],
    ]
    found = [values for _, values in records(rows)]
    assert [(v["flow"], v["partner"], v["period"]) for v in found[:3]] == [
        ("export", "KZ", "2022"),
        ("import", "KZ", "2022"),
        ("export", "RU", "2022"),
    ]
    assert {v["period"] for v in found[3:]} == {"2023"}


def test_a_flat_list_keeps_its_column_of_months():
    rows = [
        ["月份", "流向", "商品编码", "贸易伙伴名称", "美元"],
        ["202305", "出口", "88062200", "哈萨克斯坦", 1200],
        ["202306", "进口", "85013100", "俄罗斯联邦", 500],
    ]
    found = [values for _, values in records(rows)]
    assert [(v["period"], v["flow"], v["partner"], v["value"]) for v in found] == [
        ("2023-05", "export", "KZ", "1200"),
        ("2023-06", "import", "RU", "500"),
    ]


def test_turkish_capitals_are_read_like_small_letters():
    rows = [
        ["2024 YILI İHRACAT, BİN USD"],
        ["GTİP", "Ülke", "Ocak", "Ocak-Şubat"],
        ["8806", "Rusya", 10, 25],
        ["8501", "Kazakistan", 1, 3],
        ["9014", "Rusya", 7, 15],
    ]
    first = records(rows)[0][1]
    assert (first["flow"], first["value"], first["value_currency"], first["period"]) == (
        "export",
        "10000",
        "USD",
        "2024-01",
    )
