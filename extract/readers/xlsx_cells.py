"""The text between the tags of a cell as a value, by the cell's type and style."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from extract.model import Cell
from extract.readers.styles import Convert
from extract.readers.xlsx_book import Book

Read = Callable[[str], Cell]
CANNOT = (ValueError, IndexError, OverflowError)
"""What a read raises for a text that is not of its type."""


FLAGS = {"1": True, "true": True, "0": False, "false": False}
REMEMBERED = 200_000


class Cells:
    """Give what reads a cell, by type and style. ``unescaped`` resolves the escapes that are left in its text."""

    def __init__(self, book: Book, unescaped: Callable[[str], str]) -> None:
        self.book = book
        self.by_type: dict[str, Read] = {
            "s": Shared(book.strings).__getitem__,
            "str": lambda text: unescaped(text) or None,
            "inlineStr": lambda text: unescaped(text) or None,
            "b": flag,
            "e": lambda text: unescaped(nonempty(text)),
            "d": iso,
        }

    def read(self, kind: str, style: str) -> Read:
        """Give what turns the text of such a cell into its value."""
        return self.by_type.get(kind) or self.number(style)

    def number(self, style: str) -> Read:
        """Give what reads a number of a style."""
        convert = self.book.styles[int(style)] if style.isdigit() and int(style) < len(self.book.styles) else None
        return float if convert is None else partial(converted, convert)


class Shared(dict[str, Cell]):
    """Shared strings by the text of their number: the same few thousand are asked for again and again."""

    def __init__(self, strings: list[str]) -> None:
        self.strings = strings

    def __missing__(self, number: str) -> Cell:
        found = self.strings[int(number)] or None
        if len(self) < REMEMBERED:
            self[number] = found
        return found


def converted(convert: Convert, text: str) -> Cell:
    """Read a number and what its format makes of it."""
    return convert(float(text))


def flag(text: str) -> bool:
    """Read a boolean."""
    if text not in FLAGS:
        raise ValueError(text)
    return FLAGS[text]


def nonempty(text: str) -> str:
    """Refuse an error that has no name: a cell without a value."""
    if not text:
        raise ValueError
    return text


def iso(text: str) -> Cell:
    """Read a date as the strict edition of the standard writes it."""
    at = datetime.fromisoformat(text)
    return at.date() if len(text) <= len("2022-01-01") else at
