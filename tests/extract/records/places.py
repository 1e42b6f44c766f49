"""Where the values of records stand, as the store reads it from tables and batches."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.model import Batch, Item, Place, Table, cell_text
from extract.records import reread
from tests.extract.records.paper import source


def records(found: Sequence[Item]) -> list[dict[str, object]]:
    """Give the records of all batches, values by field."""
    return [
        {name: values[at] for name, values in batch.values.items() if values[at] is not None}
        for batch in found
        if isinstance(batch, Batch)
        for at in range(len(batch.rows))
    ]


def placed(found: Sequence[Item]) -> Iterator[tuple[str, Place, str]]:
    """Give field, place and raw text of every value."""
    tables = {item.number: item for item in found if isinstance(item, Table)}
    for batch in found:
        if isinstance(batch, Batch):
            yield from in_batch(batch, tables[batch.table])


def in_batch(batch: Batch, table: Table) -> Iterator[tuple[str, Place, str]]:
    assert table.boxes is not None
    for name, values in batch.values.items():
        raws, cells = (held.get(name) or [None] * len(values) for held in (batch.raw, batch.cells))
        for row, value, raw, cell in zip(batch.rows, values, raws, cells, strict=True):
            if value is not None:
                part, box = table.boxes[cell or (row, table.sources[name])]
                yield name, Place(table.place.source, part, box), cell_text(value) if raw is None else raw


def lost(path: Path, found: Sequence[Item]) -> list[tuple[str, Place, str]]:
    """Give the values whose place does not hold their raw text, or holds nothing."""
    return [
        (name, place, raw) for name, place, raw in placed(found) if not raw or reread(source(path), path, place) != raw
    ]
