from decimal import Decimal

import pytest

from extract.fields import Ambiguous, FieldError, amount


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("1 234 567,89 руб.", "1234567.89", "RUB"),
        ("1.234.567,89 EUR", "1234567.89", "EUR"),
        ("18 млн долл. США", "18000000", "USD"),
        ("$245k", "245000", "USD"),
        ("1250万元", "12500000", "CNY"),
        ("人民币 12,500.00 元", "12500.00", "CNY"),
        ("1 000-00 руб", "1000.00", "RUB"),
        ("799000=00", "799000.00", None),
        ("1'234.50 CHF", "1234.50", "CHF"),
        ("(1,234.50)", "-1234.50", None),
        ("($10,800)", "10800", "USD"),
        ("799,000 rubles", "799000", "RUB"),
        ("15 т.р.", "15000", "RUB"),
    ],
)
def test_spellings(text: str, value: str, currency: str | None) -> None:
    found = amount.parse(text)
    assert (found.value, found.currency) == (Decimal(value), currency)


@pytest.mark.parametrize("text", ["1,234", "1.234"])
def test_two_readings_are_refused_unless_the_mark_is_known(text: str) -> None:
    with pytest.raises(Ambiguous):
        amount.parse(text)
    assert amount.parse(text, decimal=".").value in (1234, Decimal("1.234"))


@pytest.mark.parametrize("text", ["", "12.05.2022", "10 шт", "245 m", "1.23.4", "руб.", "5 USD EUR"])
def test_other_things_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        amount.parse(text)
