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


def test_a_year_or_a_weight_is_no_money() -> None:
    assert list(amount.find("12 травня 2022 р. вага 1 250 KGS")) == []


def test_a_section_of_a_law_whose_sign_was_misprinted_is_no_money() -> None:
    assert [hit.value for hit in amount.find("steuerfrei nach $4 Nr. 10a UStG, Selbstbehalt $250")] == ["250"]


def test_a_column_decides_its_decimal_mark_by_the_numbers_that_prove_one() -> None:
    assert amount.decimal_separator(["1,234", "12,5", "1 000,75"]).value == ","
    assert amount.decimal_separator(["1,234.50", "1,234"]).value == "."
    assert amount.decimal_separator(["1,234", "2,345"]).value is None
    assert amount.decimal_separator(["1,5", "1.5"]).value is None


def test_shared_signs_are_said_to_be_shared() -> None:
    assert "several dollars" in amount.parse("$5").evidence
    assert amount.parse("HK$5").currency == "HKD"
    assert amount.parse("¥ 1,234.00 JPY").currency == "JPY"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Total: 1.234,50", [("1234.50", None, "total")]),
        ("Betrag -5,00 EUR", [("-5.00", "EUR", "total")]),
        ("Beschreibung Nettopreis Nettobetrag\nWare 9,90 198,00\n", [("9.90", None, None), ("198.00", None, None)]),
        ("EUR500 und 4,21EUR", [("500", "EUR", None), ("4.21", "EUR", None)]),
        ("цена 1 000-00 руб. без НДС", [("1000.00", "RUB", "price")]),
        ("сумма 12 руб. 50 коп.", [("12.50", "RUB", "total")]),
        ("total 100.00 % of 12.00 kg", []),
        ("USt. 19 % 129,37", [("129.37", None, "tax")]),
        ("items 12 345 and 2022, page 3", []),
    ],
)
def test_money_in_running_text(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert [(hit.value, hit.currency, hit.role) for hit in amount.find(text)] == found


@pytest.mark.parametrize(
    "line",
    [
        *("Mo.-Fr. 08.30 - 12.30 Uhr", "8.00-20.00 Uhr", "bis zum 19.12. ist", "am 29.09.2018/ 10:35"),
        *("NIP 525-65416-01", "A4466-22", "KDV %20,00 EUR"),
    ],
)
def test_hours_days_and_numbers_in_groups_under_a_heading_are_no_sums(line: str) -> None:
    assert list(amount.find(f"Betrag\n{line}")) == []


@pytest.mark.parametrize("line", ["N.W.: 1,072.87", "Net weight 1 072,87", "ВЕС НЕТТО: 15,50", "Bruttogewicht 12,40"])
def test_a_weight_is_no_money(line: str) -> None:
    assert list(amount.find(line)) == []


def test_a_weight_before_a_sum_does_not_hide_it() -> None:
    found = list(amount.find("Net weight 12.40 Total 99.50"))
    assert [(hit.value, hit.role) for hit in found] == [("99.50", "total")]


def test_columns_of_weights_are_no_heading_of_sums() -> None:
    assert list(amount.find("Net weight   Gross weight\n12.40   13.50\n")) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Acme paid 10,000 EUR", "10000"),
        ("for 12,500 USD in May", "12500"),
        ("about 12.500 EUR", "12500"),
        ("paid EUR 10,000 and 5,50 EUR", "10.000"),
    ],
)
def test_three_digits_behind_a_mark_are_thousands_unless_the_text_proves_otherwise(text: str, value: str) -> None:
    first = next(amount.find(text))
    assert first.value == value
    assert ("read as thousands" in first.evidence) == ("." not in value)


def test_currencies_of_three_decimals_and_scaled_sums_stay_in_doubt() -> None:
    assert list(amount.find("paid KWD 12.500 or USD 1,234 million")) == []
