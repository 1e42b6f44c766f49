"""A small invented dump: one source with a page and a form, one with a sheet, as the extract room would give them."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from extract.model import (
    Batch,
    Box,
    Column,
    Issue,
    Item,
    Mention,
    MentionKind,
    Part,
    PartKind,
    Place,
    Source,
    Table,
)
from resolve.model import Entity, Resolution
from store.case import Case
from store.merge import merge
from store.shard import Shard
from store.sources import Outcome

PDF = Source("a" * 64, 1_000, "pdf")
SHEET = Source("b" * 64, 2_000, "xlsx")


def letter(source: Source = PDF) -> list[Item]:
    """A page that names a company and an amount, and a form of one row on it."""
    text = "Продавец: ООО «Воздушная Механика», сумма 1 234,50 USD"
    page = Place(source.sha256, 1, Box(0, 0, 595, 842))
    box = Box(10, 20, 110, 32)
    return [
        Part(page, PartKind.PAGE, text=text, dialect={"reader": "pdfium"}),
        Mention(
            Place(source.sha256, 1, box, (10, 34)),
            MentionKind.COMPANY,
            "ООО «Воздушная Механика»",
            "ООО «Воздушная Механика»",
            role="seller",
            subject="inn:7700000000",
            evidence="legal form",
        ),
        Mention(
            Place(source.sha256, 1, Box(120, 20, 190, 32), (42, 54)),
            MentionKind.AMOUNT,
            "1 234,50 USD",
            "1234.50",
            currency="USD",
            role="total",
        ),
        Issue(page, "words", "two words overlap"),
        Table(
            page,
            1,
            "payment_order",
            title="ПЛАТЕЖНОЕ ПОРУЧЕНИЕ",
            columns=(Column(0, "Плательщик", "payer", "box 8"), Column(1, "Сумма", "amount", "box 7")),
            record="payment",
            sources={"payer": 0, "amount": 1, "date": 2},
            boxes={(0, 0): (1, Box(10, 50, 90, 60)), (0, 1): (1, Box(100, 50, 150, 60))},
        ),
        Batch(
            1,
            "payment",
            [0],
            {"payer": ["Фонд «Общее дело»"], "amount": ["5000"], "currency": ["RUB"], "date": ["2022-11-03"]},
            raw={"amount": ["5 000-00"]},
        ),
    ]


def sheet(source: Source = SHEET, rows: int = 3) -> list[Item]:
    """A sheet of shipments with the consignor in both scripts and a consignee filled down from the row above."""
    place = Place(source.sha256, 1)
    names = ["Rotorwing Europe B.V.", "Vozdushnaya Mekhanika LLC", "ТОО «Алтын Канат»"]
    fields = ("declaration_date", "consignor", "consignee", "goods_description", "hs_code", "invoice_value")
    return [
        Part(place, PartKind.SHEET, name="Лист1", dialect={"encoding": "cp1251", "reader": "csv"}),
        Table(
            place,
            1,
            "customs_rows",
            header_rows=(0,),
            first_row=1,
            columns=tuple(Column(i, f"G{i:03}", field, "header") for i, field in enumerate(fields)),
            record="shipment",
            sources={field: i for i, field in enumerate(fields)},
        ),
        Batch(
            1,
            "shipment",
            list(range(1, rows + 1)),
            {
                "declaration_date": ["2022-05-12"] * rows,
                "consignor": [names[i % 3] for i in range(rows)],
                "consignor_country": ["NL"] * rows,
                "consignee": ["ООО «Воздушная Механика»"] * rows,
                "consignee_id": ["inn:7700000000"] * rows,
                "goods_description": ["Квадрокоптер, модель RW-3"] * rows,
                "hs_code": ["0806229000"] * rows,
                "invoice_value": [f"{1000 + i}.50" for i in range(rows)],
            },
            cells={"consignee": [None, *[(1, 2)] * (rows - 1)]},
        ),
    ]


def write_shard(path: Path, source: Source, items: Iterable[Item], number: int = 0) -> Path:
    with Shard(path, source, number) as shard:
        for item in items:
            shard.write(item)
    return path


def add(case: Case, root: Path, name: str, source: Source, items: Iterable[Item]) -> int:
    """Walk a source all its way into a case."""
    known = case.sources.add(source.sha256, source.size, source.kind)
    case.sources.locate(known.id, case.sources.root(root), name, source.size, 1)
    shard = write_shard(root / f"{source.sha256}-{known.id}.shard", source, items, known.id)
    merge(case, shard, known.id, Outcome("ok"))
    shard.unlink()
    return known.id


DUMP: list[tuple[str, Source, Callable[[Source], list[Item]]]] = [
    ("letters/order.pdf", PDF, letter),
    ("rows.xlsx", SHEET, sheet),
    ("more.xlsx", Source("0" * 64, 3_000, "xlsx"), sheet),
]


def build(folder: Path, dump: Iterable[tuple[str, Source, Callable[[Source], list[Item]]]]) -> Case:
    """Walk a dump into a new case in the order given, resolve every name to itself, and leave the case open."""
    folder.mkdir()
    case = Case.create(folder / "case.db")
    for name, source, items in dump:
        add(case, folder, name, source, items(source))
    case.names.count()
    entities = (Entity(f"key of {name.text}", name.text, (name.id,)) for name in case.names.read())
    case.names.write_resolution(Resolution(tuple(entities), ()))
    return case


@pytest.fixture
def case(tmp_path: Path) -> Iterable[Case]:
    """A case with both sources in it."""
    with Case.create(tmp_path / "case.db") as case:
        add(case, tmp_path, "letters/order.pdf", PDF, letter())
        add(case, tmp_path, "rows.xlsx", SHEET, sheet())
        case.names.count()
        yield case
