"""How the cells of a delimited text are quoted: with which sign, how it is written inside a cell, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTES = ('"', "'")
CONCORDANCE = ("\x14", "þ")
"""Delimiter and quote of the load files of document reviews."""
_LINE_END = r"[ \t]*(?:[\r\n]|\Z)"


@dataclass(frozen=True, slots=True)
class Quoting:
    """``escapechar`` stands before a quote in a cell. ``used``: quotes are syntax, otherwise letters of the cells."""

    quotechar: str = '"'
    skipinitialspace: bool = False
    escapechar: str | None = None
    used: bool = True


def quoting_of(text: str, delimiter: str) -> Quoting:
    """Find the quote that stands at the edges of cells, and what the writer did with quotes inside them."""
    edge = re.escape(delimiter)
    quotes = CONCORDANCE[1] if delimiter == CONCORDANCE[0] else QUOTES
    quote = max(quotes, key=lambda sign: _at_edges(text, edge, sign))
    return Quoting(quote, _spaced(text, delimiter, quote), _escape(text, edge, quote), _is_used(text, edge, quote))


def _at_edges(text: str, edge: str, quote: str) -> int:
    return len(re.findall(rf"(?:^|{edge}) ?{quote}|{quote}(?={edge}|{_LINE_END})", text, re.M)) if quote in text else 0


def _spaced(text: str, delimiter: str, quote: str) -> bool:
    """Tell blanks that stand between delimiter and quote."""
    edge = re.escape(delimiter)
    if delimiter == " " or f"{delimiter} " not in text:
        return False
    return len(re.findall(rf"{edge} +{quote}(?!{quote})", text)) > len(re.findall(rf"{edge}{quote}", text))


def _escape(text: str, edge: str, quote: str) -> str | None:
    """Tell a backslash before quotes inside cells; at the end of a cell it may belong to a path."""
    escaped = len(re.findall(rf"\\{quote}(?!{edge}|{_LINE_END})", text))
    return "\\" if escaped > len(re.findall(rf"[^{edge}{quote}\s]{quote}{quote}(?!{quote})", text)) else None


def _is_used(text: str, edge: str, quote: str) -> bool:
    """Tell quotes that are syntax from those of names: ``"Kolibri" LLC`` opens a cell and closes it inside.

    Where cells hold delimiters or doubled quotes, quotes are syntax all the same.
    """
    inside = rf"{quote}[^{quote}\r\n]*{quote}"
    broken = re.search(rf"(?:^|{edge}){inside}(?!{edge}|{quote}|{_LINE_END})", text, re.M)
    if broken is None or rf"\{quote}" in text:
        return True
    needed = rf"(?:^|{edge}){quote}(?:[^{quote}\r\n]*?(?:{edge}|{quote}{quote})[^\r\n]*?){quote}(?={edge}|{_LINE_END})"
    return any(_holds(match[0], edge, quote) for match in re.finditer(needed, text, re.M))


def _holds(cell: str, edge: str, quote: str) -> bool:
    """Tell a cell that could not be written without its quotes."""
    inner = re.sub(rf"^(?:{edge})?{quote}|{quote}$", "", cell)
    return not re.search(rf"(?<!{quote}){quote}(?!{quote})", inner)
