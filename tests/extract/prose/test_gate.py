from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.prose.gate import running

PROSE = (
    "The plant shipped a second lot to its dealer in May, and the dealer sold it\nto a firm that nobody had heard of.",
    "Завод отгрузил вторую партию дилеру в мае, а дилер продал её фирме,\nо которой никто раньше не слышал.",
    "Завод відвантажив другу партію дилеру у травні, і той продав її фірмі, про яку ніхто не чув.",
    "Зауыт мамыр айында екінші топтаманы дилерге жөнелтті, ал дилер оны ешкім білмейтін фирмаға сатты.",
    "工厂五月份向经销商发了第二批货，经销商把货卖给了一家没有人听说过的公司。",
    "Товар остался на складе.\nПокупатель от него отказался.\nПродавец обратился к таможне.",
)
NO_PROSE = (
    "Qty   Description   Unit price   Amount\n12    Ball bearings   4.50   54.00",
    "Invoice No: 4711\nDate: 12.05.2022\nTotal: 1 200,00 EUR\nVAT 20%: 240,00",
    "ООО «Ромашка»\nИНН 7712345678 КПП 771201001\nг. Москва, ул. Лесная, д. 5",
    "Наименование товара\tКоличество\tЦена\tСумма\nПодшипник\t12\t4,50\t54,00",
    "Shipper\nConsignee\nNotify party\nPort of loading\nVessel",
    "货物名称 数量 单价 金额\n轴承 12 4.50 54.00\n合计 54.00",
    "| Importer | Country | Value |\n| Larkmoor Ltd | KZ | 12 |",
    "1. Pumps;\n2. Motors;\n3. Valves;\n4. Hoses;\n5. Bearings;",
)


@pytest.mark.parametrize("text", PROSE)
def test_sentences_run(text: str) -> None:
    assert list(running(text)) == [(0, len(text))]


@pytest.mark.parametrize("text", NO_PROSE)
def test_tables_forms_and_lists_do_not(text: str) -> None:
    assert list(running(text)) == []


@pytest.mark.parametrize("table", NO_PROSE)
def test_sentences_below_a_table_are_told_from_it(table: str) -> None:
    text = f"{table}\n\n{PROSE[0]}\n\n{table}\n"
    assert [text[start:end] for start, end in running(text)] == [PROSE[0]]


def test_paragraphs_that_follow_are_one_stretch() -> None:
    text = "\n\n".join((PROSE[0], PROSE[1]))
    assert list(running(text)) == [(0, len(text))]


@given(st.text(alphabet=st.sampled_from("the of a Б и 的，。.1|\t\n"), max_size=120))
def test_stretches_lie_in_order_and_apart(text: str) -> None:
    found = list(running(text))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
