"""Organisations named within the name of another: «МВД России» in «Главное управление МВД России по Москве».

A department's name says whose it is. Taken for such are bodies known to all, names that the text has elsewhere on their
own, and acronyms, each with the country behind it. What begins a name is not looked at: it is the name itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.prose.clues import stem
from extract.prose.known import known_at

WITHIN = "within"
"""Under this name a spaCy document keeps them (``doc.spans``); ``doc.ents`` do not overlap."""

_ACRONYM = range(2, 9)
_LONGEST = 6

Stretch = tuple[int, int]
Stems = tuple[str, ...]


def within(words: Sequence[str], tags: Sequence[str], names: Sequence[Stretch]) -> Iterator[Stretch]:
    """Find the names inside names; ``tags`` is what the network thinks of each word."""
    folded = tuple(stem(word.lower()) for word in words)
    alone = {folded[start:end] for start, end in names}
    for start, end in names:
        at = start + 1
        while at < end:
            length = _length(words[:end], tags, folded[:end], at, alone)
            last = _past_place(words, tags, at + length, end) if length else at + 1
            if length:
                yield at, last
            at = last


def _length(words: Sequence[str], tags: Sequence[str], folded: Stems, at: int, alone: set[Stems]) -> int:
    """Count the words of the name that begins here."""
    if not words[at][:1].isupper():
        return 0
    longest_first = range(min(_LONGEST, len(words) - at), 0, -1)
    told = next((length for length in longest_first if folded[at : at + length] in alone), 0)
    return told or known_at(words, at) or int(_is_acronym(words[at]) and not tags[at].endswith("LOC"))


def _is_acronym(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) in _ACRONYM


def _past_place(words: Sequence[str], tags: Sequence[str], at: int, end: int) -> int:
    while at < end and tags[at].endswith("LOC") and words[at][:1].isupper():
        at += 1
    return at
