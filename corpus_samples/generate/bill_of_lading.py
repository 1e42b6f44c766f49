"""The bill of lading of the delivery, made out to order: the buyer hides behind the notify party."""

from __future__ import annotations

from corpus_samples.generate import delivery
from corpus_samples.generate.company import Company
from corpus_samples.generate.document import Document, Named, companies, keys, values
from corpus_samples.generate.identifiers import container_number
from corpus_samples.generate.page import BOLD, Paper
from corpus_samples.generate.world import World

CARRIER = Company("Northern Lantern Line", "Limited", "HK")
CONTAINER = container_number("RWGU", "300417")
NUMBER = "NLLU22061407"
LOADED, UNLOADED = "Yantian", "Rotterdam"
GROSS = 96.48


def documents(world: World) -> list[Document]:
    shipper, notify = world.maker, world.intermediary
    named: list[Named] = [(firm.english, firm) for firm in (shipper, notify, CARRIER)]
    facts = {"company": companies(named), "date": values([delivery.day(world).isoformat()])}
    record = {
        "record": "shipment",
        "consignor": shipper.english,
        "notify": notify.english,
        "carrier": CARRIER.english,
        "container": CONTAINER,
        "bill_of_lading": NUMBER,
        "port_of_loading": LOADED,
        "port_of_discharge": UNLOADED,
        "gross_weight_kg": GROSS,
    }
    counts = {"shipment": 1}
    return [
        Document("bill_of_lading", "bill_of_lading.pdf", pdf(world), facts, ("date",), [record], counts, keys(named))
    ]


def pdf(world: World) -> bytes:
    parties = {"Shipper": world.maker.english, "Consignee": "TO ORDER", "Notify party": world.intermediary.english}
    paper = Paper()
    paper.text(36, 50, "BILL OF LADING", 14, BOLD)
    paper.text(380, 50, f"B/L No: {NUMBER}")
    for place, (label, words) in enumerate(parties.items()):
        paper.box(36, 80 + place * 50, 260, 46)
        paper.lines(40, 90 + place * 50, (label, words), 8)
    paper.lines(310, 90, (f"Carrier: {CARRIER.english}", "Vessel / Voyage: AMBER CRANE / 2206E"))
    paper.lines(310, 130, (f"Port of loading: {LOADED}", f"Port of discharge: {UNLOADED}"))
    paper.lines(36, 250, ("Container No", CONTAINER), 8)
    paper.lines(140, 250, ("Description of goods", f"SAID TO CONTAIN 71 PCS {world.carried.english.upper()}"), 8)
    paper.lines(430, 250, ("Gross weight", f"{GROSS} KGS"), 8)
    paper.text(36, 300, f"Shipped on board: {delivery.day(world):%d %B %Y}")
    return paper.finish()
