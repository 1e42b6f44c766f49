"""Sums in words: alone, beside digits that they must agree with, and what only looks like them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fields import FieldError, amount, numeral_words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("двадцать пять тысяч триста", 25_300),
        ("двести тысяч сто", 200_100),
        ("один миллион", 1_000_000),
        ("п'ятдесят тисяч", 50_000),
        ("дев’ятсот дві тисячі", 902_000),
        ("он бес мың", 15_000),
        ("жүз елу мың", 150_000),
        ("one million two hundred thousand", 1_200_000),
        ("one hundred and five", 105),
        ("Twenty-five thousand", 25_000),
        ("bir milyon iki yüz bin", 1_200_000),
        ("壹佰万", 1_000_000),
        ("一百二十万", 1_200_000),
        ("三亿二千万", 320_000_000),
        ("十五", 15),
    ],
)
def test_numbers_in_words(text: str, value: int) -> None:
    assert numeral_words.parse(text) == value


@pytest.mark.parametrize("text", ["", "a", "рублей", "five тысяч", "тысяча миллионов тысяч", "one dog", "12"])
def test_other_words_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        numeral_words.parse(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("сто двадцать тысяч рублей", "120000 RUB"),
        ("он бес мың теңге", "15000 KZT"),
        ("one million two hundred thousand dollars", "1200000 USD"),
        ("人民币壹佰万元整", "1000000 CNY"),
        ("п'ятдесят тисяч гривень", "50000 UAH"),
        ("100 000 (сто тысяч) рублей 00 копеек", "100000.00 RUB"),
        ("12 500,75 (двенадцать тысяч пятьсот) руб. 75 коп.", "12500.75 RUB"),
        ("1 234,50 (USD)", "1234.50 USD"),
        ("CHF 1'000.-", "1000 CHF"),
        ("€ 1.234,-", "1234 EUR"),
        ("12 500,00 руб. РФ", "12500.00 RUB"),
    ],
)
def test_sums_with_words_and_strokes(text: str, printed: str) -> None:
    assert str(amount.parse(text)) == printed


def test_words_are_compared_with_the_digits_beside_them() -> None:
    assert amount.parse("100 000 (сто тысяч) рублей").evidence == "the same in words"
    wrong = amount.parse("100 000 (сто десять тысяч) рублей")
    assert (wrong.value, wrong.evidence) == (Decimal(100_000), "in words it is 110000")


@pytest.mark.parametrize("text", ["тысяча", "сто", "one", "12 (шт)", "1 234,50 (USD) EUR"])
def test_words_without_a_currency_are_no_sum(text: str) -> None:
    with pytest.raises(FieldError):
        amount.parse(text)


def test_a_sum_with_words_is_one_hit_in_running_text() -> None:
    (hit,) = amount.find("цена 10 000 000 (десять миллионов) тенге без НДС")
    assert (hit.text, hit.value, hit.currency) == ("10 000 000 (десять миллионов) тенге", "10000000", "KZT")


@given(st.integers(min_value=1, max_value=9999).map(lambda n: n * 10_000))
def test_tens_of_thousands_in_chinese_are_read_back(value: int) -> None:
    assert numeral_words.parse(_chinese(value // 10_000) + "万") == value


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    printed = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            printed += digits[digit] + name
        elif printed and number % unit and not printed.endswith("零"):
            printed += "零"
    return printed
