from extract.records import read_items
from extract.records.explain import explain_items
from tests.extract.records.sheets import SOURCE, sheet


def test_each_column_says_what_it_became_and_why():
    rows = [["HS_CODE", "IMPORTER_NAME", "QUANTITY", "Colour"], ["880621", "Altyn Kanat LLP", 5, "red"]]
    lines = list(explain_items(read_items(SOURCE, [sheet(rows)])))
    assert "  table 1 (shipment table): rows are shipment records" in lines
    assert "    column 2 “IMPORTER_NAME” -> consignee: known header “importer name”" in lines
    assert "    column 4 “Colour” -> left over: header not known" in lines
    assert lines[-1] == "  1 shipment records"
