"""Which delimiter and quote a delimited text uses: the pair that gives rows of one width and cells of one type.

After G. van den Burg et al., "Wrangling messy CSV files by detecting row and type patterns" (2019): a wrong delimiter
makes rows of many widths, and cuts through numbers, dates and addresses.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeGuard

from extract.text.composite import composite_delimiters
from extract.text.quoting import Quoting, quoting_of
from extract.text.single_column import are_cells, are_values, guarded_delimiter

# The weight is how seldom the sign stands inside cells of real tables: a bar also separates lists in a cell.
DELIMITERS = {
    **{",": 1.0, ";": 1.0, "\t": 1.0, "|": 0.9, "^": 0.9, "~": 0.9, "¦": 0.9, "¬": 0.9, "§": 0.9},
    **dict.fromkeys("\x01\x02\x14\x1f", 1.0),
    **{"!": 0.5, "#": 0.4, ":": 0.4, " ": 0.3},
}
# Signs that prose has no use for: rows of unequal width are a table all the same.
STRONG = frozenset(";\t|^~¦¬\x01\x02\x14\x1f")
JOINED = "\x1f"
"""What stands for a delimiter of several signs while the text is parsed."""
WEAK = 0.5
ALONE = 0.1
"""How sure a single column is: only a file that calls itself a table is believed to be one."""
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
RULE = re.compile(r"(?=[^+|]*[+|])[ |+:=-]*--[ |+:=-]*\s*")
NO_DECIMAL = re.compile(r"(?<!\d),|,(?!\d)")
FIGURE = re.compile(r"[-+(]?[\d.,:/-]*\d[\d.,:/%)-]*")
LINE_OF_VALUE = 6
"""A number or a date has no more pieces: «+7 701 123 45 67»."""


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
    escapechar: str | None = None
    quoted: bool = True
    """Quotes are syntax, not letters of the cells."""
    headed: bool = False
    """A section like ``[Header]`` begins it, and nearly every line below has a label and a value, or more cells."""


def detect_dialect(text: str) -> Dialect | None:
    """Find the dialect of a sample of whole lines; None if no delimiter occurs."""
    lines = list(islice(io.StringIO(text[:MOST_CHARACTERS], newline=""), ROWS))
    declared = declared_delimiter(lines)
    if declared is not None:
        return measure(lines[1:], declared) or Dialect(declared, '"', 1.0, 1)
    if is_drawn(lines):
        return None
    found = _of_several_signs(lines) or _best([d for sign in DELIMITERS if (d := measure(lines, sign)) is not None])
    if is_table(found, ALONE):
        return found
    guarded = guarded_delimiter(lines)
    return Dialect(guarded, '"', ALONE, 1) if guarded else found


def single_column(text: str) -> Dialect | None:
    """Take a text whose file is named as a table for one of a single column; None for prose."""
    lines = list(islice(io.StringIO(text[:MOST_CHARACTERS], newline=""), ROWS))
    return Dialect(",", '"', ALONE, 1) if are_cells(lines) else None


def is_drawn(lines: Sequence[str]) -> bool:
    """Tell a table that is drawn with signs, its cells padded with blanks: the bars part no cells of a file."""
    rules = [at for at, line in enumerate(lines) if RULE.fullmatch(line)]
    return any("|" in beside for at in rules for beside in (*lines[at - 1 : at], *lines[at + 1 : at + 2]))


def _best(found: Sequence[Dialect]) -> Dialect | None:
    best = max(found, key=lambda d: d.confidence, default=None)
    if best is None or not _is_weak(best):
        return best
    # Blanks cut up cells that are sentences, but a sign of tables makes their rows of one width.
    return max((d for d in found if d.even and not _is_weak(d)), key=lambda d: d.confidence, default=best)


def _of_several_signs(lines: Sequence[str]) -> Dialect | None:
    for signs in composite_delimiters(lines):
        found = measure([line.replace(signs, JOINED) for line in lines], JOINED)
        if is_table(found):
            return replace(found, delimiter=signs)
    return None


def _is_weak(dialect: Dialect) -> bool:
    return DELIMITERS[dialect.delimiter] <= WEAK


def is_table(dialect: Dialect | None, enough: float = 0.4) -> TypeGuard[Dialect]:
    """Tell a delimited table from prose that happens to hold delimiters."""
    if dialect is None:
        return False
    return dialect.confidence >= enough or (dialect.delimiter in STRONG and (dialect.wide >= 0.4 or dialect.headed))


def declared_delimiter(lines: Sequence[str]) -> str | None:
    """Read Excel's own first line ``sep=;``."""
    match = re.fullmatch(r"\ufeff?\"?sep=(.)\"?[\r\n]*", lines[0], re.I) if lines else None
    return match[1] if match and match[1] in DELIMITERS else None


def measure(lines: Sequence[str], delimiter: str) -> Dialect | None:
    """Measure one delimiter with the quoting that fits it."""
    if not any(delimiter in line for line in lines):
        return None
    quoting = quoting_of("".join(lines), delimiter)
    rows = split(lines, delimiter, quoting)
    widths = Counter(len(row) for row in rows)
    columns, _ = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if max(widths, default=0) < 2 or not parts_columns(lines, rows, delimiter, columns):
        return None
    confidence = pattern_score(widths) * type_score(rows, quoting.quotechar) * DELIMITERS[delimiter]
    return Dialect(
        delimiter,
        quoting.quotechar,
        round(confidence, 4),
        columns,
        wide=sum(n for width, n in widths.items() if width > 2) / len(rows),
        skipinitialspace=quoting.skipinitialspace,
        even=len(widths) == 1 and len(rows) >= EVEN_ROWS,
        escapechar=quoting.escapechar,
        quoted=quoting.used,
        headed=bool(SECTION.fullmatch(lines[0])) and _filled(rows) >= HEADED,
    )


def _filled(rows: Sequence[Sequence[str]]) -> float:
    """Give the share of rows with two cells or more that hold something, sections apart."""
    below = [row for row in rows if not SECTION.fullmatch(row[0])]
    return sum(sum(bool(cell.strip()) for cell in row) > 1 for row in below) / max(1, len(below))


def parts_columns(lines: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str, columns: int) -> bool:
    """Tell a delimiter from a sign inside the values of a single column: «1 200,50», «12:30», «Altyn Kanat»."""
    headless = delimiter not in lines[0]
    if (headless or DELIMITERS[delimiter] <= WEAK) and columns <= LINE_OF_VALUE and are_values(lines):
        return False
    listed = sum("  " in line.strip() for line in lines) * 2 > len(lines)
    if listed and (delimiter == " " or (delimiter == "," and not NO_DECIMAL.search("".join(lines)))):
        return False
    if delimiter != " ":
        return True
    body = [row for row in rows[1:] if len(row) == columns]
    figures = [sum(bool(FIGURE.fullmatch(cell)) for cell in column) for column in zip(*body, strict=True)]
    return sum(count >= 0.8 * len(body) for count in figures) * 2 >= columns + (columns == 2)


def split(lines: Sequence[str], delimiter: str, quoting: Quoting) -> list[list[str]]:
    """Split the sample; a row cut by its end is left out, and so are blank lines."""
    reader = csv.reader(
        lines,
        delimiter=delimiter,
        quotechar=quoting.quotechar,
        escapechar=quoting.escapechar,
        skipinitialspace=quoting.skipinitialspace,
        quoting=csv.QUOTE_MINIMAL if quoting.used else csv.QUOTE_NONE,
    )
    try:
        return [row for row in reader if row]
    except csv.Error:
        return []


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
