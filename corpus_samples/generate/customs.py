"""A Russian customs-database extract: one row per item, as workbook and as its cp1251 CSV twin.

Between some three thousand rows of unrelated firms stand the rows of the case, its decoys (a group of a similar name,
a sister of the buyer, a name that differs by a number) and the microchips.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from io import StringIO
from random import Random
from typing import Any

from corpus_samples.generate.company import Company, spellings
from corpus_samples.generate.document import SAMPLE_RU, Document, Named, Value, companies, keys, values
from corpus_samples.generate.goods import ORDINARY, Goods
from corpus_samples.generate.shares import shares
from corpus_samples.generate.sheet import workbook
from corpus_samples.generate.world import World

DECLARATIONS = 1_250
OFFICES = ("10702070", "10131010", "10216170", "10511010", "10009100")
TERMS = (("CPT", "МОСКВА"), ("FCA", "АЛМАТЫ"), ("DAP", "САНКТ-ПЕТЕРБУРГ"), ("EXW", "HAMBURG"))
POINTER = "СМ. ГРАФУ 14 ДТ"
RATES = (76.0, 77.4, 103.0, 77.9, 63.1, 56.9, 58.2, 60.4, 59.7, 61.2, 60.9, 66.0)  # roubles per dollar by month

# Header as printed -> how the cell is filled.
HEADERS = {
    "ND (Номер декларации)": "number",
    "G011 (ИМ/ЭК)": "direction",
    "G072 (Дата регистрации)": "day",
    "G32 (Номер товара по ГТД)": "item",
    "G021 (ИНН отправителя)": "consignor_id",
    "G022 (Наименование отправителя)": "consignor",
    "G023 (Адрес отправителя)": "consignor_address",
    "G0231 (Код страны отправителя)": "consignor_country",
    "G081 (ИНН получателя)": "consignee_id",
    "G082 (Наименование получателя)": "consignee",
    "G083 (Адрес получателя)": "consignee_address",
    "G092 (Наименование контрактодержателя)": "contract_holder",
    "G141 (ИНН декларанта)": "declarant_id",
    "G142 (Наименование декларанта)": "declarant",
    "G11 (Код торгующей страны)": "trading_country",
    "G15A (Код страны отправления)": "dispatch_country",
    "G17A (Код страны назначения)": "destination_country",
    "G34 (Код страны происхождения)": "origin_country",
    "G202 (Условие поставки)": "incoterms",
    "G2021 (Пункт поставки товара)": "delivery_place",
    "G221 (Букв.код валюты контракта)": "currency",
    "G222 (Общая фактурная стоимость по ГТД)": "total",
    "G31_1 (Наименование и характеристики товаров)": "description",
    "G31_11 (Фирма-изготовитель)": "manufacturer",
    "G31_12 (Товарный знак, патент)": "brand",
    "G31_7 (Кол-во товара в доп.ед.)": "quantity",
    "G31_71 (Наименование доп.ед.)": "unit",
    "G33 (Код товара по ТН ВЭД)": "code",
    "G35 (Вес брутто, кг)": "gross",
    "G38 (Вес нетто (кг))": "net",
    "G42 (Фактурная стоимость)": "price",
    "G45 (Таможенная стоимость)": "customs_value",
    "G46 (Статистическая стоимость, USD.)": "statistical_value",
}
PREAMBLE = (("Выгрузка из базы таможенных деклараций, импорт",), (SAMPLE_RU,), ())


@dataclass(frozen=True, slots=True)
class Deal:
    """What two firms move in one declaration: goods and the quantities of its items.

    ``clerk`` picks the spellings; None leaves it to chance. The case has each clerk once: every spelling occurs.
    """

    consignor: Company
    consignee: Company
    goods: Goods
    quantities: tuple[int, ...]
    day: date
    origin: str
    manufacturer: str = ""
    brand: str = ""
    clerk: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One item row. ``companies`` says who is meant by the printed names."""

    number: str
    direction: str
    day: date
    item: int
    consignor_id: str
    consignor: str
    consignor_address: str
    consignor_country: str
    consignee_id: str
    consignee: str
    consignee_address: str
    contract_holder: str
    declarant_id: str
    declarant: str
    trading_country: str
    dispatch_country: str
    destination_country: str
    origin_country: str
    incoterms: str
    delivery_place: str
    currency: str
    total: float
    description: str
    manufacturer: str
    brand: str
    quantity: float
    unit: str
    code: str
    gross: float
    net: float
    price: float
    customs_value: float
    statistical_value: float
    companies: tuple[Named, ...]

    def cells(self) -> list[object]:
        return [getattr(self, name) for name in HEADERS.values()]


