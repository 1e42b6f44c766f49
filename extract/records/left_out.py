"""Rows of a table that are no records: totals, notes, headers printed again. They are counted, never lost silently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.model import Issue, Place

_WORD = (
    r"(?:grand\s+total|sub-?\s?total|totals?|всего|итого|барлығы|бардыгы|жиыны|разом|усього|合计|总计|toplam"
    r"|весь\s+мир|все\s+страны|world|all\s+countries)"
)
_OF_WHAT = (
    r"(?:values?|amounts?|sum|quantity|weight|imports?|exports?|trade|countries|products|commodities|usd|eur"
    r"|импорт|экспорт|товарооборот|сумма|стоимость|вес|количество|товаров|стран)"
)
_TOTAL = re.compile(
    rf"\W*{_WORD}(?:[\s/|,–-]+{_WORD})*(?:\s+{_OF_WHAT}){{0,2}}\W*(?:\s*:.*|\s*\(.*|\s+(?:по|за|на|в|for|of|by|in|from|to)\s.*)?",
    re.IGNORECASE | re.DOTALL,
)


def is_total(text: str) -> bool:
    """Tell the label of a total, the word alone or of what: “Total for 2022”, not the company “Total Energies SE”."""
    return not text[:1].isdecimal() and bool(_TOTAL.fullmatch(text.strip()))


@dataclass
class LeftOut:
    """The rows of one table that gave no record, counted by what they are."""

    first: int | None = None
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, row: int, what: str) -> None:
        """Count a row."""
        self.first = row if self.first is None else self.first
        self.counts[what] += 1

    def issues(self, place: Place) -> Iterator[Issue]:
        """Say once for the table how many rows were left out, and where the first one stands."""
        if self.first is None:
            return
        number = self.counts.total()
        kinds = ", ".join(f"{what}: {count}" for what, count in sorted(self.counts.items()))
        yield Issue(place, "left_out", f"{number} rows give no record, first row {self.first + 1} ({kinds})")
