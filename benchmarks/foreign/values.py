"""Make the values of invented customs sheets: each maker fills one column, from facts that agree with each other.

A maker is also the truth: its name says which field the column holds, ``role_of`` which role.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from random import Random

Value = str | int | float | date | None

_WORDS = """
company: consignor consignee contract_holder declarant broker carrier notify manufacturer forwarder holder counterparty
company: payer payee ship_to
amount: value invoice_value customs_value statistical_value unit_price price_per_kg freight insurance duty vat
amount: amount_paid
"""


def _makers(role: str) -> frozenset[str]:
    lines = (line.partition(": ") for line in _WORDS.split("\n"))
    return frozenset(word for name, _, words in lines if name == role for word in words.split())


PARTIES, AMOUNTS = _makers("company"), _makers("amount")
HS = ("841370", "090121", "520821", "848210", "850710", "480256", "730439", "854231", "081330", "870899", "852581")
ROLE_HS = "hs_code"


def role_of(maker: str) -> str | None:
    """Give the role that a column of this maker is asked for."""
    if maker in PARTIES:
        return "company"
    if maker in AMOUNTS:
        return "amount"
    if maker.endswith("_date"):
        return "date"
    return ROLE_HS if maker == "hs_code" else None


@cache
def words() -> Mapping[str, Mapping[str, list[str]]]:
    """Give the invented names and goods by language."""
    return tomllib.loads((resources.files("benchmarks.foreign") / "words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Style:
    """How one sheet writes its figures, dates and codes."""

    numbers: str
    dates: str
    hs_digits: int
    hs_as_number: bool
    countries: str


def style_of(random: Random) -> Style:
    """Draw the style of a sheet."""
    return Style(
        random.choice(("native", "native", "native", "comma", "point")),
        random.choice(("native", "native", "%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d-%b-%Y")),
        random.choice((6, 8, 10, 10)),
        random.random() < 0.25,
        random.choice(("name", "code")),
    )


@dataclass
class Facts:
    """One row of goods: its figures agree, so that columns can be told by what they do together."""

    random: Random
    language: str
    style: Style
    day: date
    parties: dict[str, str]
    hs: str
    goods: str
    number: int
    figures: dict[str, float]

    @property
    def words(self) -> Mapping[str, list[str]]:
        """Give the words of the sheet's language."""
        return words()[self.language]

    def one(self, kind: str) -> str:
        """Draw one of a kind of words."""
        return self.random.choice(self.words[kind])

    def digits(self, count: int) -> str:
        """Draw a number of so many digits."""
        return str(self.random.randint(10 ** (count - 1), 10**count - 1))


def company(random: Random, language: str) -> str:
    """Invent a company."""
    some = words()[language]
    return random.choice(some["forms"]).format(random.choice(some["names"]))


def declarations(random: Random, language: str, style: Style, count: int) -> list[Facts]:
    """Make rows: declarations of one to three items each, whose parties stay."""
    rows: list[Facts] = []
    day = date(2022, 1, 3) + timedelta(days=random.randint(0, 400))
    rate = round(random.uniform(20, 500), 4)
    while len(rows) < count:
        day += timedelta(days=random.randint(0, 4))
        abroad = random.choice(("en", "zh", "tr", "en", language))
        parties = {name: company(random, abroad if name in _ABROAD else language) for name in sorted(PARTIES)}
        number = random.randint(1000, 999999)
        for _ in range(random.randint(1, 3)):
            goods = random.randrange(len(words()[language]["goods"]))
            figures = _figures(random, rate)
            rows.append(
                Facts(
                    random, language, style, day, parties, HS[goods], words()[language]["goods"][goods], number, figures
                )
            )
    return rows[:count]


_ABROAD = ("consignor", "manufacturer", "counterparty", "carrier", "payee")


