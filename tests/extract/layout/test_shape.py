from datetime import date

import pytest

from extract.layout.shape import Shape, shape


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, Shape.EMPTY),
        ("  ", Shape.EMPTY),
        (12.5, Shape.NUMBER),
        ("1 234,5", Shape.NUMBER),
        ("31\u00a0101", Shape.NUMBER),
        ("(NA)", Shape.NUMBER),
        ("-", Shape.NUMBER),
        ("(1,000)", Shape.TEXT),
        (1994.0, Shape.YEAR),
        ("2006*", Shape.YEAR),
        ("2008/1", Shape.YEAR),
        (date(2022, 5, 12), Shape.DATE),
        ("12.05.2022", Shape.DATE),
        ("Россия", Shape.TEXT),
    ],
)
def test_shape_of_a_cell(cell, expected):
    assert shape(cell) is expected
