"""A pair in numbers, and the model that weighs them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolve.alignment import align
from resolve.analysis import analyse
from resolve.boosted import model
from resolve.features import FEATURES, features
from resolve.judge import judge, judge_many
from resolve.model import Name
from resolve.rarity import rarity
from resolve.skeleton import skeleton, stem
from tests.resolve.families import FAMILIES

SPELLINGS = [text for same, others in FAMILIES.values() for text in (*same, *others)]


def measured(left, right):
    pair = align(analyse(Name(1, left))[0], analyse(Name(2, right))[0])
    return dict(zip(FEATURES, features(pair), strict=True))


@pytest.mark.parametrize(
    ("left", "right", "feature", "value"),
    [
        ("Алтын Канат", "Altyn Kanat", "equal core", 1.0),
        ("Алтын Канат", "Altyn Berkut", "equal core", 0.0),
        ("ТОО Алтын", "Altyn LLP", "legal forms agree", 1.0),
        ("ООО Алтын", "АО Алтын", "legal forms agree", -1.0),
        ("ООО Алтын", "ТОО Алтын", "legal forms of different countries", 1.0),
        ("Alfa", "Alfa", "count of naming words, more", 0.0),
        ("Alfa Turlan", "Alfa", "count of naming words, more", 1.0),
        ("华芯", "华信", "Chinese words of one sound only", 1.0),
        ("АО «БМЗ»", "Березняковский Машиностроительный Завод", "words behind initials", 3.0),
    ],
)
def test_what_is_measured(left, right, feature, value):
    assert measured(left, right)[feature] == value


def test_common_words_weigh_less_than_rare_ones():
    common, rare = (rarity(stem(skeleton(word))) for word in ("technology", "vozdushnaya"))
    assert common < 0.6 < rare == 1.0


@given(st.sampled_from(SPELLINGS), st.sampled_from(SPELLINGS))
def test_measures_do_not_depend_on_the_side(left, right):
    assert features(align(*(analyse(Name(1, t))[0] for t in (left, right)))) == pytest.approx(
        features(align(*(analyse(Name(1, t))[0] for t in (right, left))))
    )


@settings(max_examples=50)
@given(st.lists(st.floats(-1, 3), min_size=len(FEATURES), max_size=len(FEATURES)), st.sampled_from(list(FEATURES)))
def test_the_model_keeps_the_directions(row, feature):
    more = list(row)
    more[list(FEATURES).index(feature)] += 0.5
    before, after = model().chances([row, more])
    if FEATURES[feature]:
        assert (after - before) * FEATURES[feature] >= -1e-9


def test_judging_many_is_judging_each():
    readings = [analyse(Name(at, text)) for at, text in enumerate(SPELLINGS)]
    pairs = [(one, other) for one in readings[:12] for other in readings[12:30]]
    for (one, other), judgement in zip(pairs, judge_many(pairs), strict=True):
        alone = judge(one, other)
        assert (judgement.verdict, judgement.score) == (alone.verdict, pytest.approx(alone.score))
