"""Understand a header that no dictionary holds, word by word.

Every word must be known and the classes of the words must make a phrase that is listed below; anything else stays
unmapped, because a wrong role is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.layout.normal import words
from extract.records.vocabulary import header_words, meanings


@dataclass(frozen=True, slots=True)
class Phrase:
    """Word classes that must be there, those that may, and the column they give (``{party}`` is filled in)."""

    must: frozenset[str]
    may: frozenset[str]
    column: str


def _phrase(must: str, may: str, column: str) -> Phrase:
    return Phrase(frozenset(must.split()), frozenset(may.split()) | {"filler"}, column)


_PHRASES = (
    _phrase("party", "company", "{party}"),
    _phrase("when company", "", "{when company}"),
    _phrase("party address", "company", "{party}_address"),
    _phrase("party identity", "company tax", "{party}_id"),
    _phrase("party country", "identity", "{party}_country"),
    _phrase("hs", "identity digits item", "hs_code"),
    _phrase("hs level", "identity digits", "hs_prefix"),
    _phrase("hs description", "identity item", "hs_description"),
    _phrase("date when", "item basis", "{when}"),
    _phrase("date", "", "date"),
    _phrase("period", "", "period"),
    _phrase("unit money", "currency item average total currency_word when", "unit_price"),
    _phrase("tax", "currency item total basis when money unit vat", "{tax}"),
    _phrase("basis money", "currency currency_word item total when vat", "{basis}"),
    _phrase("party money", "currency item total vat ordinal level", "unit_price"),
    _phrase("money", "currency currency_word item total when vat ordinal level digits", "value"),
    _phrase("total currency", "vat", "value"),
    _phrase("company", "", "company"),
)
_COMPANIES = {"transport": "carrier", "shipping": "carrier"}


@dataclass(frozen=True, slots=True)
class Understood:
    """A column named by the grammar, with the currency that its header names."""

    column: str
    currency: str | None
    evidence: str


@lru_cache(4096)
def understand(header: str) -> Understood | None:
    """Name the column of a header from its words; None where a word or the phrase is not known."""
    parts = [piece for word in words(header) for piece in _pieces(word)]
    known = header_words()
    if not parts or any(part not in known for part in parts):
        return None
    classes = frozenset(known[part].kind for part in parts)
    column = next((_column(p, parts) for p in _PHRASES if p.must <= classes <= p.must | p.may), None)
    if column is None or column not in meanings():
        return None
    return Understood(column, currency_of(parts), f"header words: {' + '.join(parts)}")


def _column(phrase: Phrase, parts: list[str]) -> str:
    if "{" not in phrase.column:
        return phrase.column
    kind, _, rest = phrase.column[1:].partition("}")
    return _named(kind, parts) + rest


def _named(kind: str, parts: list[str]) -> str:
    if kind == "when company":
        return next((_COMPANIES[p] for p in parts if p in _COMPANIES), "")
    known = header_words()
    return next(known[part].column for part in parts if known[part].kind == kind)


def currency_of(parts: list[str]) -> str | None:
    """Give the currency named by one of the words."""
    known: Mapping[str, str] = {w: h.column for w, h in header_words().items() if h.kind == "currency" and h.column}
    return next((known[part] for part in parts if part in known), None)


def speaks_of_money(header: str) -> bool:
    """Tell a header with a word of money among words that are not known: ``PRICE_REES``, ``ЦенаРГ``."""
    known = header_words()
    money = tuple(word for word, entry in known.items() if entry.kind == "money" and len(word) >= 3)
    parts = [piece for word in words(header) for piece in _pieces(word)]
    if any(known[part].kind == "measure" for part in parts if part in known):
        return False
    return any(part.startswith(money) or part.endswith(money) for part in parts)


def _pieces(word: str) -> list[str]:
    """Split ``totalvalueusd`` into known words; leave a word that is known, or cannot be split, whole."""
    if word in header_words():
        return [word]
    return _split(word) or [word]


@lru_cache(4096)
def _split(word: str) -> list[str] | None:
    for end in range(len(word) - 1, 1, -1):
        if word[:end] not in header_words() or not word[:end].isalpha():
            continue
        rest = [word[end:]] if word[end:] in header_words() else _split(word[end:])
        if rest:
            return [word[:end], *rest]
    return None
