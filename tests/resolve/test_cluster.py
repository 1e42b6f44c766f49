"""Clusters do not chain."""

import pytest

from resolve.cluster import Clusters
from resolve.identifiers import agree, numbers, united

NOTHING = [{} for _ in range(4)]


def grown(links, agreement, apart=(), own=NOTHING):
    clusters = Clusters(own, apart, rank=lambda name: name)
    clusters.grow(links, lambda one, other: agreement.get(frozenset((one, other)), 0.0))
    return clusters.groups()


def agreeing(**scores):
    return {frozenset(map(int, pair[1:])): score for pair, score in scores.items()}


def test_a_chain_breaks_where_its_ends_disagree():
    assert grown([(0, 1), (1, 2)], agreeing(_01=0.95, _12=0.94)) == [[0, 1], [2], [3]]


def test_three_that_agree_are_one():
    assert grown([(0, 1), (1, 2)], agreeing(_01=0.95, _12=0.94, _02=0.9)) == [[0, 1, 2], [3]]


def test_one_contradiction_parts_whatever_the_mean():
    assert grown([(0, 1), (1, 2)], agreeing(_01=1.0, _12=1.0, _02=-1.0)) == [[0, 1], [2], [3]]


def test_what_is_kept_apart_stays_apart_through_a_third():
    assert grown([(0, 1), (1, 2)], agreeing(_01=1.0, _12=1.0, _02=1.0), apart=[(0, 2)]) == [[0, 1], [2], [3]]


def test_names_a_person_joined_speak_with_one_voice():
    clusters = Clusters(NOTHING, (), rank=lambda name: name)
    clusters.join([(0, 1)])
    clusters.grow([(1, 2)], lambda one, other: 1.0 if {one, other} == {1, 2} else -1.0)
    assert clusters.groups() == [[0, 1, 2], [3]]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (["inn:7701234567"], ["INN:77 0123 4567"], True),
        (["inn:7701234567"], ["inn:7709999123"], False),
        (["inn:7701234567"], ["ogrn:1027700132195"], None),
        (["inn:7701234567", "ogrn:1027700132195"], ["inn:7701234567", "ogrn:1037739010891"], False),
        (["inn:7701234567", "inn:7709999123"], ["inn:7701234567"], None),
        (["kpp:770101001"], ["kpp:770101001"], None),
        (["inn:0000000000"], ["inn:0000000000"], None),
    ],
)
def test_registration_numbers_agree_or_conflict(left, right, verdict):
    assert agree(numbers(left), numbers(right)) is verdict
    assert agree(numbers(right), numbers(left)) is verdict


def test_a_company_carries_the_numbers_of_all_its_names():
    assert united(numbers(["inn:7701234567"]), numbers(["bin:220440012345"])).keys() == {"inn", "bin"}
