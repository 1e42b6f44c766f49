from extract.errors import Encrypted
from extract.records import read_items
from extract.records.prediction import prediction
from tests.extract.records.sheets import SOURCE, sheet

ROWS = [["Title"], ["HS_CODE", "IMPORTER_NAME", "TOTAL_VALUE_USD"], ["880621", "Altyn Kanat LLP", 2500.5]]


def test_a_document_is_predicted_in_the_format_of_the_kit():
    found = prediction("set/1", read_items(SOURCE, [sheet(ROWS)]))
    assert found["doc"] == "set/1"
    assert found["fields"]["company"] == [{"value": "Altyn Kanat LLP", "page": 1, "role": "consignee"}]
    assert found["fields"]["amount"] == [{"value": "2500.5", "page": 1, "role": "invoice_value", "currency": "USD"}]
    assert found["fields"]["hs_code"] == [{"value": "880621", "page": 1, "role": "hs_code"}]
    assert found["columns"] == [
        {
            "sheet": "Sheet1",
            "header_row": 1,
            "columns": [{"col": 0, "role": "hs_code"}, {"col": 1, "role": "company"}, {"col": 2, "role": "amount"}],
        }
    ]
    assert found["csv"] == {"header_rows": [1], "first_data_row": 2, "preamble_lines": 1}
    assert found["grids"] == [{"sheet": 0, "rows": ROWS}]
    assert (found["pages"], found["error"]) == (1, None)


def test_a_file_that_cannot_be_read_gives_its_error():
    def refused():
        raise Encrypted("a password is needed")
        yield

    assert prediction("set/2", refused())["error"] == "a password is needed"
