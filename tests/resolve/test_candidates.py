"""Pairs worth judging are found without comparing everything."""

from itertools import combinations, pairwise

import pytest

from resolve.analysis import analyse
from resolve.candidates import CROWD, PER_NAME, candidates
from resolve.model import Name
from tests.resolve.families import FAMILIES


def paired(texts):
    names = [analyse(Name(at, text)) for at, text in enumerate(texts)]
    return {(texts[one], texts[other]) for one, other in candidates(names)}


@pytest.mark.parametrize("family", FAMILIES)
def test_no_spelling_of_a_company_is_lost_among_all_others(family):
    everything = [text for same, others in FAMILIES.values() for text in (*same, *others)]
    found = paired(everything)
    assert {*combinations(FAMILIES[family][0], 2)} <= found


def test_a_frequent_word_does_not_pair_everybody():
    texts = [f"Logistics {chr(97 + at // 26) * 3}{chr(97 + at % 26) * 2}quv{at % 7}" for at in range(3 * CROWD)]
    assert len(paired(texts)) < len(texts) * PER_NAME / 2


def test_equal_cores_are_paired_in_a_row_however_many():
    texts = [f"{quote * at}Альфа{quote * at}" for at in range(1, CROWD) for quote in "«\"'"]
    found = paired(texts)
    assert all((one, other) in found for one, other in pairwise(texts))


def test_equal_numbers_are_paired_whatever_the_names():
    names = [
        analyse(Name(at, text, identifiers=("bin:220440012345",))) for at, text in enumerate(["Alfa", "Omega", ""])
    ]
    assert set(candidates(names)) >= {(0, 1), (1, 2)}
