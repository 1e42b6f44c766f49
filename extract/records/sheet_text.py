"""The words of a sheet that no field holds: kept as the text of its part, so that a search finds them.

Columns nobody understood, notes, titles, tables of no known record. Each distinct cell is one line; figures alone are
not words. A sheet may have more of them than a database should hold, so it is cut, and said to be cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.model import Cell, Issue, PartText, Place
from extract.records.rows import Block

MOST_CHARACTERS = 2_000_000
_CODE = 6
"""Digits alone are worth finding if they are as long as a commodity code."""
_LETTER = re.compile(r"[^\W\d_]")


@dataclass
class SheetText:
    """Collect the words of one sheet."""

    lines: dict[str, None] = field(default_factory=dict)
    size: int = 0
    cut_at: int | None = None

    def add(self, block: Block, columns: Iterable[int] | None = None) -> None:
        """Add cells of some rows, those of the columns given, else all."""
        if not len(block) or self.cut_at is not None:
            return
        for at in range(len(block.columns)) if columns is None else columns:
            self._keep(_worth_finding(block.column(at)))
            if self.size > MOST_CHARACTERS:
                self.cut_at = block.numbers[0]
                return

    def _keep(self, cells: Iterable[str]) -> None:
        for cell in cells:
            if cell not in self.lines:
                self.lines[cell] = None
                self.size += len(cell) + 1

    def items(self, part: Place) -> Iterator[PartText | Issue]:
        """Give the text, and say where it was cut."""
        if self.lines:
            yield PartText(part, "\n".join(" ".join(line.split()) for line in self.lines))
        if self.cut_at is not None:
            message = f"search covers the text that no field reads up to row {self.cut_at + 1} ({self.size} characters)"
            yield Issue(part, "text_cut", message)


def _worth_finding(cells: Sequence[Cell]) -> list[str]:
    """Give the distinct texts of a column that have words or are codes; a column of figures is seen through at once."""
    texts = [cell for cell in dict.fromkeys(cells) if isinstance(cell, str)]
    has_words = _LETTER.search("\n".join(texts)) is not None
    return [text for text in texts if (has_words and _has_words(text)) or (len(text) >= _CODE and text.isdigit())]


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, text))
