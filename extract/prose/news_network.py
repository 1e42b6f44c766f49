"""Tell persons, places and organisations in Russian: three convolutions over the vectors of words, computed by numpy.

The weights are those of slovnet's recogniser over navec's vectors (MIT), learned from news; ``training.news_network``
keeps the words that are commonest there, in 8 megabytes. What it thinks of each word is a clue for our own tagger.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MODEL = Path(__file__).with_name("models") / "ru" / "network.npz"
UNKNOWN = "<unk>"
_KIND = re.compile(r"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[^\w\s])", re.IGNORECASE)

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution over three words, with its batch normalisation written as a scale and a shift."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    def __call__(self, steps: Floats) -> Floats:
        """Give a row for each row."""
        edge = np.zeros((1, steps.shape[1]), np.float32)
        padded = np.concatenate((edge, steps, edge))
        windows = np.concatenate((padded[:-2], padded[1:-1], padded[2:]), axis=1)
        active: Floats = np.maximum(windows @ self.weights + self.bias, 0.0) * self.scale + self.shift
        return active


@dataclass(frozen=True, slots=True)
class Network:
    """What ``network.npz`` holds, ready to be used."""

    rows: dict[str, int]
    indexes: NDArray[np.uint8]
    codes: Floats
    shapes: dict[str, int]
    shape_vectors: Floats
    layers: tuple[Layer, ...]
    weights: Floats
    bias: Floats
    tags: tuple[str, ...]
    groups: NDArray[np.uint16]

    def grouped(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """Give the groups of like words that each word belongs to, coarse and fine; none for an unknown word."""
        rows = (self.rows.get(word.lower()) for word in words)
        return [() if row is None else tuple(self.groups[row].tolist()) for row in rows]

    def read(self, words: Sequence[str]) -> tuple[Floats, Floats]:
        """Give, for each word, the state of the last layer and how much speaks for each tag."""
        rows = [self.rows.get(word.lower(), self.rows[UNKNOWN]) for word in words]
        parts = self.codes[np.arange(self.indexes.shape[1]), self.indexes[rows]]
        shapes = self.shape_vectors[[self.shapes.get(shape(word), self.shapes["OTHER"]) for word in words]]
        states: Floats = np.concatenate((parts.reshape(len(words), -1), shapes), axis=1)
        for layer in self.layers:
            states = layer(states)
        return states, states @ self.weights + self.bias


def shape(word: str) -> str:
    """Name the shape of a word as slovnet does: ``RU_Xx``, ``EN_XX``, ``NUM``, ``PUNCT_,``."""
    match = _KIND.match(word)
    kind = match.lastgroup if match else None
    if kind in ("RU", "EN"):
        return f"{kind}_{_outline(word)}"
    if kind == "PUNCT":
        return f"PUNCT_{word}" if len(word) == 1 else "PUNCT_OTHER"
    return kind or "OTHER"


def _outline(word: str) -> str:
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    if _is_title(word):
        return "Xx"
    left, _, right = word.partition("-")
    return "Xx-Xx" if _is_title(left) and _is_title(right) else "OTHER"


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


@cache
def network() -> Network:
    """Load the network once per process."""
    with np.load(MODEL) as stored:
        layers = tuple(
            Layer(*(stored[f"{part}{number}"].astype(np.float32) for part in ("weights", "bias", "scale", "shift")))
            for number in range(3)
        )
        return Network(
            {word: row for row, word in enumerate(str(stored["words"]).split("\n"))},
            stored["indexes"],
            stored["codes"].astype(np.float32),
            {name: row for row, name in enumerate(str(stored["shapes"]).split("\n"))},
            stored["shape_vectors"].astype(np.float32),
            layers,
            stored["weights"].astype(np.float32),
            stored["bias"].astype(np.float32),
            tuple(str(stored["tags"]).split("\n")),
            stored["groups"],
        )
