"""The packing list of the delivery: a workbook with labels above the table and a total below it."""

from __future__ import annotations

from corpus_samples.generate import delivery
from corpus_samples.generate.document import SAMPLE, Document, Named, Value, companies, keys, values
from corpus_samples.generate.sheet import workbook
from corpus_samples.generate.world import World

HEADERS = (
    "No",
    "Description of goods",
    "HS code",
    "Quantity",
    "Unit",
    "Packages",
    "Net weight, kg",
    "Gross weight, kg",
)


def documents(world: World) -> list[Document]:
    lines = delivery.lines(world)
    firms = (world.seller, world.intermediary, world.maker)
    named: list[Named] = [*((firm.english, firm) for firm in firms), (world.maker.chinese, world.maker)]
    facts = {
        "company": companies(named),
        "date": values([delivery.day(world).isoformat()]),
        "hs_code": values(sorted({line.code for line in lines})),
    }
    data = workbook({"Packing list": rows(world, lines)})
    records = [expected(world, line) for line in lines]
    counts = {"shipment": len(lines)}
    return [Document("packing_list", "packing_list.xlsx", data, facts, ("hs_code",), records, counts, keys(named))]


def rows(world: World, lines: list[delivery.Line]) -> list[tuple[object, ...]]:
    return [
        ("PACKING LIST",),
        (SAMPLE,),
        ("Shipper:", world.seller.english),
        ("Consignee:", world.intermediary.english),
        ("Manufacturer:", world.maker.english, world.maker.chinese),
        ("Invoice No:", delivery.invoice_number(world), "Date:", delivery.day(world)),
        (),
        HEADERS,
        *((li.number, li.description, li.code, li.pieces, "pcs", li.number + 1, li.net, li.gross) for li in lines),
        ("", "TOTAL", "", sum(line.pieces for line in lines), "", "", "", ""),
    ]


def expected(world: World, line: delivery.Line) -> Value:
    return {
        "record": "shipment",
        "consignor": world.seller.english,
        "consignee": world.intermediary.english,
        "manufacturer": world.maker.english,
        "hs_code": line.code,
        "quantity": line.pieces,
        "net_weight_kg": line.net,
        "gross_weight_kg": line.gross,
    }
