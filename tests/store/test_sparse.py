"""Values of a row as JSON, spelled column by column as json.dumps spells a row."""

import json

from hypothesis import given
from hypothesis import strategies as st

from store.sparse import objects

VALUES = st.none() | st.text() | st.sampled_from(["1,50", "«Пример»", 'a "b"', "c\\d", "\u00a0", "\n"])
POINTERS = st.none() | st.tuples(st.integers(0), st.integers(0))
ROWS = st.lists(st.tuples(VALUES, VALUES, POINTERS)) | st.lists(st.tuples(st.just("1,5"), st.just("x"), st.none()))


@given(ROWS)
def test_objects_are_those_of_json(rows):
    columns = dict(zip(("b", "a", "c"), zip(*rows, strict=True), strict=False))
    present = [{name: v for name, v in zip("bac", row, strict=True) if v is not None} for row in rows]
    expected = [json.dumps(row, ensure_ascii=False, sort_keys=True) if row else None for row in present]
    assert objects(columns, len(rows)) == expected
