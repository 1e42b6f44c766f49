"""Currencies by code, sign, word and ISO number, in the languages of the trade.

A sign used by several countries is read as the commonest and said to be so: ``$`` as USD, ``¥`` as CNY.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.fields.contract import FieldError
from extract.fields.table import rows, spellings

_SHARED = {
    "$": "several dollars",
    "¥": "yuan or yen",
    "￥": "yuan or yen",
    "Rs": "several rupees",
    "Br": "several birr",
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a currency. ``decimal``: the decimal mark of the language the word belongs to."""

    code: str
    decimal: str | None = None
    shared: str | None = None


def _spellings() -> dict[str, Spelling]:
    table: dict[str, Spelling] = {}
    for row in rows("currencies"):
        code = row["code"]
        table[code] = Spelling(code)
        table.update({sign: Spelling(code, _sign_decimal(sign), _SHARED.get(sign)) for sign in spellings(row["signs"])})
        for column, mark in (("point_words", "."), ("comma_words", ",")):
            for word in spellings(row[column]):
                table.setdefault(word.casefold(), Spelling(code, mark))
    return table


def _sign_decimal(sign: str) -> str | None:
    """Give the decimal mark of the countries that use a sign, where they agree."""
    return "." if any(letter in "$£¥￥₹円" for letter in sign) else None


_BY_SPELLING = _spellings()
_BY_NUMBER = {number: row["code"] for row in rows("currencies") for number in spellings(row["numeric"])}
_BLANKS = re.compile(r"\s+")


def _alternatives() -> str:
    exact = sorted((s for s in _BY_SPELLING if s != s.casefold() or not s[0].isalpha()), key=len, reverse=True)
    words = sorted((s for s in _BY_SPELLING if s == s.casefold() and s[0].isalpha()), key=len, reverse=True)
    return f"(?:{'|'.join(map(_bounded, exact))}|(?i:{'|'.join(map(_bounded, words))}))"


def _bounded(spelling: str) -> str:
    pattern = re.escape(spelling).replace(r"\ ", r"\s{0,2}")
    if spelling[0].isalpha() and ord(spelling[0]) < 0x2E80:
        pattern = r"(?<![^\W\d_])" + pattern
    if spelling[-1].isalpha() and ord(spelling[-1]) < 0x2E80:
        pattern += r"(?![^\W\d_])"
    return pattern


# To be built into larger patterns; matches one spelling with its word boundaries.
PATTERN = _alternatives()


@lru_cache(maxsize=4096)
def spelling(text: str) -> Spelling:
    """Look a spelling up: a code, a sign, a word."""
    body = _BLANKS.sub(" ", text.strip())
    found = _BY_SPELLING.get(body) or _BY_SPELLING.get(body.casefold()) or _BY_SPELLING.get(body.upper())
    found = found or _BY_SPELLING.get(body.casefold().rstrip(".,:;"))
    if found is None:
        raise FieldError(f"not a currency: {text!r}")
    return found


@lru_cache(maxsize=4096)
def parse(text: str) -> str:
    """Give the ISO 4217 code of a currency written as code, sign, word or ISO number."""
    body = text.strip().strip("()[]")
    number = body[:-2] if body.endswith(".0") else body
    if number.isascii() and number.isdigit() and number.zfill(3) in _BY_NUMBER:
        return _BY_NUMBER[number.zfill(3)]
    return spelling(body).code
