"""Rows seen at once to be data give what they give when they are looked at one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import Batch, Issue, Mention, PartText
from extract.records import table_rows
from extract.records.plain_data import is_plain_data
from extract.records.rows import Block
from tests.extract.records.sheets import items

pytestmark = pytest.mark.usefixtures("both_ways")

HEADER = ["ND", "Отправитель", "Код ТН ВЭД", "Дата", "Цена товара, USD", "2021", "Примечание"]
LABELS = st.sampled_from(["", " ", "Итого", "Total for 2022", "Отправитель", "2021", "[Body]", "см. графу 14", "н/д"])
NAMES = st.sampled_from(["ООО «Север»", "Total Energies SE", "ТОО «Юг»", "Grand Total Trading LLC"])
CODES, DAYS = st.sampled_from(["8542319000", "0805100000", ""]), st.sampled_from(["12.05.2022", "01.02.2022", ""])
MONEY = st.sampled_from(["1 234,50", "10,00", "7", "-0,10", "0,00", "1234567890123456"]) | st.floats(1, 9)
ROW = st.tuples(st.sampled_from(["1", "2"]) | LABELS, NAMES | LABELS, CODES, DAYS, MONEY | LABELS, st.just("5"), LABELS)
BLANK = st.sampled_from([[], ["", "", ""], HEADER, ["Итого", "", "", "", "1 234,50"], ["* примечание"]])
PLAIN = st.tuples(st.just("10702070/120522/0000001"), NAMES, CODES, DAYS, MONEY, st.just("5"), st.just(""))


def told(rows):
    """Give everything but the parts, comparable."""
    return [repr(item) for item in items(rows) if isinstance(item, Batch | Issue | Mention | PartText)]


@settings(deadline=None)
@given(st.lists(PLAIN | ROW.map(list) | BLANK, min_size=1, max_size=30))
def test_looked_at_one_by_one_rows_give_the_same(rows):
    with pytest.MonkeyPatch.context() as patch:
        at_once = told([HEADER, *map(list, rows)])
        patch.setattr(table_rows, "is_plain_data", lambda block, headers: False)
        assert at_once == told([HEADER, *map(list, rows)])


@pytest.mark.parametrize(
    ("rows", "plain"),
    [
        ([["ООО «Север»", "5"], ["ТОО «Юг»", "7"]], True),
        ([["1", "ООО «Север»"], ["2", "ТОО «Юг»"]], True),
        ([["", "ООО «Север»", 5.0], ["", "ТОО «Юг»", 7.5]], True),
        ([["ООО «Север»", "5"], ["Итого", "7"]], False),
        ([["ООО «Север»", "5"], ["Цена", "7"]], False),
        ([["ООО «Север»", "5"], ["ТОО «Юг»", ""]], False),
        ([["ООО «Север»", "5"], ["ТОО «Юг»"]], False),
        ([["ООО «Север»", "5"], ["", "7"]], False),
        ([["ООО «Север»", "а"], ["ТОО «Юг»", "б"]], False),
        ([["5"], ["7"]], False),
        ([[], []], False),
    ],
)
def test_only_figures_beside_something_else_prove_data(rows, plain):
    assert is_plain_data(Block(range(len(rows)), rows), {"Имя", "Цена"}) is plain
