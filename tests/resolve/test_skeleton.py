"""Skeletons, look-alikes and words."""

import pytest

from resolve.lookalikes import mend
from resolve.skeleton import skeleton, stem
from resolve.words import words


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("bектор", "вектор"),
        ("алтын", "алтын"),
        ("kaнат", "канат"),
        ("жiбек", "жібек"),
        ("vеktor", "vektor"),
        ("wжx", "wжx"),
    ],
)
def test_a_word_gets_one_script_back(written, meant):
    assert mend(written) == meant


@pytest.mark.parametrize("number", ["007", "2022", "10"])
def test_numbers_stay_as_they_are(number):
    assert skeleton(number) == number


@pytest.mark.parametrize(
    "spellings",
    [
        ["воздушная", "воздушный", "воздушное", "vozdushny"],
        ["механика", "механики", "механик"],
        ["технология", "технологии", "technologia"],
    ],
)
def test_endings_come_off(spellings):
    assert len({stem(skeleton(word)) for word in spellings}) == 1


def test_words_are_cut_at_punctuation_and_between_scripts_of_china_and_others():
    assert words("ООО«Аль'фа-2»深圳Ltd. İzmir") == ["ооо", "альфа", "2", "深圳", "ltd", "izmir"]
