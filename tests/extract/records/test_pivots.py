"""A pivot table on a sheet of its own or beside data: its sums are no shipments."""

from collections.abc import Sequence

import pytest

from extract.model import Batch, Cell, Grid, Part, PartKind, Place, Source, Table
from extract.readers.ranges import edges, range_name
from extract.records import read_items
from extract.records.pivots import is_pivot
from tests.extract.readers.reading import SHA

DATA: list[list[Cell]] = [
    ["Дата", "Отправитель", "Получатель", "Код ТН ВЭД", "Вес нетто, кг", "Стоимость, USD"],
    *([f"{day:02}.05.2022", "ООО «Альфа»", "ТОО «Бета»", "8542319010", 12.5, 100.0 * day] for day in range(1, 20)),
]


def batches(rows: Sequence[Sequence[Cell]], pivot: str) -> tuple[list[Table], list[Batch]]:
    dialect = {"pivot": pivot} if pivot else {}
    part = Part(Place(SHA, 1), PartKind.SHEET, grids=(Grid(1, rows, dialect=dialect),), dialect=dialect)
    items = list(read_items(Source(SHA, 1, "xlsx"), [part]))
    return [i for i in items if isinstance(i, Table)], [i for i in items if isinstance(i, Batch)]


def test_rows_of_a_pivot_table_are_no_records():
    (table,), found = batches(DATA, "A1:F20")
    assert (table.kind, table.record, found) == ("pivot table", None, [])
    assert len(batches(DATA, "")[1]) == 1


def test_data_beside_or_above_a_pivot_table_are_records():
    assert sum(len(batch.rows) for batch in batches(DATA, "H1:J9")[1]) == 19
    beside = [[*row, None, "Итоги", 5.0] for row in DATA]
    assert sum(len(batch.rows) for batch in batches(beside, "H1:I20")[1]) == 19


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("A3:D20", (2, 19, 0, 3)),
        ("$AB$1", (0, 0, 27, 27)),
        ("", None),
        ("A:B", None),
        ("XFD1:XFD2", (0, 1, 16383, 16383)),
    ],
)
def test_ranges(name: str, found: tuple[int, int, int, int] | None):
    assert edges(name) == found


def test_a_range_is_named_as_it_is_read():
    assert edges(range_name(2, 19, 25, 701)) == (2, 19, 25, 701)


def test_what_is_no_range_is_no_pivot_table():
    assert not is_pivot(Grid(1, (), dialect={"pivot": "??"}), [(0, ["x"])])
