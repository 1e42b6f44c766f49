"""Words that announce a value and tell its role: ``total``, ``НДС``, ``Rechnungsdatum``.

A label in the table may begin with ``*``: it then also ends a compound word (``*preis`` in ``Nettopreis``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from extract.fields.glyphs import lower
from extract.fields.phrases import Phrases
from extract.fields.table import rows, spellings
from extract.fields.trie import starts_word
from extract.fields.words import words


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line, by offsets into it."""

    start: int
    end: int
    role: str


class Labels:
    """The labels of one table with the columns ``role`` and ``labels``."""

    def __init__(self, table: str) -> None:
        labels = [(label, row["role"]) for row in rows(table) for label in spellings(row["labels"])]
        self._roles = {lower(label.lstrip("*")): role for label, role in reversed(labels)}
        self._compound = {lower(label[1:]) for label, _ in labels if label.startswith("*")}
        self._phrases = Phrases(self._roles, tails=self._compound)

    def find(self, text: str) -> list[Label]:
        """Find the labels of a text, in order."""
        index = words(text)
        return [
            Label(*match.span(), role=self._roles[key])
            for match in self._phrases.find(index, index.lowered)
            for key in [self._key(match.group())]
            if key in self._roles and (key in self._compound or starts_word(index.lowered, match.start()))
        ]

    def _key(self, printed: str) -> str:
        """Even out the blanks of a label; most have none to even out."""
        return printed if printed in self._roles else " ".join(printed.split())


_SENTENCE_END = re.compile(r"[.!?;。；]\s+\S|[。；]")


def nearest(text: str, labels: list[Label], start: int, reach: int) -> Label | None:
    """Give the last label before a value, not farther than ``reach`` and in the same sentence."""
    place = bisect_right(labels, start, key=lambda label: label.end) - 1
    if place < 0 or start - labels[place].end > reach:
        return None
    return None if _SENTENCE_END.search(text, labels[place].end, start) else labels[place]
