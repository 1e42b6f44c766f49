"""The words of a text by spelling: one scan of it tells every finder where its own words stand.

A finder that asks where one of three hundred words stands looks at the few hundred different words of the text, not
at its twenty thousand letters. The index of the last few texts is kept, so that finders of one text share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from extract.fields.glyphs import lower

_WORD = re.compile(r"[^\W\d_]+")
_FIRST_CJK = "\u2e80"
_CJK = re.compile("[\u2e80-\u9fff]")
_KEPT = 8


class Words:
    """Where each word of a text stands, by its spelling in small letters."""

    __slots__ = ("_starts", "has_cjk", "lowered")

    def __init__(self, text: str) -> None:
        self.lowered = lower(text)
        self._starts: dict[str, list[int]] = {}
        for match in _WORD.finditer(self.lowered):
            self._starts.setdefault(match.group(), []).append(match.start())
        self.has_cjk = not text.isascii() and _CJK.search(text) is not None

    def starts(self, wanted: Set[str]) -> list[int]:
        """Give where any of the words begins, in order."""
        found = [self._starts[word] for word in self._starts.keys() & wanted]
        return sorted(start for starts in found for start in starts)

    def ending(self, endings: tuple[str, ...]) -> list[int]:
        """Give where a word begins that ends in one of these, in order."""
        found = [starts for word, starts in self._starts.items() if word.endswith(endings)]
        return sorted(start for starts in found for start in starts)


@lru_cache(maxsize=_KEPT)
def words(text: str) -> Words:
    """Give the index of a text."""
    return Words(text)


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Give the words by which phrases begin, as `Words.starts` takes them; those of Chinese letters have none."""
    first = (_WORD.search(lower(phrase)) for phrase in phrases if phrase < _FIRST_CJK)
    return frozenset(match.group() for match in first if match)
