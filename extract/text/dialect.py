"""Which delimiter and quote a delimited text uses: the pair that gives rows of one width and cells of one type."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

DELIMITERS = (",", ";", "\t", "|", ":", "^", "~", " ")
QUOTES = ('"', "'")
ROWS = 200

# What a cell of a real table is, as a whole. A wrong delimiter cuts through these.
TYPED = re.compile(
    r"\s*(?:[-+]?[\d\s.,']*\d\s?[%€$£₽]?|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?.*)?"
    r"|\d{1,2}:\d{2}(?::\d{2})?|[\w.+-]+@[\w.-]+|https?://\S+|[A-Za-z]{2,3}|)\s*"
)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How columns are told apart. ``confidence``: 0 to 1."""

    delimiter: str
    quotechar: str
    confidence: float
    columns: int


def detect_dialect(text: str) -> Dialect | None:
    """Find the dialect of a sample of whole lines; None if it is not a table."""
    found = [dialect for delimiter in DELIMITERS if (dialect := measure(text, delimiter)) is not None]
    return max(found, key=lambda d: d.confidence, default=None)


def measure(text: str, delimiter: str) -> Dialect | None:
    """Measure one delimiter with the quote that fits it."""
    if delimiter not in text:
        return None
    quote = quote_of(text, delimiter)
    try:
        rows = [
            row
            for row in islice(csv.reader(text.splitlines(keepends=True), delimiter=delimiter, quotechar=quote), ROWS)
            if row
        ]
    except csv.Error:
        return None
    columns, regular = usual_width(rows)
    if columns < 2:
        return None
    confidence = regular * (0.5 + 0.5 * typed_share(rows)) * (0.6 if delimiter in " :" else 1.0)
    return Dialect(delimiter, quote, round(confidence, 3), columns)


def quote_of(text: str, delimiter: str) -> str:
    """Find the quote that stands next to delimiters and line ends."""
    edge = re.escape(delimiter)
    counts = {q: len(re.findall(rf"(?:^|{edge}){q}|{q}(?={edge}|$)", text, re.M)) for q in QUOTES}
    return max(QUOTES, key=lambda q: counts[q])


def usual_width(rows: list[list[str]]) -> tuple[int, float]:
    """Give the most frequent number of cells and the share of rows that have it."""
    widths = Counter(len(row) for row in rows)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return width, count / max(1, len(rows))


def typed_share(rows: Iterable[list[str]]) -> float:
    """Give the share of cells that are whole numbers, dates, codes or empty."""
    cells = [cell for row in rows for cell in row]
    return sum(TYPED.fullmatch(cell) is not None for cell in cells) / max(1, len(cells))
