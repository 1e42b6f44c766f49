"""The places of a form: for each, the lines printed there and the fields of the record they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from babel import Locale

from corpus_samples.generate.forms.deal import Deal, Line, Party, later

UNITS = {
    "en": ("pcs", "kg"), "de": ("Stück", "kg"), "fr": ("pièces", "kg"), "ru": ("шт", "кг"), "uk": ("шт", "кг"),
    "tr": ("adet", "kg"), "zh": ("个", "千克"), "es": ("piezas", "kg"), "it": ("pezzi", "kg"), "pl": ("szt", "kg"),
    "nl": ("stuks", "kg"),
}  # fmt: skip
COMMA = frozenset(("de", "it", "tr", "nl", "es-ES"))
SPACED = frozenset(("fr", "ru", "uk", "pl"))
AUTHORITY = {"ru": "Министерство связи", "en": "Ministry of Communications"}
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@dataclass(frozen=True, slots=True)
class Slot:
    """What is printed at one place and what it tells."""

    lines: tuple[str, ...]
    truth: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a slot is filled from. ``line``: the goods of the row; ``spelling``: a number that fixes how days look."""

    deal: Deal
    language: str
    spelling: int
    codes: bool
    line: Line | None = None

    @property
    def goods(self) -> Line:
        assert self.line is not None, "a slot of the items needs a line of goods"
        return self.line

    def number(self, value: float, places: int = 2) -> str:
        text = f"{value:,.{places}f}"
        if self.language in COMMA:
            return text.translate({ord(","): ".", ord("."): ","})
        if self.language in SPACED:
            return text.translate({ord(","): "\u00a0", ord("."): ","})
        return text

    def day(self, day: date) -> str:
        if self.language == "zh":
            return (f"{day:%Y%m%d}", f"{day:%Y-%m-%d}", f"{day.year}年{day.month}月{day.day}日")[self.spelling % 3]
        if self.language == "en":
            month = MONTHS[day.month - 1]
            return (f"{day:%d}-{month}-{day:%Y}", f"{day:%Y-%m-%d}", f"{day:%d/%m/%Y}", f"{day:%d %B %Y}")[
                self.spelling % 4
            ]
        return (f"{day:%d.%m.%Y}", f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}")[self.spelling % 3]

    def country(self, code: str) -> str:
        return code if self.codes else str(Locale(self.language).territories[code])

    def unit(self, unit: str) -> str:
        return UNITS[self.language][unit == "kg"]


def slot(name: str, facts: Facts) -> Slot:
    """Fill a place."""
    return SLOTS[name](facts)


def _party(field: str, role: str, *, known: bool = True) -> Callable[[Facts], Slot]:
    """Print a firm with its address; ``known``: records have a field for its number."""

    def fill(facts: Facts) -> Slot:
        who = facts.deal.parties[role]
        told = {field: who.name, f"{field}_id": who.identifier if known else None}
        return Slot(tuple(_party_lines(who)), {name: value for name, value in told.items() if value})

    return fill


def _party_lines(who: Party) -> Iterable[str]:
    yield who.name
    yield who.street
    yield who.place
    if who.identifier:
        yield f"{who.id_label} {who.number}"


def _named(field: str, role: str) -> Callable[[Facts], Slot]:
    """Print a name alone."""

    def fill(facts: Facts) -> Slot:
        return Slot((facts.deal.parties[role].name,), {field: facts.deal.parties[role].name})

    return fill


def _number(field: str, name: str) -> Callable[[Facts], Slot]:
    def fill(facts: Facts) -> Slot:
        text = facts.deal.numbers[name]
        return Slot((text,), {field: text.replace(" ", "")})

    return fill


def _dated(field: str, name: str, days: int) -> Callable[[Facts], Slot]:
    """Print a number with its day."""

    def fill(facts: Facts) -> Slot:
        number = facts.deal.numbers[name]
        return Slot((f"{number} {facts.day(later(facts.deal.day, days))}",), {field: number})

    return fill


def _day(field: str, days: int) -> Callable[[Facts], Slot]:
    def fill(facts: Facts) -> Slot:
        day = later(facts.deal.day, days)
        return Slot((facts.day(day),), {field: day.isoformat()} if field else {})

    return fill


