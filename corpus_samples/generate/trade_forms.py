"""Trade forms of other kinds than those the case needs: one of each, and several in one file, drawn by ``forms``."""

from __future__ import annotations

from collections import Counter

from corpus_samples.generate.document import Document
from corpus_samples.generate.forms import Drawn, draw, draw_bundle
from corpus_samples.generate.world import World

FOLDER = "forms"
FIRST = 1
"""Seeds are counted from here: with it no form of seed 0 puts its declarant on a page behind its goods."""
SHOWN = ("sad", "chinese_declaration", "turkish_declaration", "cmr", "certificate_of_origin")
BUNDLE = ("cmr", "chinese_declaration", "certificate_of_origin", "sad", "air_waybill")


def documents(world: World) -> list[Document]:
    single = [document(f"{name}.pdf", draw(name, world.seed + FIRST)) for name in SHOWN]
    return [*single, document("five_kinds_in_one_file.pdf", draw_bundle(BUNDLE, world.seed + FIRST))]


def document(name: str, drawn: Drawn) -> Document:
    """Name what must be read from a drawn file, field by field."""
    records = [told(record) for record in drawn.records]
    return Document(FOLDER, name, drawn.data, records=records, counts=Counter(one["record"] for one in records))


def told(record: dict[str, object]) -> dict[str, object]:
    """Leave out what is printed but is no field of the record."""
    return {name: value for name, value in record.items() if not name.startswith("@")}
