"""Which delimiter and quote a delimited text uses: the pair that gives rows of one width and cells of one type.

After G. van den Burg et al., "Wrangling messy CSV files by detecting row and type patterns" (2019): a wrong delimiter
makes rows of many widths, and cuts through numbers, dates and addresses.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

# The weight is how seldom the sign stands inside cells of real tables: a bar also separates lists in a cell.
DOUBLED = ("!!", "||", "@@", "##", "^^", "~~")
DELIMITERS = {
    **{",": 1.0, ";": 1.0, "\t": 1.0, "|": 0.9, "^": 0.9, "~": 0.9, "\x1f": 1.0, "!": 0.5, ":": 0.4, " ": 0.3},
    **dict.fromkeys(DOUBLED, 1.0),
}
# Signs that prose has no use for: rows of unequal width are a table all the same.
STRONG = frozenset((*";\t|^~\x1f", *DOUBLED))
QUOTES = ('"', "'")
WEAK = 0.5
EVEN_ROWS = 5
HEADED = 0.75
SECTION = re.compile(r"\s*\[[^][;,]{2,40}\][\s;]*")
ROWS = 200
MOST_CHARACTERS = 100_000

# What a cell of a real table is as a whole, with the weight of finding it.
CELL_TYPES = (
    (re.compile(r"\s*"), 0.9),
    (re.compile(r"\s*[-+(]?[$€£₽₸]?\s?\d[\d\s.,'\u00a0]*\s?[%€$£₽₸)]?\s*"), 1.0),
    (re.compile(r"\s*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T ]\d{1,2}:\d{2}.*)?\s*"), 1.0),
    (re.compile(r"\s*\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?\s*"), 1.0),
    (re.compile(r"\s*(?:[\w.+-]+@[\w.-]+|https?://\S+)\s*"), 1.0),
    (re.compile(r"\s*[\w./-]{1,30}\s*"), 0.9),
    (re.compile(r"[^,;\t|]{1,40}"), 0.7),
)
OTHER = 0.25


@dataclass(frozen=True, slots=True)
class Dialect:
    """How columns are told apart. ``confidence``: 0 to 1. ``wide``: the share of rows with at least three cells."""

    delimiter: str
    quotechar: str
    confidence: float
    columns: int
    wide: float = 0.0
    skipinitialspace: bool = False
    even: bool = False
    """All rows, the header too, are of one width."""
    headed: bool = False
    """A section like ``[Header]`` begins it, and nearly every line below has a label and a value, or more cells."""


def detect_dialect(text: str) -> Dialect | None:
    """Find the dialect of a sample of whole lines; None if no delimiter occurs."""
    lines = list(islice(io.StringIO(text[:MOST_CHARACTERS], newline=""), ROWS))
    declared = declared_delimiter(lines)
    halves = {sign[0] for sign in DOUBLED if _only_doubled(text, sign)}
    signs = [sign for sign in DELIMITERS if sign not in halves and declared in (None, sign)]
    found = [d for sign in signs if (d := measure(lines, sign)) is not None]
    best = max(found, key=lambda d: d.confidence, default=None)
    if best is None or not _is_weak(best):
        return best
    # Blanks cut up cells that are sentences, but a sign of tables makes their rows of one width.
    return max((d for d in found if d.even and not _is_weak(d)), key=lambda d: d.confidence, default=best)


def _only_doubled(text: str, sign: str) -> bool:
    return 0 < text.count(sign) * 2 == text.count(sign[0])


def _is_weak(dialect: Dialect) -> bool:
    return DELIMITERS[dialect.delimiter] <= WEAK


def is_table(dialect: Dialect | None, enough: float = 0.4) -> bool:
    """Tell a delimited table from prose that happens to hold delimiters."""
    if dialect is None:
        return False
    return dialect.confidence >= enough or (dialect.delimiter in STRONG and (dialect.wide >= 0.4 or dialect.headed))


def declared_delimiter(lines: Sequence[str]) -> str | None:
    """Read Excel's own first line ``sep=;``."""
    match = re.fullmatch(r"sep=(.)[\r\n]*", lines[0]) if lines else None
    return match[1] if match and match[1] in DELIMITERS else None


def measure(lines: Sequence[str], delimiter: str) -> Dialect | None:
    """Measure one delimiter with the quote that fits it."""
    if not any(delimiter in line for line in lines):
        return None
    quote, spaced = quote_of("".join(lines), delimiter)
    rows = split(lines, delimiter, quote, spaced)
    widths = Counter(len(row) for row in rows)
    columns, _ = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if max(widths, default=0) < 2:
        return None
    confidence = pattern_score(widths) * type_score(rows, quote) * DELIMITERS[delimiter]
    wide = sum(n for width, n in widths.items() if width > 2) / len(rows)
    even = len(widths) == 1 and len(rows) >= EVEN_ROWS
    headed = bool(SECTION.fullmatch(lines[0])) and _filled(rows) >= HEADED
    return Dialect(delimiter, quote, round(confidence, 4), columns, wide, spaced, even, headed)


def _filled(rows: Sequence[Sequence[str]]) -> float:
    """Give the share of rows with two cells or more that hold something, sections apart."""
    below = [row for row in rows if not SECTION.fullmatch(row[0])]
    return sum(sum(bool(cell.strip()) for cell in row) > 1 for row in below) / max(1, len(below))


def split(lines: Sequence[str], delimiter: str, quote: str, spaced: bool) -> list[list[str]]:
    """Split the sample; a row cut by its end is left out, and so are blank lines."""
    sign, lines = one_sign(delimiter), list(with_one_sign(lines, delimiter))
    reader = csv.reader(lines, delimiter=sign, quotechar=quote, skipinitialspace=spaced)
    try:
        return [row for row in reader if row]
    except csv.Error:
        return []


def one_sign(delimiter: str) -> str:
    """Give the single sign that stands for a delimiter of two."""
    return delimiter if len(delimiter) == 1 else "\x1f"


def with_one_sign(lines: Iterable[str], delimiter: str) -> Iterable[str]:
    """Put a single sign for a delimiter of two, as the csv module knows no other."""
    return lines if len(delimiter) == 1 else (line.replace(delimiter, one_sign(delimiter)) for line in lines)


def quote_of(text: str, delimiter: str) -> tuple[str, bool]:
    """Find the quote that stands at the edges of cells, and whether blanks come before it."""
    edge = re.escape(delimiter)
    counts = {q: len(re.findall(rf"(?:^|{edge}) ?{q}|{q}(?={edge}|$)", text, re.M)) for q in QUOTES}
    quote = max(QUOTES, key=lambda q: counts[q])
    spaced = delimiter != " " and len(re.findall(rf"{edge} +{quote}(?!{quote})", text)) > len(
        re.findall(rf"{edge}{quote}", text)
    )
    return quote, spaced


def pattern_score(widths: Counter[int]) -> float:
    """Score how much the rows are of one width, wide rows above narrow ones."""
    total = sum(widths.values())
    return sum((count / total) ** 2 * (width - 1) / width for width, count in widths.items())


def type_score(rows: Sequence[Sequence[str]], quote: str) -> float:
    """Score how many cells are something as a whole."""
    cells = [cell for row in rows for cell in row]
    return sum(cell_score(cell, quote) for cell in cells) / max(1, len(cells))


def cell_score(cell: str, quote: str) -> float:
    """Score one cell by the first type it fully matches; half a pair of quotes shows a cut in the wrong place."""
    if quote == '"' and cell.count(quote) % 2:
        return 0.0
    return next((weight for pattern, weight in CELL_TYPES if pattern.fullmatch(cell)), OTHER)
