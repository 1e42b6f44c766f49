"""One scan of a text tells every watch where its words stand."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from extract.fields.watch import watch
from extract.fields.words import Words, words

_WORD = re.compile(r"[^\W\d_]+")
_VESSELS = watch(("судно", "vessel", "v"), stems=("кораб",), endings=("liner",), tails=("boot", "sboot"))


def test_whole_words_stems_endings_and_tails() -> None:
    text = "Vessel V.12, кораблями\nи судно-матка; Airliner, Rettungsboot, судном, revessel"
    found = [text[start : start + 5] for start in words(text).starts(_VESSELS)]
    assert found == ["Vesse", "V.12,", "кораб", "судно", "Airli", "sboot"]


def test_a_watch_made_after_a_text_was_scanned_is_served_too() -> None:
    scanned = Words("one two three")
    assert list(scanned.starts(watch(("two",)))) == [4]


def test_a_word_of_mixed_script_is_found_in_the_script_that_spells_it() -> None:
    text = "суднo и vеssel"  # a Latin o, a Cyrillic е
    assert list(words(text).starts(_VESSELS)) == [0, 8]


def test_chinese_is_searched_only_where_it_stands() -> None:
    text = "invoice 发票号码123 and 发 票"
    assert [match.start() for match in words(text).chinese(re.compile("发票"), text)] == [8]


_PIECES = st.sampled_from(
    ["vessel", "VESSEL", "v", "судно", "\n", " ", "  ", "\t", "\xa0", "-", "x", "7", "_", "船", "İ"]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_whole_words_stand_where_a_plain_search_finds_them(text: str) -> None:
    index = words(text)
    plainly = [match.start() for match in _WORD.finditer(index.lowered) if match.group() in _VESSELS.words]
    assert list(index.starts(_VESSELS)) == plainly
