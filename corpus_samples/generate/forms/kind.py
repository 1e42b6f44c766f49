"""A kind of form as its TOML file says it: the places it has and the words they are printed under."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal

HERE = Path(__file__).parent / "kinds"
Wording = Literal["first", "last", "any"]
"""Which wordings of a label may be drawn: all but the last, the last, or all."""
KINDS = tuple(sorted(path.stem for path in HERE.glob("*.toml")))


@dataclass(frozen=True, slots=True)
class Kind:
    """``head``, ``items``, ``tail``: the slots of the form in the order of the paper.

    ``home``: where it is issued, which gives one party its country and language. ``boxed``: its items are boxes of
    the sheet, not lines of a table; ``tabled``: always lines of a table. ``most``: items at most.
    ``labels``: slot -> language -> wordings, and the printed number of its box.
    """

    name: str
    record: str
    home: str
    direction: str
    languages: tuple[str, ...]
    titles: Mapping[str, Sequence[str]]
    head: tuple[str, ...]
    labels: Mapping[str, Mapping[str, Sequence[str]]]
    items: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    boxed: bool = False
    tabled: bool = False
    most: int = 4
    further: str = ""

    def title(self, rng: Random, language: str, wording: Wording) -> str:
        return worded(rng, self.titles[language], wording)

    def label(self, rng: Random, slot: str, language: str, wording: Wording) -> str:
        return worded(rng, self.labels[slot][language], wording)

    def box(self, slot: str) -> str:
        """Give the printed number of a place, "" where it has none."""
        return str(self.labels[slot].get("box", ""))


def worded(rng: Random, wordings: Sequence[str], wording: Wording) -> str:
    """Choose among wordings: the last of several is held out."""
    if wording == "last":
        return wordings[-1]
    return rng.choice(wordings if wording == "any" else wordings[:-1] or wordings)


@cache
def kind(name: str) -> Kind:
    """Read a kind by the name of its file."""
    data: dict[str, Any] = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    lists = ("languages", "head", "items", "tail")
    told: dict[str, Any] = {key: tuple(value) if key in lists else value for key, value in data.items()}
    return Kind(name=name, **told)
