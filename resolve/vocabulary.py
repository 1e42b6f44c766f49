"""Business words, places and common brand words in several languages, each with the kind of thing it is.

``vocabulary.csv`` is the table, ``countries.csv`` goes on with countries. A kind says what a word weighs and what it
means when only one of two names has it:
``side`` words (Trade, Plus, Logistics, Group …) are how sister companies are told apart.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from resolve.han import HAN_RUN
from resolve.lookalikes import mend
from resolve.phrases import Phrases
from resolve.skeleton import skeleton, stem
from resolve.words import words


class Kind(StrEnum):
    """What a word of a name is."""

    PLAIN = "plain"
    WORD = "word"  # a plain word whose translations are known
    NUMBER = "number"
    PLACE = "place"
    INDUSTRY = "industry"
    SIDE = "side"
    FILLER = "filler"


@dataclass(frozen=True, slots=True)
class Concept:
    """A meaning with its kind; ``name`` is its English word."""

    name: str
    kind: Kind


@cache
def _entries() -> tuple[tuple[str, Concept], ...]:
    return (*_table("vocabulary.csv"), *_table("countries.csv"), *_table("cities.csv"))


def _table(name: str) -> Iterator[tuple[str, Concept]]:
    with (files("resolve") / name).open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            yield from _row_entries(row)


def _row_entries(row: dict[str, str]) -> Iterator[tuple[str, Concept]]:
    concept = Concept(row["concept"], Kind(row["kind"]))
    for spelling in row["spellings"].split("|"):
        yield spelling, concept


@cache
def concepts() -> Phrases[Concept]:
    """Give the table of everything alphabetic, keyed by stems."""
    alphabetic = ((spelling, concept) for spelling, concept in _entries() if not HAN_RUN.search(spelling))
    return Phrases((tuple(map(spelling_key, words(spelling))), concept) for spelling, concept in alphabetic)


def spelling_key(word: str) -> str:
    """Key a word for the table: a short one as it stands (a skeleton confuses нии, ii and и), a long one by stem."""
    return mend(word) if len(word) < 4 else stem(skeleton(word))


def spelled_out(name: list[str]) -> list[str]:
    """Write customary abbreviations in full, as ``abbreviations.csv`` gives them.

    >>> spelled_out(["цкб", "айсберг"])
    ['центральное', 'конструкторское', 'бюро', 'айсберг']
    """
    table = _abbreviations()
    if table.keys().isdisjoint(name):
        return name
    return [meant for word in name for meant in table.get(word, (word,))]


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    with (files("resolve") / "abbreviations.csv").open(encoding="utf-8") as lines:
        rows = [(row["spellings"].split("|"), tuple(row["meaning"].split())) for row in csv.DictReader(lines)]
    return {spelling: meaning for spellings, meaning in rows for spelling in spellings}


@cache
def han_concepts() -> dict[str, Concept]:
    """Give the table of Chinese words."""
    return {spelling: concept for spelling, concept in reversed(_entries()) if HAN_RUN.fullmatch(spelling)}


@cache
def han_words() -> re.Pattern[str]:
    """Match any known Chinese word, the longest first."""
    longest_first = sorted(han_concepts(), key=lambda word: (-len(word), word))
    return re.compile("(" + "|".join(longest_first) + ")")
