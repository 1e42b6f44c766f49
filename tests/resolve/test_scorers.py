"""Each reason, by the pairs it speaks for and against."""

import pytest

from resolve.alignment import align
from resolve.analysis import analyse
from resolve.model import Name
from resolve.scorers import REASONS

SCORERS = {reason.scorer.__name__: reason.scorer for reason in REASONS}


def said(scorer, left, right, **facts):
    evidence = SCORERS[scorer](align(analyse(Name(1, left, **facts))[0], analyse(Name(2, right))[0]))
    return evidence and (evidence.score, evidence.reason)


@pytest.mark.parametrize(
    ("scorer", "left", "right", "reason"),
    [
        ("numbers", "Vostok", "Vostok-2", "numbers differ: none and 2"),
        ("sides", "Alfa", "Alfa Plus", "only one says: plus"),
        ("places", "Alfa Astana", "Alfa", "only one names the place: astana"),
        ("trades", "Alfa Bank", "Alfa", "only one says: bank"),
        (
            "form_country",
            "ТОО Альфа",
            "ООО Альфа",
            "legal forms of different countries: ТОО and ООО",
        ),
        ("legal_form", "АО Альфа", "ООО Альфа", "legal forms conflict: АО and ООО"),
        ("homophones", "华芯", "华信", "written otherwise: 华芯 = 华信"),
        ("shared_words", "Alfa", "Omega", "no word in common"),
    ],
)
def test_a_reason_against(scorer, left, right, reason):
    assert said(scorer, left, right) == (-1.0, reason)
    assert said(scorer, left, left) is None or said(scorer, left, left)[0] > 0


@pytest.mark.parametrize(
    ("scorer", "left", "right"),
    [
        ("core", "ТОО «Алтын Канат»", "Altyn Kanat LLP"),
        ("shared_words", "Алтын Канат", "Altyn Kanat"),
        ("letters", "Алтын Канат", "Altyn Kanat"),
        ("legal_form", "ТОО Альфа", "Alfa LLP"),
    ],
)
def test_a_reason_for(scorer, left, right):
    assert said(scorer, left, right)[0] == 1.0


@pytest.mark.parametrize(
    ("left", "right", "doubtful"),
    [
        ("Vector", "Victor", True),
        ("Kanat", "Kanal", True),
        ("Shchekinokhim", "Shchekinokhym", False),
        ("Alfa", "Alfa", False),
    ],
)
def test_short_words_that_nearly_agree_are_doubtful(left, right, doubtful):
    assert (said("near_words", left, right) is not None) is doubtful


@pytest.mark.parametrize(
    ("left", "right", "doubtful"),
    [
        ("Sky Mechanics", "Небесная Механика", True),
        ("275 Aircraft Repair Plant", "275 авиационный ремонтный завод", True),
        ("Research Institute Ветвь", "НИИ Ветвь", False),
        ("Ветвь Trade", "Ветвь Торг", False),
    ],
)
def test_meaning_alone_is_doubtful_where_it_says_who(left, right, doubtful):
    told = said("translation", left, right) or said("described", left, right)
    assert (told is not None) is doubtful


def test_countries_of_documents_and_of_forms_conflict():
    assert said("country", "Altyn Kanat", "ООО Алтын Канат", country="KZ")[0] == -1.0
    assert said("country", "Altyn Kanat", "Алтын Канат", country="KZ") is None


def test_every_reason_has_a_name_of_its_own():
    assert len(SCORERS) == len(REASONS)


def test_a_group_or_a_house_in_one_name_is_told_apart_from_sides():
    assert said("groups", "Концерн Вихрь", "Вихрь") == (-0.7, "only one says: концерн")
    assert said("houses", "НПО Вихрь", "Вихрь") == (-0.5, "only one says: нпо")
    assert said("sides", "Концерн Вихрь", "Вихрь") is None


def test_two_firms_named_after_different_persons_differ_in_that():
    one, other = "Бюро «Вихрь» имени Ганичева", "Бюро «Вихрь» имени Картукова"
    assert said("extra_words", one, "Бюро «Вихрь»") is None
    assert said("extra_words", one, other)[1] == "without partner: ганичева, картукова"
