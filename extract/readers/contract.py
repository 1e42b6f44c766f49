"""What a reader of a file format is: a module (or any object) with these three names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from extract.model import Issue, Part, Source


@dataclass(frozen=True, slots=True)
class Head:
    """What a reader sees before it bids: the path, the kind ``extract.walk.sniff`` told, the first bytes."""

    path: Path
    kind: str
    start: bytes


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file. ``data`` is None where it is larger than all of them may be together."""

    name: str
    size: int
    data: bytes | None


class Reader(Protocol):
    """Turns one file format into parts. Register outsiders with the entry-point group ``unlade.readers``.

    One whose files hold other files has ``members(source, path) -> Iterator[Member]`` beside these three.
    """

    @property
    def name(self) -> str:
        """Name the reader, for `unlade try`."""

    def claims(self, head: Head) -> float:
        """Bid between 0 (not mine) and 1 (nobody reads this better)."""

    def read(self, source: Source, path: Path) -> Iterator[Part | Issue]:
        """Yield parts in order, each to be consumed before the next. Raises extract.errors.ReadError."""
