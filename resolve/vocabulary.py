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

from resolve.abbreviation import first_letter
from resolve.consonants import bare
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
    GROUP = "group"  # group, holding, concern: a side word that is often left out
    HOUSE = "house"  # design bureau, research institute, НПО: what sort of house it is, left out as often
    HONOUR = "honour"  # whom a firm is named after, left out at will
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
    alphabetic = [(words(spelling), concept) for spelling, concept in _entries() if not HAN_RUN.search(spelling)]
    as_told = ((tuple(map(spelling_key, cut)), concept) for cut, concept in alphabetic)
    return Phrases((*as_told, *_plurals(alphabetic)))


def _plurals(alphabetic: list[tuple[list[str], Concept]]) -> Iterator[tuple[tuple[str, ...], Concept]]:
    """Add what the stem of a plural is: of plants, and of комплексы, whose stem keeps the s."""
    for cut, concept in alphabetic:
        if len(cut) == 1 and len(cut[0]) > 4 and concept.kind not in (Kind.PLACE, Kind.NUMBER):
            yield (skeleton(cut[0]),), concept
            yield (spelling_key(cut[0] + "s"),), concept


def spelling_key(word: str) -> str:
    """Key a word for the table: a short one as it stands (a skeleton confuses нии, ii and и), a long one by stem."""
    return mend(word) if len(word) < 4 else stem(skeleton(bare(word)))


@cache
def _by_name() -> dict[str, Concept]:
    return {concept.name: concept for _, concept in reversed(_entries())}


@cache
def parts_of(concept: Concept) -> tuple[Concept, ...]:
    """Give the meanings a phrase is made of, as ``kindred.csv`` has them: medical university, of both."""
    return tuple(_by_name()[part] for part in _phrases().get(concept.name, ()))


@cache
def kindred() -> dict[str, frozenset[str]]:
    """Give for a meaning the groups of near meanings it belongs to: plant, factory and combine are one."""
    found: dict[str, set[str]] = {}
    for row in _kin("near"):
        for member in row["members"].split("|"):
            found.setdefault(member, set()).add(row["name"])
    return {member: frozenset(groups) for member, groups in found.items()}


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    return {row["name"]: tuple(row["members"].split("|")) for row in _kin("phrase")}


def _kin(relation: str) -> Iterator[dict[str, str]]:
    with (files("resolve") / "kindred.csv").open(encoding="utf-8") as lines:
        yield from (row for row in csv.DictReader(lines) if row["relation"] == relation)


@cache
def _letters() -> dict[tuple[str, int], list[set[str]]]:
    found: dict[tuple[str, int], list[set[str]]] = {}
    for spelling, concept in _entries():
        cut = words(spelling)
        letters = found.setdefault((concept.name, len(cut)), [set() for _ in cut])
        for at, word in enumerate(cut):
            letters[at].update(first_letter(word))
    return found


def initials_of(concept: str, length: int) -> tuple[frozenset[str], ...]:
    """Give the letters that a meaning said in so many words begins with in any language: a plant with p, z or f."""
    letters = _letters().get((concept, length))
    return tuple(map(frozenset, letters)) if letters else (frozenset(),) * length


@cache
def russian_initials(concept: str) -> str:
    """Give the letters that a meaning's first Russian wording begins with, as acronyms of Russian firms have them."""
    wordings = (words(spelling) for spelling, known in _entries() if known.name == concept)
    russian = next((cut for cut in wordings if all(_RUSSIAN.fullmatch(word) for word in cut)), [])
    return "".join(map(first_letter, russian))


_RUSSIAN = re.compile("[а-яё]+")


def spelled_out(name: list[str]) -> list[str]:
    """Write customary abbreviations in full, as ``abbreviations.csv`` gives them.

    >>> spelled_out(["цкб", "айсберг"])
    ['центральное', 'конструкторское', 'бюро', 'айсберг']
    """
    table = _abbreviations()
    if name[:1] and name[0] in _PREPOSITIONS:
        name = [*_PREPOSITIONS[name[0]], *name[1:]]
    if table.keys().isdisjoint(name):
        return name
    return [meant for word in name for meant in table.get(word, (word,))]


# Abbreviations that inside a name are prepositions; no name begins with one.
_PREPOSITIONS = {
    "по": ("производственное", "объединение"), "po": ("производственное", "объединение"),
    "во": ("внешнеэкономическое", "объединение"), "vo": ("внешнеэкономическое", "объединение"),
}  # fmt: skip


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
