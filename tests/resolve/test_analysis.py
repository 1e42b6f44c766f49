"""What a name says."""

import pytest

from resolve.analysis import analyse
from resolve.model import Name


def kinds(text):
    return [(token.text, token.kind.value) for token in analyse(Name(1, text))[0].core]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ТОО «Аспан Трейд»", [("аспан", "word"), ("трейд", "side")]),
        ("ООО «Торговый дом Ветвь»", [("торговый дом", "side"), ("ветвь", "plain")]),
        ("Vostok-2", [("vostok", "word"), ("2", "number")]),
        ("Turlan Fund II", [("turlan", "plain"), ("fund", "side"), ("ii", "number")]),
        ("275АРЗ", [("275", "number"), ("авиационный ремонтный", "industry"), ("завод", "industry")]),
        ("275ТРЗ", [("275", "number"), ("трз", "plain")]),
        ("Rotorwing Europe", [("rotorwing", "word"), ("europe", "place")]),
        ("深圳市炬航科技有限公司", [("深圳", "place"), ("炬航", "plain"), ("科技", "industry")]),
        ("义乌市炬航有限公司", [("义乌", "place"), ("炬航", "plain")]),
        ("Казсервис", [("казсервис", "plain"), ("казсервис", "side")]),
        ("The Company", [("the", "filler"), ("company", "filler")][:1]),
        ("ООО", []),
        ("", []),
    ],
)
def test_words_have_kinds(text, expected):
    assert kinds(text) == expected


def test_ordinals_and_numerals_are_numbers():
    assert [analyse(Name(1, text))[0].compact for text in ("First Alfa", "Alfa III", "Alfa 007")] == [
        "1alfa",
        "alfa3",
        "alfa7",
    ]


def test_old_chinese_characters_are_read_as_modern():
    assert kinds("國際貿易") == kinds("国际贸易")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Turlan LLP (ТОО «Турлан»)", ["Turlan LLP", "ТОО «Турлан»"]),
        ("Turlan a.k.a. Beskol", ["Turlan", "Beskol"]),
        ("Turlan (Kazakhstan) LLP", ["Turlan (Kazakhstan) LLP"]),
        ("Turlan (2)", ["Turlan (2)"]),
        ("(Turlan)", ["(Turlan)"]),
    ],
)
def test_aliases_are_read_apart_places_and_numbers_are_not(text, readings):
    assert [reading.text for reading in analyse(Name(1, text))] == readings


def test_endless_tails_differ_when_their_text_does():
    one, other = (analyse(Name(1, "Альфа " * 500 + tail))[0].compact for tail in ("a", "b"))
    assert one != other
    assert len(one) < 1_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("НПО «Вихрь» им. А. Н. Ганичева", [("нпо", "house"), ("вихрь", "plain"), ("ганичева", "honour")]),
        (
            "Vikhr Bureau named after I. Kartukov",
            [("vikhr", "plain"), ("bureau", "industry"), ("kartukov", "honour")],
        ),
        ("Университет имени Гумилёва", [("университет", "industry"), ("гумилёва", "plain")]),
    ],
)
def test_whom_a_firm_is_named_after_is_not_its_name_unless_it_has_no_other(text, expected):
    assert kinds(text) == expected


def test_a_preposition_at_the_head_is_an_abbreviation():
    assert kinds("АО «ПО «Вихрь»") == [("производственное объединение", "house"), ("вихрь", "plain")]
    assert kinds("Бюро по вихрям")[0] == ("бюро", "industry")


def test_a_latin_letter_among_cyrillic_words_is_of_the_legal_form():
    mixed, pure = (analyse(Name(1, f"Общество {letter} ограниченной ответственностью «Вихрь»"))[0] for letter in "CС")
    assert mixed.forms == pure.forms != ()
    assert mixed.core[0].key == pure.core[0].key == "vihr"


def test_initials_of_a_person_go_those_of_a_firm_stay():
    assert kinds("Бюро А. Н. Вихрева")[1:] == [("вихрева", "plain")]
    assert kinds("Бюро А.Н. Вихрева")[1:] == [("вихрева", "plain")]
    assert kinds("A.B.C. Company") == kinds("ABC Company") == [("abc", "plain")]