def _figures(random: Random, rate: float) -> dict[str, float]:
    quantity = float(random.choice((random.randint(1, 40), random.randint(50, 20_000))))
    net = round(quantity * random.uniform(0.2, 9), 3)
    price = round(random.uniform(0.4, 300), 2)
    invoice = round(quantity * price, 2)
    freight, insurance = round(invoice * 0.04, 2), round(invoice * 0.004, 2)
    customs = round((invoice + freight + insurance) * rate, 2)
    return {
        "quantity": quantity,
        "net_weight_kg": net,
        "net_weight_t": round(net / 1000, 4),
        "gross_weight_kg": round(net * 1.07, 3),
        "unit_price": price,
        "price_per_kg": round(invoice / net, 2),
        "value": invoice,
        "invoice_value": invoice,
        "freight": freight,
        "insurance": insurance,
        "customs_value": customs,
        "statistical_value": round(customs / rate, 2),
        "duty": round(customs * 0.05, 2),
        "vat": round(customs * 0.12, 2),
        "amount_paid": invoice,
        "exchange_rate": rate,
    }


def _day(facts: Facts, after: int = 0) -> Value:
    day = facts.day + timedelta(days=after)
    return day if facts.style.dates == "native" else day.strftime(facts.style.dates)


def _number(facts: Facts, value: float) -> Value:
    if facts.style.numbers == "native":
        return int(value) if value == int(value) else value
    text = f"{value:,.2f}" if round(value, 2) == value else f"{value:,.3f}"
    if facts.style.numbers == "point":
        return text
    return text.replace(",", " ").replace(".", ",")


def _hs(facts: Facts) -> Value:
    code = (facts.hs + "0" * 10)[: facts.style.hs_digits]
    return int(code) if facts.style.hs_as_number else code


def _country(facts: Facts) -> Value:
    return facts.one("countries") if facts.style.countries == "name" else facts.random.choice(("CN", "DE", "TR", "IT"))


def _declaration(facts: Facts) -> Value:
    return f"10{facts.number % 1000:03d}010/{facts.day:%d%m%y}/{facts.number:07d}"


