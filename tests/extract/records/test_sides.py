"""The party at home exports what is exported and imports what is imported; where nobody says which, it is neither."""

import pytest

from tests.extract.records.sheets import records, tables

HEADER = ["报关单号", "境内收发货人", "境外收发货人", "商品编号", "商品名称", "总价"]
ROW = ["530420221234567890", "深圳市明亮贸易有限公司", "Alfa Trade LLC", "85423190", "集成电路", 12500.5]
HOME, ABROAD = ROW[1:3]


@pytest.mark.parametrize(
    ("column", "cell", "sender"),
    [
        ("运抵国(地区)", "俄罗斯", HOME),
        ("启运国(地区)", "韩国", ABROAD),
        ("出口日期", "2022-05-12", HOME),
        ("进出口标志", "进口", ABROAD),
        ("进出口标志", "出口", HOME),
    ],
)
def test_the_direction_of_the_table_tells_who_sends(column, cell, sender):
    [(kind, values)] = records([[*HEADER, column], [*ROW, cell]])
    assert kind == "shipment"
    assert {values["consignor"], values["consignee"]} == {HOME, ABROAD}
    assert values["consignor"] == sender


def test_the_title_tells_it_too():
    [(_, values)] = records([["出口报关单"], HEADER, ROW])
    assert values["consignor"] == HOME


@pytest.mark.parametrize("more", [("进出口日期", "2022-05-12"), ("备注", "无")])
def test_without_a_direction_neither_has_a_role(more):
    [(_, values)] = records([[*HEADER, more[0]], [*ROW, more[1]]])
    assert not {"consignor", "consignee"} & values.keys()
    [table] = tables([[*HEADER, more[0]], [*ROW, more[1]]])
    assert [column.field for column in table.columns[1:3]] == ["domestic_party", "overseas_party"]


def test_rows_of_both_directions_have_no_common_role():
    rows = [[*HEADER, "进出口标志"], [*ROW, "进口"], [*ROW, "出口"]]
    assert not any({"consignor", "consignee"} & values.keys() for _, values in records(rows))
