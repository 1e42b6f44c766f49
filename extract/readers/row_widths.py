"""How many cells the rows of a delimited text have: most as many as the table has columns, ragged ones others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.model import ByColumns, Issue, Place, Row, Source, cell_box

BEGIN = 16
"""So many rows tell how many columns there are, where very long lines were cut as the dialect was found."""


class Widths:
    """Count the rows; ``columns``: how many cells a row should have, at first those of the dialect."""

    def __init__(self, columns: int) -> None:
        self.rows = 0
        self.columns = columns
        self.ragged = 0
        self.first_ragged = 0
        self._begin: list[int] = []
        self._has_begun = False

    @property
    def is_settled(self) -> bool:
        """Tell that enough rows were seen."""
        return self.rows >= BEGIN

    def add(self, rows: Sequence[Row]) -> None:
        """Count the next rows."""
        widths = [rows.width] * len(rows) if isinstance(rows, ByColumns) else list(map(len, rows))
        if self.is_settled:
            self._count(widths, self.rows)
        else:
            self._begin += widths
        was_settled = self.is_settled
        self.rows += len(widths)
        if self.is_settled and not was_settled:
            self._settle()

    def _settle(self) -> None:
        self.columns = max(self.columns, min(filter(None, self._begin[:BEGIN]), default=0))
        self._count(self._begin, 0)
        self._begin = []

    def _count(self, widths: Sequence[int], first: int) -> None:
        """Count ragged rows; short ones above the first that is long enough are titles."""
        if set(widths) <= {0, self.columns}:
            self._has_begun |= self.columns in widths
            return
        for number, width in enumerate(widths, first):
            self._has_begun |= width >= self.columns
            if self._has_begun and width not in (0, self.columns):
                self.first_ragged = self.first_ragged if self.ragged else number
                self.ragged += 1

    def issues(self, source: Source) -> Iterator[Issue]:
        """Say which rows were not as the others, after the last one."""
        if self._begin:
            self._settle()
        if self.ragged:
            message = f"{self.ragged} rows have other than {self.columns} cells, first row {self.first_ragged + 1}"
            yield Issue(Place(source.sha256, 1, cell_box(self.first_ragged, 0)), "ragged", message)