Maker = Callable[[Facts, int], Value]
MAKERS: dict[str, Maker] = {
    "counter": lambda f, row: row + 1,
    "item_number": lambda f, row: f.random.randint(1, 12),
    "declaration_number": lambda f, row: _declaration(f),
    "declaration_date": lambda f, row: _day(f),
    "release_date": lambda f, row: _day(f, 2),
    "arrival_date": lambda f, row: _day(f, 1),
    "shipment_date": lambda f, row: _day(f, -9),
    "invoice_date": lambda f, row: _day(f, -20),
    "issue_date": lambda f, row: _day(f),
    "expiry_date": lambda f, row: _day(f, 365),
    "payment_date": lambda f, row: _day(f),
    "timestamp": lambda f, row: f"{f.day:%Y-%m-%d} 10:{f.random.randint(10, 59)}:07",
    "date": lambda f, row: _day(f),
    "month": lambda f, row: f"{f.day:%Y-%m}",
    "birth": lambda f, row: f"{f.random.randint(1, 28):02d}.{f.random.randint(1, 12):02d}.19{f.random.randint(50, 99)}",
    "hs_code": lambda f, row: _hs(f),
    "chapter": lambda f, row: f.hs[:2],
    "goods_description": lambda f, row: f.goods,
    "hs_description": lambda f, row: f.goods.upper()[:14],
    "brand": lambda f, row: f.random.choice(("NORVIK", "Altero", "без марки", "HT-LINE", "")),
    "model": lambda f, row: f"{f.random.choice('ABKX')}{f.random.randint(100, 9999)}-{f.random.randint(1, 9)}",
    "quantity_unit": lambda f, row: f.one("units"),
    "package_type": lambda f, row: f.random.choice(("CTN", "PALLET", "BAG")),
    "packages": lambda f, row: f.random.randint(1, 400),
    "count": lambda f, row: f.random.randint(1, 4),
    "invoice_currency": lambda f, row: f.random.choice(("USD", "USD", "EUR", "CNY")),
    "incoterms": lambda f, row: f.random.choice(("FOB", "CIF", "DAP", "EXW", "CPT")),
    "delivery_place": lambda f, row: f.one("cities"),
    "port_of_loading": lambda f, row: f.random.choice(("NINGBO", "SHANGHAI", "MERSIN", "HAMBURG")),
    "port_of_discharge": lambda f, row: f.random.choice(("VLADIVOSTOK", "MOMBASA", "CALLAO", "NHAVA SHEVA")),
    "transport_mode": lambda f, row: f.random.choice(("SEA", "AIR", "30", "ROAD")),
    "procedure": lambda f, row: f.random.choice(("4000", "1000", "ИМ 40")),
    "direction": lambda f, row: f.random.choice(("ИМ", "ЭК")),
    "declaration_type": lambda f, row: f.random.choice(("ІМ40", "ІМ70", "ЕК10")),
    "container": lambda f, row: f"TGHU{f.digits(7)}",
    "wagon": lambda f, row: f.digits(8),
    "vehicle": lambda f, row: f"А{f.digits(3)}ВС{f.digits(2)}",
    "bill_of_lading": lambda f, row: f"NBOX{f.digits(8)}",
    "contract_number": lambda f, row: f"{f.random.randint(1, 90)}/{f.day:%y}-ИМ",
    "invoice_number": lambda f, row: f"INV-{f.digits(5)}",
    "licence_number": lambda f, row: f"KZ{f.digits(2)}AAA{f.digits(8)}",
    "licence_no": lambda f, row: f"{f.digits(4)}/{f.digits(2)}",
    "payment_number": lambda f, row: f.random.randint(10, 9999),
    "payer_account": lambda f, row: f"40702810{f.digits(12)}",
    "payee_account": lambda f, row: f"40802810{f.digits(12)}",
    "account": lambda f, row: f"40702810{f.digits(12)}",
    "bik": lambda f, row: f"04{f.digits(7)}",
    "kpp": lambda f, row: f.digits(9),
    "purpose": lambda f, row: f"Оплата по договору {f.digits(3)} за товар",
    "payment_method": lambda f, row: f.random.choice(("TT", "LC", "KHONGTT")),
    "office_code": lambda f, row: f"10{f.digits(6)}",
    "office_name": lambda f, row: f.one("offices"),
    "person": lambda f, row: f.one("people"),
    "phone": lambda f, row: f"+7 {f.digits(3)} {f.digits(3)}-{f.digits(2)}-{f.digits(2)}",
    "email": lambda f, row: f"info{f.digits(3)}@example.org",
    "website": lambda f, row: f"www.firm{f.digits(3)}.example",
    "zip": lambda f, row: f.digits(6),
    "city": lambda f, row: f.one("cities"),
    "region": lambda f, row: f.one("cities"),
    "bank": lambda f, row: f.one("banks"),
    "status": lambda f, row: f.one("statuses"),
    "note": lambda f, row: f.one("notes"),
    "marks": lambda f, row: f.random.choice(("N/M", "AS ADDRESSED", "")),
    "vessel": lambda f, row: f.random.choice(("EVER GLORIOUS", "NORDIC STAR", "MSC LUNA")),
    "voyage": lambda f, row: f"{f.digits(3)}W",
    "manifest": lambda f, row: f.digits(6),
    "carrier_code": lambda f, row: f.random.choice(("MSCU", "MAEU", "CMDU")),
    "station": lambda f, row: f.one("cities"),
    "teu": lambda f, row: f.random.choice((1, 2, 0.5, 4)),
    "rate": lambda f, row: f.random.choice((5, 10, 12)),
}


def value_of(maker: str, facts: Facts, row: int) -> Value:
    """Give the cell of a column in a row."""
    if maker in PARTIES:
        return facts.parties[maker]
    if maker in facts.figures:
        return _number(facts, facts.figures[maker])
    if maker.endswith("_id"):
        return facts.digits(12 if facts.language in ("kk", "ru") else 9)
    if maker.endswith("_address"):
        return facts.one("streets")
    if maker.endswith("_country"):
        return _country(facts)
    return MAKERS[maker](facts, row)
