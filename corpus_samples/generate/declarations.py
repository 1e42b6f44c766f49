"""Goods declarations as printed forms: main sheet with numbered boxes, supplementary sheets for further items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from textwrap import wrap

from corpus_samples.generate.company import Company, spellings
from corpus_samples.generate.customs import RATES, Row, extract
from corpus_samples.generate.document import Document, Named, Value, companies, keys, values
from corpus_samples.generate.page import BOLD, Paper
from corpus_samples.generate.world import World

OKEI = {"ШТ": "796", "КГ": "166"}
COUNTRIES = {"KZ": "КАЗАХСТАН", "RU": "РОССИЯ", "NL": "НИДЕРЛАНДЫ", "CN": "КИТАЙ", "DE": "ГЕРМАНИЯ", "IT": "ИТАЛИЯ",
             "TR": "ТУРЦИЯ", "AE": "ОАЭ", "PL": "ПОЛЬША", "HK": "ГОНКОНГ"}  # fmt: skip

Boxes = Sequence[tuple[str, str, float, float, float, float, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the form: boxes 31 to 46."""

    number: int
    description: str
    manufacturer: str
    brand: str
    code: str
    origin: str
    quantity: float
    unit: str
    gross: float
    net: float
    price: float
    customs_value: float
    statistical_value: float


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration with its parties as printed."""

    number: str
    day: date
    consignor: str
    consignee: str
    seller: Company
    buyer: Company
    destination: str
    local_currency: str
    incoterms: str
    items: tuple[Item, ...]

    @property
    def total(self) -> float:
        return round(sum(item.price for item in self.items), 2)


def documents(world: World, folder: str) -> list[Document]:
    """Print a declaration that the extract has as well, the import of the first leg, and one of the rising goods."""
    rows = extract(world)
    forms = {
        "declaration_resale.pdf": from_rows(world, rows, world.resale(1)),
        "declaration_import.pdf": first_leg(world),
        "declaration_components.pdf": from_rows(world, rows, chips(world)),
    }
    return [document(folder, name, form) for name, form in forms.items()]


def chips(world: World) -> tuple[Company, Company]:
    return world.resale(40) if world.control else (world.chip_seller, world.chip_buyer)


def from_rows(world: World, rows: Sequence[Row], pair: tuple[Company, Company]) -> Declaration:
    """Take the declaration with most items between two firms out of the extract."""
    seller, buyer = pair
    between = [row for row in rows if row.consignee_id == buyer.number and (row.companies[0][1]) == seller]
    number = max(between, key=lambda row: row.item).number
    chosen = [row for row in between if row.number == number]
    first = chosen[0]
    items = tuple(
        Item(r.item, r.description, r.manufacturer, r.brand, r.code, r.origin_country, r.quantity, r.unit,
             r.gross, r.net, r.price, r.customs_value, r.statistical_value)
        for r in chosen
    )  # fmt: skip
    return Declaration(
        number, first.day, first.consignor, first.consignee, seller, buyer, "RU", "RUB",
        f"{first.incoterms} {first.delivery_place}", items,
    )  # fmt: skip


def first_leg(world: World) -> Declaration:
    """Declare the first goods that reach the intermediary; a Kazakh number has a post of five digits."""
    rng: Random = world.random("first leg")
    seller, buyer = world.supply(1)
    day = date(world.year, 5, rng.randrange(5, 18))
    quantities = (rng.randrange(40, 60), rng.randrange(60, 90), rng.randrange(30, 50))
    return Declaration(
        f"55302/{day:%d%m%y}/{rng.randrange(10_000, 99_999):07}",
        day,
        spellings(seller)[0],
        buyer.official,
        seller,
        buyer,
        "KZ",
        "KZT",
        "FCA VENLO",
        tuple(item_of(world, number, quantity) for number, quantity in enumerate(quantities, start=1)),
    )


def item_of(world: World, number: int, quantity: int) -> Item:
    goods = world.carried
    price = float(quantity * goods.dollars)
    net = round(quantity * goods.kilograms, 3)
    code = goods.codes[number % len(goods.codes)]
    return Item(
        number, goods.russian, world.maker.english.upper(), world.brand.upper(), code, "CN", quantity, goods.unit,
        round(net * 1.12, 3), net, price, round(price * 440, 2), price,
    )  # fmt: skip


def document(folder: str, name: str, form: Declaration) -> Document:
    named: list[Named] = [(form.consignor, form.seller), (form.consignee, form.buyer)]
    facts = {
        "company": companies(named),
        "hs_code": [v for item in form.items for v in values([item.code], 1 + (item.number > 1))],
        "date": values([form.day.isoformat()]),
    }
    records = [expected(form, item) for item in form.items]
    return Document(folder, name, pdf(form), facts, ("hs_code",), records, {"shipment": len(records)}, keys(named))


def expected(form: Declaration, item: Item) -> Value:
    return {
        "record": "shipment",
        "declaration_number": form.number,
        "declaration_date": form.day.isoformat(),
        "item_number": item.number,
        "consignor": form.consignor,
        "consignor_country": form.seller.country,
        "consignee": form.consignee,
        "hs_code": item.code,
        "origin_country": item.origin,
        "destination_country": form.destination,
        "quantity": item.quantity,
        "gross_weight_kg": item.gross,
        "net_weight_kg": item.net,
        "invoice_value": f"{item.price:.2f}",
        "invoice_currency": "USD",
        "invoice_total": f"{form.total:.2f}",
        "customs_value": f"{item.customs_value:.2f}",
        "statistical_value": f"{item.statistical_value:.2f}",
    }


def pdf(form: Declaration) -> bytes:
    """Print the main sheet with the first item, then two items on each supplementary sheet."""
    paper = Paper()
    paper.text(36, 40, "ДЕКЛАРАЦИЯ НА ТОВАРЫ", 11, BOLD)
    draw(paper, heading_boxes(form))
    draw(paper, item_boxes(form.items[0], 330))
    rest = form.items[1:]
    for start in range(0, len(rest), 2):
        paper.turn()
        paper.text(36, 40, "ДОБАВОЧНЫЙ ЛИСТ К ДЕКЛАРАЦИИ НА ТОВАРЫ", 11, BOLD)
        draw(paper, supplement_boxes(form))
        for place, item in enumerate(rest[start : start + 2]):
            draw(paper, item_boxes(item, 150 + place * 220))
    return paper.finish()


def draw(paper: Paper, boxes: Boxes) -> None:
    for number, label, x, y, width, height, lines in boxes:
        paper.box(x, y, width, height)
        paper.text(x + 2, y + 8, f"{number} {label}", 6)
        paper.lines(x + 4, y + 19, lines, 7.5)


def heading_boxes(form: Declaration) -> Boxes:
    items = form.items
    seller, buyer = form.seller, form.buyer
    return (
        ("1", "Декларация", 300, 50, 100, 34, ("ИМ  40  ЭД",)),
        ("A", "", 400, 50, 160, 34, (form.number,)),
        ("2", "Отправитель/Экспортер", 36, 50, 264, 60, party(form.consignor, seller)),
        ("3", "Формы", 300, 84, 60, 26, (f"1   {1 + len(items) // 2}",)),
        ("5", "Всего т-ов", 360, 84, 60, 26, (str(len(items)),)),
        ("6", "Всего мест", 420, 84, 60, 26, (str(len(items) * 4),)),
        ("8", "Получатель", 36, 110, 264, 60, party(form.consignee, buyer)),
        ("9", "Лицо, ответственное за финансовое урегулирование", 300, 110, 260, 60, ("СМ. ГРАФУ 14 ДТ",)),
        ("11", "Торг.страна", 300, 170, 60, 30, (seller.country,)),
        ("12", "Общая таможенная стоимость", 360, 170, 200, 30, (money(sum(i.customs_value for i in items)),)),
        ("14", "Декларант", 36, 170, 264, 60, party(form.consignee, buyer)),
        ("15", "Страна отправления", 300, 200, 100, 30, (COUNTRIES[seller.country],)),
        ("15a", "код", 400, 200, 30, 30, (seller.country,)),
        ("17", "Страна назначения", 430, 200, 100, 30, (COUNTRIES[form.destination],)),
        ("17a", "код", 530, 200, 30, 30, (form.destination,)),
        ("16", "Страна происхождения", 36, 230, 132, 30, (COUNTRIES[items[0].origin],)),
        ("20", "Условия поставки", 168, 230, 132, 30, (form.incoterms,)),
        ("22", "Валюта и общая сумма по счету", 300, 230, 160, 30, (f"USD   {money(form.total)}",)),
        ("23", "Курс валюты", 460, 230, 100, 30, (f"{rate(form):.4f}",)),
        ("25", "Вид транспорта на границе", 36, 260, 132, 30, ("30",)),
        ("29", "Орган въезда/выезда", 168, 260, 132, 30, (form.number.split("/", maxsplit=1)[0],)),
        ("54", "Место и дата", 300, 260, 260, 30, (f"{form.day:%d.%m.%Y}",)),
    )


def supplement_boxes(form: Declaration) -> Boxes:
    return (
        ("1", "Декларация", 300, 50, 100, 34, ("ИМ  40  ЭД",)),
        ("A", "", 400, 50, 160, 34, (form.number,)),
        ("8", "Получатель", 36, 50, 264, 60, party(form.consignee, form.buyer)),
    )


def item_boxes(item: Item, top: float) -> Boxes:
    about = [*wrap(f"1-{item.description}", 46), f"2-Мест: {item.number * 2 + 2}"]
    if item.manufacturer:
        about += [f"ИЗГОТОВИТЕЛЬ: {item.manufacturer}", f"ТОВАРНЫЙ ЗНАК: {item.brand}"]
    return (
        ("31", "Грузовые места и описание товаров", 36, top, 280, 130, about),
        ("32", "Товар №", 316, top, 40, 30, (str(item.number),)),
        ("33", "Код товара", 356, top, 204, 30, (item.code,)),
        ("34", "Код страны происх.", 316, top + 30, 80, 30, (item.origin,)),
        ("35", "Вес брутто (кг)", 396, top + 30, 84, 30, (f"{item.gross:.3f}",)),
        ("36", "Преференция", 480, top + 30, 80, 30, ("ОООО-ОО",)),
        ("37", "Процедура", 316, top + 60, 80, 30, ("40 00 000",)),
        ("38", "Вес нетто (кг)", 396, top + 60, 84, 30, (f"{item.net:.3f}",)),
        ("39", "Квота", 480, top + 60, 80, 30, ()),
        ("40", "Общая декларация/Предшествующий документ", 316, top + 90, 244, 40, ()),
        ("41", "Дополнит. единицы", 316, top + 130, 80, 30, (f"{item.quantity:g}/{item.unit}/{OKEI[item.unit]}",)),
        ("42", "Цена товара", 396, top + 130, 84, 30, (money(item.price),)),
        ("43", "Код МОС", 480, top + 130, 80, 30, ("1",)),
        ("44", "Дополнит. информация/Представл. документы", 36, top + 130, 280, 60, ("04021 INV-204   03011 CT-17",)),
        ("45", "Таможенная стоимость", 316, top + 160, 122, 30, (money(item.customs_value),)),
        ("46", "Статистическая стоимость", 438, top + 160, 122, 30, (money(item.statistical_value),)),
    )


def party(name: str, company: Company) -> tuple[str, ...]:
    scheme, _, number = company.identifier.partition(":")
    label = {"inn": "ИНН", "bin": "БИН"}.get(scheme)
    return (name, company.address, f"{label}: {number}" if label else "")


def rate(form: Declaration) -> float:
    return RATES[form.day.month - 1] if form.local_currency == "RUB" else 440.0


def money(value: float) -> str:
    return f"{value:.2f}"
