"""Records of a delimited text that survive unclosed quotes: a cell that swallows lines is given back to the parser."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Literal

from extract.model import ByColumns, Coded, Issue, Place, Row, RowBlocks, Source, cell_box
from extract.readers.row_widths import BEGIN, Widths
from extract.readers.supply import Supply
from extract.text import JOINED, Dialect, compiled

if TYPE_CHECKING:
    from extract.text._columns import Cutter

FIELD_LIMIT = 1 << 24
LINES_IN_A_CELL = 60
PATIENCE = 100
CUT = 500
"""Rows that are cut at once: so few that their cells are still at hand when they are read."""
_BLOCK = 1 << 15


class Unclosed(Exception):
    """A quoted cell runs on over more lines than any real one."""


class DelimitedRows(RowBlocks):
    """Iterate once over the records; afterwards ``issues`` tells what was wrong with them."""

    def __init__(self, pieces: Iterator[str], dialect: Dialect) -> None:
        csv.field_size_limit(FIELD_LIMIT)
        self.signs = dialect.delimiter if len(dialect.delimiter) > 1 else ""
        self.supply = Supply((piece.replace(self.signs, JOINED) for piece in pieces) if self.signs else pieces)
        self.source = self.supply.lines()
        self.dialect = replace(dialect, delimiter=JOINED) if self.signs else dialect
        self.widths = Widths(dialect.columns)
        self.returned: list[str] = []
        self.taken: list[str] = []
        self.ended = False
        self.unclosed: list[int] = []

    def blocks(self) -> Iterator[Sequence[Row]]:
        """Give the records in blocks: as columns with the compiled helper, else as rows, which costs more."""
        for rows in self.cut_blocks() if self.cutter() else self.parsed_blocks():
            self.widths.add(rows)
            yield self.restored(rows) if self.signs else rows

    def restored(self, rows: Iterable[Row]) -> list[Row]:
        """Give cells that hold a delimiter of several signs its signs back."""
        return [[cell.replace(JOINED, self.signs) for cell in row if isinstance(cell, str)] for row in rows]

    def cutter(self) -> Cutter | None:
        """Give what cuts text of this dialect at once, as far as the quotes of the dialect are trusted."""
        dialect = self.dialect
        if dialect.escapechar or dialect.skipinitialspace:
            return None
        quote = dialect.quotechar if self.trusts_quotes else None
        return compiled.cutter(dialect.delimiter, quote, LINES_IN_A_CELL, Coded)

    def cut_blocks(self) -> Iterator[Sequence[Row]]:
        """Cut whole records at once; what may have swallowed lines or does not end is parsed line by line."""
        supply, cutter = self.supply, self.cutter()
        while cutter and (not supply.is_read or supply.more()):
            most = CUT if self.widths.is_settled else BEGIN
            size, columns, end = cutter.cut(supply.text, supply.at, most, self.widths.columns)
            if size:
                supply.at = end
                yield ByColumns(columns, size)
            elif not (supply.at and cutter.ran_out and supply.more()):
                self.source = supply.lines()
                self.returned.extend(reversed(list(islice(self.source, BEGIN))))
                yield from ([row] for row in self.records(self.widths.rows))
                cutter = self.cutter()

    def parsed_blocks(self) -> Iterator[Sequence[Row]]:
        """Parse many lines at once as long as they are whole records; where they are not, record by record."""
        size = BEGIN
        while lines := list(islice(self.source, size)):
            size = max(1, _BLOCK // max(map(len, lines)))
            rows = self.split(lines) or self.parsed(lines)
            if rows is not None:
                yield rows
                continue
            self.returned.extend(reversed(lines))
            yield from ([row] for row in self.records(self.widths.rows))

    def split(self, lines: list[str]) -> list[Row] | None:
        """Split lines that have no quotes, which takes a third of the parser's time; None where one has or is blank."""
        if min(map(len, lines)) <= len("\r\n") or self.dialect.escapechar or self.dialect.skipinitialspace:
            return None
        if self.dialect.quotechar in "".join(lines):
            return None
        delimiter = self.dialect.delimiter
        return [line.rstrip("\r\n").split(delimiter) for line in lines]

    def parsed(self, lines: list[str]) -> list[Row] | None:
        """Give the records of some lines; None where a quote stays open or a cell has very many lines.

        A blank line after the last tells: it is a record of its own, or falls into the open cell.
        """
        try:
            *rows, last = self.parser([*lines, "\n"])
        except csv.Error:
            return None
        whole = not last and (len(rows) == len(lines) or not any(map(self.swallows, rows)))
        return rows if whole else None  # type: ignore[return-value]

    def swallows(self, row: Sequence[str]) -> bool:
        """Tell a record whose cells may have swallowed lines: it has very many, or not the usual number of cells."""
        lines = "".join(row)
        inside = lines.count("\n") + lines.count("\r")
        return inside >= LINES_IN_A_CELL or (inside > 0 and len(row) != self.widths.columns)

    def is_swallowed(self, row: Sequence[str]) -> bool:
        """Tell a record whose first line alone is one: its quote was closed by the opening one of a later line."""
        if not self.swallows(row) or len(self.opened(self.taken[0])) != self.widths.columns:
            return False
        try:
            next(self.parser(self.taken, strict=True))
        except csv.Error:
            return True
        return False

    def records(self, number: int) -> Iterator[Row]:
        """Parse record by record till all that was returned is taken; the first line alone where a quote stays open."""
        parser = self.parser(self.lines())
        row: list[str]
        while self.returned:
            self.taken.clear()
            try:
                row = next(parser)
            except StopIteration:
                return
            except (Unclosed, csv.Error):
                row, parser = self.first_line_alone(number), self.parser(self.lines())
            else:
                if len(self.taken) > 1 and (self.ended or self.is_swallowed(row)):
                    row, parser = self.first_line_alone(number), self.parser(self.lines())
            yield row
            number += 1

    @property
    def trusts_quotes(self) -> bool:
        """Tell whether quotes are syntax; where they stayed open too often, they are letters."""
        return self.dialect.quoted and len(self.unclosed) < PATIENCE

    def parser(self, lines: Iterable[str], strict: bool = False) -> Iterator[list[str]]:
        """Parse with the quotes of the dialect, as long as they are trusted."""
        dialect = self.dialect
        quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if self.trusts_quotes else csv.QUOTE_NONE
        return csv.reader(
            lines,
            delimiter=dialect.delimiter,
            quotechar=dialect.quotechar,
            escapechar=dialect.escapechar,
            skipinitialspace=dialect.skipinitialspace,
            quoting=quoting,
            strict=strict,
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

    def first_line_alone(self, number: int) -> list[str]:
        """Give all but the first line of an endless record back, and split that one where its quote stays open."""
        self.unclosed.append(number)
        self.ended = False
        first, *rest = self.taken
        self.returned.extend(reversed(rest))
        return self.opened(first)

    def opened(self, line: str) -> list[str]:
        """Split a line whose last quote stays open: at every delimiter behind that."""
        bare, delimiter = line.rstrip("\r\n"), self.dialect.delimiter
        try:
            *cells, rest = next(self.parser([bare]))
        except (csv.Error, StopIteration):
            return bare.split(delimiter)
        return [*cells, *rest.split(delimiter)]

    def issues(self, source: Source) -> Iterator[Issue]:
        """Say which rows were not as the others."""
        for row in self.unclosed[:PATIENCE]:
            place = Place(source.sha256, 1, cell_box(row, 0))
            yield Issue(
                place, "unclosed_quote", f"a quote opened in row {row + 1} is never closed; the line is read alone"
            )
        yield from self.widths.issues(source)
