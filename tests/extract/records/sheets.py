"""Sheets made in a test, and what is found on them."""

from extract.model import Batch, Grid, Mention, Part, PartKind, Place, Source, Table
from extract.records import read_items

SOURCE = Source("0" * 64, 1, "xlsx")


def sheet(rows, number=1):
    return Part(Place(SOURCE.sha256, number), PartKind.SHEET, name=f"Sheet{number}", grids=(Grid(1, rows),))


def items(rows):
    return list(read_items(SOURCE, [sheet(rows)]))


def tables(rows):
    return [item for item in items(rows) if isinstance(item, Table)]


def records(rows):
    found = []
    for batch in items(rows):
        if isinstance(batch, Batch):
            for at in range(len(batch.rows)):
                values = {name: column[at] for name, column in batch.values.items() if column[at] is not None}
                found.append((batch.kind, values))
    return found


def mentions(rows):
    return [(str(item.kind), item.value, item.role) for item in items(rows) if isinstance(item, Mention)]
