"""Words that announce a value and tell its role: ``total``, ``НДС``, ``Rechnungsdatum``.

A label in the table may begin with ``*``: it then also ends a compound word (``*preis`` in ``Nettopreis``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from extract.fields.glyphs import lower
from extract.fields.table import rows, spellings
from extract.fields.trie import pattern, starts_word


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line, by offsets into it."""

    start: int
    end: int
    role: str


class Labels:
    """The labels of one table with the columns ``role`` and ``labels``."""

    def __init__(self, table: str) -> None:
        words = [(word, row["role"]) for row in rows(table) for word in spellings(row["labels"])]
        self._roles = {lower(word.lstrip("*")): role for word, role in reversed(words)}
        self._compound = {lower(word[1:]) for word, _ in words if word.startswith("*")}
        self._pattern = re.compile(pattern(self._roles))

    def find(self, lowered: str) -> list[Label]:
        """Find the labels of a text that glyphs.lower made small."""
        return [
            Label(*match.span(), role=self._roles[key])
            for match in self._pattern.finditer(lowered)
            for key in [" ".join(match.group().split())]
            if key in self._roles and (key in self._compound or starts_word(lowered, match.start()))
        ]


_SENTENCE_END = re.compile(r"[.!?;。；]\s+\S|[。；]")


def nearest(text: str, labels: list[Label], start: int, reach: int) -> Label | None:
    """Give the last label before a value, not farther than ``reach`` and in the same sentence."""
    place = bisect_right(labels, start, key=lambda label: label.end) - 1
    if place < 0 or start - labels[place].end > reach:
        return None
    return None if _SENTENCE_END.search(text, labels[place].end, start) else labels[place]
