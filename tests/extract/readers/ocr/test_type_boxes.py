"""Words of a scan are as high as their type."""

from __future__ import annotations

import pytest

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.type_boxes import as_type


def word(text: str, top: int, bottom: int) -> Seen:
    return Seen(text, 0, top, 100, bottom, 0.9)


@pytest.mark.parametrize(
    ("text", "top", "bottom"),
    [
        ("СУММА", 128, 200),
        ("МАССОЙ", 107, 200),
        ("нанос", 147, 200),
        ("номер", 147, 221),
        ("руб", 128, 221),
        ("12,5", 128, 214),
    ],
)
def test_all_words_of_a_line_are_as_high_as_its_type(text: str, top: int, bottom: int):
    """A hundred pixels are the size of the type, its line stands at 200."""
    [grown] = as_type([word(text, top, bottom)])
    assert (grown.y0, grown.y1) == pytest.approx((107, 222), abs=4)


def test_a_dash_tells_nothing_of_its_type():
    assert as_type([word("—", 160, 166)]) == [word("—", 160, 166)]


def test_nothing_stands_above_the_page():
    assert as_type([word("A", 1, 30)])[0].y0 == 0


def test_chinese_signs_fill_their_type():
    [grown] = as_type([word("数量", 115, 208)])
    assert (grown.y0, grown.y1) == (107, 222)
