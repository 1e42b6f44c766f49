"""Delimiters of several signs, ``||`` or ``|~|``, which no sign inside a cell can be taken for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

DOUBLED = "|;!~^,:#@$%&*\t"
MIXED = ("|~|", "~|~", "|^|", "^|^", "<|>", "[|]", "#|#", "|#|", "@|@", ";|;", "|;|", "#;#", ";#;")
# Two of these in a row are an empty cell, unless most lines have several pairs.
_EMPTY_BETWEEN = ";,\t"
_MOST_LINES = 0.8


def composite_delimiters(lines: Sequence[str]) -> Iterator[str]:
    """Yield the delimiters of several signs that stand in most lines and never in part."""
    written = [line for line in lines if line.strip()]
    yield from (sign * 2 for sign in DOUBLED if _only_pairs(written, sign))
    yield from (sign for sign in MIXED if _in_most(written, sign))


def _only_pairs(lines: Sequence[str], sign: str) -> bool:
    if not _in_most(lines, sign * 2):
        return False
    runs = [[len(run) for run in re.findall(rf"{re.escape(sign)}+", line)] for line in lines]
    if any(length % 2 for line in runs for length in line):
        return False
    return sign not in _EMPTY_BETWEEN or sum(len(line) > 1 for line in runs) * 2 > len(runs)


def _in_most(lines: Sequence[str], sign: str) -> bool:
    return sum(sign in line for line in lines) > _MOST_LINES * len(lines)
