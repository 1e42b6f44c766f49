"""Numbers are looked at twice, and only a better second look counts."""

import pytest

from extract.readers.ocr.digits import figures, is_doubtful, settled
from extract.readers.ocr.engine import Seen


def seen(text: str, confidence: float) -> Seen:
    return Seen(text, 10, 20, 30, 40, confidence)


@pytest.mark.parametrize(
    ("word", "doubtful"),
    [
        (seen("8806220O", 0.96), True),
        (seen("88З62200", 0.96), True),
        (seen("1,234.50", 0.70), True),
        (seen("1,234.50", 0.96), False),
        (seen("B737", 0.50), True),
        (seen("INV", 0.50), False),
        (seen("A4", 0.50), False),
    ],
)
def test_numbers_with_letters_in_them_or_hard_to_read_are_doubtful(word: Seen, doubtful: bool):
    assert is_doubtful(word) == doubtful


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        (seen("8806220O", 0.8), seen("88062200", 0.7), "88062200"),
        (seen("B737", 0.9), seen("1737", 0.6), "B737"),
        (seen("1,234.50", 0.6), seen("1,284.50", 0.9), "1,284.50"),
        (seen("1,234.50", 0.9), seen("1,284.50", 0.92), "1,234.50"),
        (seen("1,234.50", 0.5), seen("1,284.5", 0.9), "1,234.50"),
        (seen("1,234.50", 0.5), None, "1,234.50"),
    ],
)
def test_the_second_reading_counts_where_it_is_the_surer(first: Seen, second: Seen | None, text: str):
    kept = settled(first, second)
    assert kept.text == text
    assert (kept.x0, kept.y0, kept.x1, kept.y1) == (10, 20, 30, 40)


@pytest.mark.parametrize(
    ("first", "second", "met", "text"),
    [
        (seen("3.127.653,39", 0.78), seen("3.127.663,39", 0.54), "312766339", "3.127.663,39"),
        (seen("3.127.653,39", 0.78), seen("3.127.663,39", 0.54), "312765339", "3.127.653,39"),
        (seen("3.127.653,39", 0.92), seen("3.127.663,39", 0.54), "312766339", "3.127.653,39"),
        (seen("48.8181", 0.43), seen("46.8181", 0.73), "488181", "48.8181"),
        (seen("48.8181", 0.43), seen("46.8181", 0.73), "", "46.8181"),
        (seen("49.8191i", 0.43), seen("48.8181", 0.84), "", "48.8181"),
    ],
)
def test_a_number_met_elsewhere_on_the_page_is_the_right_reading(first: Seen, second: Seen, met: str, text: str):
    assert settled(first, second, {met: 2}).text == text


def test_short_numbers_are_met_by_chance():
    assert (figures(seen("1 234", 0.9)), figures(seen("12 345", 0.9)), figures(None)) == ("", "12345", "")
