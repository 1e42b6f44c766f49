"""Tables in plain text whose columns are parted by drawn bars: ``|`` and ``+---+``, box-drawing signs, Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.readers.text_cells import Laid, joined, piece

_BARS = "|¦│║┃"
_BAR = re.compile(rf"[{_BARS}]")
_RULE = re.compile(r"[\s\-=_+:*|¦─-╿]*[-=_─-╿]{2}[\s\-=_+:*|¦─-╿]*")


def is_rule(line: str) -> bool:
    """Tell a drawn line: dashes, and the signs where it crosses bars."""
    return bool(_RULE.fullmatch(line))


def is_barred(line: str) -> bool:
    """Tell a line whose cells stand between bars."""
    return bool(_BAR.search(line)) and not is_rule(line)


def framed_rows(lines: Sequence[str], first: int, last: int) -> list[Laid]:
    """Read the rows of a frame: a header of several lines is one row, and so is a line with those that go on below it.

    Empty where bars and rules make no table.
    """
    bars = {at: _bars_of(lines[at]) for at in range(first, last) if is_barred(lines[at])}
    ruled = len(bars) < last - first
    usual, share = Counter(map(len, bars.values())).most_common(1)[0] if bars else (0, 0)
    if len(bars) < 2 or not (usual > 1 or ruled) or not (ruled or share > 0.8 * len(bars)):
        return []
    edges = next(found for found in bars.values() if len(found) == usual)
    rows: list[Laid] = []
    for number, band in enumerate(_bands(first, last, bars)):
        rows.extend(_rows_of([_cells(lines[at], at, bars[at], edges) for at in band], header=ruled and not number))
    return rows


def _bars_of(line: str) -> list[int]:
    return [match.start() for match in _BAR.finditer(line)]


def _bands(first: int, last: int, bars: dict[int, list[int]]) -> Iterator[list[int]]:
    """Give the lines between rules."""
    band: list[int] = []
    for at in range(first, last):
        if at in bars:
            band.append(at)
        elif band:
            yield band
            band = []
    if band:
        yield band


def _cells(line: str, number: int, bars: Sequence[int], edges: Sequence[int]) -> Laid:
    """Cut a line at its bars; with fewer bars than usual a cell stands over several columns."""
    columns = _columns(line, bars, edges)
    ends = [*bars, len(line)]
    starts = [0, *(bar + 1 for bar in bars)]
    spans = zip(columns, starts, ends, strict=True)
    cut = ((column, piece(line, number, start, end)) for column, start, end in spans)
    return {column: cell for column, cell in cut if cell}


def _columns(line: str, bars: Sequence[int], edges: Sequence[int]) -> list[int]:
    """Number the cells of a line: an outer bar opens no column of its own."""
    outer = not line[: edges[0]].strip() if edges else False
    at = range(len(bars) + 1)
    if len(bars) != len(edges) and set(bars) <= set(edges):
        at_edges = [0, *(edges.index(bar) + 1 for bar in bars)]
        return [max(0, column - outer) for column in at_edges]
    return [max(0, column - outer) for column in at]


def _rows_of(band: Sequence[Laid], *, header: bool) -> list[Laid]:
    """Join the lines of a band that belong together: all of a header; below it those that go on with the row above."""
    rows: list[Laid] = []
    for cells in band:
        if rows and (header or _goes_on(rows[-1], cells)):
            rows[-1] = joined(rows[-1], cells)
        else:
            rows.append(cells)
    return rows


def _goes_on(row: Laid, cells: Laid) -> bool:
    """Tell a line that goes on with the row above: its first cell is empty, that of the row is not."""
    return 0 in row and 0 not in cells and set(cells) <= set(row)