def _at_on(field: str, places: Mapping[str, str], days: int) -> Callable[[Facts], Slot]:
    """Print a place and a day."""

    def fill(facts: Facts) -> Slot:
        day = later(facts.deal.day, days)
        town = places.get(facts.language, places["en"])
        return Slot((f"{town}, {facts.day(day)}",), {field: day.isoformat()})

    return fill


def _country(field: str, attribute: str) -> Callable[[Facts], Slot]:
    def fill(facts: Facts) -> Slot:
        code = getattr(facts.deal, attribute)
        return Slot((facts.country(code),), {field: code})

    return fill


def _printed(text: str | Mapping[str, str], field: str = "") -> Callable[[Facts], Slot]:
    """Print a fixed text, of which nothing or one field is told."""

    def fill(facts: Facts) -> Slot:
        words = text if isinstance(text, str) else text.get(facts.language, text["en"])
        return Slot((words,), {field: words} if field else {})

    return fill


def _delivery(facts: Facts) -> Slot:
    place = "HAMBURG"
    return Slot((f"{facts.deal.term} {place}",), {"incoterms": facts.deal.term, "delivery_place": place})


def _term(facts: Facts) -> Slot:
    return Slot((facts.deal.term,), {"incoterms": facts.deal.term})


def _total(facts: Facts) -> Slot:
    deal = facts.deal
    told = {"invoice_total": f"{deal.total:.2f}", "invoice_currency": deal.currency}
    return Slot((f"{deal.currency} {facts.number(deal.total)}",), told)


def _direction(facts: Facts) -> Slot:
    letters = "EX" if facts.deal.direction == "export" else "IM"
    return Slot((f"{letters}   {'A' if facts.spelling % 2 else '1'}",), {"direction": facts.deal.direction})


def _operation(facts: Facts) -> Slot:
    return Slot(("EXP" if facts.deal.direction == "export" else "IMP",), {"direction": facts.deal.direction})


def _whole(field: str, attribute: str, places: int = 2) -> Callable[[Facts], Slot]:
    """Print a figure of the whole paper: it is of a record only where there is one line of goods."""

    def fill(facts: Facts) -> Slot:
        lines = facts.deal.lines
        value = round(sum(getattr(line, attribute) for line in lines), 2)
        text = facts.number(value, places)
        return Slot((text,), {field: float(value)} if len(lines) == 1 else {})

    return fill


def _of_line(field: str, attribute: str, places: int = 2) -> Callable[[Facts], Slot]:
    def fill(facts: Facts) -> Slot:
        value = getattr(facts.goods, attribute)
        return Slot((facts.number(value, places),), {field: float(value)})

    return fill


def _goods(facts: Facts) -> Slot:
    russian = facts.language in ("ru", "uk")
    text = facts.goods.russian if russian else facts.goods.english
    return Slot((text,), {"goods_description": text})


def _goods_with_packages(facts: Facts) -> Slot:
    line = facts.goods
    goods = _goods(facts)
    lines = (f"{line.packages} CTN", *goods.lines)
    return Slot(lines, {"goods_description": " ".join(lines)})


def _code(digits: int) -> Callable[[Facts], Slot]:
    def fill(facts: Facts) -> Slot:
        code = facts.goods.code[:digits]
        shown = f"{code[:4]}.{code[4:6]}" + (f".{code[6:]}" if code[6:] else "")
        return Slot((shown if facts.spelling % 3 == 0 else code,), {"hs_code": code})

    return fill


def _quantity(facts: Facts) -> Slot:
    line = facts.goods
    told = {"quantity": float(line.quantity), "quantity_unit": line.unit}
    return Slot((f"{line.quantity} {facts.unit(line.unit)}",), told)


def _origin(facts: Facts) -> Slot:
    return Slot((facts.country(facts.goods.origin),), {"origin_country": facts.goods.origin})


def _item_number(facts: Facts) -> Slot:
    return Slot((str(facts.goods.number),), {"item_number": facts.goods.number})


