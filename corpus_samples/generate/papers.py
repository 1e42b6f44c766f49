"""The papers of one delivery: invoice, packing list, bill of lading; the invoice as a scan and as a broken file."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from corpus_samples.generate.company import Company
from corpus_samples.generate.document import SAMPLE, Document, Named, amount, companies, keys, values
from corpus_samples.generate.page import BOLD, Paper
from corpus_samples.generate.sheet import workbook
from corpus_samples.generate.world import World

# Quantity and price in dollars of each line; the description is the carried goods'.
LINES = ((40, 1_150), (25, 2_480), (6, 3_975))
SCAN_DPI = 110


def documents(world: World) -> list[Document]:
    invoice = commercial_invoice(world)
    return [
        invoice,
        packing_list(world),
        bill_of_lading(world),
        Document("scan", "scanned_invoice.pdf", scanned(invoice.data), status="needs_ocr"),
        Document("broken", "truncated_invoice.pdf", invoice.data[: len(invoice.data) // 4], status="error"),
    ]


def issued(world: World) -> date:
    return date(world.year, 6, 14)


def commercial_invoice(world: World) -> Document:
    seller, buyer, day = world.seller, world.intermediary, issued(world)
    total = sum(quantity * price for quantity, price in LINES)
    paper = Paper()
    paper.text(36, 50, "COMMERCIAL INVOICE", 14, BOLD)
    paper.text(380, 50, f"Invoice No: RW-{day.year}-0417")
    paper.text(380, 64, f"Date: {day:%d %B %Y}")
    paper.lines(36, 84, ("Seller:", seller.english, seller.address))
    paper.lines(300, 84, ("Buyer:", buyer.english, f"BIN {buyer.number}"))
    paper.text(36, 140, "Delivery terms: FCA Venlo (Incoterms 2020)     Country of origin: China")
    table(paper, 160, world)
    paper.text(380, 280, f"Total USD {total:,.2f}", 10, BOLD)
    named: list[Named] = [(seller.english, seller), (buyer.english, buyer)]
    facts = {
        "company": [*companies(named[:1], role="seller"), *companies(named[1:], role="buyer")],
        "date": values([day.isoformat()]),
        "hs_code": values(sorted({code(world, n) for n in range(len(LINES))})),
        "amount": [amount(f"{total}.00", "USD", role="total")],
    }
    return Document("invoice", "commercial_invoice.pdf", paper.finish(), facts, ("company", "date"), names=keys(named))


def code(world: World, line: int) -> str:
    """Give six digits: what a Dutch seller prints of a code."""
    return world.carried.codes[line % len(world.carried.codes)][:6]


def table(paper: Paper, top: float, world: World) -> None:
    edges = (36, 60, 250, 320, 380, 450, 556)
    rows = [("No", "Description", "HS code", "Qty, pcs", "Unit price", "Amount USD")]
    rows += [
        (str(n + 1), f"{world.brand} {world.carried.english}", code(world, n), str(q), f"{p:,.2f}", f"{q * p:,.2f}")
        for n, (q, p) in enumerate(LINES)
    ]
    for number, row in enumerate(rows):
        y = top + number * 22
        for left, right, words in zip(edges, edges[1:], row, strict=False):
            paper.box(left, y, right - left, 22)
            paper.text(left + 3, y + 14, words, 8)


def packing_list(world: World) -> Document:
    seller, buyer, day = world.seller, world.intermediary, issued(world)
    goods = world.carried
    lines = [
        (n + 1, f"{world.brand} {goods.english}", code(world, n), quantity, "pcs", n + 2,
         round(quantity * goods.kilograms, 2), round(quantity * goods.kilograms * 1.2, 2))
        for n, (quantity, _) in enumerate(LINES)
    ]  # fmt: skip
    rows: list[tuple[object, ...]] = [
        ("PACKING LIST",),
        (SAMPLE,),
        ("Shipper:", seller.english),
        ("Consignee:", buyer.english),
        ("Manufacturer:", world.maker.english, world.maker.chinese),
        ("Invoice No:", f"RW-{day.year}-0417", "Date:", day),
        (),
        ("No", "Description of goods", "HS code", "Quantity", "Unit", "Packages", "Net weight, kg", "Gross weight, kg"),
        *lines,
        ("", "TOTAL", "", sum(q for q, _ in LINES), "", "", "", ""),
    ]
    named: list[Named] = [
        (seller.english, seller),
        (buyer.english, buyer),
        (world.maker.english, world.maker),
        (world.maker.chinese, world.maker),
    ]
    records = [
        {
            "record": "shipment",
            "hs_code": line[2],
            "quantity": line[3],
            "net_weight_kg": line[6],
            "gross_weight_kg": line[7],
        }
        for line in lines
    ]
    facts = {
        "company": companies(named),
        "date": values([day.isoformat()]),
        "hs_code": values(sorted({str(line[2]) for line in lines})),
    }
    data = workbook({"Packing list": rows})
    return Document(
        "packing_list", "packing_list.xlsx", data, facts, ("hs_code",), records, {"shipment": len(lines)}, keys(named)
    )


def bill_of_lading(world: World) -> Document:
    """Print a bill to order: the buyer hides behind the notify party."""
    shipper, notify, day = world.maker, world.intermediary, issued(world)
    carrier = Company("Northern Lantern Line", "Limited", "HK")
    container = "RWGU" + "300417" + check_digit("RWGU300417")
    paper = Paper()
    paper.text(36, 50, "BILL OF LADING", 14, BOLD)
    paper.text(380, 50, "B/L No: NLLU22061407")
    for y, label, words in (
        (80, "Shipper", shipper.english),
        (130, "Consignee", "TO ORDER"),
        (180, "Notify party", notify.english),
    ):
        paper.box(36, y, 260, 46)
        paper.lines(40, y + 10, (label, words), 8)
    paper.lines(310, 90, (f"Carrier: {carrier.english}", "Vessel / Voyage: AMBER CRANE / 2206E"))
    paper.lines(310, 130, ("Port of loading: Yantian", "Port of discharge: Rotterdam"))
    paper.lines(36, 250, ("Container No", container), 8)
    paper.lines(140, 250, ("Description of goods", f"SAID TO CONTAIN 71 PCS {world.carried.english.upper()}"), 8)
    paper.lines(430, 250, ("Gross weight", "96.48 KGS"), 8)
    paper.text(36, 300, f"Shipped on board: {day:%d %B %Y}")
    named: list[Named] = [(shipper.english, shipper), (notify.english, notify), (carrier.english, carrier)]
    facts = {"company": companies(named), "date": values([day.isoformat()])}
    record = {
        "record": "shipment",
        "consignor": shipper.english,
        "notify": notify.english,
        "carrier": carrier.english,
        "container": container,
        "bill_of_lading": "NLLU22061407",
        "port_of_loading": "Yantian",
        "port_of_discharge": "Rotterdam",
        "gross_weight_kg": 96.48,
    }
    counts = {"shipment": 1}
    data = paper.finish()
    return Document("bill_of_lading", "bill_of_lading.pdf", data, facts, ("date",), [record], counts, keys(named))


def check_digit(head: str) -> str:
    """Compute the last digit of a container number after ISO 6346."""
    letters = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (n for n in range(10, 39) if n % 11), strict=True))
    total = sum((letters.get(sign) or int(sign)) * 2**place for place, sign in enumerate(head))
    return str(total % 11 % 10)


def scanned(data: bytes) -> bytes:
    """Photograph the first page: the picture of a text is no text."""
    from pypdfium2 import PdfDocument
    from reportlab.lib.utils import ImageReader

    picture = PdfDocument(data)[0].render(scale=SCAN_DPI / 72, grayscale=True).to_pil()
    tilted = picture.rotate(0.7, fillcolor=255).point(lambda shade: 255 if shade > 150 else 0, "1")
    stored = BytesIO()
    tilted.save(stored, "PNG")
    paper = Paper(notice=False)  # it is in the picture; a page with a text layer would be no scan
    paper.canvas.drawImage(ImageReader(BytesIO(stored.getvalue())), 0, 0, paper.width, paper.height)
    return paper.finish()
