"""Organisations known to all, in Russian text: bodies of the world and of states, parties, churches, newspapers.

They stand in ``tables/russian_known.csv`` and are known in any case of theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from pathlib import Path

from extract.fields.table import rows, spellings
from extract.prose.words import pieces

_TABLES = Path(__file__).with_name("tables")
_BEGINNING = 3
_SHORTEST = 3
_ENDING = re.compile(r"[аеиоуыэюяйь]{0,2}|[иы]х|[аеиоыя]м|[ое]го|[ое]му|[иы]м")
"""What declension puts on a stem, and what a stem is without in the nominative."""
_SOFT = "аеиоуыэюяйь"

Stretch = tuple[int, int]


@cache
def _names() -> dict[str, list[list[str]]]:
    """Give the words of each name under the first letters of the first, the longest name first."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for words in (pieces(name) for row in rows("russian_known", _TABLES) for name in spellings(row["words"])):
        found[words[0][:_BEGINNING].lower()].append(words)
    return {begins: sorted(names, key=len, reverse=True) for begins, names in found.items()}


def known(words: Sequence[str]) -> Iterator[Stretch]:
    """Find the names that everybody knows, the longest first where one begins another."""
    end = 0
    for at in range(len(words)):
        if at >= end and (length := known_at(words, at)):
            end = at + length
            yield at, end


def known_at(words: Sequence[str], at: int) -> int:
    """Count the words of the known name that begins here; 0 where none does."""
    if not words[at][:1].isupper():
        return 0
    candidates = _names().get(words[at][:_BEGINNING].lower(), ())
    return next((len(name) for name in candidates if _is(name, words[at : at + len(name)])), 0)


def _is(name: Sequence[str], words: Sequence[str]) -> bool:
    return len(name) == len(words) and all(map(_is_word, name, words))


def _is_word(name: str, word: str) -> bool:
    """Tell a word of a name in any case; an acronym of two letters is too short to be sure of."""
    if name.isupper():
        return word == name and len(word) >= _SHORTEST
    if name[:1].isupper() and not word[:1].isupper():
        return False
    name, word = (one.lower().replace("ё", "е") for one in (name, word))
    return name == word or _declined(name, word)


def _declined(name: str, word: str) -> bool:
    """Tell that only the endings differ; what ends in a vowel loses it."""
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, word, strict=False)))
    whole = stem == len(name) and name[-1] in _SOFT
    return not whole and all(_ENDING.fullmatch(one, stem) for one in (name, word))
