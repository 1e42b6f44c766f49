from __future__ import annotations

import pytest

from extract.fields import hs_find


def values(text: str) -> list[str]:
    return [hit.value for hit in hs_find.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "HS Code 8542.31.0001, Lot 85322400",
        "HS Code 8542310001, Part No. 853224",
        "Код ТН ВЭД 8542310001, Артикул 85322400",
        "Zolltarifnummer 8542310001, Auftrag 85322400, Art.-Nr. 85412100",
        "GTİP: 8542.31.00.00.01; Sipariş No 853224",
        "海关编码 8542310001，订单号 853224",
        "HS Code 8542310001\nTel. +41 340 84715000",
    ],
)
def test_a_number_behind_its_own_label_is_no_code(text: str) -> None:
    assert [value[:6] for value in values(text)] == ["854231"]


def test_a_number_in_another_column_is_no_code() -> None:
    head = "No   Goods   HS Code   Serial   Amount"
    lines = ["1   pumps   8413703000   8542310001   12.00", "2   valves   8481805910   8532240000   7.00"]
    assert values("\n".join([head, *lines])) == ["8413703000", "8481805910"]


def test_twelve_digits_in_groups() -> None:
    assert values("G.T.İ.P. No 8542.31.90.00.00") == ["854231900000"]
