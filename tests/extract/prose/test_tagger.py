from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.prose.clues import keys, tokens
from extract.prose.russian import spans
from extract.prose.tagger import LABELS, REACH, Tagger, load, save

WORDS = ("Банк", "«", "Заря", "отказал", ".")


def made(seed: int) -> Tagger:
    """Give a tagger that has an opinion on every clue of the words above."""
    chance = np.random.default_rng(seed)
    told = {key for words in product(WORDS, repeat=2) for clue in clues_of(words) for key in keys(clue)}
    weights = {key: chance.normal(size=(2 * REACH + 1, 3)).astype(np.float32) for key in sorted(told)}
    return Tagger(weights, chance.normal(size=(2, 3)).astype(np.float32), chance.normal(size=(3, 3)).astype(np.float32))


def clues_of(words):
    return tokens(words, ["O"] * len(words), [at == 0 for at in range(len(words))])


def score(tagger: Tagger, words, given_numbers, row) -> float:
    own = [keys(clue) for clue in clues_of(words)]
    total = sum(tagger.transitions[a, b] for a, b in pairwise(row))
    for at, label in enumerate(row):
        total += given_numbers[at] @ tagger.number_weights[:, label]
        for distance in range(-REACH, REACH + 1):
            if 0 <= at + distance < len(words):
                said = (tagger.weights.get(key) for key in own[at + distance])
                total += sum(weights[distance + REACH, label] for weights in said if weights is not None)
    return float(total)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.integers(0, 5))
def test_no_other_row_of_labels_is_likelier(words: list[str], seed: int) -> None:
    tagger = made(seed)
    given_numbers = np.random.default_rng(seed).normal(size=(len(words), 2)).astype(np.float32)
    found = [LABELS.index(label) for label in tagger.label(clues_of(words), given_numbers)]
    best = max(score(tagger, words, given_numbers, row) for row in product(range(3), repeat=len(words)))
    assert abs(score(tagger, words, given_numbers, found) - best) < 1e-3


def test_a_tagger_that_was_written_labels_as_before(tmp_path: Path) -> None:
    tagger = made(1)
    save(tagger, tmp_path / "tagger.npz")
    numbers = np.zeros((len(WORDS), 2), np.float32)
    assert load(tmp_path / "tagger.npz").label(clues_of(WORDS), numbers) == tagger.label(clues_of(WORDS), numbers)


def test_spans_begin_with_b_or_behind_o() -> None:
    assert list(spans(["O", "B", "I", "B", "O", "I", "I"])) == [(1, 3), (3, 4), (5, 7)]
