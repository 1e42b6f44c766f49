"""Legal forms come off a name wherever they stand."""

import pytest

from resolve.legal_form import split_forms, split_han_form, undotted
from resolve.words import words

OBSHCHESTVO = "Obshchestvo s ogranichennoy otvetstvennostyu"


@pytest.mark.parametrize(
    ("text", "rest", "form"),
    [
        ("ООО ПОЛЛУКС", "поллукс", "ООО"),
        ("ПОЛЛУКС, ООО", "поллукс", "ООО"),
        ('ООО"ПОЛЛУКС"', "поллукс", "ООО"),
        ("Общество с ограниченной ответственностью «Поллукс»", "поллукс", "Общество с ограниченной ответственностью"),
        (
            "Obshchestvo s ogranichennoi otvetstvennost'iu Polluks",
            "polluks",
            OBSHCHESTVO,
        ),
        ("TOO Polluks", "polluks", "TOO"),
        ("«Поллукс» ЖШС", "поллукс", "ЖШС"),
        ("«Поллукс» жауапкершілігі шектеулі серіктестігі", "поллукс", "Жауапкершілігі шектеулі серіктестігі"),
        ("Поллукс АҚ", "поллукс", "АҚ"),
        ("Polluks JSC", "polluks", "JSC"),
        ("Polluks B.V.", "polluks", "BV"),
        ("Polluks G.m.b.H.", "polluks", "GmbH"),
        ("Polluks Sp. z o.o.", "polluks", "Sp z oo"),
        ("Polluks Co., Ltd.", "polluks", "Co Ltd"),
        ("Polluks Ltd. Şti.", "polluks", "Ltd Şti"),
        ("POLLUKS LIMITED ŞİRKETİ", "polluks", "Limited Şirketi"),
        ("Polluks A.Ş.", "polluks", "AŞ"),
        ("Polluks FZE", "polluks", "FZE"),
        ("ООО «Поллукс» (LLC)", "поллукс", "ООО"),
        ("Cooper Trade", "cooper trade", None),
        ("AT&T", "at t", None),
    ],
)
def test_a_form_is_found(text, rest, form):
    left, forms = split_forms(words(undotted(text)))
    assert " ".join(left) == rest
    assert (forms[0].spelling if forms else None) == form


@pytest.mark.parametrize(
    ("run", "rest"),
    [("旋翼有限公司", "旋翼"), ("旋翼股份有限公司", "旋翼"), ("旋翼有限责任公司", "旋翼"), ("旋翼", "旋翼")],
)
def test_a_chinese_form_is_glued_to_the_name(run, rest):
    assert split_han_form(run)[0] == rest


@pytest.mark.parametrize(
    ("one", "other"),
    [("ТОО", "LLP"), ("ТОО", "ЖШС"), ("ООО", "LLC"), ("АО", "JSC"), ("有限公司", "Co., Ltd."), ("ТОВ", "ООО")],
)
def test_translations_of_a_form_share_a_class_and_no_country_conflict(one, other):
    (_, [left]), (_, [right]) = split_forms(words(one)), split_forms(words(other))
    assert left.classes & right.classes
    assert not left.countries or not right.countries or left.countries & right.countries


def test_kazakh_and_russian_limited_companies_are_of_different_countries():
    (_, [kazakh]), (_, [russian]) = split_forms(["тоо"]), split_forms(["ооо"])
    assert not kazakh.countries & russian.countries
