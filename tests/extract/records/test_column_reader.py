"""A column read at once gives what its cells give one by one."""

import random

from hypothesis import given
from hypothesis import strategies as st

from extract.records.column_reader import ColumnReader
from extract.records.values import Decisions, read_cell

SPELLINGS = st.from_regex(r"-?(0|[0-9]{1,16})([.,][0-9]{1,8})?( ?(USD|kg))?", fullmatch=True)
CELLS = SPELLINGS | st.sampled_from(["", " ", "н/д", "см. графу 14", "1 234,50"])
ANY = CELLS | st.integers(-(10**19), 10**19) | st.floats(allow_nan=False) | st.booleans() | st.none() | st.dates()
DECISIONS = st.builds(Decisions, decimal=st.sampled_from([None, ",", "."]), scale=st.sampled_from([1, 1000]))


@given(st.sampled_from(["amount", "number", "text", "date"]), DECISIONS, st.lists(st.lists(CELLS) | st.lists(ANY)))
def test_every_cell_is_read_as_it_is_alone(kind, decisions, batches):
    reader = ColumnReader(kind, decisions)
    for cells in batches:
        alone = [read_cell(kind, cell, decisions) for cell in cells]
        column = reader.read(cells)
        assert column.values == [read.value for read in alone]
        assert (column.raws or [None] * len(cells)) == [read.raw for read in alone]
        assert [reader.extras.get(key, {}) for key in column.keys] == [dict(read.extra) for read in alone]
        assert [reader.pointers.get(key) for key in column.keys] == [r.raw if r.pointer else None for r in alone]


def test_what_hardly_ever_comes_again_is_forgotten_and_what_comes_again_is_not():
    unique, common = ColumnReader("text", Decisions()), ColumnReader("text", Decisions())
    some = random.Random(0)
    for start in range(0, 200_000, 1_000):
        unique.read([f" goods {n}" for n in range(start, start + 1_000)])
        common.read([f" goods {some.randrange(20_000)}" for _ in range(1_000)])
    assert len(unique) <= 11_000
    assert len(common) > 19_000
