"""A conditional random field over the clues of words: the likeliest row of labels for a line, by numpy alone.

Its weights were learned by ``training.organisations``. A clue of a word speaks about the words around it too, of each
distance with a weight of its own; what the network thinks speaks as numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.prose.clues import Clue, keys

LABELS = ("O", "B", "I")
REACH = 3
"""So many words to either side have a say."""
_OF_ITSELF = ("ts", "tp")
_TWO = "two"
_WARY = 0.25
"""So much more speaks against a name than was learned: of two sets that disagree, both do well by it."""
_FAR = ("w", "t", "q")
_FORMS_KEPT = 50_000

Floats = NDArray[np.float32]


def speaks(distance: int, key: str) -> bool:
    """Tell that a clue is heard at this distance: pairs by their own word, endings near, from far the plainest."""
    kind = key.partition("=")[0]
    if kind in _OF_ITSELF:
        return distance == 0
    if kind == _TWO:
        return distance in (-1, 0)
    if abs(distance) == REACH:
        return kind in _FAR
    return kind != "x3" or abs(distance) < REACH - 1


def numbers(states: Floats, thoughts: Floats) -> Floats:
    """Lay out what the network says about each word: its state, and its thoughts on the word and both neighbours."""
    edge = np.zeros((1, thoughts.shape[1]), np.float32)
    before, after = np.concatenate((edge, thoughts[:-1])), np.concatenate((thoughts[1:], edge))
    return np.concatenate((states * 0.3, before * 0.1, thoughts * 0.1, after * 0.1), axis=1)


@dataclass(frozen=True, slots=True)
class Tagger:
    """Weights of clues (by distance and label), of numbers (by label), and of each label behind another."""

    weights: dict[str, Floats]
    number_weights: Floats
    transitions: Floats
    _said: dict[Clue, Floats] = field(default_factory=dict)

    def label(self, clues: Sequence[Clue], given: Floats | None) -> list[str]:
        """Label the words of a document; each line is a row of its own."""
        scores = self._scores(clues, given)
        labels: list[str] = []
        for start, end in lines(clues):
            labels += [LABELS[label] for label in self._best(scores[start:end])]
        return labels

    def _scores(self, clues: Sequence[Clue], given: Floats | None) -> Floats:
        """Sum up what speaks for each label of each word. Clues do not reach over the edge of the document."""
        count = len(clues)
        said = np.stack([self._says(clue) for clue in clues]) if count else np.zeros((0, 2 * REACH + 1, len(LABELS)))
        scores = np.zeros((count, len(LABELS)), np.float32)
        for distance in range(-REACH, REACH + 1):
            first, last = max(0, -distance), min(count, count - distance)
            if first < last:
                scores[first:last] += said[first + distance : last + distance, distance + REACH]
        scores[:, LABELS.index("O")] += _WARY
        return scores if given is None else scores + given @ self.number_weights

    def _says(self, clue: Clue) -> Floats:
        """Give what a word says about the words around it, from left to right, worked out once for equal clues."""
        known = self._said.get(clue)
        if known is not None:
            return known
        if len(self._said) >= _FORMS_KEPT:
            self._said.clear()
        said = np.zeros((2 * REACH + 1, len(LABELS)), np.float32)
        for key in keys(clue):
            weights = self.weights.get(key)
            if weights is not None:
                said += weights
        self._said[clue] = said
        return said

    def _best(self, scores: Floats) -> list[int]:
        """Find the likeliest row of labels."""
        best = scores[0]
        came_from = []
        for step in scores[1:]:
            paths = best[:, None] + self.transitions
            came_from.append(paths.argmax(axis=0))
            best = paths.max(axis=0) + step
        row = [int(best.argmax())]
        for source in reversed(came_from):
            row.append(int(source[row[-1]]))
        return row[::-1]


def lines(clues: Sequence[Clue]) -> Iterator[tuple[int, int]]:
    """Give where each line begins and ends."""
    starts = [at for at, clue in enumerate(clues) if clue.opens or not at]
    yield from zip(starts, [*starts[1:], len(clues)], strict=True)


def load(path: Path) -> Tagger:
    """Load a trained tagger."""
    with np.load(path) as stored:
        names = str(stored["names"]).split("\n")
        weights = dict(zip(names, stored["weights"].astype(np.float32), strict=True))
        return Tagger(weights, stored["numbers"].astype(np.float32), stored["transitions"].astype(np.float32))


def save(tagger: Tagger, path: Path) -> None:
    """Write a trained tagger."""
    path.parent.mkdir(parents=True, exist_ok=True)
    weights = np.array(list(tagger.weights.values()), np.float16)
    np.savez_compressed(
        path,
        names=np.array("\n".join(tagger.weights)),
        weights=weights,
        numbers=tagger.number_weights.astype(np.float16),
        transitions=tagger.transitions.astype(np.float16),
    )
