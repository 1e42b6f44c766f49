"""Understand a header that no dictionary holds, word by word.

Every word must be known and the classes of the words must make a phrase that is listed below; anything else stays
unmapped, because a wrong role is worse than none. Where a header makes several phrases, all are given, the surest
first: the values of the column choose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.records.header_lexicon import Token, look_up, tokens
from extract.records.vocabulary import HeaderWord

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Word classes that must be there, those that may, and the column they give (``{party}`` is filled in)."""

    must: tuple[str, ...]
    may: frozenset[str]
    column: str


def _phrase(must: str, may: str, column: str) -> Phrase:
    return Phrase(tuple(must.split()), frozenset(must.split()) | frozenset(may.split()) | {"filler", "inside"}, column)


# The order tells which phrase is meant where the words allow several.
_PHRASES = (
    _phrase("column", "currency currency_word total code number item goods customs", "{column}"),
    _phrase("party", "company customs goods", "{party}"),
    _phrase("party address", "company ordinal", "{party}_address"),
    _phrase("party taxid", "company code number", "{party}_id"),
    _phrase("party code", "company number", "{party}_id"),
    _phrase("party number", "company", "{party}_id"),
    _phrase("dispatch country", "code", "dispatch_country"),
    _phrase("trading country", "code", "trading_country"),
    _phrase("party country", "code company when", "{party}_country"),
    _phrase("hs level", "code digits number", "hs_prefix"),
    _phrase("hs", "code number digits item goods customs kind", "hs_code"),
    _phrase("hs description", "code item goods", "hs_description"),
    _phrase("code goods", "number customs", "hs_code"),
    _phrase("declaration number", "when goods customs code", "declaration_number"),
    _phrase("item number goods declaration", "", "item_number"),
    _phrase("item number", "declaration", "item_number"),
    _phrase("declaration number date", "when goods customs code", "declaration_number_and_date"),
    _phrase("licence number date", "when", "licence_number_and_date"),
    _phrase("invoice number", "date code", "invoice_number"),
    _phrase("contract number", "date code", "contract_number"),
    _phrase("licence number", "", "licence_number"),
    _phrase("waybill", "number side", "bill_of_lading"),
    _phrase("container", "number", "container"),
    _phrase("origin", "country code goods place number", "origin_country"),
    _phrase("destination country", "code", "destination_country"),
    _phrase("port load", "country", "port_of_loading"),
    _phrase("port discharge", "country", "port_of_discharge"),
    _phrase("place delivery", "", "delivery_place"),
    _phrase("terms delivery", "code", "incoterms"),
    _phrase("delivery kind", "", "incoterms"),
    _phrase("terms", "code", "incoterms"),
    _phrase("transport kind", "code border", "transport_mode"),
    _phrase("customs office", "code", "customs_office"),
    _phrase("procedure", "customs code", "procedure"),
    _phrase("date when", "item basis goods declaration contract invoice customs total company", "{when}"),
    _phrase("date", "", "date"),
    _phrase("period", "", "period"),
    _phrase("gross tonne", "weight total", "gross_weight_t"),
    _phrase("net tonne", "weight total", "net_weight_t"),
    _phrase("tonne", "weight total", "net_weight_t"),
    _phrase("gross", "weight symbol goods item total kg", "gross_weight_kg"),
    _phrase("net", "weight symbol goods item total kg", "net_weight_kg"),
    _phrase("quantity extra uom", "goods item total", "quantity"),
    _phrase("quantity inside uom", "goods item total", "quantity"),
    _phrase("quantity uom", "code extra number goods item kind", "quantity_unit"),
    _phrase("packages", "number quantity total", "packages"),
    _phrase("quantity", "goods item extra total symbol number when", "quantity"),
    _phrase("uom", "extra goods item code number kind", "quantity_unit"),
    _phrase("rate tax", "currency vat", OTHER),
    _phrase("unit rate", "currency", "unit_price"),
    _phrase("rate", "currency currency_word", "exchange_rate"),
    _phrase("currency_word", "code contract invoice basis goods kind", "invoice_currency"),
    _phrase("money kg", "currency unit item average total", "price_per_kg"),
    _phrase("currency kg", "unit money", "price_per_kg"),
    _phrase("unit money", "currency item goods average total currency_word when invoice basis", "unit_price"),
    _phrase("vat", "sum money currency currency_word item goods total paid", "vat"),
    _phrase("tax", "currency item goods total basis when money sum unit vat paid customs", "{tax}"),
    _phrase("basis money", "currency currency_word item goods total when vat vatbound bound sum", "{basis}"),
    _phrase("basis currency", "item goods total", "{basis}"),
    _phrase("basis worth", "currency currency_word money total", "{basis}"),
    _phrase("party money", "currency item goods total vat vatbound bound ordinal level", "unit_price"),
    _phrase(
        "money",
        "currency currency_word item goods total when vat vatbound bound ordinal level digits contract licence",
        "value",
    ),
    _phrase("total currency", "vat vatbound bound", "value"),
    _phrase("description", "goods item extra", "goods_description"),
    _phrase("goods", "item", "goods_description"),
    _phrase("brand", "goods", "brand"),
    _phrase("model", "goods", "model"),
    _phrase("direction", "", "direction"),
    _phrase("taxid", "company code number", "identifier"),
    _phrase("company", "", "company"),
)
_WHEN = ("expiry_date", "issue_date", "release_date", "arrival_date", "shipment_date", "invoice_date")
"""Of several days that a header speaks of, the first of these is meant: the arrival of a shipment is an arrival."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A column named by the grammar, with the currency that its header names."""

    column: str
    currency: str | None
    evidence: str


