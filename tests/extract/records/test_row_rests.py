"""The second lines of wrapped cells belong to the row above, also over the end of a page."""

import pytest

from extract.model import Batch, Box, Grid, Issue, Part, PartKind, Place
from extract.records import read_items
from extract.records.row_rests import is_rest, joined
from tests.extract.records.sheets import SOURCE

HEADER = ["No", "Consignor", "Consignee", "Net kg", "Value USD"]
ABOVE = ["1", "Nordwind Rotor", "Almaz Trade", "10.1", "100.00"]
REST = ["", "GmbH", "LLP", "", ""]


@pytest.mark.parametrize(
    ("row", "above", "told"),
    [
        (REST, ABOVE, True),
        (["", "GmbH", None, None, None], ABOVE, True),
        (["2", "GmbH", "LLP", "", ""], ABOVE, False),
        (["", "Kestrel B.V.", "LLP", "", "70.00"], ABOVE, False),
        (["", "GmbH", "LLP", "kg", ""], ABOVE, False),
        (["", "", "", "", ""], ABOVE, False),
        (REST, ["", *ABOVE[1:]], False),
        (["", "of goods", "", "", ""], HEADER, False),
        (["", "GmbH"], ABOVE, False),
    ],
)
def test_what_is_a_rest(row, above, told):
    assert is_rest(row, above) is told


def test_rests_are_joined_and_every_row_keeps_its_number():
    rows = [HEADER, ABOVE, REST, ["", "of Kiel", "", "", ""], ["2", "Kestrel", "Kok-Tobe", "2", "70.00"]]
    assert joined(rows) == [
        HEADER,
        ["1", "Nordwind Rotor GmbH of Kiel", "Almaz Trade LLP", "10.1", "100.00"],
        [None] * 5,
        [None] * 5,
        ["2", "Kestrel", "Kok-Tobe", "2", "70.00"],
    ]


def page(number: int, rows: list[list[str]], ruled: str) -> Part:
    boxes = [[Box(100 * c, 20 * r, 100 * c + 99, 20 * r + 19) for c in range(len(HEADER))] for r in range(len(rows))]
    grid = Grid(1, rows, boxes, dialect={"ruled": ruled})
    return Part(Place(SOURCE.sha256, number), PartKind.PAGE, grids=(grid,))


def consignees(*pages: Part) -> tuple[list[str], list[str]]:
    found = list(read_items(SOURCE, pages))
    names = [str(name) for batch in found if isinstance(batch, Batch) for name in batch.values["consignee"]]
    return names, [issue.message for issue in found if isinstance(issue, Issue)]


def test_a_table_without_rules_gives_one_record_a_row():
    rows = [HEADER, ABOVE, REST, ["2", "Kestrel Parts", "Kok-Tobe", "2", "70.00"], REST]
    assert consignees(page(1, rows, "no"))[0] == ["Almaz Trade LLP", "Kok-Tobe LLP"]


def test_the_rest_of_a_row_on_the_next_page_is_no_record():
    second = [HEADER, REST, ["2", "Kestrel Parts", "Kok-Tobe LLP", "2", "70.00"]]
    names, said = consignees(page(1, [HEADER, ABOVE], "yes"), page(2, second, "yes"))
    assert names == ["Almaz Trade", "Kok-Tobe LLP"]
    assert "1 rows give no record, first row 2 (rests of rows of the page before: 1)" in said
