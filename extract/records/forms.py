"""Read forms: pages whose fields stand at printed labels, not in rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.model import Item, Part, Source


@dataclass
class Forms:
    """Read the forms of one source; what a first sheet says is carried to the sheets behind it."""

    source: Source
    numbers: Iterator[int]

    def read(self, part: Part) -> Iterator[Item]:
        """Give a table and a batch for each form that begins or goes on in this part."""
        yield from ()


def read_forms(source: Source, part: Part, numbers: Iterator[int]) -> Iterator[Item]:
    """Read the forms of a part that stands alone."""
    yield from Forms(source, numbers).read(part)
