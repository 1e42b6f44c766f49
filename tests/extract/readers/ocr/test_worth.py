"""Words are kept, specks and leftovers of rules are not."""

from __future__ import annotations

import pytest

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.worth import worth_keeping

SURE = Seen("ТОВАРЫ", 130, 0, 230, 30, 0.97)


@pytest.mark.parametrize(
    ("text", "confidence", "kept"),
    [
        ("ДЕКЛАРАЦИЯ", 0.16, True),
        ("ДЕКЛАРАЦИЯ", 0.01, False),
        ("4i-", 0.16, False),
        ("aoe", 0.16, False),
        ("12.5", 0.35, True),
        ("|", 0.95, False),
        ("—", 0.95, False),
        (".", 0.4, False),
        (".", 0.5, True),
    ],
)
def test_a_doubtful_word_is_kept_where_it_is_long_and_beside_a_sure_one(text: str, confidence: float, kept: bool):
    word = Seen(text, 0, 0, 120, 30, confidence)
    assert (word in worth_keeping([word, SURE])) == kept


def test_alone_a_doubtful_word_is_none():
    assert worth_keeping([Seen("ДЕКЛАРАЦИЯ", 0, 0, 120, 30, 0.16)]) == []
    assert worth_keeping([Seen("ДЕКЛАРАЦИЯ", 0, 90, 120, 120, 0.16), SURE]) == [SURE]
