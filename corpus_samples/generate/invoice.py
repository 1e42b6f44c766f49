"""The invoice of the delivery: as a PDF, as a scan of it, and as a file cut off while it was copied."""

from __future__ import annotations

from io import BytesIO

from corpus_samples.generate import delivery
from corpus_samples.generate.document import Document, Named, Value, amount, companies, keys, values
from corpus_samples.generate.page import BOLD, Paper
from corpus_samples.generate.world import World

EDGES = (36, 60, 250, 320, 380, 450, 556)
HEADERS = ("No", "Description", "HS code", "Qty, pcs", "Unit price", "Amount USD")
SCAN_DPI = 200


def documents(world: World) -> list[Document]:
    invoice = document(world)
    return [
        invoice,
        Document("scan", "scanned_invoice.pdf", scanned(invoice.data), invoice.fields),
        Document("broken", "truncated_invoice.pdf", invoice.data[: len(invoice.data) // 4], status="error"),
    ]


def document(world: World) -> Document:
    seller, buyer = world.seller, world.intermediary
    lines = delivery.lines(world)
    total = sum(line.pieces * line.price for line in lines)
    named: list[Named] = [(seller.english, seller), (buyer.english, buyer)]
    facts = {
        "company": [*companies(named[:1], role="seller"), *companies(named[1:], role="buyer")],
        "date": values([delivery.day(world).isoformat()]),
        "hs_code": values(sorted({line.code for line in lines})),
        "amount": [amount(f"{total}.00", "USD", role="total")],
    }
    data = pdf(world, lines, total)
    records = [expected(world, line) for line in lines]
    counts = {"shipment": len(lines)}
    return Document("invoice", "commercial_invoice.pdf", data, facts, ("company", "date"), records, counts, keys(named))


def expected(world: World, line: delivery.Line) -> Value:
    """Each line carries the parties of the page."""
    return {
        "record": "shipment",
        "consignor": world.seller.english,
        "consignee": world.intermediary.english,
        "goods_description": line.description,
        "hs_code": line.code,
        "quantity": line.pieces,
        "unit_price": f"{line.price}.00",
        "invoice_value": f"{line.pieces * line.price}.00",
        "invoice_currency": "USD",
    }


def pdf(world: World, lines: list[delivery.Line], total: int) -> bytes:
    seller, buyer = world.seller, world.intermediary
    paper = Paper()
    paper.text(36, 50, "COMMERCIAL INVOICE", 14, BOLD)
    paper.text(380, 50, f"Invoice No: {delivery.invoice_number(world)}")
    paper.text(380, 64, f"Date: {delivery.day(world):%d %B %Y}")
    paper.lines(36, 84, ("Seller:", seller.english, seller.address))
    paper.lines(300, 84, ("Buyer:", buyer.english, f"BIN {buyer.number}"))
    paper.text(36, 140, "Delivery terms: FCA Venlo (Incoterms 2020)     Country of origin: China")
    for number, row in enumerate([HEADERS, *map(cells, lines)]):
        ruled(paper, 160 + number * 22, row)
    paper.text(380, 280, f"Total USD {total:,.2f}", 10, BOLD)
    return paper.finish()


def cells(line: delivery.Line) -> tuple[str, ...]:
    price, value = f"{line.price:,.2f}", f"{line.pieces * line.price:,.2f}"
    return (str(line.number), line.description, line.code, str(line.pieces), price, value)


def ruled(paper: Paper, y: float, row: tuple[str, ...]) -> None:
    """Print one row of the table in its boxes."""
    for left, right, words in zip(EDGES, EDGES[1:], row, strict=False):
        paper.box(left, y, right - left, 22)
        paper.text(left + 3, y + 14, words, 8)


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
