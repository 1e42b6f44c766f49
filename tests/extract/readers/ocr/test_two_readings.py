"""Two readings of the same ink, weighed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.two_readings import weighed


def seen(text: str, confidence: float, x0: int = 0, width: int = 100) -> Seen:
    return Seen(text, x0, 0, x0 + width, 30, confidence)


@pytest.mark.parametrize(
    ("whole", "closer", "kept"),
    [
        ([seen("4O", 0.6)], [seen("40", 0.9)], ["40"]),
        ([seen("40", 0.9)], [seen("4O", 0.6)], ["40"]),
        ([seen("17710", 0.9)], [seen("17", 0.8, 0, 45), seen("710", 0.7, 55, 45)], ["17710"]),
        ([seen("17710", 0.5)], [seen("17", 0.8, 0, 45), seen("710", 0.7, 55, 45)], ["17", "710"]),
        ([], [seen("1", 0.6)], ["1"]),
        ([], [seen("1", 0.4)], []),
        ([seen("1", 0.9)], [], ["1"]),
        ([seen("i", 0.6)], [], []),
        ([seen("A", 0.9)], [seen("B", 0.9, 200)], ["A", "B"]),
    ],
)
def test_the_surer_reading_of_a_spot_stays(whole: list[Seen], closer: list[Seen], kept: list[str]):
    assert [word.text for word in weighed(whole, closer)] == kept


words = st.builds(
    seen, st.sampled_from(["1", "ИНН", "KG"]), st.sampled_from([0.2, 0.9]), st.integers(0, 400), st.integers(5, 90)
)


@given(st.lists(words, max_size=8), st.lists(words, max_size=8))
def test_nothing_is_made_up(whole: list[Seen], closer: list[Seen]):
    kept = weighed(whole, closer)
    read = {(word.text, word.x0, word.x1) for word in (*whole, *closer)}
    assert {(word.text, word.x0, word.x1) for word in kept} <= read


@given(st.lists(words, max_size=8, unique_by=lambda word: word.x0 // 100))
def test_a_reading_weighed_against_itself_keeps_its_words(read: list[Seen]):
    apart = [word for word in read if word.x0 % 100 < 5 and word.confidence > 0.5]
    assert [word.text for word in weighed(apart, apart)] == [word.text for word in sorted(apart, key=lambda w: w.x0)]
