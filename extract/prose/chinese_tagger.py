"""Cut Chinese text into words with their kinds: two layers of recurrent units over characters, computed by numpy.

The weights are those of Baidu's LAC (Apache-2.0), cut down to the characters it knows and to half precision by
``training.chinese_tagger``: three megabytes in place of a runtime of sixty. A sentence costs the same whether it is
read alone or among others, so sentences of like length are read together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MODEL = Path(__file__).with_name("models") / "zh" / "tagger.npz"
_TOGETHER = 64
_UNKNOWN = "\0"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, where it begins and what it is: ORG, LOC, PER, n, v ..."""

    text: str
    start: int
    kind: str


@dataclass(frozen=True, slots=True)
class Layer:
    """One recurrent layer that reads in one direction."""

    inputs: Floats
    hidden: Floats
    bias: Floats
    hidden_bias: Floats

    def read(self, steps: Floats) -> Floats:
        """Give the state after each step; steps are (time, sentence, feature)."""
        width = len(self.hidden)
        drive = steps @ self.inputs + self.bias
        state = np.zeros((steps.shape[1], width), np.float32)
        states = np.empty((*steps.shape[:2], width), np.float32)
        for time, given in enumerate(drive):
            recalled = state @ self.hidden + self.hidden_bias
            gates = _sigmoid(given[:, : 2 * width] + recalled[:, : 2 * width])
            update, reset = gates[:, :width], gates[:, width:]
            fresh = np.tanh(given[:, 2 * width :] + reset * recalled[:, 2 * width :])
            state = fresh + update * (state - fresh)
            states[time] = state
        return states


class Tagger:
    """The network with its characters and kinds of words."""

    def __init__(self, model: Any) -> None:
        self.rows = dict(zip(map(chr, model["characters"]), model["rows"].tolist(), strict=True))
        self.vectors: Floats = model["vectors"].astype(np.float32) * model["scales"].astype(np.float32)
        self.layers = [[_layer(model, depth, way) for way in ("forward", "backward")] for depth in (0, 1)]
        self.weights: Floats = model["weights"].astype(np.float32)
        self.bias: Floats = model["bias"].astype(np.float32)
        self.kinds = [str(kind) for kind in model["kinds"]]

    def words(self, sentences: Sequence[str]) -> list[list[Word]]:
        """Cut each sentence into words."""
        cut: list[list[Word]] = [[]] * len(sentences)
        order = sorted((at for at, one in enumerate(sentences) if one), key=lambda at: len(sentences[at]))
        for first in range(0, len(order), _TOGETHER):
            batch = order[first : first + _TOGETHER]
            for at, kinds in zip(batch, self._kinds([sentences[at] for at in batch]), strict=True):
                cut[at] = list(_words(sentences[at], kinds))
        return cut

    def _kinds(self, sentences: Sequence[str]) -> Iterator[list[str]]:
        lengths = [len(one) for one in sentences]
        steps = self.vectors[self._row_numbers(sentences, max(lengths))]
        turned = _turned(lengths), np.arange(len(sentences))
        for forward, backward in self.layers:
            steps = np.concatenate([forward.read(steps), backward.read(steps[turned])[turned]], axis=-1)
        best = (steps @ self.weights + self.bias).argmax(axis=-1)
        for column, length in enumerate(lengths):
            yield [self.kinds[kind] for kind in best[:length, column]]

    def _row_numbers(self, sentences: Sequence[str], longest: int) -> NDArray[np.int64]:
        unknown = self.rows[_UNKNOWN]
        numbers = np.full((longest, len(sentences)), unknown, np.int64)
        for column, sentence in enumerate(sentences):
            numbers[: len(sentence), column] = [self.rows.get(character, unknown) for character in sentence]
        return numbers


@cache
def tagger() -> Tagger:
    """Load the network once per process."""
    with np.load(_MODEL) as model:
        return Tagger(dict(model))


def _layer(model: Any, depth: int, way: str) -> Layer:
    names = ("inputs", "hidden", "bias", "hidden_bias")
    return Layer(*(np.ascontiguousarray(model[f"{way}_{depth}_{name}"], np.float32) for name in names))


def _sigmoid(values: Floats) -> Floats:
    return np.asarray((np.tanh(values / 2) + 1) / 2, np.float32)


def _turned(lengths: Sequence[int]) -> NDArray[np.int64]:
    """Number the steps so that each sentence runs backwards and what pads it stays where it is."""
    steps = np.arange(max(lengths))[:, None]
    ends = np.array(lengths)[None, :]
    return np.where(steps < ends, ends - 1 - steps, steps)


def _words(sentence: str, kinds: Sequence[str]) -> Iterator[Word]:
    start = 0
    for end in range(1, len(sentence) + 1):
        if end == len(sentence) or not kinds[end].endswith("-I"):
            yield Word(sentence[start:end], start, kinds[start][:-2])
            start = end
