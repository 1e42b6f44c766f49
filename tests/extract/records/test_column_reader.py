"""A column read at once gives what its cells give one by one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import cell_text, spelled
from extract.records.column_reader import ColumnReader
from extract.records.spellings import rule_of
from extract.records.values import Decisions, decide, read_cell

pytestmark = pytest.mark.usefixtures("both_ways")

SPELLINGS = st.from_regex(r"-?(0|[0-9]{1,16})([.,][0-9]{1,8})?( ?(USD|kg))?", fullmatch=True)
GROUPED = st.builds("{:,.2f}".format, st.integers(-(10**9), 10**9).map(lambda n: n / 100))
PRINTED = GROUPED | GROUPED.map(lambda text: text.translate({ord(","): " ", ord("."): ","}))
ODD = [
    "",
    " ",
    "н/д",
    "см. графу 14",
    "1 234,50",
    "-0,10",
    "0012,50",
    "\xa01,5 ",
    "1e5",
    "0,00",
    "-0,00",
    "1\n2",
    '"',
    "\0",
]
DAYS = (
    st.dates().map(str) | st.dates().map(lambda day: f"{day:%d.%m.%Y}") | st.dates().map("{:%d/%m/%Y} 00:00:00".format)
)
TEXTS = SPELLINGS | PRINTED | st.sampled_from(ODD) | DAYS
ANY = TEXTS | st.integers(-(10**19), 10**19) | st.floats(allow_nan=False) | st.booleans() | st.none() | st.dates()
COLUMNS = st.one_of(st.lists(cells, max_size=9) for cells in (TEXTS, ANY, st.floats(), PRINTED, SPELLINGS))
RULES = {
    "amount": ["", ",", ",2", " ,2", ",.2"],
    "number": ["", ".", ",3"],
    "date": ["", "%d.%m.%Y"],
    "identifier": ["", "inn:"],
}
KINDS = st.sampled_from([*RULES, "text", "code", "party", "integer"])
MARKS, SCALES = st.sampled_from([None, ",", "."]), st.sampled_from([1, 1000])


def given_back(value, raw, decisions):
    """Print a value as its column does, if nothing else was kept of its cell."""
    if raw is not None or value is None:
        return raw
    return spelled(decisions.spelling, cell_text(value))


def same(kind, decisions, batches):
    reader = ColumnReader(kind, decisions)
    for cells in batches:
        alone = [read_cell(kind, cell, decisions) for cell in cells]
        column = reader.read(cells, all(isinstance(cell, str) for cell in cells))
        nothing = [None] * len(cells)
        assert list(map(repr, column.values)) == [repr(read.value) for read in alone]
        raws = [given_back(*both, decisions) for both in zip(column.values, column.raws or nothing, strict=True)]
        assert raws == [
            None if r.value is None and r.raw is None else cell_text(c) for r, c in zip(alone, cells, strict=True)
        ]
        assert [one or {} for one in column.extras or nothing] == [dict(read.extra) for read in alone]
        assert list(column.pointers or nothing) == [read.raw if read.pointer else None for read in alone]
        assert [bool(one) for one in column.unsure or nothing] == [read.unsure for read in alone]


@given(st.data(), KINDS, MARKS, SCALES, st.lists(COLUMNS, max_size=3))
def test_every_cell_is_read_as_it_is_alone(data, kind, decimal, scale, batches):
    rule = data.draw(st.sampled_from(RULES.get(kind, [""])))
    same(kind, Decisions(decimal, scale=scale, spelling=rule), batches)


@given(KINDS, COLUMNS, st.lists(COLUMNS, max_size=2))
def test_and_so_it_is_by_what_is_decided_from_its_first_cells(kind, first, batches):
    decisions = decide(kind, first)
    rule = rule_of(kind, first, decisions)
    same(kind, Decisions(decisions.decimal, decisions.order, spelling=rule), [first, *batches])


def test_what_hardly_ever_comes_again_is_forgotten_and_what_comes_again_is_not():
    unique, common = ColumnReader("text", Decisions()), ColumnReader("text", Decisions())
    some = random.Random(0)
    for start in range(0, 200_000, 1_000):
        unique.read([f" goods {n}" for n in range(start, start + 1_000)])
        common.read([f" goods {some.randrange(20_000)}" for _ in range(1_000)])
    assert len(unique.memories[str]) <= 11_000
    assert len(common.memories[str]) > 19_000
