from pathlib import Path

import pytest

from extract.model import Batch, Box, Part, PartKind, Place, Table, cell_box
from store.case import Case
from store.errors import NoSuchFact
from store.facts import cell_name, fact, facts
from tests.store.conftest import PDF, SHEET, add


def test_a_field_of_a_sheet_stands_in_its_own_cell(case: Case) -> None:
    found = fact(case, "shipment:2:consignor")
    assert (found.value, found.raw) == ("Vozdushnaya Mekhanika LLC", "Vozdushnaya Mekhanika LLC")
    assert found.place.box == cell_box(2, 1)
    assert found.where == "rows.xlsx, Лист1, cell B3"
    assert found.source == SHEET


def test_a_filled_down_value_stands_in_the_cell_it_comes_from(case: Case) -> None:
    assert fact(case, "shipment:3:consignee").place.box == cell_box(1, 2)
    assert fact(case, "shipment:1:consignee").place.box == cell_box(1, 2)


def test_a_field_of_a_form_stands_in_its_box(case: Case) -> None:
    found = fact(case, "payment:1:amount")
    assert (found.value, found.raw, found.place.part) == ("5000", "5 000-00", 1)
    assert found.place.box == Box(100, 50, 150, 60)
    assert found.where == "letters/order.pdf, page 1"


def test_a_value_without_a_known_cell_points_at_its_page_only(case: Case) -> None:
    assert fact(case, "payment:1:currency").place.box is None


def test_an_amount_keeps_the_spelling_its_number_loses(case: Case) -> None:
    found = fact(case, "shipment:1:invoice_value")
    assert (found.value, found.raw) == ("1000.5", "1000.50")


def test_printed_text_follows_from_the_rule_of_the_column(tmp_path: Path) -> None:
    amounts, printed = ["1234.50", "0.25", "7", None], ["1 234,50", "0,25", "7", None]
    days = ["2022-05-12", "2022-05", "2022-05-12", "2022-05-12"]
    items = [
        Part(Place(SHEET.sha256, 1), PartKind.SHEET),
        Table(
            Place(SHEET.sha256, 1),
            1,
            "customs_rows",
            record="shipment",
            sources={"invoice_value": 0, "release_date": 1},
            spellings={"invoice_value": " ,2", "release_date": "%d.%m.%Y"},
        ),
        Batch(
            1,
            "shipment",
            [1, 2, 3, 4],
            {"invoice_value": amounts, "release_date": days},
            raw={"invoice_value": [None, None, "7", None], "release_date": [None, "май 2022", None, None]},
        ),
    ]
    with Case.create(tmp_path / "case.db") as case:
        add(case, tmp_path, "rows.xlsx", SHEET, items)
        raws = [(f.field, f.raw) for f in facts(case)]
        kept = [raw for (raw,) in case.db.execute("SELECT raw FROM shipment")]
    assert [raw for field, raw in raws if field == "invoice_value"] == printed[:3]
    assert [raw for field, raw in raws if field == "release_date"] == ["12.05.2022", "май 2022", *["12.05.2022"] * 2]
    assert kept == [None, '{"release_date": "май 2022"}', '{"invoice_value": "7"}', None]


def test_a_rule_that_does_not_fit_leaves_the_value(case: Case) -> None:
    case.db.execute("UPDATE table_source SET spelling = '%d.%m.%Y' WHERE field = 'invoice_value'")
    assert fact(case, "shipment:2:invoice_value").raw == "1001.50"
    case.db.execute("UPDATE shipment SET raw = NULL")
    assert fact(case, "shipment:2:invoice_value").raw == "1001.5"


def test_codes_keep_their_zeros(case: Case) -> None:
    assert fact(case, "shipment:1:hs_code").value == "0806229000"


def test_a_mention_keeps_text_value_and_details(case: Case) -> None:
    found = fact(case, "mention:2")
    assert (found.field, found.raw, found.value) == ("amount", "1 234,50 USD", "1234.50")
    assert found.details == {"currency": "USD", "role": "total"}
    assert (found.place.box, found.place.span) == (Box(120, 20, 190, 32), (42, 54))
    assert found.source == PDF


@pytest.mark.parametrize(
    "ref", ["", "shipment", "shipment:x:hs_code", "shipment:99:hs_code", "shipment:1:colour", "part:1"]
)
def test_a_wrong_reference_is_refused_with_a_hint(case: Case, ref: str) -> None:
    with pytest.raises(NoSuchFact) as refused:
        fact(case, ref)
    assert "shipment:12:consignor" in refused.value.hint


def test_every_fact_is_found_again_by_its_reference(case: Case) -> None:
    everything = list(facts(case))
    assert len(everything) == 2 + 4 + 3 * 8
    assert [fact(case, f.ref) for f in everything] == everything


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (6, 25, "Z7"), (0, 26, "AA1"), (9, 701, "ZZ10"), (0, 702, "AAA1")]
)
def test_cells_are_named_as_in_a_spreadsheet(row: int, column: int, name: str) -> None:
    assert cell_name(cell_box(row, column)) == name
