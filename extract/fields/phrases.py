"""Where any of many phrases stands in a text: tried only where their first words do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.fields.trie import pattern
from extract.fields.watch import watch
from extract.fields.words import Words, first_words

_FIRST_CJK = "\u2e80"
_NO_LETTERS_MATCH = "(?!)"


class Phrases:
    """Phrases to be found at the start of a word; those of Chinese letters and of signs (``& Co.``) anywhere.

    ``tails`` are phrases that also end a compound word (``preis`` in ``Nettopreis``). ``end``: see `trie.pattern`.
    """

    def __init__(self, phrases: Iterable[str], *, tails: Iterable[str] = (), end: str = r"(?![^\W\d_])") -> None:
        every = list(phrases)
        self._pattern = re.compile(pattern(every, end=end))
        self._watch = watch(first_words(phrase for phrase in every if phrase[0].isalpha()), tails=tails)
        self._signs = sorted({phrase[0] for phrase in every if not phrase[0].isalnum()})
        chinese = sorted({re.escape(phrase) for phrase in every if phrase >= _FIRST_CJK}, key=len, reverse=True)
        self._chinese = re.compile("|".join(chinese) or _NO_LETTERS_MATCH)

    def find(self, index: Words, body: str) -> Iterator[re.Match[str]]:
        """Give the matches in one of the forms of a text, in order and apart from each other."""
        taken = 0
        for start in sorted({*index.starts(self._watch), *self._elsewhere(index, body)}):
            match = self._pattern.match(body, start) if start >= taken else None
            if match:
                taken = match.end()
                yield match

    def _elsewhere(self, index: Words, body: str) -> Iterator[int]:
        for sign in self._signs:
            at = body.find(sign)
            while at >= 0:
                yield at
                at = body.find(sign, at + 1)
        yield from (match.start() for match in index.chinese(self._chinese, body))
