"""A table of phrases, found in a list of words: the longest phrase at a position wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases (tuples of words) with what each means; of two equal phrases the first listed counts."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Value]]) -> None:
        self._meaning: dict[tuple[str, ...], Value] = {}
        for phrase, value in entries:
            self._meaning.setdefault(phrase, value)
        self._meaning.pop((), None)
        self._longest: dict[str, int] = {}
        for phrase in self._meaning:
            self._longest[phrase[0]] = max(len(phrase), self._longest.get(phrase[0], 0))
        self._longest_of_all = max(self._longest.values(), default=0)

    def starting(self, words: Sequence[str], at: int) -> tuple[int, Value] | None:
        """Find the longest phrase that starts at this word: its length and meaning."""
        for length in range(min(self._longest.get(words[at], 0), len(words) - at), 0, -1):
            value = self._meaning.get(tuple(words[at : at + length]))
            if value is not None:
                return length, value
        return None

    def ending(self, words: Sequence[str]) -> tuple[int, Value] | None:
        """Find the longest phrase the words end with: its length and meaning."""
        for length in range(min(self._longest_of_all, len(words)), 0, -1):
            value = self._meaning.get(tuple(words[-length:]))
            if value is not None:
                return length, value
        return None