def understand(header: str) -> Understood | None:
    """Name the column of a header from its words; None where a word or the phrase is not known."""
    return next(iter(understandings(header)), None)


_LONGEST = 1_000
"""Characters of the longest header: what is longer is text, and the ways to cut it into words have no end."""


@lru_cache(4096)
def understandings(header: str) -> tuple[Understood, ...]:
    """Name the columns that a header may mean, the surest first."""
    if len(header) > _LONGEST:
        return ()
    parts = tokens(header)
    if not parts or not all(part.readings for part in parts):
        return ()
    evidence = f"header words: {' + '.join(part.text for part in parts)}"
    columns = dict.fromkeys(_columns(parts))
    return tuple(Understood(column, _currency(parts), evidence) for column in columns)


def _columns(parts: Sequence[Token]) -> Iterator[str]:
    for phrase in _PHRASES:
        options = [tuple(r for r in part.readings if r.kind in phrase.may) for part in parts]
        if not all(options):
            continue
        chosen = _chosen(phrase.must, options)
        column = _filled(phrase.column, chosen, options) if chosen else None
        if column:
            yield column
    if _are_other(parts):
        yield OTHER


def _chosen(must: Sequence[str], options: Sequence[Sequence[HeaderWord]]) -> dict[str, HeaderWord] | None:
    """Find for each class that must be there a word of its own."""
    if not must:
        return {}
    for at, readings in enumerate(options):
        one = next((r for r in readings if r.kind == must[0]), None)
        rest = _chosen(must[1:], [*options[:at], (), *options[at + 1 :]]) if one else None
        if one and rest is not None:
            return {must[0]: one, **rest}
    return None


def _filled(column: str, chosen: Mapping[str, HeaderWord], options: Sequence[Sequence[HeaderWord]]) -> str | None:
    """Fill in the name that the words give; None where they name two."""
    if not column.startswith("{"):
        return column
    kind, _, rest = column[1:].partition("}")
    named = [reading.column for readings in options for reading in readings if reading.kind == kind]
    if kind == "when":
        return next((name for name in _WHEN if name in named), chosen[kind].column)
    certain = {readings[0].column for readings in options if {r.kind for r in readings} == {kind}}
    return None if len(certain) > 1 else chosen[kind].column + rest


def _currency(parts: Sequence[Token]) -> str | None:
    return next((r.column for part in parts for r in part.readings if r.kind == "currency" and r.column), None)


def currency_of(header: str) -> str | None:
    """Give the currency that a header or a unit line names."""
    return _currency(tokens(header))


def speaks_of_money(header: str) -> bool:
    """Tell a header with a word of money among words that are not known: ``PRICE_REES``, ``ЦенаРГ``."""
    parts = tokens(header)
    kinds = {r.kind for part in parts for r in part.readings}
    if kinds & {"quantity", "gross", "net", "weight", "rate", "packages"}:
        return False
    return "money" in kinds or any(_holds_money(part.text) for part in parts if not part.readings)


def _holds_money(word: str) -> bool:
    ends = (word[:end] for end in range(3, len(word))), (word[begin:] for begin in range(1, len(word) - 2))
    return any(reading.kind == "money" for some in ends for one in some for reading in look_up(one))


def speaks_of_other(header: str) -> bool:
    """Tell a header with a word for what no record holds: a bank, a telephone, somebody's birth."""
    return _are_other(tokens(header))


def _are_other(parts: Sequence[Token]) -> bool:
    return any(part.readings and all(r.column == OTHER for r in part.readings) for part in parts)
