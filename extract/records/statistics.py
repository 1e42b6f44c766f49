"""Official statistics: headers stacked over months, flows and measures, codes filled down, partners below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.layout.header import Header
from extract.model import Batch, Column, Row
from extract.records.columns import Heading
from extract.records.rows import Numbered


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a stacked table keeps its figures."""

    columns: tuple[Column, ...]

    def batches(self, table: int, rows: Sequence[Numbered]) -> Iterator[Batch]:
        """Give a record for each figure."""
        yield from ()


def layout(header: Header, headings: Sequence[Heading], sample: Sequence[Row], first_column: int) -> Layout | None:
    """Recognise a stacked table by the measures and flows in its header; None for a flat one."""
    return None
