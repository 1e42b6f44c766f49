"""A small model of boosted trees, kept as readable data: every tree asks at most three questions in a row.

``model.json`` is written by ``python -m benchmarks.name_model``, which trains on names that may be used for it. Trees
are complete: seven questions (feature, threshold; right when greater) and eight answers in log-odds.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from resolve.features import FEATURES

_DEPTH = 3
_AT_ONCE = 1_024


@dataclass(frozen=True, slots=True)
class Boosted:
    """Trees by position: ``asked`` and ``threshold`` are trees x 7, ``answer`` trees x 8; ``bias`` in log-odds."""

    asked: np.ndarray[Any, np.dtype[np.int64]]
    threshold: np.ndarray[Any, np.dtype[np.float64]]
    answer: np.ndarray[Any, np.dtype[np.float64]]
    bias: float

    def chances(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Give the probability that each measured pair is one company."""
        found: list[float] = []
        for start in range(0, len(rows), _AT_ONCE):
            odds = self._odds(np.asarray(rows[start : start + _AT_ONCE], dtype=np.float64))
            found += (1 / (1 + np.exp(-odds))).tolist()
        return found

    def _odds(self, rows: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, np.dtype[np.float64]]:
        trees = np.arange(len(self.asked))
        at = np.zeros((len(rows), len(trees)), dtype=np.int64)
        for _ in range(_DEPTH):
            asked, threshold = self.asked[trees, at], self.threshold[trees, at]
            at = 2 * at + 1 + (np.take_along_axis(rows, asked, axis=1) > threshold)
        odds: np.ndarray[Any, np.dtype[np.float64]] = self.answer[trees, at - 7].sum(axis=1) + self.bias
        return odds


@cache
def model() -> Boosted:
    """Load the committed model."""
    said = json.loads((files("resolve") / "model.json").read_text(encoding="utf-8"))
    position = {name: at for at, name in enumerate(FEATURES)}
    trees = said["trees"]
    return Boosted(
        asked=np.array([[position[question["feature"]] for question in tree["asks"]] for tree in trees]),
        threshold=np.array([[question["above"] for question in tree["asks"]] for tree in trees]),
        answer=np.array([tree["answers"] for tree in trees]),
        bias=said["bias"],
    )
