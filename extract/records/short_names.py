"""Understand the short names of fields in exchange files: ``NAIM_TOV``, ``CENABNDS``, ``ЦенаИзг``.

A dBASE field has ten letters for its name, and programs of the trade cut and join words, Russian ones in Latin letters,
as each pleases. So a name is cut into pieces that are known, and the classes of the pieces make a phrase. A name with a
piece nobody knows says nothing. Where a phrase has two meanings (is PRNAME the producer's name or the product's?) both
are given, and the values choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extract.layout.normal import words
from extract.records.vocabulary import short_words

_LONGEST = 40
_WHOLE = 7
_CONTRACTED = re.compile(r"\b([^\W\d_]{2,7})-([^\W\d_]{2,4})\b")
_NAMES_MONEY = frozenset(("price", "price_letter", "sum", "vat_kind"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Classes of pieces that must be there, those that may, and the columns they can mean, the likeliest first."""

    must: frozenset[str]
    may: frozenset[str]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShortName:
    """What a short name can mean, the likeliest first; nothing where it names what no column of ours reads.

    ``names_money``: it has a piece that means money; else only figures with cents may be taken for money.
    """

    columns: tuple[str, ...]
    names_money: bool
    evidence: str

    @property
    def is_sure(self) -> bool:
        """Tell a name with one meaning, which no value needs to confirm."""
        return len(self.columns) == 1 and (self.names_money or not self.columns[0].endswith("_price"))


def _phrase(must: str, may: str, columns: str) -> Phrase:
    return Phrase(frozenset(must.split()), frozenset(may.split()), tuple(columns.split()))


_MONEY_TOO = "vat vat_kind filler unit doc"
_PHRASES = (
    _phrase("maker", "name org filler", "manufacturer maker_price"),
    _phrase("maker price", _MONEY_TOO, "maker_price"),
    _phrase("maker vat_kind", "vat filler", "maker_price"),
    _phrase("maker sum", _MONEY_TOO, "value"),
    _phrase("maker country", "name", "origin_country"),
    _phrase("maker_or_goods", "name", "manufacturer goods_description maker_price"),
    _phrase("maker_or_goods price", _MONEY_TOO, "maker_price"),
    _phrase("maker_or_goods vat_kind", "vat", "maker_price"),
    _phrase("maker_or_goods maker", "", "maker_price"),
    _phrase("maker_or_goods country", "name", "origin_country"),
    _phrase("seller", "name org", "consignor"),
    _phrase("seller address", "", "consignor_address"),
    _phrase("seller tax_number", "", "consignor_id"),
    _phrase("buyer", "name org", "consignee"),
    _phrase("buyer address", "", "consignee_address"),
    _phrase("buyer tax_number", "", "consignee_id"),
    _phrase("payer", "name org", "payer"),
    _phrase("carrier", "name org", "carrier"),
    _phrase("goods", "name", "goods_description"),
    _phrase("price_letter vat_kind", "vat maker_or_goods filler", "unit_price"),
    _phrase("price_letter registry", "vat vat_kind", "registry_price"),
    _phrase("price registry", "vat vat_kind filler code", "registry_price"),
    _phrase("price_letter maker", "vat vat_kind", "maker_price"),
    _phrase("registry", "", "registry_price"),
    _phrase("price", f"{_MONEY_TOO} code", "unit_price"),
    _phrase("sum vat", "filler unit doc invoice", "vat"),
    _phrase("vat filler", "", "vat"),
    _phrase("sum", f"{_MONEY_TOO} invoice", "value"),
    _phrase("sum rate", "vat vat_kind filler", "value"),
    _phrase("quantity", "goods", "quantity"),
    _phrase("unit", "", "quantity_unit"),
    _phrase("doc date", "code", "document_date"),
    _phrase("invoice date", "doc", "invoice_date"),
    _phrase("invoice code", "doc", "invoice_number"),
    _phrase("customs", "code", "declaration_number"),
    _phrase("country", "name", "country"),
)


@lru_cache(4096)
def understand(header: str) -> ShortName | None:
    """Say what a short name can mean; None where a piece of it is not known."""
    pieces = _pieces(header)
    classes = _classes(pieces)
    if not classes:
        return None
    columns = next((p.columns for p in _PHRASES if p.must <= classes <= p.must | p.may), ())
    return ShortName(columns, bool(classes & _NAMES_MONEY), f"short name: {' + '.join(pieces)}")


def is_bare_name(header: str) -> bool:
    """Tell a header that says “name” and not of what."""
    return "name" in (classes := _classes(_pieces(header))) and classes <= {"name", "filler"}


def _pieces(header: str) -> list[str]:
    """Cut a header into known pieces; none where it has one that is not known."""
    if len(header) > _LONGEST:
        return []
    cut = [_cut(word) for word in words(_CONTRACTED.sub(_whole, header)) if not word.isdecimal()]
    return [piece for pieces in cut for piece in pieces] if all(cut) else []


def _whole(match: re.Match[str]) -> str:
    """Give the word that is written by its begin and its end: ``про-ль``, ``кол-во``; words of one class will do."""
    begin, end = match[1].casefold(), match[2].casefold()
    meant = [word for word in short_words() if len(word) >= _WHOLE and word.startswith(begin) and word.endswith(end)]
    return meant[0] if len(_classes(meant)) == 1 else match[0]


def _classes(pieces: Iterable[str]) -> frozenset[str]:
    return frozenset(short_words()[piece] for piece in pieces)


@lru_cache(4096)
def _cut(word: str) -> tuple[str, ...]:
    """Cut a word into the fewest known pieces; a number at its end counts the fields of one kind."""
    word = word.rstrip("0123456789")
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(word) + 1):
        for start in range(end):
            piece = word[start:end]
            if start in best and piece in short_words():
                tried = (*best[start], piece)
                if end not in best or len(tried) < len(best[end]):
                    best[end] = tried
    return best.get(len(word), ())
