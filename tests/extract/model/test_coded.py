"""A column of numbers is the column of the texts they stand for, whatever is asked of it."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import ByColumns, Coded, Derived, Distinct, distinct, joined
from extract.readers.delimited_rows import DelimitedRows
from extract.records.column_reader import ColumnReader
from extract.records.values import Decisions, decide
from extract.text import Dialect, compiled

KINDS_OF_CELLS = ["", "a", "б", "1,5", "1 200,00", "12.05.2022", "ООО «Пример»", "TO ORDER"]
CELLS = st.lists(st.sampled_from(KINDS_OF_CELLS), min_size=1)


def coded(cells):
    values = Distinct(dict.fromkeys(["a header", *cells]))
    return Coded(array("i", map(values.index, cells)), values)


@given(CELLS, st.data())
def test_it_is_the_column(cells, data):
    column = coded(cells)
    first, last = (data.draw(st.integers(0, len(cells))) for _ in range(2))
    kept = data.draw(st.lists(st.integers(0, len(cells) - 1)))
    assert list(column) == cells == column
    assert column[-1] == cells[-1]
    assert column[first:last] == cells[first:last]
    assert column.only(kept) == [cells[at] for at in kept]
    assert set(distinct(column)) == set(cells)
    assert ("a" in column) == ("a" in cells)
    assert list(joined([ByColumns([column], len(cells)), ByColumns([cells], len(cells))])) == [[c] for c in cells * 2]


@given(CELLS, CELLS)
def test_each_value_is_worked_out_once_and_in_the_order_of_the_rows(cells, more):
    asked = []
    lengths = Derived(lambda text: asked.append(text) or len(text))
    values = coded([*cells, *more]).values
    for some in (cells, more):
        column = Coded(array("i", map(values.index, some)), values)
        assert lengths(column) == [len(cell) for cell in some]
    assert asked == list(dict.fromkeys([*cells, *more]))


@given(st.sampled_from(["amount", "number", "date", "party", "text", "code", "country"]), CELLS, CELLS)
def test_it_is_read_as_its_cells_are(kind, cells, more):
    decisions = decide(kind, cells) if kind != "party" else Decisions()
    by_codes, by_cells = ColumnReader(kind, decisions), ColumnReader(kind, decisions)
    values = coded([*cells, *more]).values
    for some in (cells, more):
        read = by_codes.read(Coded(array("i", map(values.index, some)), values))
        alone = by_cells.read(some)
        assert list(read.values) == list(alone.values)
        for part in ("raws", "extras", "pointers", "unsure", "unread"):
            nothing = [None] * len(some)
            assert list(getattr(read, part) or nothing) == list(getattr(alone, part) or nothing)


@pytest.mark.skipif(not compiled.is_built(), reason="the helper was not built here")
def test_columns_that_hardly_repeat_are_lists_and_those_of_too_many_texts_begin_anew(monkeypatch):
    monkeypatch.setenv(compiled.SWITCH, "")
    count = 140_000
    lines = [f"{n};{n % 10};{n // 2};«{'ы' * (n % 3)}»\n" for n in range(count)]
    texts = ("".join(lines[at : at + 700]) for at in range(0, count, 700))
    last, widest = [], 0
    rows = 0
    for block in DelimitedRows(texts, Dialect(";", '"', 1.0, 4)).blocks():
        assert list(block) == [line[:-1].split(";") for line in lines[rows : rows + len(block)]]
        rows += len(block)
        last = [type(cells) for cells in block.columns]
        widest = max(widest, *(len(cells.values) for cells in block.columns if isinstance(cells, Coded)))
    assert rows == count
    assert last == [list, Coded, Coded, Coded]
    assert (1 << 16) < widest < (1 << 16) + 1_000


@pytest.mark.skipif(not compiled.is_built(), reason="the helper was not built here")
def test_texts_are_the_same_however_wide_their_signs_are_stored():
    cutter = compiled.cutter(";", '"', 9, Coded)
    found = []
    for text in ("a;b\nc;\n", "a;ы\na;b\n", "\U0001f600;b\na;\n", '"a""";b\na;"b"\n"\U0001f600";ы\n"a""";""\n'):
        size, columns, end = cutter.cut(text, 0, 100, 2)
        assert end == len(text)
        found += ByColumns(columns, size)
    assert found == [
        *(["a", "b"], ["c", ""], ["a", "ы"], ["a", "b"], ["\U0001f600", "b"], ["a", ""]),
        *(['a"', "b"], ["a", "b"], ["\U0001f600", "ы"], ['a"', ""]),
    ]
    assert [cells.values for cells in columns] == [["a", "c", "\U0001f600", 'a"'], ["b", "", "ы"]]
