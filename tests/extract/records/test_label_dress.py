"""Labels as papers write them: with codes of data elements, in two languages, over values, below banners of items."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Batch
from tests.extract.records.paper import Paper, items


def read(paper: Paper) -> list[dict[str, object]]:
    batches = [item for item in items(paper.finish()) if isinstance(item, Batch) and item.kind == "shipment"]
    return [
        {name: values[at] for name, values in b.values.items() if values[at] is not None}
        for b in batches
        for at in range(len(b.rows))
    ]


@pytest.mark.parametrize(
    ("exporter", "code"),
    [
        ("13 01 000 000 Exporter", "18 09 056 000 Commodity code"),
        ("DE 3/1 Exporter", "DE 6/14 Commodity code"),
        ("Exporter [13 01]", "Commodity code [18 09]"),
        ("[2] Exporter", "[33] Commodity code"),
        ("Box 2: Exporter", "Box 33: Commodity code"),
        ("Exporter (Box 2)", "Commodity code (Box 33)"),
        ("Exporter / Ausführer", "Commodity code / Warennummer"),
        ("EXPORTER/Ausführer", "COMMODITY CODE/Warennummer"),
    ],
)
def test_numbers_codes_and_a_second_language_belong_to_the_label(tmp_path: Path, exporter: str, code: str) -> None:
    paper = Paper(tmp_path / "d.pdf").text(36, 40, "EXPORT DECLARATION", size=13)
    paper.text(36, 70, exporter).text(330, 70, "Brontel Drives GmbH")
    paper.text(36, 110, code).text(330, 110, "85011099")
    assert [(row["consignor"], row["hs_code"]) for row in read(paper)] == [("Brontel Drives GmbH", "85011099")]


def test_a_banner_over_boxes_is_no_item_of_its_own(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "d.pdf").text(36, 40, "EXPORT DECLARATION", size=13)
    for number, (code, goods) in enumerate((("85011099", "motors"), ("84834021", "gears")), start=1):
        y = number * 120
        paper.text(36, y, f"Item {number}")
        paper.box(36, y + 12, 260, 30, "Description of goods", goods)
        paper.box(296, y + 12, 200, 30, "Item No.", str(number))
        paper.box(36, y + 42, 260, 30, "Commodity code", code)
    assert [(row["item_number"], row["goods_description"], row["hs_code"]) for row in read(paper)] == [
        (1, "motors", "85011099"),
        (2, "gears", "84834021"),
    ]


def test_labels_over_values_are_not_read_across_the_page(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "d.pdf").text(36, 40, "EXPORT DECLARATION", size=13)
    left = (("Commodity code", "85011099"), ("Country of destination", "KZ"), ("Gross mass (kg)", "1204.5"))
    for at, (label, value) in enumerate(left):
        paper.text(36, 70 + at * 30, label).text(36, 81 + at * 30, value)
    paper.text(330, 70, "Lindenstrasse 4").text(330, 100, "DE").text(330, 130, "77.25")
    (row,) = read(paper)
    assert (row["hs_code"], row["destination_country"], row["gross_weight_kg"]) == ("85011099", "KZ", 1204.5)


def test_a_country_that_is_a_word_of_some_label_stays_a_value(tmp_path: Path) -> None:
    """“de” stands in «código país de origen», yet DE is Germany."""
    paper = Paper(tmp_path / "d.pdf").text(36, 40, "EXPORT DECLARATION", size=13)
    for at, (label, value) in enumerate(
        (("2 Exporter", "Brontel"), ("33 Commodity code", "85011099"), ("34 Country origin code", "DE"))
    ):
        paper.text(36, 70 + at * 30, label).text(330, 70 + at * 30, value)
    assert [row["origin_country"] for row in read(paper)] == ["DE"]
