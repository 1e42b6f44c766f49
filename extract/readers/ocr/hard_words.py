"""Words that were hard to read are read once more, each alone on its line.

A word in Latin letters is then looked at as German and Turkish too: names keep the letters of their country on any
paper, and «Jörn» on a Turkish invoice is neither Turkish nor English. The surer reading stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.readers.ocr.engine import Deadline, Seen, installed
from extract.readers.ocr.language import LATIN
from extract.readers.ocr.picture import Picture
from extract.readers.ocr.second_look import looked_again

HARD = 0.7
SURER = 0.1
"""A second reading must be so much surer."""
LETTERS = 3
MOST = 60


def read_again(words: Sequence[Seen], languages: Sequence[str], picture: Picture, deadline: Deadline) -> list[Seen]:
    """Give the words of a page, the hard ones as they are read alone where that is surer."""
    hard = [at for at, word in enumerate(words) if is_hard(word)][:MOST]
    better = list(words)
    again = looked_again([words[at] for at in hard], picture, _widened(languages), deadline)
    for at, second in zip(hard, again, strict=True):
        better[at] = surer(words[at], second)
    return better


def is_hard(word: Seen) -> bool:
    """Tell a word of letters that may well be another; numbers have a second look of their own."""
    letters = sum(map(str.isalpha, word.text))
    return word.confidence < HARD and letters >= LETTERS and 2 * letters > len(word.text)


def surer(first: Seen, second: Seen | None) -> Seen:
    """Choose between two readings of a word; it stays where it is."""
    if second is None or second.confidence < first.confidence + SURER:
        return first
    return replace(first, text=second.text, confidence=second.confidence)


def _widened(languages: Sequence[str]) -> tuple[str, ...]:
    """Add the other Latin languages to those of a page in Latin letters."""
    if set(languages) - {"eng", *LATIN}:
        return tuple(languages)
    return (*(code for code in LATIN if code in installed().languages), "eng")
