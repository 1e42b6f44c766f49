"""A delimited text of one column: no delimiter shows, or only inside quotes."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence

_WHOLE = re.compile(
    r"\s*(?:[-+(]?[$€£₽₸]?\s?(?:\d[\d.,']*|\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?)\s?[%€$£₽₸)]?"
    r"|\+\d[\d() -]{6,18}\d"
    r"|\d{1,4}[-./ ](?:\d{1,2}|[^\W\d_]{3,9})[-./ ]\d{1,4}(?:[T ]\d{1,2}:\d{2}.*)?"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)\s*"
)
_NO_CELL = re.compile(r"[.!?…][\"»')]*\s*$|\S {3,}\S|^[-+=|]{3,}")
_LONGEST = 80


def guarded_delimiter(lines: Sequence[str], signs: str = ",;\t|") -> str | None:
    """Name the delimiter for whose sake a whole line was quoted, and which stands nowhere outside quotes."""
    for sign in signs:
        quoted = [line for line in lines if sign in line]
        if quoted and all(_is_one_cell(line, sign) for line in quoted):
            return sign
    return None


def _is_one_cell(line: str, sign: str) -> bool:
    text = line.strip()
    if not (len(text) > 2 and text[0] == text[-1] == '"'):
        return False
    return len(next(csv.reader([text], delimiter=sign))) == 1


def are_cells(lines: Sequence[str]) -> bool:
    """Tell lines that are cells from prose and listings: short, without gaps, and hardly any ends like a sentence."""
    written = [line.strip() for line in lines if line.strip()]
    if len(written) < 2:
        return False
    others = sum(bool(_NO_CELL.search(line)) or len(line) > _LONGEST for line in written)
    return others * 5 <= len(written)


def are_values(lines: Sequence[str]) -> bool:
    """Tell a column of numbers or dates, its header apart: the blank or comma inside parts no columns."""
    written = [line for line in lines if line.strip()]
    values = sum(bool(_WHOLE.fullmatch(line)) for line in written)
    return values >= 2 and values >= 0.9 * (len(written) - 1)