def _value(field: str, currency: bool = True) -> Callable[[Facts], Slot]:
    def fill(facts: Facts) -> Slot:
        value = facts.goods.value
        told = {field: f"{value:.2f}"} | ({"invoice_currency": facts.deal.currency} if currency else {})
        text = f"{facts.number(value)} {facts.deal.currency}" if currency else facts.number(value)
        return Slot((text,), told)

    return fill


def _price(facts: Facts) -> Slot:
    return Slot((facts.number(facts.goods.price),), {"unit_price": f"{facts.goods.price:.2f}"})


def _prices(facts: Facts) -> Slot:
    """Print unit price, total and currency below one another, as Chinese declarations do."""
    line, currency = facts.goods, facts.deal.currency
    names = {"USD": "美元", "EUR": "欧元"}
    told = {"unit_price": f"{line.price:.2f}", "invoice_value": f"{line.value:.2f}", "invoice_currency": currency}
    return Slot((f"{line.price:.2f}", f"{line.value:.2f}", names.get(currency, currency)), told)


def _documents(facts: Facts) -> Slot:
    numbers = facts.deal.numbers
    lines = (f"N380 {numbers['invoice']}", f"4100 {numbers['contract']}")
    return Slot(lines, {"invoice_number": numbers["invoice"], "contract_number": numbers["contract"]})


def _papers(facts: Facts) -> Slot:
    numbers = facts.deal.numbers
    text = {"ru": f"Инвойс № {numbers['invoice']}", "de": f"Rechnung Nr. {numbers['invoice']}"}
    return Slot(
        (text.get(facts.language, f"Invoice No. {numbers['invoice']}"),), {"invoice_number": numbers["invoice"]}
    )


def _rate(facts: Facts) -> Slot:
    rate = 1 + facts.spelling / 10_000
    return Slot((facts.number(rate, 4),), {"exchange_rate": rate})


def _sectioned(imports: str, exports: str) -> Callable[[Facts], Slot]:
    """Print a firm in lines with labels of their own; what it is depends on the direction."""

    def fill(facts: Facts) -> Slot:
        field = imports if facts.deal.direction == "import" else exports
        who = facts.deal.parties[field]
        lines = (f"NOMBRE, DENOMINACION O RAZON SOCIAL: {who.name}", f"DOMICILIO: {_address(who)}")
        return Slot(lines, {field: who.name})

    return fill


def _address(who: Party) -> str:
    return f"{who.street}, {who.place}"


def _weighed(facts: Facts) -> Slot:
    line = facts.goods
    return Slot(
        (f"{line.quantity} {facts.unit(line.unit)}",), {"quantity": float(line.quantity), "quantity_unit": line.unit}
    )


def _paid(facts: Facts) -> Slot:
    deal = facts.deal
    return Slot(
        (f"{facts.number(deal.total)} {deal.currency}",), {"amount": f"{deal.total:.2f}", "currency": deal.currency}
    )


def _purpose(facts: Facts) -> Slot:
    text = {"ru": "Оплата по счету № {}", "uk": "Оплата за рахунком № {}"}.get(
        facts.language, "Payment for invoice No. {}"
    )
    words = text.format(facts.deal.numbers["invoice"])
    return Slot((words,), {"purpose": words})


def _licence_value(facts: Facts) -> Slot:
    deal = facts.deal
    return Slot(
        (f"{facts.number(deal.total)} {deal.currency}",),
        {"value": f"{deal.total:.2f}", "value_currency": deal.currency},
    )


def _entered_address(facts: Facts) -> Slot:
    text = _address(facts.deal.parties["consignee"])
    return Slot((text,), {"address": text})


def _entered_number(facts: Facts) -> Slot:
    who = facts.deal.parties["consignee"]
    return Slot((who.number,), {"identifier_other": who.identifier} if who.identifier else {})


def _agent_decoy(facts: Facts) -> Slot:
    return Slot((facts.deal.parties["agent"].name, "Cargo Terminal 4"), {})


