"""Pairs worth judging, found without comparing everything with everything.

Every name is filed under keys of several families; names that share enough rare keys are candidates. A key that too
many names share says little and is left out; equal cores and equal registration numbers are never: each such name is
paired with the next in order.
The result depends on the names alone, not on their order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from math import log

from resolve.abbreviation import sounds
from resolve.analysis import Analysed
from resolve.vocabulary import Kind, russian_initials

CROWD = 60  # names under one key, beyond which the key says too little
_CERTAIN = ("whole", "identifier")
_ENOUGH = 0.05  # share of a name's keys, weighted by rarity, that a candidate must have
PER_NAME = 30  # candidates kept for a name, those with the rarest keys in common

_WORTH = [0, *(int(1_000 / log(1 + crowd)) for crowd in range(1, CROWD + 1))]
"""What a key counts, by how many names share it."""

_HALF = 32
_LOW = (1 << _HALF) - 1

Key = tuple[str, str]


def candidates(names: Sequence[tuple[Analysed, ...]]) -> Iterator[tuple[int, int]]:
    """Give pairs of positions, lower first, in order."""
    for pair in _packed(names):
        yield pair >> _HALF, pair & _LOW


def _packed(names: Sequence[tuple[Analysed, ...]]) -> list[int]:
    """Find all pairs, each as one number, and let go of the files before the first is judged: there are millions."""
    filed = _filed(names)
    rare = {key: where for key, where in filed.items() if len(where) <= CROWD}
    pairs = _in_a_row(where for key, where in filed.items() if key[0] in _CERTAIN)
    del filed
    _add_nearest(pairs, rare, len(names))
    return sorted(pairs)


def _filed(names: Sequence[tuple[Analysed, ...]]) -> dict[Key, list[int]]:
    """File names under their keys; of a key that only one name has, as most are, no list is made."""
    first: dict[Key, int] = {}
    shared: dict[Key, list[int]] = {}
    for position, readings in enumerate(names):
        for key in {key for reading in readings for key in keys(reading)}:
            holder = first.setdefault(key, position)
            if holder != position:
                shared.setdefault(key, [holder]).append(position)
    return shared


def _add_nearest(pairs: set[int], rare: dict[Key, list[int]], total: int) -> None:
    """Add for each name the names that share most of its keys, rare keys counting more."""
    crowds: list[list[list[int]]] = [[] for _ in range(total)]
    for where in rare.values():
        for position in where:
            crowds[position].append(where)
    for position, own in enumerate(crowds):
        shared: Counter[int] = Counter()
        for where in own:
            worth = _WORTH[len(where)]
            for other in where:
                shared[other] += worth
        enough = _ENOUGH * shared.pop(position, 0)
        best = sorted((-value, other) for other, value in shared.items() if value >= enough)[:PER_NAME]
        pairs.update(_pack(min(position, other), max(position, other)) for _, other in best)


def _in_a_row(crowds: Iterable[list[int]]) -> set[int]:
    return {_pack(one, other) for crowd in crowds for one, other in pairwise(crowd)}


def _pack(low: int, high: int) -> int:
    return low << _HALF | high


def keys(name: Analysed) -> Iterator[Key]:
    """File a name under everything it may share with another spelling of itself."""
    yield from (("identifier", f"{scheme}:{value}") for scheme, values in name.numbers.items() for value in values)
    if not name.compact:
        return
    yield ("whole", name.compact)
    yield ("sorted", " ".join(sorted(token.stem for token in name.core)))
    yield ("meant", " ".join(sorted(token.concept or token.stem for token in name.core)))
    yield from _parts_of(name)
    yield from _words_of(name)
    yield from _sounds_of(name)
    yield from (("acronym", letters) for letters in _acronyms(name))


_VOWELS = re.compile("[aeiou]")
_PART = 6


def _parts_of(name: Analysed) -> Iterator[Key]:
    """A typing error spoils one end of a name or the vowels, seldom all three."""
    compact = name.compact
    if len(compact) > _PART:
        yield ("head", compact[:_PART])
        yield ("tail", compact[-_PART:])
    consonants = _VOWELS.sub("", compact)
    if len(consonants) > 3:
        yield ("consonants", consonants)


def _words_of(name: Analysed) -> Iterator[Key]:
    """File under each word and under each two words, so that frequent words still find each other in company."""
    spoken = sorted({token.stem for token in name.core if token.kind is not Kind.NUMBER})[:8]
    meant = sorted({token.concept or token.stem for token in name.core})[:8]
    yield from (("word", word) for word in spoken if len(word) > 2)
    yield from (("concept", word) for word in meant)
    yield from (("two", f"{one} {other}") for one, other in combinations(meant, 2))
    for token in name.core[:8]:
        if token.kind in (Kind.PLAIN, Kind.WORD) and not token.sounded and len(token.key) > 4:
            yield ("start", token.key[:4])
            yield ("bones", token.key[0] + _VOWELS.sub("", token.key[1:]))


def _sounds_of(name: Analysed) -> Iterator[Key]:
    """File under what scripts share: roots of adjectives, consonants of Arabic, syllables of Chinese."""
    for token in name.core[:8]:
        yield from (("root", root) for root in token.roots if len(root) > 3)
        if len(token.bones) > 2 and token.kind is not Kind.INDUSTRY:
            yield ("consonants", token.bones)
        if token.chinese:
            yield ("sound", token.chinese)
        yield from (("concept", part.concept) for part in token.parts if part.concept)


_FOLDED = str.maketrans("cskjhau", "kkkzgei")  # letters that stand for one another at the head of a word
_RUN = range(3, 7)


def _acronyms(name: Analysed) -> set[str]:
    """File under initials, own and of the Russian wording, of each run of words, and under words that may be such."""
    own = "".join(head[:1] for token in name.core[:8] for head, _ in token.heads)
    russian = "".join((token.concept and russian_initials(token.concept)) or token.key[:1] for token in name.core[:8])
    runs = {run for letters in (own, russian) for run in _runs(letters)}
    short = {sounds(token.text) for token in name.core[:8] if token.kind is Kind.PLAIN and len(token.text) <= _RUN[-1]}
    return {letters.translate(_FOLDED) for letters in runs | short if len(letters) >= _RUN[0]}


def _runs(letters: str) -> Iterator[str]:
    yield from (letters[at : at + size] for size in _RUN for at in range(len(letters) - size + 1))
