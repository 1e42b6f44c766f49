"""The words of a text: one scan of it tells every finder where the words it watches for stand.

The last few texts are kept, so that finders of one text share its scan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress

from extract.fields.glyphs import fold_homoglyphs, lower, plain
from extract.fields.watch import CJK, MIXED, Watch, count, meanings

_WORD = re.compile(r"[^\W\d_]+")
_BLANK = re.compile("[ \n]")
_FIRST_CJK = "\u2e80"
_KEPT = 8


class Words:
    """A text in the forms in which finders read it, all of its length, and where its words stand.

    ``plain``: blanks, dashes and full-width forms made plain; ``folded``: letters of mixed script brought into one;
    ``lowered``: both of them, in small letters.
    """

    __slots__ = ("_chinese", "_places", "folded", "lowered", "plain")

    def __init__(self, text: str) -> None:
        self.plain, self.folded = plain(text), text
        self._scan(self.plain)
        if self.starts(MIXED):
            self.folded = fold_homoglyphs(text)
            self._scan(fold_homoglyphs(self.plain))

    def _scan(self, text: str) -> None:
        """Cut the text at its blanks, and sort the places of what is watched for by watch."""
        self.lowered = lower(text)
        self._places: list[list[int]] = [[] for _ in range(count())]
        pieces = self.lowered.replace("\n", " ").split(" ")
        meant = meanings(pieces)
        before = list(accumulate(map(len, pieces), initial=0))
        for at in compress(range(len(pieces)), meant):
            begin = before[at] + at  # the number of a piece is that of the blanks before it
            for watch, place in meant[at]:
                self._places[watch].append(begin + place)
        self._chinese = [(start, self._end(start)) for start in self._places[CJK.number]]

    def _end(self, start: int) -> int:
        """Give where the piece of text ends that begins at a place."""
        blank = _BLANK.search(self.lowered, start)
        return blank.start() if blank else len(self.lowered)

    def starts(self, watch: Watch) -> Sequence[int]:
        """Give where the words of a watch begin, in order."""
        if watch.number >= len(self._places):  # made after this text was scanned
            self._scan(self.lowered)
        return self._places[watch.number]

    @property
    def has_cjk(self) -> bool:
        """Tell a text with Chinese or Japanese letters."""
        return bool(self.starts(CJK))

    def chinese(self, pattern: re.Pattern[str], body: str) -> Iterator[re.Match[str]]:
        """Give what a pattern matches, in a form of this text, where Chinese or Japanese letters stand."""
        for start, end in self._chinese:
            yield from pattern.finditer(body, start, end)


@lru_cache(maxsize=_KEPT)
def words(text: str) -> Words:
    """Give what is known of a text."""
    return Words(text)


def most_words(phrases: Iterable[str]) -> dict[str, int]:
    """Give for each word by which phrases begin, in small letters, how many words the longest of them has."""
    most: dict[str, int] = {}
    for phrase in phrases:
        parts = _WORD.findall(lower(phrase))
        if parts:
            most[parts[0]] = max(len(parts), most.get(parts[0], 0))
    return most


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Give the words by which phrases begin, as a watch takes them; those of Chinese letters have none."""
    first = (_WORD.search(lower(phrase)) for phrase in phrases if phrase < _FIRST_CJK)
    return frozenset(match.group() for match in first if match)
