from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fields import Ambiguous, FieldError, number

_STYLES = [(" ", ","), ("\u00a0", ","), ("\u202f", ","), (",", "."), (".", ","), ("'", "."), ("’", ".")]


@given(
    cents=st.integers(min_value=0, max_value=10**14), style=st.sampled_from(_STYLES), sign=st.sampled_from(["", "-"])
)
def test_every_style_of_two_decimals_is_read_back(cents: int, style: tuple[str, str], sign: str) -> None:
    group, mark = style
    printed = f"{cents // 100:,}".replace(",", group) + f"{mark}{cents % 100:02d}"
    assert number.parse(sign + printed) == Decimal(f"{sign}{cents // 100}.{cents % 100:02d}")


@pytest.mark.parametrize(
    ("text", "value"),
    [("12 345,678", "12345.678"), ("12345,678", "12345.678"), ("0,123", "0.123"), ("1,23,456.00", "123456.00"),
     ("1.234.567", "1234567"), ("5-", "-5"), ("−3,5", "-3.5"), ("１２", "12"), ("1 000-00", "1000.00")],
)  # fmt: skip
def test_one_reading(text: str, value: str) -> None:
    assert number.parse(text) == Decimal(value)


def test_three_digits_after_one_mark_have_two_readings() -> None:
    with pytest.raises(Ambiguous):
        number.parse("123,000")
    assert number.parse("123,000", decimal=",") == 123
    assert number.parse("123,000", decimal=".") == 123000


@pytest.mark.parametrize(
    "text", ["", "-", "1.23.4", "1,2,3", "1 23", "12.05.2022", "1.234,567.8", "abc", "1e5", "1" * 60]
)
def test_other_things_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        number.parse(text)
