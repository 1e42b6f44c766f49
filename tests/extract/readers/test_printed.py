"""What a spreadsheet prints, where it is not what the value says."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Cell, cell_text
from extract.readers.format_tokens import sections_of
from extract.readers.number_print import chosen, print_number
from extract.readers.printed import printing
from extract.readers.styles import converter

NUMBERS = [
    ("0", 12.5, "13"),
    ("0.00", 2.675, "2.68"),
    ("#,##0.00", 1234567.891, "1,234,567.89"),
    ("#,##0", 999.6, "1,000"),
    ("#", 0.0, ""),
    ("00000", 42.0, "00042"),
    ("0;0", -25.0, "25"),
    ("0.0;[Red]0.0", -1.25, "1.3"),
    ("0.0", -1.25, "-1.3"),
    ("0", -0.2, "0"),
    ('#,##0.0," тыс."', 1234567.0, "1,234.6 тыс."),
    ("0.0%", 0.12345, "12.3%"),
    ("0.00E+00", 12345.678, "1.23E+04"),
    ("##0.0E+0", 12345.678, "12.3E+3"),
    ("0.0E-0", 0.00012, "1.2E-4"),
    ("# ?/?", 12345.6789, "12345 2/3"),
    ("# ?/8", 12.3, "12 2/8"),
    ("# ??/??", 3.0, "3"),
    ("?/?", 0.5, "1/2"),
    ('0;-0;"нет"', 0.0, "нет"),
    ('_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', -1.2, " $(1.20)"),
    ("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", 5551234567.0, "(555) 123-4567"),
    ("[<=-25]General;[>=25]General;General", -25.0, "25"),
    ("[<=-25]General;[>=25]General;General", -24.0, "-24"),
    ("0.0#", 1.5, "1.5"),
    ('0" кг"', 7.0, "7 кг"),
]


@pytest.mark.parametrize(("code", "amount", "text"), NUMBERS)
def test_numbers(code: str, amount: float, text: str):
    assert print_number(*chosen(sections_of(code), amount), amount) == text


TIMES = [
    ("yy", 44693.0, "22"),
    ("mmm yy", 44693.0, "May 22"),
    ("dddd", 44693.0, "Thursday"),
    ("d mmmm", 44693.0, "12 May"),
    ("mmmmm", 44693.0, "M"),
    ("[h]", 1.5, "36"),
    ("[mm]:ss", 0.5, "720:00"),
    ("[ss]", -0.001, "-86"),
    ("h AM/PM", 0.75, "6 PM"),
    ("mmss.0", 0.60123, "2546.3"),
    ("hhmm", 0.5123, "1217"),
]


@pytest.mark.parametrize(("code", "days", "text"), TIMES)
def test_times(code: str, days: float, text: str):
    convert = converter(164, code, False)
    assert convert is not None
    assert getattr(convert(days), "printed") == text  # noqa: B009 - not every cell has it


PLAIN = ("General", "0.00", "#,##0.00", "dd.mm.yyyy", "yyyy-mm-dd hh:mm", "0%", '#,##0"€"', "h:mm", "@", "# ##0;-# ##0")


@pytest.mark.parametrize("code", [code for code in PLAIN if code != "# ##0;-# ##0"])
def test_where_the_value_says_it_nothing_is_carried(code: str):
    assert printing(code, False) is None


def test_what_is_printed_in_its_own_way_stays_what_it_is():
    number, day = (converter(164, code, False) for code in ("0;0", "ddd"))
    assert number is not None
    assert day is not None
    cells: list[Cell] = [number(-25.0), day(44693.0), day(44693.5)]
    assert cells == [-25.0, date(2022, 5, 12), datetime(2022, 5, 12, 12)]
    assert [cell_text(cell) for cell in cells] == ["-25", "2022-05-12", "2022-05-12 12:00:00"]
    assert [getattr(cell, "printed", "") for cell in cells] == ["25", "Thu", "Thu"]


@pytest.mark.parametrize("amount", [float("inf"), float("nan"), 1e300])
def test_what_is_no_number_of_a_spreadsheet_is_left_alone(amount: float):
    for code in ("0;0", "ddd", "[h]", "# ?/?", "00-00"):
        convert = printing(code, False)
        assert convert is not None
        assert not hasattr(convert(amount, amount), "printed")


@given(st.decimals(0, 10**9, places=2))
def test_grouped_digits_are_the_number(amount: Decimal):
    printed = print_number(sections_of("#,##0.00")[0], False, float(amount))
    assert printed == f"{amount:,.2f}"
    assert Decimal(printed.replace(",", "")) == amount


@given(st.floats(-1e12, 1e12), st.text('0#?.,%/ E+-"ymdhs;[]$', max_size=12))
def test_no_format_makes_a_number_unprintable(amount: float, code: str):
    show = printing(code, False)
    if show is not None:
        assert isinstance(getattr(show(amount, amount), "printed", ""), str)
