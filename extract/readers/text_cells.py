"""A cell of a table in plain text: its words without the blanks around them, and the characters they stand at."""

from __future__ import annotations

from extract.model import Box, union

Piece = tuple[str, Box]
Laid = dict[int, Piece]
"""A row: its filled cells by column."""


def piece(line: str, number: int, start: int, end: int) -> Piece | None:
    """Cut a cell out of a line; None where there are only blanks."""
    text = line[start:end]
    words = text.strip()
    if not words:
        return None
    left = start + len(text) - len(text.lstrip())
    return words, Box(left, number, left + len(words), number + 1)


def joined(above: Laid, below: Laid) -> Laid:
    """Join a row with one that goes on with it."""
    both = dict(above)
    for column, (text, box) in below.items():
        before = both.get(column)
        both[column] = (f"{before[0]}\n{text}", union([before[1], box]) or box) if before else (text, box)
    return both