SLOTS: dict[str, Callable[[Facts], Slot]] = {
    "consignor": _party("consignor", "consignor"),
    "consignee": _party("consignee", "consignee"),
    "declarant": _party("declarant", "declarant"),
    "manufacturer": _party("manufacturer", "manufacturer", known=False),
    "notify": _party("notify", "notify", known=False),
    "carrier": _party("carrier", "carrier", known=False),
    "carrier_name": _named("carrier", "carrier"),
    "agent": _agent_decoy,
    "successive": _printed("Osten Trans UAB"),
    "mrn": _number("declaration_number", "mrn"),
    "cn_entry": _number("declaration_number", "cn_entry"),
    "ua_number": _number("declaration_number", "ua"),
    "tr_number": _number("declaration_number", "tr"),
    "pedimento": _number("declaration_number", "pedimento"),
    "awb": _number("bill_of_lading", "awb"),
    "cmr": _number("bill_of_lading", "cmr"),
    "waybill": _number("bill_of_lading", "waybill"),
    "certificate": _number("document_number", "certificate"),
    "spec_number": _number("document_number", "specification"),
    "seller": _party("consignor", "consignor"),
    "buyer": _party("consignee", "consignee"),
    "payment_terms": _printed({"en": "30 days after delivery", "ru": "30 дней после поставки"}),
    "row_number": lambda facts: Slot((str(facts.goods.number),), {}),
    "carnet": _number("document_number", "carnet"),
    "carnet_holder": _party("carrier", "carrier", known=False),
    "organisation": _printed("IRU"),
    "approval": _printed("NL-44/7"),
    "plates": _printed("RW 4417 / RW 0210", "transport_mode"),
    "compartment": _printed("N/M"),
    "seals": _printed("none"),
    "contract": _number("contract_number", "contract"),
    "contract_dated": _dated("contract_number", "contract", -40),
    "invoice": _number("invoice_number", "invoice"),
    "invoice_dated": _dated("invoice_number", "invoice", -3),
    "container": _number("container", "container"),
    "plate": _number("", "plate"),
    "declared": _day("declaration_date", 0),
    "issued": _day("document_date", 0),
    "other_day": _day("", 5),
    "direction": _direction,
    "operation": _operation,
    "trading": _country("trading_country", "destination"),
    "dispatch": _country("dispatch_country", "dispatch"),
    "destination": _country("destination_country", "destination"),
    "origin_of_all": lambda facts: _origin(replace(facts, line=facts.deal.lines[0])),
    "delivery": _delivery,
    "term": _term,
    "total": _total,
    "rate": _rate,
    "office": _printed("DE004600", "customs_office"),
    "office_cn": lambda facts: Slot(("深圳海关",), {"customs_office": "深圳海关", "direction": facts.deal.direction}),
    "office_ua": _printed("UA209000", "customs_office"),
    "office_tr": _printed("341200", "customs_office"),
    "office_mx": _printed("240", "customs_office"),
    "procedure_cn": _printed("一般贸易", "procedure"),
    "procedure": _printed("1000", "procedure"),
    "regime": _printed("A1", "procedure"),
    "mode": _printed({"en": "3", "zh": "水路运输", "uk": "30", "tr": "30", "es": "7"}, "transport_mode"),
    "vessel": _printed("AMBER CRANE / 2206E", "transport_mode"),
    "loaded": _printed({"en": "Yantian", "ru": "Яньтянь", "zh": "深圳港"}, "port_of_loading"),
    "unloaded": _printed({"en": "Rotterdam", "ru": "Роттердам", "zh": "鹿特丹"}, "port_of_discharge"),
    "delivered": _printed({"en": "Almaty", "ru": "Алматы", "uk": "Львів"}, "delivery_place"),
    "all_packages": _whole("packages", "packages", 0),
    "all_gross": _whole("gross_weight_kg", "gross"),
    "all_net": _whole("net_weight_kg", "net"),
    "item_number": _item_number,
    "goods": _goods,
    "packed_goods": _goods_with_packages,
    "code8": _code(8),
    "code6": _code(6),
    "code10": _code(10),
    "origin": _origin,
    "gross": _of_line("gross_weight_kg", "gross"),
    "net": _of_line("net_weight_kg", "net"),
    "packages": _of_line("packages", "packages", 0),
    "quantity": _quantity,
    "amount": _value("invoice_value"),
    "bare_amount": _value("invoice_value", currency=False),
    "statistical": _value("statistical_value", currency=False),
    "customs_value": _value("customs_value", currency=False),
    "price": _price,
    "prices": _prices,
    "documents": _documents,
    "papers": _papers,
    "importer": _sectioned("consignee", "consignor"),
    "supplier": _sectioned("consignor", "consignee"),
    "guide": _number("bill_of_lading", "waybill"),
    "invoice_plain": _number("invoice_number", "invoice"),
    "weighed": _weighed,
    "boarded": _day("shipped", 2),
    "total_customs": lambda facts: Slot((facts.number(facts.deal.total),), {}),
    "payer": _party("payer", "consignee"),
    "payee": _party("payee", "consignor"),
    "payer_account": _number("payer_account", "account"),
    "payee_account": _number("payee_account", "other_account"),
    "payer_bank": _printed({"en": "Harbour Bank", "ru": "АО «Гавань Банк»", "uk": "АТ «Гавань Банк»"}),
    "order_number": _number("number", "order"),
    "ordered": _day("date", 0),
    "paid": _paid,
    "purpose": _purpose,
    "licence_number": _number("number", "licence"),
    "licensed": _day("issue_date", 0),
    "expires": _day("expiry_date", 365),
    "holder": _party("holder", "consignee"),
    "counterparty": _named("counterparty", "consignor"),
    "counterparty_country": _country("counterparty_country", "dispatch"),
    "licence_value": _licence_value,
    "licence_contract": _dated("contract_number", "contract", -40),
    "authority": _printed(AUTHORITY, "authority"),
    "entered_name": _named("name", "consignee"),
    "entered_number": _entered_number,
    "entered_address": _entered_address,
    "entered": _day("registered", -900),
    "entered_status": _printed({"ru": "действующее", "en": "active"}, "status"),
    "entered_director": _printed({"ru": "Орлов Пётр Павлович", "en": "Jane Brandt"}, "director"),
    "entered_owner": _printed({"ru": "Лебедева Анна Ильинична", "en": "Rory Quill"}, "owner"),
    "capital": _printed({"ru": "10 000 руб.", "en": "100 EUR"}),
    # Places that tell nothing, and must not be taken for something.
    "forms": _printed("1   1"),
    "count": lambda facts: Slot((str(len(facts.deal.lines)),), {}),
    "reference": _printed("REF-77120"),
    "none_declared": _printed("NVD"),
    "no_value": _printed("NCV"),
    "flag": _printed("0"),
    "criterion": _printed({"en": "“P”", "ru": "П"}),
    "remarks": _printed({"en": "Keep dry", "ru": "Беречь от влаги", "zh": "N/M"}),
    "marks": _printed("N/M"),
    "packing": _printed({"en": "cartons", "ru": "коробки", "zh": "纸箱", "de": "Kartons"}),
    "volume": _printed("1,8"),
    "freight": _printed({"en": "Prepaid", "ru": "Оплачено", "zh": "1200"}),
    "signature": _printed({"en": "J. Brandt", "ru": "Орлов П. П."}),
    "vessel_decoy": _printed("AMBER CRANE / 2206E"),
    "agent_code": _printed("14-3 0127"),
    "flight": _printed("RW771/14"),
    "currency": _printed("CNY"),
    "handling": _printed("Keep dry"),
    "chargeable": _printed("412.5"),
    "issued_on": _day("document_date", 0),
    "instructions": _printed({"en": "None", "ru": "Нет"}),
    "drawn_up": _at_on("document_date", {"en": "Venlo", "ru": "Пермь"}, 0),
    "taken_over": _at_on("shipped", {"en": "Hamburg", "ru": "Пермь"}, 1),
    "issued_at": _at_on("document_date", {"en": "Hamburg", "ru": "Пермь", "zh": "深圳"}, 0),
    "official": _printed({"en": "Verified", "ru": "Проверено"}),
    "rate_class": _printed("Q"),
    "place": _printed({"en": "Hamburg", "ru": "Пермь", "zh": "深圳"}),
    "tax": _printed({"en": "exempt", "zh": "照章征税"}),
}  # fmt: skip


def spelling(rng: Random) -> int:
    """Draw how days and codes are written on one paper."""
    return rng.randrange(12)
