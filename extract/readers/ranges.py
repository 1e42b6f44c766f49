"""Ranges of cells by the names that spreadsheets give them."""

from __future__ import annotations

import re

ROWS = 1_048_576
COLUMNS = 16_384
"""No sheet has more."""

_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")


def column_name(column: int) -> str:
    """Name a column that is counted from 0: 27 is AB."""
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return letters


def column_number(letters: str) -> int:
    """Count a column from 0 that is named by letters: AB is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def edges(name: str) -> tuple[int, int, int, int] | None:
    """Give the first and last row, the first and last column of a range, counted from 0; None for what is none."""
    found = _RANGE.fullmatch(name)
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    return int(top) - 1, int(bottom or top) - 1, column_number(left), column_number(right or left)


def range_name(top: int, bottom: int, left: int, right: int) -> str:
    """Name a range by its first and last rows and columns, counted from 0: A3:D20."""
    return f"{column_name(left)}{top + 1}:{column_name(right)}{bottom + 1}"
