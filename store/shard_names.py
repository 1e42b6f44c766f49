"""The names of a shard: each text, with the identifier beside it, becomes a number once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from extract.model import Coded, Derived, distinct
from resolve.fold import fold

_REMEMBERED = 500_000  # names, some 150 MB of them


class Names(dict[Any, int | None]):
    """Names by text, or by text and identifier, each with its id; ``new`` are those that are still to be written.

    However many there are, only so many are remembered: one that comes again later is written again, and merging makes
    both one.
    """

    def __init__(self) -> None:
        super().__init__()
        self._of_each = Derived(self.__getitem__)
        self.new: list[tuple[int, str, str, str]] = []
        self._count = 0

    def ids(self, names: Sequence[Any], identifiers: Sequence[Any]) -> Sequence[int | None]:
        """Give the id of each name of a column, taken with the identifiers beside it, if there are any."""
        if isinstance(names, Coded) and not any(distinct(identifiers)):
            return self._of_each(names)
        keys: Iterable[Any] = zip(names, identifiers, strict=True) if any(identifiers) else names
        return list(map(self.__getitem__, keys))

    def __missing__(self, key: Any) -> int | None:
        """Take a name in, once with each identifier; what is no name has no id."""
        name, identifier = key if isinstance(key, tuple) else (key, "")
        if len(self) >= _REMEMBERED:
            self.clear()
        self[key] = id = self._take(name, identifier) if identifier or key == name else self[name]
        return id

    def _take(self, name: str | None, identifier: str) -> int | None:
        if not name:
            return None
        self._count += 1
        self.new.append((self._count, name, identifier, fold(name)))
        return self._count
