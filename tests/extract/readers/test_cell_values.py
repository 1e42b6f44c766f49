"""Numbers of both epochs become the days that Excel shows."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Cell
from extract.readers.cell_values import clock, moment, share
from extract.readers.styles import converter

DAYS = [
    (1.0, False, date(1900, 1, 1)),
    (59.0, False, date(1900, 2, 28)),
    (61.0, False, date(1900, 3, 1)),
    (44693.0, False, date(2022, 5, 12)),
    (43231.0, True, date(2022, 5, 12)),
    (0.0, True, date(1904, 1, 1)),
    (43831.416666666664, False, datetime(2020, 1, 1, 10, 0)),
    (0.75, False, time(18, 0)),
    (0.0, False, 0.0),
    (-3.5, False, -3.5),
    (1e9, False, 1e9),
]


@pytest.mark.parametrize(("days", "is_1904", "expected"), DAYS)
def test_a_count_of_days(days: float, is_1904: bool, expected: Cell):
    assert moment(days, is_1904) == expected


@given(st.dates(date(1900, 3, 1), date(9999, 12, 30)))
def test_every_day_comes_back(day: date):
    assert moment(float((day - date(1899, 12, 30)).days), False) == day


def test_lengths_of_time_and_shares_keep_all_they_say():
    assert (clock(1.5), clock(-0.25), share(0.12345), share(1.0), share(0.1 + 0.2)) == (
        *("36:00:00", "-6:00:00", "12.345%", "100%", "30%"),
    )


@pytest.mark.parametrize(("amount", "expected"), [(803.0, "000803"), (8.5, 8.5), (-3.0, -3.0)])
def test_only_whole_numbers_are_codes(amount: float, expected: Cell):
    convert = converter(164, "000000", False)
    assert convert is not None
    assert convert(amount) == expected


def test_a_plain_number_needs_nothing():
    assert converter(2, None, False) is None
