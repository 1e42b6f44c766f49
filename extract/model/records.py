"""The seven kinds of record, as data: each field with its kind and what it means.

The classes are the schema. The store builds its tables from ``specs``, the header dictionaries name these fields, and
the docs are generated from the descriptions. Field names follow the declaration's boxes and FollowTheMoney's
EconomicActivity, Company, License and Payment where those have one.

Types by FieldKind:
PARTY   the company's name as printed (str). A field ``x_id`` beside it holds its identifier as ``scheme:value``.
TEXT    str. CODE: str, digits or letters, leading zeros kept.
AMOUNT  decimal as str ("1234.50"), dot as separator, in the currency of the field ``x_currency``.
NUMBER  float: quantities and weights. INTEGER: int.
DATE    ISO 8601 cut to its precision (``2022``, ``2022-05``, ``2022-05-12``).
COUNTRY ISO 3166-1 alpha-2 in upper case, or the text as printed where it is not recognised.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from dataclasses import field as dataclass_field
from enum import StrEnum
from functools import cache
from typing import Any


class FieldKind(StrEnum):
    """What a field holds."""

    PARTY = "party"
    TEXT = "text"
    CODE = "code"
    AMOUNT = "amount"
    NUMBER = "number"
    INTEGER = "integer"
    DATE = "date"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a record: its name, its kind, what it means with its unit."""

    name: str
    kind: FieldKind
    description: str


def _field(kind: FieldKind, description: str) -> Any:
    return dataclass_field(default=None, metadata={"kind": kind, "description": description})


def party_field(description: str) -> Any:
    """Declare a company's or person's name."""
    return _field(FieldKind.PARTY, description)


def text_field(description: str) -> Any:
    """Declare free text."""
    return _field(FieldKind.TEXT, description)


def code_field(description: str) -> Any:
    """Declare a code or identifier, kept as text."""
    return _field(FieldKind.CODE, description)


def amount_field(description: str) -> Any:
    """Declare an amount of money."""
    return _field(FieldKind.AMOUNT, description)


def number_field(description: str) -> Any:
    """Declare a measured number."""
    return _field(FieldKind.NUMBER, description)


def integer_field(description: str) -> Any:
    """Declare a count."""
    return _field(FieldKind.INTEGER, description)


def day_field(description: str) -> Any:
    """Declare a date with its precision."""
    return _field(FieldKind.DATE, description)


def country_field(description: str) -> Any:
    """Declare a country."""
    return _field(FieldKind.COUNTRY, description)


