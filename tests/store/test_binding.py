"""However little is bound, a table holds the columns as they were given."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.binding import insert

ODD = st.sampled_from(["", "0", "it's", "«Пример»", "a\nb", "x" * 2_000])
TEXTS = st.none() | ODD | st.text(st.characters(codec="utf-8"))
NUMBERS = st.none() | st.integers(-(2**63), 2**63 - 1) | st.sampled_from([0, 0.5, 1.0, -2])
COLUMN = st.sampled_from([TEXTS, NUMBERS]).flatmap(lambda cells: st.lists(cells, min_size=6, max_size=6))
CONSTANT = (TEXTS | NUMBERS).map(lambda value: [value] * 6)


@given(st.lists(COLUMN | CONSTANT, min_size=1, max_size=4))
def test_columns_come_back_as_they_were_given(columns):
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, c0, c1, c2, c3)")
    db.executemany(*insert("t", range(1, 7), {f"c{n}": column for n, column in enumerate(columns)}))
    found = list(zip(*db.execute("SELECT * FROM t"), strict=True))
    assert found[0] == (1, 2, 3, 4, 5, 6)
    assert [list(column) for column in found[1 : len(columns) + 1]] == columns
    db.close()


def test_nothing_is_bound_that_is_the_same_in_every_row():
    sql, rows = insert("t", [1, 2], {"a": ["x", "x"], "b": [None, None], "c": [1, 2]})
    assert sql == """INSERT INTO "t" (id, "a", "c") VALUES (?, 'x', ?)"""
    assert list(rows) == list(rows) == [(1, 1), (2, 2)]


def test_a_row_of_constants_is_a_row_all_the_same():
    assert list(insert("t", [7], {"a": ["x"]})[1]) == [(7,)]


def test_a_column_of_another_length_is_refused_though_nothing_of_it_were_bound():
    with pytest.raises(ValueError, match=": a"):
        insert("t", [1, 2], {"a": [None]})
