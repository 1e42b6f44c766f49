"""What words of different scripts share: roots, Chinese syllables, the consonants of Arabic."""

import pytest

from resolve.alignment import Tie, align
from resolve.analysis import analyse
from resolve.consonants import alike, bare, consonants
from resolve.model import Name
from resolve.palladius import is_pinyin, pinyin
from resolve.roots import one_root, roots
from resolve.skeleton import skeleton


def ties(left, right):
    pair = align(analyse(Name(1, left))[0], analyse(Name(2, right))[0])
    return [match.tie for match in pair.matches]


@pytest.mark.parametrize(
    ("adjective", "place"),
    [("читинский", "chita"), ("мотовилихинские", "motovilikha"), ("уральская", "ural")],
)
def test_an_adjective_has_the_root_of_its_place(adjective, place):
    assert one_root(roots(skeleton(adjective)), roots(skeleton(place)))


def test_two_places_have_no_root_in_common():
    assert not one_root(roots(skeleton("читинский")), roots(skeleton("чебаркульский")))
    assert not one_root(roots("chita"), roots("chita"))


@pytest.mark.parametrize(
    ("russian", "latin"),
    [
        ("цзиньсин", "jinxing"),
        ("хуасинь", "huaxin"),
        ("чжунго", "zhongguo"),
        ("мобо", "mobo"),
        ("завод", ""),
        ("вектор", ""),
        ("", ""),
    ],
)
def test_palladius_is_read_as_pinyin(russian, latin):
    assert pinyin(russian) == latin


def test_pinyin_is_known_by_its_syllables():
    assert is_pinyin("jinxing")
    assert not is_pinyin("vector")


def test_a_russian_spelling_of_a_chinese_name_is_that_name():
    assert ties("ООО Цзиньсин", "Jinxing Ltd") == [Tie.SOUND]


@pytest.mark.parametrize(
    ("arabic", "latin"), [("القادسية", "qadisiyah"), ("شرکت", "shirkat"), ("تسنیم", "tasnim"), ("كربلا", "karbala")]
)
def test_arabic_and_its_romanisation_have_the_same_consonants(arabic, latin):
    assert consonants(arabic, "") == consonants(latin, skeleton(latin)) != ""


def test_the_article_is_no_part_of_a_word():
    assert bare("القادسية") == bare("قادسية")
    assert alike("gf", "lgf")
    assert not alike("", "")
    assert not alike("gf", "kgf")