def documents(world: World, folder: str) -> list[Document]:
    """Write the extract twice: what holds of the workbook holds of its twin."""
    rows = extract(world)
    named = [pair for row in rows for pair in row.companies]
    facts = {
        "company": companies(named),
        "hs_code": values(sorted({row.code for row in rows})),
        "date": values(sorted({row.day.isoformat() for row in rows})),
    }
    records = [expected(row) for row in rows if row.consignor_country == "KZ" or row.day.day == 17]
    files = {"customs_rows.xlsx": as_workbook(rows), "customs_rows_cp1251.csv": as_csv(rows)}
    return [
        Document(folder, name, data, facts, ("hs_code", "date"), records, {"shipment": len(rows)}, keys(named))
        for name, data in files.items()
    ]


@cache
def extract(world: World) -> tuple[Row, ...]:
    """List the rows by day, as the database gives them out."""
    rng = world.random("customs")
    deals = [*case(world, rng), *decoys(world, rng), *unrelated(world, rng)]
    deals.sort(key=lambda deal: (deal.day, deal.consignor.key, deal.consignee.key))
    return tuple(row for serial, deal in enumerate(deals) for row in rows_of(deal, serial, rng))


def case(world: World, rng: Random) -> Iterator[Deal]:
    """Move the carried goods and the rising goods from the neighbour to their buyers."""
    maker, brand = world.maker.english.upper(), world.brand.upper()
    for number, quantity in enumerate(shares(rng, world.figures.shipped, 9)):
        seller, buyer = world.resale(number)
        parts = tuple(shares(rng, quantity, 2 if number % 2 else 1))
        day = date(world.year, 5, 20) + timedelta(days=23 * number + rng.randrange(9))
        yield Deal(seller, buyer, world.carried, parts, day, "CN", maker, brand, clerk=number)
    for number in range(12):
        seller, buyer = (world.chip_seller, world.chip_buyer) if not world.control else world.resale(40 + number)
        day = date(world.year, 4, 4) + timedelta(days=20 * number + rng.randrange(9))
        yield Deal(seller, buyer, world.rising, (rng.randrange(2_000, 40_000),), day, "CN")


def decoys(world: World, rng: Random) -> Iterator[Deal]:
    """Move the same goods between firms whose names nearly are those of the case."""
    for consignor, consignee in (
        (world.group, world.sister),
        (world.numbered, world.russian[3]),
        (world.foreign[5], world.sister),
        (world.group, world.russian[8]),
    ):
        goods = world.carried if consignor.country == "KZ" and not world.control else ORDINARY[1]
        yield Deal(consignor, consignee, goods, (rng.randrange(5, 40),), a_day(world, rng), "CN")


def unrelated(world: World, rng: Random) -> Iterator[Deal]:
    for _ in range(DECLARATIONS):
        consignor, consignee = rng.choice(world.foreign), rng.choice(world.russian)
        quantities = tuple(rng.randrange(20, 4_000) for _ in range(rng.choice((1, 1, 2, 3, 5))))
        origin = consignor.country if rng.random() < 0.7 else "CN"
        yield Deal(consignor, consignee, rng.choice(ORDINARY), quantities, a_day(world, rng), origin)


def a_day(world: World, rng: Random) -> date:
    return date(world.year, 1, 10) + timedelta(days=rng.randrange(350))


