"""What a scan gives beside the text it was made from: the same records, field by field."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from extract.model import Batch, Part, Place
from extract.readers.ocr.engine import installed
from extract.records import extract, reread
from tests.extract.readers.ocr.scans import needs_tesseract, scan_of
from tests.extract.readers.reading import SHA, source_of

SAMPLES = Path(__file__).parents[4] / "corpus_samples"
PAPERS = {
    "invoice/docs/commercial_invoice.pdf": 0.85,
    "kazakhstan_2022/docs/declaration_import.pdf": 0.85,
    "kazakhstan_2022/docs/payment_order.pdf": 0.9,
    "bill_of_lading/docs/bill_of_lading.pdf": 0.85,
}
"""The share of fields that must come out of a leaning, noisy scan exactly as out of the text."""

pytestmark = [needs_tesseract, pytest.mark.skipif("rus" not in installed().languages, reason="Tesseract lacks Russian")]


def scanned(name: str, folder: Path) -> Path:
    path = folder / "scan.tif"
    scan_of((SAMPLES / name).read_bytes(), dpi=250).save(path, dpi=(250, 250))
    return path


def fields_of(path: Path) -> Counter[tuple[str, str]]:
    """Count the values of all records of the first page."""
    found: Counter[tuple[str, str]] = Counter()
    for item in extract(source_of(path), path):
        if isinstance(item, Part) and item.place.part > 1:
            break
        if isinstance(item, Batch):
            found.update((name, str(value)) for name, values in item.values.items() for value in values if value)
    return found


@pytest.mark.parametrize("name", PAPERS)
def test_a_leaning_noisy_scan_gives_the_fields_of_its_text(name: str, tmp_path: Path):
    wanted, found = fields_of(SAMPLES / name), fields_of(scanned(name, tmp_path))
    assert wanted
    lost = wanted - found
    assert 1 - lost.total() / wanted.total() >= PAPERS[name], lost


def test_a_fact_of_a_scan_is_read_again_at_its_place(tmp_path: Path):
    path = scanned("kazakhstan_2022/docs/payment_order.pdf", tmp_path)
    source = source_of(path)
    parts = [item for item in extract(source, path) if isinstance(item, Part)]
    (page,) = parts
    word = max(page.words, key=lambda word: len(word.text))
    assert reread(source, path, Place(SHA, 1, word.box)) == word.text
