"""Words of one line stand at one height."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.levelling import level_heights


def seen(x0: int, y0: int, y1: int) -> Seen:
    return Seen("x", x0, y0, x0 + 40, y1, 0.9)


def heights(*words: Seen) -> list[tuple[int, int]]:
    return [(word.y0, word.y1) for word in level_heights(words)]


def test_a_low_word_takes_the_height_of_the_one_beside_it():
    assert heights(seen(0, 100, 130), seen(50, 110, 130)) == [(100, 130), (100, 130)]


def test_words_far_away_and_on_other_lines_say_nothing():
    assert heights(seen(0, 100, 130), seen(400, 110, 130))[1] == (110, 130)
    assert heights(seen(0, 100, 130), seen(50, 135, 155))[1] == (135, 155)


def test_a_stamp_over_two_lines_says_nothing():
    assert heights(seen(0, 60, 160), seen(50, 110, 130))[1] == (110, 130)


edges = st.tuples(st.integers(0, 500), st.integers(0, 60), st.integers(5, 40))


@given(st.lists(edges, max_size=12))
def test_words_only_grow(words: list[tuple[int, int, int]]):
    before = [seen(x0, y0, y0 + height) for x0, y0, height in words]
    after = level_heights(before)
    assert all(new.y0 <= old.y0 and new.y1 >= old.y1 for old, new in zip(before, after, strict=True))
    assert [(new.text, new.x0, new.x1) for new in after] == [(old.text, old.x0, old.x1) for old in before]
