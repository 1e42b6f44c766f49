"""A number format cut into its sections and these into tokens: the language is the same in all formats of Excel."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple


class Token(NamedTuple):
    """A piece of a format: ``literal`` prints itself, ``digit`` is one of 0 # ?, the others print what they name."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """What prints the numbers that meet a condition, if there is one: an operator and its bound."""

    tokens: Sequence[Token]
    condition: tuple[str, float] | None = None

    def kinds(self) -> set[str]:
        """Name the kinds of its tokens."""
        return {token.kind for token in self.tokens}


_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<gap>.)|\*(?P<fill>.)'
    r"|\[(?P<elapsed>h+|m+|s+)\]|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]"
    r"|\[(?P<operator>[<>]=?|<>|=)(?P<bound>-?[\d.]+)\]|\[(?P<remark>[^\]]*)\]"
    r"|(?P<noon>AM/PM|A/P)|(?P<general>general|standard|основной|@)|(?P<exponent>E[+-])"
    r"|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?)|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<slash>/)"
    r"|(?P<end>;)|(?P<bare>.)",
    re.I | re.S,
)
_LITERAL = {"quoted", "escaped", "currency", "bare"}


@cache
def sections_of(code: str) -> tuple[Section, ...]:
    """Cut a format into sections."""
    sections: list[Section] = []
    tokens: list[Token] = []
    condition = None
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or ""
        if kind == "bound":
            condition = match["operator"], float(match["bound"])
        elif kind == "end":
            sections.append(Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind not in ("remark", "fill"):
            tokens.append(_token(kind, match[kind] or ""))
    return (*sections, Section(tuple(tokens), condition))


def _token(kind: str, text: str) -> Token:
    if kind == "gap":
        return Token("literal", " ")
    return Token("literal" if kind in _LITERAL else kind, text)
