"""Every fact of the sample leads back to its bytes: the place is read again with other eyes, and the text is the same.

Workbooks by openpyxl, delimited text by the csv module, pages by pdfplumber, other texts by the reader that read them.
"""

import csv
import re
from collections import defaultdict
from functools import partial

import openpyxl
import pdfplumber
import pytest

from extract.model import Part, cell_text
from extract.readers import read_parts
from extract.records.reread import text_at
from store.case import Case
from store.facts import facts
from tests.conftest import DOCS


@pytest.fixture(scope="module")
def facts_by_file(sample_case):
    """All facts of the case, by the file they stand in."""
    found = defaultdict(list)
    with Case.open(sample_case) as case:
        for fact in facts(case):
            found[fact.locations[0].path].append(fact)
    return found


def in_workbook(path):
    """Look up a cell by sheet and box."""
    sheets = openpyxl.load_workbook(path, data_only=True).worksheets
    return lambda place: cell_text(sheets[place.part - 1].cell(int(place.box.top) + 1, int(place.box.x0) + 1).value)


def in_delimited(path):
    """Look up a field by line and number."""
    encoding = "utf-8-sig" if path.name in ("kz_register.csv", "events.csv") else "cp1251"
    with path.open(encoding=encoding, newline="") as file:
        text = file.read()
        file.seek(0)
        rows = list(csv.reader(file, delimiter=max(",;", key=text.count)))
    return lambda place: rows[int(place.box.top)][int(place.box.x0)]


def in_pages(path):
    """Take the characters whose middle lies in the box."""
    with pdfplumber.open(path) as pdf:
        chars = {page.page_number: page.chars for page in pdf.pages}
    return partial(_inside, chars)


def _inside(chars, place):
    box = place.box
    inside = (
        char
        for char in chars[place.part]
        if box.x0 <= (char["x0"] + char["x1"]) / 2 <= box.x1
        and box.top <= (char["top"] + char["bottom"]) / 2 <= box.bottom
    )
    return "".join(char["text"] for char in inside)


def in_text(path, fact):
    """Read with the reader of the file's kind."""
    parts = {part.place.part: part for part in read_parts(fact.source, path) if isinstance(part, Part)}
    return lambda place: text_at(parts[place.part], place)


EYES = {".xlsx": in_workbook, ".csv": in_delimited, ".pdf": in_pages}
LETTERS = re.compile(r"\W+")


def same(raw, seen, suffix):
    """Compare to the letter; on pages the order of words in a box and the blanks between them are the engine's."""
    if suffix == ".pdf":
        return sorted(LETTERS.sub("", seen)) == sorted(LETTERS.sub("", raw)) or LETTERS.sub("", raw) in LETTERS.sub(
            "", seen
        )
    return raw == seen


@pytest.mark.parametrize("name", sorted(path.name for path in DOCS.iterdir()))
def test_the_place_of_every_fact_holds_its_raw_text(facts_by_file, name):
    path = DOCS / name
    found = facts_by_file[name]
    assert found, "no fact was found in this file"
    look = EYES[path.suffix](path) if path.suffix in EYES else in_text(path, found[0])
    lost = [
        (f.ref, f.raw, look(f.place))
        for f in found
        if f.place.box is None or not same(f.raw, look(f.place), path.suffix)
    ]
    assert lost[:5] == []


def test_no_field_of_a_record_is_without_a_place(facts_by_file):
    everything = [fact for found in facts_by_file.values() for fact in found]
    assert len(everything) > 100_000
    assert [fact.ref for fact in everything if fact.place.box is None] == []
