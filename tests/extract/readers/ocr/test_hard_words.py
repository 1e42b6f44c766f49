"""Words that were hard to read are read again, and the surer reading stays."""

from __future__ import annotations

import pytest

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.hard_words import is_hard, surer


def seen(text: str, confidence: float) -> Seen:
    return Seen(text, 10, 20, 60, 40, confidence)


@pytest.mark.parametrize(
    ("text", "confidence", "hard"),
    [("Jörr", 0.42, True), ("Jörn", 0.9, False), ("8517620000", 0.2, False), ("oe", 0.2, False)],
)
def test_words_of_letters_that_may_be_others_are_hard(text: str, confidence: float, hard: bool):
    assert is_hard(seen(text, confidence)) == hard


def test_the_surer_reading_stays_where_the_word_stands():
    first = seen("Jörr", 0.42)
    assert surer(first, Seen("Jörn", 0, 0, 9, 9, 0.94)) == seen("Jörn", 0.94)
    assert surer(first, Seen("Jom", 0, 0, 9, 9, 0.5)) == first
    assert surer(first, None) == first
