"""The Kazakh list of import licences: a ruled table over several pages, its heads repeated, a total at its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from corpus_samples.generate.company import Company
from corpus_samples.generate.document import SAMPLE_RU, Document, Named, Value, amount, companies, keys, values
from corpus_samples.generate.goods import Goods
from corpus_samples.generate.page import BOLD, PLAIN, register_fonts
from corpus_samples.generate.shares import shares
from corpus_samples.generate.world import World

HEADERS = (
    "№ лицензии", "Дата выдачи", "Действует до", "Лицензиат", "БИН лицензиата", "Продавец", "Страна продавца",
    "Код ТН ВЭД", "Наименование товара", "Количество", "Ед. изм.", "Стоимость, долл. США",
)  # fmt: skip
WIDTHS = (66, 50, 54, 92, 60, 90, 48, 54, 104, 54, 34, 64)
RADIO = Goods(("8525600009",), "РАДИОСТАНЦИИ НОСИМЫЕ", "portable radios", 0.4, 180)
DEALS = 24
RULES: list[Any] = [
    ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
    ("FONT", (0, 0), (-1, -1), PLAIN, 6.5),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
]


@dataclass(frozen=True, slots=True)
class Licence:
    """One line of the list."""

    number: str
    day: date
    holder: Company
    seller: Company
    goods: Goods
    quantity: int
    value: int

    @property
    def until(self) -> date:
        return self.day + timedelta(days=365)

    @property
    def named(self) -> tuple[Named, ...]:
        return (self.holder.official, self.holder), (self.seller.english, self.seller)

    def cells(self) -> tuple[str, ...]:
        return (
            self.number, f"{self.day:%d.%m.%Y}", f"{self.until:%d.%m.%Y}", self.holder.official, self.holder.number,
            self.seller.english, self.seller.country, self.goods.codes[0], self.goods.russian.capitalize(),
            grouped(self.quantity), "шт", grouped(self.value),
        )  # fmt: skip


def documents(world: World, folder: str) -> list[Document]:
    lines = licences(world)
    named = [pair for line in lines for pair in line.named]
    facts = {
        "company": companies(named),
        "date": values(sorted({line.day.isoformat() for line in lines})),
        "hs_code": values(sorted({line.goods.codes[0] for line in lines})),
        "amount": [amount(f"{line.value}", "USD") for line in lines],
    }
    records = [expected(line) for line in lines]
    return [
        Document(
            folder,
            "import_licences.pdf",
            pdf(lines, world),
            facts,
            ("hs_code",),
            records,
            {"licence": len(lines)},
            keys(named),
        )
    ]


def licences(world: World) -> list[Licence]:
    """List the licences of the case between those of others, by day of issue."""
    rng = world.random("licences")
    start = date(world.year, 5, 2)
    quantities = shares(rng, world.figures.licensed, DEALS)
    price = round(world.figures.licensed_value / world.figures.licensed, -1)
    costs = [int(quantity * price) for quantity in quantities]
    costs[0] += world.figures.licensed_value - sum(costs)
    deals = [
        (start + timedelta(days=9 * number), *world.supply(number), world.carried, quantity, cost)
        for number, (quantity, cost) in enumerate(zip(quantities, costs, strict=True))
    ]
    for number in range(22):
        quantity = rng.randrange(20, 400)
        day = start + timedelta(days=rng.randrange(220))
        deals.append(
            (day, rng.choice(world.foreign), world.kazakh[number % 8], RADIO, quantity, quantity * RADIO.dollars)
        )
    deals.sort(key=lambda deal: (deal[0], deal[2].key))
    return [
        Licence(f"{world.year}-РЭ-{serial:05}", day, holder, seller, goods, quantity, cost)
        for serial, (day, seller, holder, goods, quantity, cost) in enumerate(deals, start=118)
    ]


def expected(line: Licence) -> Value:
    return {
        "record": "licence",
        "number": line.number,
        "issue_date": line.day.isoformat(),
        "expiry_date": line.until.isoformat(),
        "holder": line.holder.official,
        "holder_id": line.holder.identifier,
        "counterparty": line.seller.english,
        "counterparty_country": line.seller.country,
        "hs_code": line.goods.codes[0],
        "quantity": line.quantity,
        "value": f"{line.value}",
        "value_currency": "USD",
    }


def pdf(lines: list[Licence], world: World) -> bytes:
    """Print the list over as many pages as it takes."""
    register_fonts()
    title = Paragraph(
        f"Министерство связи. Реестр лицензий на импорт товаров, выданных в {world.year} году",
        ParagraphStyle("title", fontName=BOLD, fontSize=11, spaceAfter=10),
    )
    buffer = BytesIO()
    template = SimpleDocTemplate(buffer, pagesize=landscape(A4), leftMargin=30, rightMargin=30, invariant=1)
    template.build([title, table(lines)], onFirstPage=notice, onLaterPages=notice)
    return buffer.getvalue()


def table(lines: list[Licence]) -> Table:
    """Rule the table; the total stands in a row of its own, as such lists have it."""
    rows: list[list[Any]] = [[cell(text, BOLD) for text in HEADERS]]
    rows += [[cell(text) for text in line.cells()] for line in lines]
    total = [""] * len(HEADERS)
    total[3], total[9], total[11] = (
        "Итого",
        grouped(sum(li.quantity for li in lines)),
        grouped(sum(li.value for li in lines)),
    )
    ruled = Table([*rows, total], colWidths=WIDTHS, repeatRows=1)
    ruled.setStyle(TableStyle(RULES))
    return ruled


def cell(text: str, font: str = PLAIN) -> Paragraph:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return Paragraph(escaped, ParagraphStyle(font, fontName=font, fontSize=6.5, leading=8))


def notice(canvas: Canvas, _: object) -> None:
    canvas.setFont(PLAIN, 5.5)
    canvas.drawString(30, 16, SAMPLE_RU)


def grouped(number: int) -> str:
    """Group thousands by a no-break space, as Kazakh and Russian print does."""
    return f"{number:,}".replace(",", "\u00a0")