class Record:
    """Base of all records."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Shipment(Record):
    """One item row of a goods declaration or of a customs-database extract, not a whole shipment.

    A declaration's totals repeat on each of its items and are never summed.
    """

    declaration_number: str | None = code_field("registration number of the declaration (box A)")
    declaration_date: str | None = day_field("day the declaration was registered")
    release_date: str | None = day_field("day the goods were released")
    shipped: str | None = day_field("day of shipment: on board, flight, departure")
    arrived: str | None = day_field("day of arrival")
    item_number: int | None = integer_field("number of the item in the declaration (box 32)")
    direction: str | None = code_field("import, export, re-export, re-import or transit (box 1); as printed if unclear")
    procedure: str | None = code_field("customs procedure code (boxes 1 and 37)")
    customs_office: str | None = text_field("customs office, code or name")
    consignor: str | None = party_field("consignor, sender or exporter (box 2)")
    consignor_id: str | None = code_field("identifier of the consignor, scheme:value")
    consignor_address: str | None = text_field("address of the consignor")
    consignor_country: str | None = country_field("country of the consignor")
    consignee: str | None = party_field("consignee, receiver or importer (box 8)")
    consignee_id: str | None = code_field("identifier of the consignee, scheme:value")
    consignee_address: str | None = text_field("address of the consignee")
    consignee_country: str | None = country_field("country of the consignee")
    contract_holder: str | None = party_field("person responsible for financial settlement (box 9)")
    contract_holder_id: str | None = code_field("identifier of the contract holder, scheme:value")
    declarant: str | None = party_field("declarant (box 14)")
    declarant_id: str | None = code_field("identifier of the declarant, scheme:value")
    broker: str | None = party_field("customs broker (box 54)")
    broker_id: str | None = code_field("identifier of the broker, scheme:value")
    carrier: str | None = party_field("carrier")
    notify: str | None = party_field("notify party of a bill of lading")
    manufacturer: str | None = party_field("manufacturer (inside box 31)")
    brand: str | None = text_field("trade mark (inside box 31)")
    model: str | None = text_field("model or article (inside box 31)")
    goods_description: str | None = text_field("description of the goods (box 31)")
    hs_code: str | None = code_field("commodity code, 4 to 12 digits (box 33)")
    trading_country: str | None = country_field("country of the contract partner (box 11)")
    dispatch_country: str | None = country_field("country of dispatch (box 15)")
    origin_country: str | None = country_field("country of origin (boxes 16, 34)")
    destination_country: str | None = country_field("country of destination (box 17)")
    quantity: float | None = number_field("quantity in supplementary units (box 41)")
    quantity_unit: str | None = text_field("supplementary unit, canonical (pcs, kg, m ...)")
    packages: float | None = number_field("number of packages")
    gross_weight_kg: float | None = number_field("gross weight, kg (box 35)")
    net_weight_kg: float | None = number_field("net weight, kg (box 38)")
    invoice_value: str | None = amount_field("price of the item (box 42)")
    invoice_currency: str | None = code_field("currency of invoice_value, ISO 4217 (box 22)")
    invoice_total: str | None = amount_field("total of the whole declaration (box 22): never summed over rows")
    customs_value: str | None = amount_field("customs value of the item (box 45)")
    customs_value_currency: str | None = code_field("currency of customs_value, ISO 4217")
    statistical_value: str | None = amount_field("statistical value of the item (box 46)")
    statistical_value_currency: str | None = code_field("currency of statistical_value, ISO 4217; USD in the EAEU")
    unit_price: str | None = amount_field("price of one unit")
    exchange_rate: float | None = number_field("rate of the invoice currency (box 23)")
    incoterms: str | None = code_field("Incoterms code (box 20)")
    delivery_place: str | None = text_field("place of delivery (box 20)")
    transport_mode: str | None = text_field("mode or means of transport (boxes 21, 25)")
    port_of_loading: str | None = text_field("port of loading")
    port_of_discharge: str | None = text_field("port of discharge")
    container: str | None = code_field("container number")
    bill_of_lading: str | None = code_field("number of the bill of lading or waybill")
    contract_number: str | None = code_field("contract number")
    invoice_number: str | None = code_field("invoice number")
    document_number: str | None = code_field(
        "number of the paper itself, where it is none of the above: certificate, carnet"
    )
    document_date: str | None = day_field("day the paper itself was issued: waybill, certificate, carnet")


@dataclass(frozen=True, slots=True)
class Licence(Record):
    """One line of an import or export licence: a permission, not a movement."""

    number: str | None = code_field("licence number")
    issue_date: str | None = day_field("day of issue or begin of validity")
    expiry_date: str | None = day_field("end of validity")
    direction: str | None = code_field("import or export; as printed if unclear")
    licence_type: str | None = text_field("single, general or exclusive")
    status: str | None = text_field("issued, suspended, terminated")
    authority: str | None = text_field("issuing authority")
    holder: str | None = party_field("licence holder")
    holder_id: str | None = code_field("identifier of the holder, scheme:value")
    counterparty: str | None = party_field("seller (import) or buyer (export)")
    counterparty_country: str | None = country_field("country of the counterparty")
    origin_country: str | None = country_field("country of origin")
    hs_code: str | None = code_field("commodity code")
    goods_description: str | None = text_field("description of the goods")
    quantity: float | None = number_field("licensed quantity")
    quantity_unit: str | None = text_field("unit of the quantity, canonical")
    value: str | None = amount_field("licensed value")
    value_currency: str | None = code_field("currency of the value, ISO 4217")
    contract_number: str | None = code_field("contract number")


@dataclass(frozen=True, slots=True)
class Company(Record):
    """One entry of a company register."""

    name: str | None = party_field("name, in the register's first language")
    name_other: str | None = party_field("the same company's name in a second language")
    name_latin: str | None = party_field("the same company's name in Latin letters or English")
    identifier: str | None = code_field("register or tax number, scheme:value")
    identifier_other: str | None = code_field("a second number, scheme:value")
    registered: str | None = day_field("day of registration")
    status: str | None = text_field("status in the register")
    country: str | None = country_field("country of the register")
    address: str | None = text_field("registered address")
    activity: str | None = text_field("main activity, code or text")
    director: str | None = text_field("head or director (personal data)")
    owner: str | None = text_field("founder or owner, with share where given")
    phone: str | None = code_field("telephone numbers, E.164 where the country is told, parted by blanks")
    email: str | None = code_field("mail addresses in small letters, parted by blanks")
    website: str | None = code_field("site: host and path")
    address_key: str | None = text_field("what the address is compared by: its telling words in order of the alphabet")


@dataclass(frozen=True, slots=True)
class Statistic(Record):
    """One figure of official trade statistics."""

    reporter: str | None = country_field("country that reports")
    partner: str | None = country_field("partner country")
    flow: str | None = code_field("import, export or re-export")
    hs_code: str | None = code_field("commodity code, 2 to 10 digits")
    goods_description: str | None = text_field("commodity as printed")
    period: str | None = day_field("year, quarter or month")
    value: str | None = amount_field("value, after the table's scale was applied (thousands become units)")
    value_currency: str | None = code_field("currency of the value, ISO 4217")
    quantity: float | None = number_field("quantity")
    quantity_unit: str | None = text_field("unit of the quantity, canonical")
    net_weight_kg: float | None = number_field("net weight, kg")
    total_of: str | None = code_field(
        "partners (the world, a union, a continent) or goods (all commodities), where the figure adds up several; "
        "empty: one country, one commodity"
    )


@dataclass(frozen=True, slots=True)
class Payment(Record):
    """One payment order or bank transfer."""

    number: str | None = code_field("number of the order")
    date: str | None = day_field("day of the payment")
    payer: str | None = party_field("payer")
    payer_id: str | None = code_field("identifier of the payer, scheme:value")
    payer_account: str | None = code_field("account of the payer")
    payee: str | None = party_field("payee")
    payee_id: str | None = code_field("identifier of the payee, scheme:value")
    payee_account: str | None = code_field("account of the payee")
    amount: str | None = amount_field("amount paid")
    currency: str | None = code_field("currency, ISO 4217")
    purpose: str | None = text_field("purpose of the payment")


@dataclass(frozen=True, slots=True)
class Event(Record):
    """One dated event against which other dates are read (an invasion, a sanction, a stop of sales)."""

    date: str | None = day_field("day of the event")
    title: str | None = text_field("what happened")
    description: str | None = text_field("more words")
    country: str | None = country_field("country")
    reference: str | None = text_field("where it was published")


@dataclass(frozen=True, slots=True)
class Statement(Record):
    """One sentence of running text that says what happened: a claim of its author, not a record of trade."""

    predicate: str | None = code_field(
        "what it says: registered, licensed, supplied, received, paid, stopped_sales, dealer_of, based_in, owns, "
        "director_of, sanctioned, imported, exported, value_rose, value_fell, absent"
    )
    subject: str | None = party_field("who did it: supplier, payer, licence holder, owner, director's company ...")
    object: str | None = party_field("to whom or of whom: receiver, payee, seller of the licensed goods, company owned")
    party: str | None = party_field("a party where the grammar does not tell who gave and who got: no direction")
    other_party: str | None = party_field("the other party where the grammar does not tell the direction")
    person: str | None = text_field("a natural person it names: director, owner (personal data)")
    product: str | None = text_field("goods it speaks of, as printed")
    negated: int | None = integer_field("1: the sentence denies it")
    attribution: str | None = text_field("who is said to say so, as printed; empty: the author")
    hedge: str | None = text_field("words that leave it open: allegedly, reportedly, возможно")
    date: str | None = day_field("when it happened")
    date_before: str | None = day_field("the earlier period of a comparison")
    time_said: str | None = text_field(
        "time as printed, where no document date turns it into a date: last year, a month ago"
    )
    amount: str | None = amount_field("sum of money; of a comparison the later one")
    amount_currency: str | None = code_field("currency of amount, ISO 4217")
    amount_bound: str | None = code_field("over, under or about, where the sentence says so")
    amount_usd: str | None = amount_field("the same sum in US dollars, as the sentence gives it")
    amount_before: str | None = amount_field("the earlier sum of a comparison, in amount_currency")
    ratio: float | None = number_field("how many times more or less")
    quantity: float | None = number_field("number of goods")
    quantity_unit: str | None = text_field("unit of the quantity, canonical")
    quantity_bound: str | None = code_field("over, under or about, where the sentence says so")
    share: float | None = number_field("share owned, per cent")
    country: str | None = country_field("country where it happened, or that imported or exported")
    from_country: str | None = country_field("country the goods came from")
    to_country: str | None = country_field("country the goods went to")
    location: str | None = text_field("town or place, as printed")
    quote: str | None = text_field("the sentence as it stands")


RECORDS: dict[str, type[Record]] = {
    "shipment": Shipment,
    "licence": Licence,
    "company": Company,
    "statistic": Statistic,
    "payment": Payment,
    "event": Event,
    "statement": Statement,
}


@cache
def specs(kind: str) -> tuple[FieldSpec, ...]:
    """List the fields of a kind of record in their order. KeyError for an unknown kind."""
    record: Any = RECORDS[kind]
    return tuple(FieldSpec(f.name, f.metadata["kind"], f.metadata["description"]) for f in fields(record))
