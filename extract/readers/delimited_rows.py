"""Records of a delimited text that survive unclosed quotes: a cell that swallows lines is given back to the parser."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Literal

from extract.model import Issue, Place, Row, Source, cell_box
from extract.text import Dialect

FIELD_LIMIT = 1 << 24
LINES_IN_A_CELL = 60
PATIENCE = 100


class Unclosed(Exception):
    """A quoted cell runs on over more lines than any real one."""


class DelimitedRows:
    """Iterate once over the records; afterwards ``issues`` tells what was wrong with them."""

    def __init__(self, lines: Iterator[str], dialect: Dialect) -> None:
        csv.field_size_limit(FIELD_LIMIT)
        self.source = lines
        self.dialect = dialect
        self.returned: list[str] = []
        self.taken: list[str] = []
        self.ended = False
        self.unclosed: list[int] = []
        self.ragged: list[int] = []
        self.ragged_count = 0

    def __iter__(self) -> Iterator[Row]:
        columns = self.dialect.columns
        for number, row in enumerate(self.records()):
            if len(row) != columns and row:
                self.ragged_count += 1
                if self.ragged_count == 1:
                    self.ragged.append(number)
            yield row

    def records(self) -> Iterator[Row]:
        """Parse record by record; parse the first line alone where a quote stays open."""
        parser = self.parser()
        number = 0
        row: Row
        while True:
            self.taken.clear()
            try:
                row = next(parser)
            except StopIteration:
                return
            except (Unclosed, csv.Error):
                row, parser = self.first_line_alone(number), self.parser()
            else:
                if self.ended and len(self.taken) > 1:
                    row, parser = self.first_line_alone(number), self.parser()
            yield row
            number += 1

    def parser(self) -> Iterator[list[str]]:
        """Parse with the quotes of the dialect, until they have proved wrong too often."""
        quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if len(self.unclosed) < PATIENCE else csv.QUOTE_NONE
        return csv.reader(
            self.lines(), delimiter=self.dialect.delimiter, quotechar=self.dialect.quotechar, quoting=quoting
        )

    def lines(self) -> Iterator[str]:
        """Feed the parser, and remember what the current record has taken."""
        taken, returned = self.taken, self.returned
        while True:
            line = returned.pop() if returned else next(self.source, None)
            if line is None:
                self.ended = bool(taken)
                return
            taken.append(line)
            if len(taken) > LINES_IN_A_CELL:
                raise Unclosed
            yield line

    def first_line_alone(self, number: int) -> Row:
        """Give all but the first line of an endless record back, and split that one at every delimiter."""
        self.unclosed.append(number)
        self.ended = False
        first, *rest = self.taken
        self.returned.extend(reversed(rest))
        return first.rstrip("\r\n").split(self.dialect.delimiter)

    def issues(self, source: Source) -> Iterator[Issue]:
        """Say which rows were not as the others."""
        for row in self.unclosed[:PATIENCE]:
            place = Place(source.sha256, 1, cell_box(row, 0))
            yield Issue(
                place, "unclosed_quote", f"a quote opened in row {row + 1} is never closed; the line is read alone"
            )
        if self.ragged:
            first = self.ragged[0]
            message = f"{self.ragged_count} rows have other than {self.dialect.columns} cells, first row {first + 1}"
            yield Issue(Place(source.sha256, 1, cell_box(first, 0)), "ragged", message)
