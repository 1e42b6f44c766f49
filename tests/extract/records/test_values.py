from datetime import datetime

import pytest

from extract.records.values import Decisions, Read, decide, fits, read_cell


@pytest.mark.parametrize(
    ("kind", "cell", "value", "raw"),
    [
        ("amount", 2500.5, "2500.5", None),
        ("amount", "1 234,50", "1234.50", "1 234,50"),
        ("hs", 880621.0, "880621", None),
        ("date", datetime(2022, 5, 12), "2022-05-12", None),
        ("date", 3052025, "2025-05-03", "3052025"),
        ("country", "РОССИЯ", "RU", "РОССИЯ"),
        ("integer", "3", 3, None),
        ("number", "12,5", 12.5, "12,5"),
        ("tonnes", 1.5, 1500.0, "1.5"),
        ("text", "two\nlines", "two lines", "two\nlines"),
    ],
)
def test_a_cell_gives_its_value_and_keeps_its_text(kind, cell, value, raw):
    read = read_cell(kind, cell, Decisions(decimal=","))
    assert (read.value, read.raw) == (value, raw)


def test_what_cannot_be_read_gives_no_value_but_keeps_its_text():
    assert read_cell("date", "soon", Decisions()) == Read(raw="soon", unread=True)


def test_a_scale_multiplies_exactly():
    assert read_cell("amount", 5670903.38551, Decisions(scale=1000)).value == "5670903385.51"


def test_the_order_of_day_and_month_is_decided_by_the_column():
    chosen = decide("date", ["01/02/2025", "08/24/2025"])
    assert read_cell("date", "01/02/2025", chosen).value == "2025-01-02"


def test_addresses_are_taken_off_only_where_most_cells_have_one():
    names = ["FOSHAN ATC BUILDING MATERIAL CO LTD", "ООО «Север»", "Altyn Kanat LLP", "ТОО «Юг»"]
    chosen = decide("party", names)
    assert [read_cell("party", name, chosen).value for name in names] == names


def test_names_that_are_all_numbers_are_no_names():
    assert not fits("party", ["12", "13"])
    assert fits("party", ["", None])


def test_a_date_without_proof_is_read_day_first_and_says_so():
    chosen = decide("date", ["01/05/2022", "02/05/2022"])
    assert chosen.evidence == "no date proves the order; day first assumed"
    assert read_cell("date", "01/05/2022", chosen) == Read("2022-05-01", "01/05/2022", unsure=True)
    assert decide("date", ["2022-05-01", "12.05.2022"]).evidence == ""


def test_restored_codes_are_counted_in_the_decision_and_keep_their_raw_text():
    cells = [1012100, "0203299009", 8542319010.0, "203"]
    assert decide("hs", cells).evidence.startswith("2 of 4 codes restored")
    read = read_cell("hs", "1012100", Decisions())
    assert (read.value, read.raw) == ("01012100", "1012100")
    assert read_cell("hs", "203", Decisions()).value == "0203"
    assert read_cell("hs", "703999", Decisions()).value == "703999"
    assert read_cell("hs", "901", Decisions()).value == "0901"
    assert read_cell("hs", "999", Decisions()).value is None


@pytest.mark.parametrize(
    ("text", "code"), [("84.13", "8413"), ("85.42.31", "854231"), ("12.05.20", None), ("98.76", None)]
)
def test_a_known_code_may_be_written_in_pairs(text, code):
    read = read_cell("hs", text, Decisions())
    assert (read.value, read.raw) == (code, text)
    assert read.unread is (code is None)


@pytest.mark.parametrize("text", ["8413.70.210-0", "8413-70-210-0", "8413.70.210.0", "8413.70.21.00"])
def test_all_digits_of_a_known_code_in_groups_are_kept(text):
    assert read_cell("hs", text, Decisions()).value == "8413702100"


def test_a_day_is_no_code_in_groups():
    assert read_cell("hs", "2022-05-12", Decisions()).value is None


def test_codes_in_whole_need_no_restoring():
    assert decide("hs", ["8542.31.9010", "'0203299009", "8542 31 901 0"]).evidence == ""
