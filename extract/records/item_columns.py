"""Goods that stand in columns of a form: under a row of labels, one line of goods below the other.

Waybills, certificates and many declarations print the labels of their goods once. Such a row of labels is told from
boxes that stand beside each other by what it leaves out: of the labels of goods that a page prints, it holds most.
What is printed between labels and is no known label heads a column too, so that its values are taken for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.model import Box, Word, shared_width, union
from extract.profiles.rule import folded_words
from extract.records.boxes import Content, Sheet
from extract.records.labels import Label
from extract.records.passage import height, middle
from extract.records.segments import Segment

FEWEST = 3
"""So many labels of goods on one line make a header."""
_MOST_OF = 0.6
_FARTHEST = 4.5
"""In heights of a line: where nothing is printed for so long, the goods are over."""
_ANCHORS = ("item_number", "hs_code", "quantity", "invoice_value", "gross_weight_kg", "net_weight_kg", "packages")
"""Columns by which a line of goods is known, the surest first."""
_TOTAL_WORDS = "total totals итого всего разом всього 合计 总计 toplam summe gesamt somme totale suma razem"
_TOTALS = frozenset(_TOTAL_WORDS.split())
_WAY = "in the column under it"


@dataclass(frozen=True, slots=True)
class Heading:
    """What heads a column: a known label, or words that are none. ``box``: of the words and of what is ruled around."""

    label: Label | None
    box: Box


Goods = tuple[Content, ...]
"""One line of goods: what stands in each of its columns."""


def goods_of(sheet: Sheet) -> list[Goods]:
    """Give the lines of goods under each header of a page."""
    labels = [label for label in sheet.labels if label.rule.item]
    rules = {label.rule for label in labels}
    bands = [band for band in _bands(labels) if _is_header(band, len(rules))]
    return [goods for band in bands for goods in _under(sheet, band)]


def last_columns(sheet: Sheet) -> tuple[Heading, ...]:
    """Give what heads the columns of goods that nothing on the page ends: they may go on overleaf without a header."""
    labels = [label for label in sheet.labels if label.rule.item]
    headers = [band for band in _bands(labels) if _is_header(band, len({label.rule for label in labels}))]
    if not headers:
        return ()
    bottom = max(label.box.bottom for label in headers[-1])
    ended = any(label.rule.labels and label.box.top > bottom for label in sheet.labels)
    return () if ended else tuple(_headings(sheet, headers[-1]))


def going_on(sheet: Sheet, headings: Sequence[Heading]) -> list[Goods]:
    """Give the lines of goods at the top of a page that stand in the columns of the page before."""
    known = [heading for heading in headings if heading.label is not None]
    if not known or not sheet.pieces:
        return []
    lines = [_by_column(line, headings) for line in _body(sheet, (), sheet.pieces[0].box.top)]
    rows = [tuple(_contents(row, headings)) for row in _rows(lines, headings)]
    return [row for row in rows if 2 * len(row) > len(known)]


def _bands(labels: Sequence[Label]) -> Iterator[list[Label]]:
    """Gather labels whose heights overlap, from the top."""
    band: list[Label] = []
    bottom = 0.0
    for label in sorted(labels, key=lambda one: one.box.top):
        if band and label.box.top > bottom - 1:
            yield band
            band = []
        bottom = max(bottom, label.box.bottom) if band else label.box.bottom
        band.append(label)
    if band:
        yield band


def _is_header(band: Sequence[Label], rules: int) -> bool:
    distinct = {label.rule for label in band}
    return len(distinct) >= FEWEST and len(distinct) >= _MOST_OF * rules and not _overlap(band)


def _overlap(band: Sequence[Label]) -> bool:
    ordered = sorted(band, key=lambda label: label.box.x0)
    return any(shared_width(a.box, b.box) > 0.4 * min(_wide(a.box), _wide(b.box)) for a, b in pairwise(ordered))


def _under(sheet: Sheet, band: Sequence[Label]) -> Iterator[Goods]:
    headings = _headings(sheet, band)
    bottom = max(_bottom(heading, sheet) for heading in headings)
    edge = _edge(band, bottom)
    body = (line for line in _body(sheet, band, bottom) if line[0].box.top < edge)
    lines = [_by_column(line, headings) for line in body]
    for row in _rows(lines, headings):
        goods = tuple(_contents(row, headings))
        if goods:
            yield goods


def _headings(sheet: Sheet, band: Sequence[Label]) -> list[Heading]:
    """Give what heads each column, from the left: the labels, and the words between them."""
    inked = {id(word) for label in band for word in label.words}
    top, bottom = min(label.box.top for label in band), max(label.box.bottom for label in band)
    headings = [Heading(label, _width(label.box, label.cell)) for label in band]
    for piece in sheet.pieces:
        words = [word for word in piece.words if id(word) not in inked]
        box = union([word.box for word in words])
        if box is None or not top - 1 <= middle(box) <= bottom + 1:
            continue
        box = _width(box, piece.cell)
        if not any(shared_width(box, heading.box) > 0 for heading in headings):
            headings.append(Heading(None, box))
    return sorted(headings, key=lambda heading: heading.box.x0)


def _width(box: Box, cell: Box | None) -> Box:
    return box if cell is None else Box(cell.x0, box.top, cell.x1, box.bottom)


def _bottom(heading: Heading, sheet: Sheet) -> float:
    """Tell where a heading ends: with its ruled cell, if nothing but headings stands in it."""
    label = heading.label
    if label is None or label.cell is None:
        return heading.box.bottom
    inside = [piece for piece in sheet.pieces if piece.cell == label.cell]
    below = [piece for piece in inside if piece.box.top > label.box.bottom - 1]
    return heading.box.bottom if below else label.cell.bottom


def _edge(band: Sequence[Label], top: float) -> float:
    """Tell where columns that are ruled from their labels to the last line of goods end."""
    return max(
        (label.cell.bottom for label in band if label.cell and label.cell.bottom > top + 1), default=float("inf")
    )


def _body(sheet: Sheet, band: Sequence[Label], top: float) -> Iterator[list[Segment]]:
    """Give the lines under a header, down to the next label, a total, or where nothing stands for long."""
    starts = {id(label.words[0]) for label in sheet.labels if label not in band}
    line: list[Segment] = []
    bottom = top
    for piece in sheet.pieces:
        if middle(piece.box) < top - 0.5:
            continue
        if any(id(word) in starts for word in piece.words) or _is_total(piece):
            break
        if line and not _on_one_line(piece, line[0]):
            yield line
            bottom, line = max(other.box.bottom for other in line), []
        if piece.box.top - bottom > _FARTHEST * height(piece.box):
            return
        line.append(piece)
    if line and not _is_cut(line, sheet, starts):
        yield line


def _is_cut(line: Sequence[Segment], sheet: Sheet, starts: set[int]) -> bool:
    """Tell whether a label stands on the line: then the line is no line of goods."""
    return any(
        _on_one_line(piece, line[0]) and any(id(word) in starts for word in piece.words) for piece in sheet.pieces
    )


def _is_total(piece: Segment) -> bool:
    return bool(_TOTALS & set(folded_words(piece.words[0].text)))


def _on_one_line(one: Segment, other: Segment) -> bool:
    return one.box.top < middle(other.box) < one.box.bottom or other.box.top < middle(one.box) < other.box.bottom


Line = list[tuple[int, Segment]]


def _by_column(line: Iterable[Segment], headings: Sequence[Heading]) -> Line:
    """Give each piece of a line to its column; a piece that runs over several is taken apart."""
    placed: Line = []
    for piece in line:
        touched = [at for at, heading in enumerate(headings) if shared_width(piece.box, heading.box) > 0]
        if len(touched) <= 1 or piece.cell is not None:
            placed.append((_nearest(piece.box, headings), piece))
            continue
        placed += [(_nearest(word.box, headings), Segment((word,), word.box, piece.cell)) for word in piece.words]
    return [(at, piece) for at, piece in placed if not _is_headless(at, piece, placed, headings)]


def _is_headless(at: int, piece: Segment, line: Line, headings: Sequence[Heading]) -> bool:
    """Tell what stands beside a column that another piece of its line fills: it is of a column without a heading."""
    if shared_width(piece.box, headings[at].box) > 0:
        return False
    return any(other_at == at and shared_width(other.box, headings[at].box) > 0 for other_at, other in line)


def _nearest(box: Box, headings: Sequence[Heading]) -> int:
    """Choose the column that shares most with a box, else the one that begins nearest to it."""
    shared = [shared_width(box, heading.box) for heading in headings]
    if max(shared) > 0:
        return shared.index(max(shared))
    gaps = [max(heading.box.x0 - box.x1, box.x0 - heading.box.x1) for heading in headings]
    return gaps.index(min(gaps))


def _wide(box: Box) -> float:
    return box.x1 - box.x0


def _rows(lines: Sequence[Line], headings: Sequence[Heading]) -> list[Line]:
    """Gather lines into lines of goods: by ruled rows, else each begins where the surest column is filled."""
    anchor = _anchor(lines, headings)
    if _is_ruled(lines, anchor):
        return _ruled_rows(lines)
    rows: list[Line] = []
    for line in lines:
        if any(at == anchor for at, _ in line) or not rows:
            rows.append([])
        rows[-1] += line
    return [row for row in rows if any(at == anchor for at, _ in row)]


def _is_ruled(lines: Sequence[Line], anchor: int) -> bool:
    """Tell ruled rows from columns ruled from top to bottom: one row of cells is one line of goods or all of them."""
    cells = {piece.cell for line in lines for _, piece in line}
    tops = {round(cell.top) for cell in cells if cell is not None}
    anchored = sum(at == anchor for line in lines for at, _ in line)
    return None not in cells and (len(tops) > 1 or anchored == 1)


def _ruled_rows(lines: Sequence[Line]) -> list[Line]:
    rows: dict[int, Line] = {}
    for line in lines:
        for at, piece in line:
            assert piece.cell is not None, "every piece of a ruled table stands in a cell"
            rows.setdefault(round(piece.cell.top), []).append((at, piece))
    return list(rows.values())


def _anchor(lines: Sequence[Line], headings: Sequence[Heading]) -> int:
    filled = {at for line in lines for at, _ in line}
    fields = {h.label.rule.field: at for at, h in enumerate(headings) if h.label is not None and at in filled}
    return next((fields[name] for name in _ANCHORS if name in fields), min(filled, default=0))


def _contents(row: Line, headings: Sequence[Heading]) -> Iterator[Content]:
    """Give what stands in each known column of a line of goods."""
    by_column: dict[int, list[Word]] = {}
    for at, piece in row:
        by_column.setdefault(at, []).extend(piece.words)
    for at, heading in enumerate(headings):
        words = by_column.get(at)
        if words and heading.label is not None:
            yield Content(heading.label, tuple(words), _WAY)
