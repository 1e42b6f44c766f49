"""Give each column of a grid its heading: the cells above it, what they mean, how its values are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.fields.amount import thousands_mark
from extract.layout.header import LOOK_AHEAD, Header, HeaderCell, is_numbering
from extract.model import Cell, Grid, Row, cell_text
from extract.records import goods_names
from extract.records.carried import as_carried
from extract.records.columns import Heading, Path, by_values, called, understand, unread
from extract.records.lost_headers import name_columns
from extract.records.priced import as_priced
from extract.records.rows import Numbered
from extract.records.spellings import rule_of
from extract.records.table_start import may_be_header, repeats
from extract.records.value_evidence import is_lost
from extract.records.values import Decisions, decide
from extract.records.vocabulary import meanings

_NUMERIC = ("amount", "number", "tonnes")
WIDEST = 16_384
"""No sheet has more columns; those behind them are kept as text."""
MOSTLY = 0.6
"""From this share of unknown headers on, the headers of a table are as good as lost."""


def headings_of(grid: Grid, paths: Sequence[Path], sample: Sequence[Row]) -> tuple[Heading, ...]:
    """Name the columns by their headers; on sheets the values may name what no header does."""
    rows = _without_headers(paths, sample)
    columns = [column(rows, at) for at in range(len(paths))]
    read = paths[:WIDEST]
    named = [understand(at + grid.first_column, path, columns[at]) for at, path in enumerate(read)]
    named += [unread(at + grid.first_column, path) for at, path in enumerate(paths[WIDEST:], WIDEST)]
    if grid.boxes is not None:
        return tuple(as_carried(as_priced(named, columns)))
    if named and all(is_lost(heading.header) for heading in named):
        found = name_columns(dict(enumerate(columns)))
        return tuple(called(heading, found.get(at)) for at, heading in enumerate(named))
    settled = as_carried(_with_owners(as_priced(goods_names.settled(named, columns), columns)))
    proven = [by_values(h, cells) if _is_open(h) else h for h, cells in zip(settled, columns, strict=True)]
    return tuple(_by_surroundings(proven, columns))


def _by_surroundings(headings: Sequence[Heading], columns: Sequence[Sequence[Cell]]) -> list[Heading]:
    """Read a table whose headers hardly anybody understands as one that has lost them, the others apart."""
    unknown = [at for at, heading in enumerate(headings) if _is_open(heading)]
    if len(unknown) < MOSTLY * len(headings):
        return list(headings)
    found = name_columns(dict(enumerate(columns)))
    return [called(h, found.get(at)) if _is_open(h) else h for at, h in enumerate(headings)]


def _is_open(heading: Heading) -> bool:
    return heading.meaning is None and heading.unknown


def _with_owners(headings: Sequence[Heading]) -> list[Heading]:
    """Give a bare tax number to the party right before it: ЄДРПОУ behind the receiver is the receiver's."""
    known = {heading.meaning.name for heading in headings if heading.meaning}
    owned = list(headings)
    for at, (before, heading) in enumerate(pairwise(headings), 1):
        name = f"{before.meaning.name}_id" if before.meaning and before.meaning.kind == "party" else ""
        if heading.meaning and heading.meaning.name == "identifier" and name in meanings() and name not in known:
            said = f"{heading.evidence}; stands behind the {before.header}"
            owned[at] = replace(heading, meaning=meanings()[name], evidence=said)
            known.add(name)
    return owned


def _without_headers(paths: Sequence[Path], sample: Sequence[Row]) -> Sequence[Row]:
    """Leave out the header where it is printed again among the rows: its cells are nobody's values."""
    headers = [path[-1].text if path else "" for path in paths]
    return [row for row in sample if not may_be_header(row) or not repeats(row, headers)]


def column(rows: Sequence[Row], at: int) -> list[Cell]:
    """Give the cells of a column, where the rows reach it."""
    return [row[at] for row in rows if at < len(row)]


def paths_of(grid: Grid, header: Header, ahead: Sequence[Numbered], sample: Sequence[Row]) -> list[Path]:
    """Give the header cells over each column: a title over several for all of them, the number of a column for none."""
    rows = [ahead[row] for row in header.rows if not is_numbering(ahead[row][1])]
    width = max([0, *(len(row) for _, row in rows), *(len(row) for row in sample[:LOOK_AHEAD])])
    paths: list[list[HeaderCell]] = [[] for _ in range(width)]
    for depth, (number, row) in enumerate(rows):
        lower = [row for _, row in rows[depth + 1 :]]
        over: HeaderCell | None = None
        for at in range(width):
            text = _text(row, at)
            if text:
                over = HeaderCell(number, at + grid.first_column, text)
            if over and (text or any(_text(below, at) for below in lower)):
                paths[at].append(over)
    return list(paths)


def _text(row: Row, at: int) -> str:
    return cell_text(row[at]).strip() if at < len(row) else ""


def all_decided(headings: Sequence[Heading], grid: Grid, sample: Sequence[Row]) -> dict[int, Decisions]:
    """Decide what is ambiguous in each column; on sheets, where its own cells do not tell, by what the others have.

    On a printed page people write each column as they please.
    """
    columns = {h.position: column(sample, h.position - grid.first_column) for h in headings if h.meaning}
    alone = {h.position: decide(h.meaning.kind, columns[h.position]) for h in headings if h.meaning}
    marks = {decisions.decimal for decisions in alone.values()} - {None}
    shared = marks.pop() if len(marks) == 1 and grid.boxes is None else None
    return {h.position: decided(h, grid, columns[h.position], alone[h.position], shared) for h in headings if h.meaning}


def decided(
    heading: Heading, grid: Grid, cells: Sequence[Cell], decisions: Decisions, shared: str | None = None
) -> Decisions:
    """Decide what is ambiguous in a column from its header and its first cells, else by the mark of the others."""
    assert heading.meaning is not None
    if shared and heading.meaning.kind in _NUMERIC and decisions.decimal is None:
        decisions = Decisions(decimal=shared, evidence=f"the other columns have the decimal mark {shared!r}")
    elif heading.meaning.kind == "amount" and decisions.decimal is None:
        decisions = _thousands(heading, cells)
    decisions = replace(decisions, scale=heading.scale, scheme=heading.scheme)
    if grid.boxes is not None:
        return decisions
    return replace(decisions, spelling=rule_of(heading.meaning.kind, cells, decisions))


def _thousands(heading: Heading, cells: Sequence[Cell]) -> Decisions:
    """Read ``10,100`` in a column of sums as thousands; unit prices and figures in millions may have three decimals."""
    if heading.scale != 1 or (heading.meaning and heading.meaning.name == "unit_price"):
        return Decisions()
    chosen = thousands_mark([cell for cell in cells if isinstance(cell, str)], heading.currency)
    return Decisions(decimal=chosen.value, evidence=chosen.evidence if chosen.value else "")