def rows_of(deal: Deal, serial: int, rng: Random) -> Iterator[Row]:
    """Spell a deal out item by item; the prices of all items stand in each row as its total."""
    head = heading(deal, serial, rng)
    prices = [round(quantity * deal.goods.dollars * rng.uniform(0.92, 1.08), 2) for quantity in deal.quantities]
    for item, (quantity, price) in enumerate(zip(deal.quantities, prices, strict=True), start=1):
        net = round(quantity * deal.goods.kilograms, 3)
        yield Row(
            **head,
            item=item,
            total=round(sum(prices), 2),
            quantity=quantity,
            code=deal.goods.codes[item % len(deal.goods.codes)],
            gross=round(net * 1.12, 3),
            net=net,
            price=price,
            customs_value=round(price * RATES[deal.day.month - 1], 2),
            statistical_value=price,
        )


def heading(deal: Deal, serial: int, rng: Random) -> dict[str, Any]:
    """Fill what all items of a declaration share; its clerk spells names one way."""
    seller, buyer = deal.consignor, deal.consignee
    number = f"{rng.choice(OFFICES)}/{deal.day:%d%m%y}/{3_000_000 + serial * 7:07}"
    consignor, consignee = spelling(seller, deal.clerk, rng), spelling(buyer, deal.clerk, rng)
    declarant = spellings(buyer)[0]
    incoterms, place = rng.choice(TERMS)
    return {
        "number": number,
        "direction": "ИМ",
        "day": deal.day,
        "consignor_id": seller.number if seller.country == "KZ" and serial % 2 else "",
        "consignor": consignor,
        "consignor_address": seller.address,
        "consignor_country": seller.country,
        "consignee_id": buyer.number,
        "consignee": consignee,
        "consignee_address": buyer.address,
        "contract_holder": POINTER if rng.random() < 0.4 else declarant,
        "declarant_id": buyer.number,
        "declarant": declarant,
        "trading_country": seller.country,
        "dispatch_country": seller.country,
        "destination_country": "RU",
        "origin_country": deal.origin,
        "incoterms": incoterms,
        "delivery_place": place,
        "currency": "USD",
        "description": deal.goods.russian,
        "manufacturer": deal.manufacturer,
        "brand": deal.brand,
        "unit": deal.goods.unit,
        "companies": ((consignor, seller), (consignee, buyer), (declarant, buyer)),
    }


def spelling(company: Company, clerk: int | None, rng: Random) -> str:
    """Choose a spelling; the usual one stands half of the time."""
    options = spellings(company)
    if clerk is not None:
        return options[clerk % len(options)]
    return options[0] if rng.random() < 0.5 else rng.choice(options)


def expected(row: Row) -> Value:
    """Say what a reader of the row must have understood."""
    return {
        "record": "shipment",
        "declaration_number": row.number,
        "declaration_date": row.day.isoformat(),
        "item_number": row.item,
        "consignor": row.consignor,
        "consignor_country": row.consignor_country,
        "consignee": row.consignee,
        "consignee_id": f"inn:{row.consignee_id}",
        "declarant": row.declarant,
        "hs_code": row.code,
        "origin_country": row.origin_country,
        "destination_country": row.destination_country,
        "quantity": row.quantity,
        "net_weight_kg": row.net,
        "invoice_value": f"{row.price:.2f}",
        "invoice_currency": row.currency,
        "invoice_total": f"{row.total:.2f}",
        "customs_value": f"{row.customs_value:.2f}",
        "statistical_value": f"{row.statistical_value:.2f}",
    }


def as_workbook(rows: Iterable[Row]) -> bytes:
    return workbook({"Лист1": [*PREAMBLE, tuple(HEADERS), *(row.cells() for row in rows)]})


def as_csv(rows: Iterable[Row]) -> bytes:
    """Write as Russian Excel does: semicolons, decimal commas, day first, cp1251."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerows([*PREAMBLE, tuple(HEADERS)])
    writer.writerows([russian(cell) for cell in row.cells()] for row in rows)
    return written.getvalue().encode("cp1251")


def russian(cell: object) -> str:
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)
