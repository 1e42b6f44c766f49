"""A word of a name with everything alignment asks of it, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from resolve.consonants import consonants, is_arabic
from resolve.palladius import is_pinyin, pinyin
from resolve.rarity import rarity
from resolve.roots import roots
from resolve.skeleton import skeleton, stem
from resolve.vocabulary import Concept, Kind, concepts, initials_of, parts_of

WEIGHT = {
    Kind.PLAIN: 1.0, Kind.WORD: 0.9, Kind.NUMBER: 0.7, Kind.PLACE: 0.5, Kind.SIDE: 0.45, Kind.GROUP: 0.45,
    Kind.HOUSE: 0.45, Kind.INDUSTRY: 0.45, Kind.HONOUR: 0.45, Kind.FILLER: 0.05,
}  # fmt: skip
_WORTH = {
    Kind.PLAIN: 1.0, Kind.WORD: 0.9, Kind.NUMBER: 0.6, Kind.PLACE: 0.6, Kind.SIDE: 0.5, Kind.GROUP: 0.5,
    Kind.HOUSE: 0.5, Kind.INDUSTRY: 0.6, Kind.HONOUR: 0.5, Kind.FILLER: 0.05,
}  # fmt: skip

_HALF = 4  # letters that half of a compound has at least

Heads = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A word of a name. ``key`` is its skeleton; ``sounded`` when it is Chinese and the key its sound.

    ``weight`` is what it counts by its kind alone, ``worth`` by its kind and how rare it is. ``roots`` are what is
    left of it without endings that make an adjective, ``bones`` its consonants in letters that Arabic script shares,
    ``heads`` its words with the letters that they and their translations begin with, ``parts`` the words a
    customary phrase is made of, and ``chinese`` the skeleton of its pinyin where it may be one.
    """

    text: str
    key: str
    stem: str
    kind: Kind
    weight: float
    worth: float
    roots: frozenset[str]
    heads: Heads
    concept: str | None = None
    sounded: bool = False
    arabic: bool = False
    bones: str = ""
    chinese: str = ""
    parts: tuple[Token, ...] = ()

    @property
    def names(self) -> bool:
        """Say whether it is a word that tells one company from the next."""
        return self.kind is Kind.PLAIN or self.kind is Kind.WORD


@lru_cache(maxsize=262_144)
def plain(text: str, key: str, *, kind: Kind = Kind.PLAIN, sounded: bool = False) -> Token:
    """Make a token of a word no table knows; a long word weighs more, two letters are hardly a name."""
    weight = min(0.4 + 0.1 * len(key), 1.2) if kind is Kind.PLAIN and not sounded else WEIGHT[kind]
    own = key if sounded else stem(key)
    chinese = skeleton(text if is_pinyin(text) else pinyin(text))
    parts = () if sounded else tuple(known(part.name, part.name, part) for part in _halves(key))
    return Token(
        text, key, own, kind, weight, rarity(own) * _WORTH[kind], roots(key), ((key, frozenset()),),
        sounded=sounded, arabic=is_arabic(text), bones="" if sounded else consonants(text, key), chinese=chinese,
        parts=parts,
    )  # fmt: skip


@lru_cache(maxsize=262_144)
def known(text: str, key: str, concept: Concept, *, sounded: bool = False) -> Token:
    """Make a token of a word or phrase that the vocabulary knows."""
    words = tuple(map(skeleton, text.split())) if " " in text else (key,)
    own = stem(key)
    parts = tuple(known(part.name, part.name, part) for part in parts_of(concept))
    return Token(
        text, key, own, concept.kind, WEIGHT[concept.kind], rarity(own) * _WORTH[concept.kind],
        roots(key), tuple(zip(words, initials_of(concept.name, len(words)), strict=True)),
        concept.name, sounded, is_arabic(text), "" if sounded else consonants(text, key), parts=parts,
    )  # fmt: skip


def _halves(key: str) -> tuple[Concept, ...]:
    """Cut a compound into two known words: радиосвязь is radio and communications."""
    for at in range(_HALF, len(key) - _HALF + 1):
        first, last = (concepts().starting([stem(half)], 0) for half in (key[:at], key[at:]))
        if first and last:
            return first[1], last[1]
    return ()


@lru_cache(maxsize=65_536)
def number(text: str, value: str) -> Token:
    """Make a token of a number."""
    value = value.lstrip("0") or "0"
    return Token(
        text, value, value, Kind.NUMBER, WEIGHT[Kind.NUMBER], _WORTH[Kind.NUMBER],
        frozenset(), ((value, frozenset()),),
    )  # fmt: skip
