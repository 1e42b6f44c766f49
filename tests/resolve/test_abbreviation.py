"""Words that stand for the beginnings of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolve.abbreviation import clipped, initials, sounds
from resolve.alignment import Tie, align
from resolve.analysis import analyse
from resolve.model import Name


def ties(left, right):
    pair = align(analyse(Name(1, left))[0], analyse(Name(2, right))[0])
    return {match.in_words(): match.tie for match in pair.matches}


@pytest.mark.parametrize(
    ("left", "right", "tie"),
    [
        ("АО «БМЗ»", "AO Bereznyakovskiy Mashinostroitelnyy Zavod", Tie.INITIALS),
        ("AO BEMZ Turlan", "АО «Березняковский Электромеханический Завод Турлан»", Tie.INITIALS),
        ("BMZ JSC", "АО Березняковский машиностроительный завод", Tie.INITIALS),
        ("JSC Berezmashkomplekt", "Березняковские машиностроительные комплекты", Tie.CLIPPED),
    ],
)
def test_a_word_is_made_of_the_beginnings_of_others(left, right, tie):
    assert tie in ties(left, right).values()
    assert tie in ties(right, left).values()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("АО «БМЗ»", "АО Березняковский завод машин"),
        ("BMZ JSC", "Turlan Machine Plant"),
        ("Beremash", "Березняковский завод"),
    ],
)
def test_other_letters_or_another_order_are_no_initials(left, right):
    assert not {Tie.INITIALS, Tie.CLIPPED} & set(ties(left, right).values())


def test_customary_abbreviations_are_words():
    assert ties("ЦКБ Турлан", "Central Design Bureau Turlan") == {
        "турлан = turlan": Tie.SAME,
        "центральное = central": Tie.NEAR,
        "конструкторское бюро = design bureau": Tie.MEANING,
    }


@given(st.text("абвгдежзиклмнопрстabcdefghijkl", max_size=10), st.lists(st.text("abcdefghi", min_size=1), max_size=5))
def test_no_more_words_are_counted_than_there_are(letters, words):
    assert 0 <= initials(sounds(letters), [(word, frozenset()) for word in words]) <= len(words)
    assert 0 <= clipped(letters, words) <= len(words)


@given(st.lists(st.text("abdefgmnoprtu", min_size=4, max_size=8), min_size=2, max_size=6))
def test_heads_of_words_are_their_initials(words):
    letters = sounds("".join(word[0] for word in words))
    assert initials(letters, [(word, frozenset()) for word in words]) == len(words) if letters else True


@given(st.lists(st.text("abdefgmnoprtu", min_size=4, max_size=8), min_size=2, max_size=4))
def test_beginnings_of_words_make_a_clipped_word(words):
    assert clipped("".join(word[:3] for word in words), words) >= 1
