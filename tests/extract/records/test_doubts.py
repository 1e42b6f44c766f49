"""What has two readings is decided by the whole column, in words; what nothing decides is told, never guessed."""

import pytest

from extract.model import Batch, Issue, PartText, Table
from tests.extract.records.sheets import items, records, tables

HEADER = ["Consignor", "HS code", "Invoice value"]


def rows(values, header=HEADER):
    return [header, *[["ООО «Север»", "880621", value] for value in values]]


def issues(sheet):
    return [(item.kind, item.message) for item in items(sheet) if isinstance(item, Issue)]


def sums(sheet):
    return [values.get("invoice_value") for _, values in records(sheet)]


@pytest.mark.parametrize("values", [[f"{n},{n}0" for n in range(10, 60)], ["10.100", "59.443", "500"]])
def test_a_column_of_sums_in_thousands_is_read_and_says_how(values):
    sheet = rows(values)
    assert sums(sheet) == [value.replace(",", "").replace(".", "") for value in values]
    assert "read as thousands" in tables(sheet)[0].columns[2].decision
    assert issues(sheet) == []


@pytest.mark.parametrize("values", [["10,100", "12500", "59,443"], ["10,100", "10.100"]])
def test_sums_that_nothing_decides_stay_text_and_are_told(values):
    sheet = rows(values)
    assert [value for value in sums(sheet) if value] == [value for value in values if value.isdecimal()]
    [batch] = [item for item in items(sheet) if hasattr(item, "raw")]
    assert batch.raw["invoice_value"][0] == values[0]
    [(kind, message)] = issues(sheet)
    assert kind == "ambiguous_amount"
    assert message.startswith("2 numbers may be thousands or decimals (column “Invoice value”, first row 2)")


def test_unit_prices_may_have_three_decimals():
    assert [kind for kind, _ in issues(rows(["10,100", "12,345"], [*HEADER[:2], "Unit price"]))] == ["ambiguous_amount"]


def test_dates_that_nothing_orders_are_read_day_first_and_told():
    sheet = [["Consignor", "HS code", "Declaration date"]]
    sheet += [["ООО «Север»", "880621", f"{month:02}/05/2022"] for month in range(1, 13)]
    assert {values["declaration_date"][:7] for _, values in records(sheet)} == {"2022-05"}
    [table] = [item for item in items(sheet) if isinstance(item, Table)]
    assert table.columns[2].decision == "no date proves the order; day first assumed"
    [(kind, message)] = issues(sheet)
    assert (kind, message[:40]) == ("ambiguous_date", "11 dates may be read day or month first ")


UNREAD = [
    ["Consignor", "HS code", "Declaration date", "Invoice value", "Invoice date", "Net weight kg"],
    *[["ООО «Север»", "841381", "12.05.2022", "1 200,50", "12.05.2022", "5,5"]] * 5,
    ["ООО «Север»", "84.13x", "32.13.2022", "сверх нормы", "на складе", "5 и 6"],
    ["ООО «Юг»", "не код", "13.32.2022", "", "", "5,5"],
]


def test_cells_that_nobody_could_read_are_told_once_for_each_column_with_the_first_of_them():
    told = {message.split("(")[0]: message for kind, message in issues(UNREAD) if kind == "unread"}
    assert list(told) == [
        "2 cells could not be read as commodity code ",
        "2 cells could not be read as date ",
        "1 cells could not be read as amount ",
        "1 cells could not be read as number ",
        "1 cells could not be read as date ",
    ]
    assert "column “HS code”, first row 7: “84.13x”" in told["2 cells could not be read as commodity code "]
    [at] = [item.place.box for item in items(UNREAD) if isinstance(item, Issue) and "“32.13.2022”" in item.message]
    assert (at.top, at.x0) == (6, 2)


def test_the_text_of_an_unread_cell_stays_with_its_record():
    [batch] = [item for item in items(UNREAD) if isinstance(item, Batch)]
    assert (batch.values["hs_code"][5], batch.raw["hs_code"][5]) == (None, "84.13x")
    assert (batch.values["declaration_date"][5], batch.raw["declaration_date"][5]) == (None, "32.13.2022")


def test_the_text_of_an_unread_cell_without_a_field_is_a_word_of_the_sheet():
    [words] = [item.text for item in items(UNREAD) if isinstance(item, PartText)]
    assert "на складе" in words


@pytest.mark.parametrize("nothing", ["NULL", "-", "н/д", "нет", "n/a", "0", 0, "00.00.0000", "—", "б/н", None, "  "])
def test_words_for_nothing_are_no_doubt(nothing):
    sheet = [["Consignor", "HS code", "Declaration date"], *[["ООО «Север»", "841381", "12.05.2022"]] * 3]
    told = {kind for kind, _ in issues([*sheet, ["ООО «Север»", nothing, nothing]])}
    assert told <= {"left_out"}  # a row that holds nothing but a name is a note
