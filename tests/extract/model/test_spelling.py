"""A column's rule gives back the text of its cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import spelled


@pytest.mark.parametrize(
    ("rule", "value", "printed"),
    [
        ("", "1234.5", "1234.5"),
        (",", "1234.5", "1234,5"),
        (",", "-7", "-7"),
        (",2", "1234.5", "1234,50"),
        (".3", "0.5", "0.500"),
        (" ,2", "1234567.5", "1 234 567,50"),
        ("\xa0,2", "1234.5", "1\xa0234,50"),
        (",.2", "1234567", "1,234,567.00"),
        (".,2", "1234567", "1.234.567,00"),
        (",.0", "1234567", "1,234,567"),
        (" ,", "1234567.25", "1 234 567,25"),
        ("%d.%m.%Y", "2022-05-12", "12.05.2022"),
        ("%Y-%m-%d 00:00:00", "2022-05-12", "2022-05-12 00:00:00"),
        ("%m/%d/%Y", "2022-05-12", "05/12/2022"),
        ("inn:", "inn:7701234567", "7701234567"),
        ('{"import": "ИМ", "export": "ЭК"}', "import", "ИМ"),
        ('{"import": "ИМ", "export": "ЭК"}', "transit", "transit"),
    ],
)
def test_a_rule_writes_the_value_as_the_column_does(rule: str, value: str, printed: str) -> None:
    assert spelled(rule, value) == printed


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_two_decimals_behind_a_comma_are_read_back(number: object) -> None:
    value = str(number)
    assert spelled(",2", value).replace(",", ".") == value
    assert spelled(" ,2", value).replace(" ", "").replace(",", ".") == value


def test_what_is_no_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="no way to write numbers"):
        spelled("two decimals", "1")
