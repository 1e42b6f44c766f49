"""Everything of one world: documents, what is true of them, and which findings they must give."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from corpus_samples.generate import (
    bill_of_lading,
    customs,
    declarations,
    invoice,
    licences,
    packing_list,
    payment,
    registers,
    statistics,
    texts,
    trade_forms,
)
from corpus_samples.generate.company import Company
from corpus_samples.generate.document import Document
from corpus_samples.generate.world import World

CASE_FOLDER = "kazakhstan_2022"
CASE = (customs, declarations, licences, registers, statistics, payment, texts)
DELIVERY = (invoice, packing_list, bill_of_lading, trade_forms)
ORIGIN = """# Made by us: python -m corpus_samples.generate
made_by = "corpus_samples.generate"
seed = {seed}
licence = "MIT"
companies = "invented; any likeness to existing firms is unintended"
restates = "{restates}"
"""
RESTATES = {
    CASE_FOLDER: "the public reports of May 2023 on drones and microchips that reached Russia by way of Kazakhstan: "
    "their figures, with stand-ins for every company",
    "invoice": "the usual layout of a commercial invoice in English",
    "packing_list": "the usual layout of a packing list in a workbook",
    "bill_of_lading": "the usual layout of a bill of lading to order",
    trade_forms.FOLDER: "the usual places of trade forms, laid out in ways of our own",
    "scan": "a page without text, as scanners leave it",
    "broken": "a file cut off while it was copied",
}


@dataclass(frozen=True, slots=True)
class Expected:
    """What the findings must say; a control world expects None of it."""

    chain: tuple[Company, Company, Company]
    licensed: int
    licensed_value: int
    shipped: int
    rising_code: str
    rising_exports: tuple[int, int]
    rising_imports: tuple[int, int]


def documents(world: World) -> list[Document]:
    """Render every document of the world."""
    case = [document for kind in CASE for document in kind.documents(world, CASE_FOLDER)]
    return [*case, *(document for kind in DELIVERY for document in kind.documents(world))]


def expected(world: World) -> Expected | None:
    if world.control:
        return None
    figures = world.figures
    return Expected(
        chain=(world.seller, world.intermediary, world.buyer),
        licensed=figures.licensed,
        licensed_value=figures.licensed_value,
        shipped=figures.shipped,
        rising_code=world.rising.heading,
        rising_exports=figures.rising_exports,
        rising_imports=figures.rising_imports,
    )


def write(world: World, out: Path) -> list[Path]:
    """Write the dump below ``out`` and say what was written."""
    return [put(out / path, data) for path, data in files(world)]


def files(world: World) -> Iterator[tuple[str, bytes]]:
    rendered = documents(world)
    for document in rendered:
        yield document.path, document.data
    for folder, restates in RESTATES.items():
        lines = [expected_line(d) for d in rendered if d.folder == folder]
        yield f"{folder}/expected.jsonl", ("\n".join(lines) + "\n").encode()
        yield f"{folder}/origin.toml", ORIGIN.format(seed=world.seed, restates=restates).encode()
    yield f"{CASE_FOLDER}/names.csv", names_csv(rendered).encode()


def expected_line(document: Document) -> str:
    """Write what is true of a document in one line, without blanks: there are thousands of values."""
    return json.dumps(document.expected(), ensure_ascii=False, separators=(",", ":"))


def names_csv(rendered: list[Document]) -> str:
    """List every printed name with the key of the company meant: the truth for the resolver."""
    meant = {text: key for document in rendered for text, key in document.names.items()}
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(("name", "company"))
    writer.writerows(sorted(meant.items()))
    return written.getvalue()


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
