"""What no field of a record holds can still be searched."""

import pytest

from extract.model import Issue, PartText
from extract.records import sheet_text
from tests.extract.records.sheets import items

HEADER = ["Consignor", "HS code", "Zustandsnotiz", "Quantity"]
ROWS = [["ООО «Север»", "880621", "rotor housing cracked", 5], ["ООО «Юг»", "854232", "12.5", 7], ["* as of May"]]


def words(rows):
    return [line for item in items(rows) if isinstance(item, PartText) for line in item.text.splitlines()]


def issues(rows):
    return [(item.kind, item.message) for item in items(rows) if isinstance(item, Issue)]


def test_columns_that_no_field_reads_and_notes_are_the_text_of_the_sheet():
    assert words([HEADER, *ROWS]) == ["rotor housing cracked", "* as of May"]


def test_left_over_columns_are_told_with_their_rows():
    [(_, message)] = [issue for issue in issues([HEADER, *ROWS]) if issue[0] == "left_over"]
    assert message == "1 columns of 3 rows are read by no field: “Zustandsnotiz”"


def test_a_table_of_no_known_record_is_text_as_a_whole():
    rows = [["Quartier", "Wetter"], ["Nord", "Regen"], ["Süd", "Regen"]]
    assert set(words(rows)) >= {"Nord", "Süd", "Regen"}


def test_what_is_cut_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheet_text, "MOST_CHARACTERS", 3_000)
    rows = [HEADER, *[["ООО «Север»", "880621", f"note {number:06}", 5] for number in range(5_000)]]
    [(_, message)] = [issue for issue in issues(rows) if issue[0] == "text_cut"]
    assert "up to row 2 " in message
    assert len(words(rows)) == 1_000
