"""The words of a text: one scan of it tells every finder where its own words stand.

A finder that asks where one of three hundred words stands looks at the few hundred different words of the text, not
at its twenty thousand letters; only those it knows are looked for. The last few texts are kept, so that finders of
one text share what is known of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache, lru_cache

from extract.fields.glyphs import fold_homoglyphs, has_seam, lower, plain

_RUN = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_CJK = "\u2e80"
_CJK = re.compile("[\u2e80-\u9fff]")
_KEPT = 8
_SHORT = 3


class Words:
    """A text in the forms in which finders read it, all of its length, and where its words stand.

    ``plain``: blanks, dashes and full-width forms made plain; ``folded``: letters of mixed script brought into one;
    ``lowered``: both of them, in small letters.
    """

    __slots__ = ("_different", "_listed", "_starts", "folded", "has_cjk", "lowered", "plain")

    def __init__(self, text: str) -> None:
        self.plain, self.folded = plain(text), text
        self._take_stock(self.plain)
        if has_seam(self._listed):
            self.folded = fold_homoglyphs(text)
            self._take_stock(fold_homoglyphs(self.plain))
        self.has_cjk = not text.isascii() and _CJK.search(text) is not None
        self._starts: dict[str, list[int]] = {}

    def _take_stock(self, text: str) -> None:
        self.lowered = lower(text)
        runs = set(_RUN.findall(self.lowered))
        mixed = {run for run in runs if not run.isalpha()}
        self._different = (runs - mixed).union(*map(_WORD.findall, mixed))
        self._listed = "\n".join(["", *self._different, ""])

    def starts(self, wanted: Set[str]) -> list[int]:
        """Give where any of the words begins, in order."""
        return sorted(start for word in self._different & wanted for start in self._of(word))

    def beginning(self, stems: tuple[str, ...]) -> list[int]:
        """Give where a word begins that begins with one of these, in order."""
        found = (self._listed_at(match.start() + 1) for match in _beginning(stems).finditer(self._listed))
        return sorted(start for word in found for start in self._of(word))

    def ending(self, endings: tuple[str, ...]) -> list[int]:
        """Give where a word begins that ends in one of these, in order."""
        return sorted(start for word, _ in self._ending(endings) for start in self._of(word))

    def tails(self, tails: tuple[str, ...]) -> list[int]:
        """Give where one of these begins as the last part of a word, in order; of several the longest."""
        found = self._ending(tails)
        return sorted(start + len(word) - size for word, size in found for start in self._of(word))

    def _ending(self, endings: tuple[str, ...]) -> Iterator[tuple[str, int]]:
        """Give the words that end in one of these, and the length of that ending."""
        for match in _ending(endings).finditer(self._listed):
            word = self._listed_at(self._listed.rfind("\n", 0, match.start()) + 1)
            yield word, len(match.group()) - 1

    def _listed_at(self, at: int) -> str:
        return self._listed[at : self._listed.index("\n", at)]

    def _of(self, word: str) -> list[int]:
        if word not in self._starts:
            self._starts[word] = list(self._look_for(word))
        return self._starts[word]

    def _look_for(self, word: str) -> Iterator[int]:
        if len(word) <= _SHORT:
            yield from (match.start() for match in _alone(word).finditer(self.lowered))
            return
        text, size = self.lowered, len(word)
        at = text.find(word)
        while at >= 0:
            if not text[at - 1 : at].isalpha() and not text[at + size : at + size + 1].isalpha():
                yield at
            at = text.find(word, at + size)


@lru_cache(maxsize=512)
def _alone(word: str) -> re.Pattern[str]:
    """Give the pattern of a short word, whose letters stand in many others; the engine is quick at its first letter."""
    return re.compile(rf"{word}(?![^\W\d_])(?<![^\W\d_]{word})")


@cache
def _beginning(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"\n(?:{'|'.join(stems)})")


@cache
def _ending(endings: tuple[str, ...]) -> re.Pattern[str]:
    """Begin with no blank or line end, so that the engine is quick at the first letters."""
    return re.compile(f"(?:{'|'.join(sorted(endings, key=len, reverse=True))})\n")


@lru_cache(maxsize=_KEPT)
def words(text: str) -> Words:
    """Give what is known of a text."""
    return Words(text)


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Give the words by which phrases begin, as `Words.starts` takes them; those of Chinese letters have none."""
    first = (_WORD.search(lower(phrase)) for phrase in phrases if phrase < _FIRST_CJK)
    return frozenset(match.group() for match in first if match)
