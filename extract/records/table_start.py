"""Tell where another table begins among the rows of one: after a gap, or at a header whose columns stand otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.shape import filled, is_blank
from extract.model import Row, cell_text
from extract.records.columns import is_known
from extract.records.statistics import spreads

_SURE = 4


def begins_table(row: Row, before: Row, headers: Sequence[str]) -> bool:
    """Tell the header of another table. ``headers``: of the table so far; ``before``: the row above."""
    if is_blank(before):
        return (_is_header(row, 3) or _is_pair(row, headers) or _is_stacked(row)) and not repeats(row, headers)
    if not may_be_header(row):
        return False
    return (_moved(row, headers) or _is_header(row, _SURE, 2 / 3)) and not repeats(row, headers)


def repeats(row: Row, headers: Sequence[str]) -> bool:
    """Tell a header that is printed again inside its table, its columns where they were; of several rows the lowest."""
    lowest = [header.rpartition(" / ")[2] for header in headers]
    return any(_shares(row, some) and not _moved(row, some) for some in (headers, lowest))


def _shares(row: Row, headers: Sequence[str]) -> bool:
    texts = {cell_text(cell).strip() for cell in row} - {""}
    return len(texts) >= 2 and len(texts.intersection(headers)) * 3 >= len(texts) * 2


def _moved(row: Row, headers: Sequence[str]) -> bool:
    """Tell the headers of the table over other columns: what stands below them is to be read by that order."""
    texts = [cell_text(cell).strip() for cell in row]
    there = sum(bool(text) and text in headers for text in texts)
    in_place = sum(bool(text) and text == header for text, header in zip(texts, headers, strict=False))
    return there >= 3 and in_place * 2 < there and _shares(row, headers)


def may_be_header(row: Row) -> bool:
    """Rule out nearly every row of data at its first figure, which is quick."""
    return all(cell is None or (isinstance(cell, str) and not cell[:1].isdigit()) for cell in row)


def _is_pair(row: Row, headers: Sequence[str]) -> bool:
    """Tell the header of a small list of two columns, which stands below a wider table: «Страна | Вес, кг»."""
    wider = sum(map(bool, headers)) > 2
    return wider and len(filled(row)) == 2 and may_be_header(row) and _is_header(row, 2, 1)


def _is_stacked(row: Row) -> bool:
    """Tell the upper header of stacked figures: three or more flows or periods, and hardly anything else."""
    texts = [cell_text(row[i]).strip() for i in filled(row)]
    return len(texts) >= 3 and sum(map(spreads, texts)) * 3 >= len(texts) * 2


def _is_header(row: Row, least: int, share: float = 0.5) -> bool:
    cells = filled(row)
    known = sum(is_known(row[i]) for i in cells if isinstance(row[i], str))  # type: ignore[arg-type]
    return known >= least and known >= share * len(cells)
