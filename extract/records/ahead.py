"""Parts one after the other, of which the next may be looked at before its turn comes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from extract.errors import ReadError
from extract.model import Issue, Part


class Ahead(Iterator[Part | Issue]):
    """Give what a reader gives, in its order; an error that a look ahead met is raised when it is its turn."""

    def __init__(self, items: Iterable[Part | Issue]) -> None:
        self._items = iter(items)
        self._waiting: deque[Part | Issue] = deque()
        self._refusal: ReadError | None = None

    def __next__(self) -> Part | Issue:
        if self._waiting:
            return self._waiting.popleft()
        if self._refusal is not None:
            raise self._refusal
        return next(self._items)

    def part(self) -> Part | None:
        """Look at the next part; None where the document ends or breaks before it."""
        known = next((item for item in self._waiting if isinstance(item, Part)), None)
        return known or self._further()

    def _further(self) -> Part | None:
        try:
            for item in self._items if self._refusal is None else ():
                self._waiting.append(item)
                if isinstance(item, Part):
                    return item
        except ReadError as refusal:
            self._refusal = refusal
        return None
