"""What speaks for a word in an organisation's name: its form, its place, what the network thinks, its document.

``tokens`` sums a document up in one small tuple a word; ``keys`` writes such a tuple out as the names of clues, which
is what the tagger has weights for. Equal tuples have equal clues: most of a text is looked up, not worked out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_FORMS = (
    (re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІЇЄҐ]"), "X"),
    (re.compile(r"[a-zа-яёәғқңөұүһіїєґ]"), "x"),
    (re.compile(r"\d"), "d"),
)
_RUN = re.compile(r"(.)\1{2,}")
_OPENING, _CLOSING, _STRAIGHT = "«„“", "»”", '"'
_STEM = 6
_BEGINNING = 4


class Clue(NamedTuple):
    """A word with what is known of it.

    ``others``: how the same word fares elsewhere in the document; ``groups``: numbers of the groups of like words that
    it belongs to, coarse and fine; ``pair``: the coarse groups of this word and the next.
    """

    word: str
    tag: str
    quote: str
    opens: bool
    others: str
    groups: tuple[int, ...] = ()
    pair: str = ""


def tokens(
    words: Sequence[str], tags: Sequence[str], opens: Sequence[bool], groups: Sequence[tuple[int, ...]] | None = None
) -> list[Clue]:
    """Sum up each word of a document; ``opens`` tells which begin a line."""
    shares = _shares(words, tags)
    others = [shares.get(stem(word.lower()), "") if word[:1].isupper() else "" for word in words]
    grouped = groups or [()] * len(words)
    rows = zip(words, tags, _quotes(words, opens), opens, others, grouped, _pairs(words, grouped), strict=True)
    return [Clue(*row) for row in rows]


def _pairs(words: Sequence[str], groups: Sequence[tuple[int, ...]]) -> list[str]:
    """Name each word and the next by their coarse groups, a word without a group by its first letters."""
    coarse = [str(group[0]) if group else word.lower()[:_BEGINNING] for word, group in zip(words, groups, strict=True)]
    return [f"{one}_{other}" for one, other in pairwise(coarse)] + [""] * bool(coarse)


def _shares(words: Sequence[str], tags: Sequence[str]) -> dict[str, str]:
    """Tell, for each word in capitals, whether the network takes it for an organisation: never, at times, always."""
    seen: dict[str, list[bool]] = {}
    for word, tag in zip(words, tags, strict=True):
        if word[:1].isupper():
            seen.setdefault(stem(word.lower()), []).append(tag.endswith("ORG"))
    return {key: "all" if all(found) else "some" if any(found) else "none" for key, found in seen.items()}


def _quotes(words: Sequence[str], opens: Sequence[bool]) -> list[str]:
    """Tell of each word whether it opens or closes quotes, stands inside or outside; quotes end with the line."""
    inside = False
    found = []
    for word, first in zip(words, opens, strict=True):
        inside = inside and not first
        mark = word in _OPENING or word in _CLOSING or word == _STRAIGHT
        if mark:
            inside = word in _OPENING or (word == _STRAIGHT and not inside)
        found.append(("O" if inside else "C") if mark else ("I" if inside else "N"))
    return found


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Cut what declension changes off a word in small letters."""
    word = word.replace("ё", "е")
    return word[:_STEM] if len(word) > _STEM else word[: max(3, len(word) - 1)]


def shape(word: str) -> str:
    """Write a word as the kinds of its letters: ``Xxx``, ``XX``, ``dd``."""
    for letters, sign in _FORMS:
        word = letters.sub(sign, word)
    return _RUN.sub(r"\1\1", word)


def keys(clue: Clue) -> list[str]:
    """Name the clues of one word."""
    word = clue.word.lower().replace("ё", "е")
    form = shape(clue.word)
    named = [f"w={word}", f"s={form}", f"p4={word[:4]}", f"p6={word[:6]}", f"x3={word[-3:]}", f"t={clue.tag}"]
    named += [f"q={clue.quote}", f"o={clue.others}", f"ts={clue.tag}{form}", f"tp={clue.tag}{word[:5]}"]
    named += [f"g{size}={group}" for size, group in enumerate(clue.groups)]
    if clue.pair:
        named.append(f"two={clue.pair}")
    if clue.opens:
        named.append("first")
    return named
