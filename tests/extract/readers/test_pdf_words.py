"""Characters are read all at once; what PDFium leaves out of its text must not shift those after it."""

import numpy as np
import pytest

from extract.model import Box
from extract.readers.pdf_words import Glyphs, paired, texts, words_in


def glyphs(*placed: tuple[str, float, float], height: float = 10.0) -> Glyphs:
    """Set characters six points wide at left and top."""
    edges = np.array([(x, y, x + 6, y + height) for _, x, y in placed]).reshape(-1, 4)
    numbers = np.arange(len(placed))
    return Glyphs(np.array([ord(c) for c, _, _ in placed], np.uint32), edges, np.zeros_like(numbers), numbers)


def test_halves_of_a_pair_make_one_letter_and_others_none():
    codes = paired(np.array([0x41, 0xD83D, 0xDE80, 0xDC00, 0x42, 0xD800, 0x7FFFFFFF], np.uint32))
    assert codes.tolist() == [0x41, 0xD83D, 0x1F680, 0xFFFD, 0x42, 0xD800, 0xFFFD]


def test_ligatures_are_spelt_out_in_the_word_they_stand_in():
    codes = np.array([ord(letter) for letter in "o\ufb03ceab\x02"], np.uint32)
    assert texts(codes, np.array([0, 4])) == ["office", "ab-"]


@pytest.mark.parametrize(
    ("gap", "words"), [(0.0, ["ab"]), (4.9, ["ab"]), (5.1, ["a", "b"]), (-9.0, ["ab"]), (-28.0, ["a", "b"])]
)
def test_a_gap_of_half_the_height_parts_words(gap: float, words: list[str]):
    assert [word.text for word in words_in(glyphs(("a", 100, 50), ("b", 106 + gap, 50)))] == words


def test_letters_that_run_upwards_are_one_word():
    (word,) = words_in(glyphs(("u", 100, 50), ("p", 100, 40), ("!", 100, 30)))
    assert word == ("up!", Box(100, 30, 106, 60))


def test_letters_that_run_to_the_left_are_one_word():
    assert [word.text for word in words_in(glyphs(("a", 100, 50), ("b", 90, 50), ("c", 84, 50)))] == ["abc"]


def test_no_characters_are_no_words():
    assert words_in(glyphs()) == []
