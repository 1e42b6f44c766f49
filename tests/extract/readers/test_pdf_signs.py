"""A minus left behind at the end of a line goes back to its number, and nothing else takes a minus."""

from __future__ import annotations

import pytest

from extract.model import Box
from extract.readers.pdf_signs import rejoined
from extract.readers.pdf_words import RawWord

NUMBER = RawWord("1,12", Box(520, 340, 544, 350))
SIGN = RawWord("-", Box(538, 329, 544, 339))


def texts(*words: RawWord) -> list[str]:
    return [word.text for word in rejoined(words)]


@pytest.mark.parametrize("currency", ["EUR", "€", "TRY"])
def test_a_minus_behind_its_currency_belongs_to_the_number_below(currency: str) -> None:
    before = RawWord(currency, Box(478, 329, 536, 339))
    assert texts(before, SIGN, NUMBER) == [currency, "-1,12"]
    assert rejoined([before, SIGN, NUMBER])[1].box == NUMBER.box


@pytest.mark.parametrize(
    "before",
    [
        RawWord("Rabatt", Box(478, 329, 536, 339)),
        RawWord("EUR", Box(478, 310, 536, 320)),
    ],
    ids=["no currency", "another line"],
)
def test_a_dash_that_stands_for_nothing_stays(before: RawWord) -> None:
    assert texts(before, SIGN, NUMBER) == [before.text, "-", "1,12"]


def test_a_dash_for_nothing_over_the_next_row_of_a_table_stays() -> None:
    currency, other = RawWord("EUR", Box(478, 329, 496, 339)), RawWord("EUR", Box(478, 340, 496, 350))
    assert texts(currency, SIGN, other, NUMBER) == ["EUR", "-", "EUR", "1,12"]


@pytest.mark.parametrize(
    "number",
    [
        NUMBER._replace(box=Box(500, 340, 524, 350)),
        NUMBER._replace(box=Box(520, 360, 544, 370)),
        NUMBER._replace(text="kg"),
    ],
    ids=["not flush", "too far", "no number"],
)
def test_only_the_number_flush_below_takes_the_minus(number: RawWord) -> None:
    assert texts(RawWord("EUR", Box(478, 329, 536, 339)), SIGN, number)[1] == "-"
