"""Ranges of cells by the names that spreadsheets give them."""

from __future__ import annotations


def column_name(column: int) -> str:
    """Name a column that is counted from 0: 27 is AB."""
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return letters


def range_name(top: int, bottom: int, left: int, right: int) -> str:
    """Name a range by its first and last rows and columns, counted from 0: A3:D20."""
    return f"{column_name(left)}{top + 1}:{column_name(right)}{bottom + 1}"
