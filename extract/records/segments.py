"""The pieces of line a form is made of: words with no more than a blank between them, inside one ruled cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extract.model import Box, Part, PartKind, Word, holds, union
from extract.records.passage import height, lines, middle, words_of

_GLUED = re.compile(r"([^\W\d_]{3,}[:：])([^\W_].*)")

WIDE_GAP = {PartKind.PAGE: 0.9, PartKind.TEXT: 1.5, PartKind.SHEET: 1.5}
"""From here on, in heights of a word, a gap parts columns: a blank of type is a quarter, one of a text is 1."""
_LEAST_GAP = 0.55
_BLANKS = 1.8
"""So many blanks of its own letters part columns on a page too, if they are not narrower than the least gap."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of one line, and the ruled cell it stands in."""

    words: tuple[Word, ...]
    box: Box
    cell: Box | None


def segments(part: Part, *, parted: bool = False, drawn: bool = False) -> list[Segment]:
    """Cut a part into pieces of line, from the top and from the left.

    ``parted``: a label and its value that are printed without a blank between them become two words. ``drawn``: only
    cells that rules enclose part words.
    """
    cells = _Cells(ruled_cells(part, drawn=drawn))
    words = words_of(part)
    if parted:
        words = [half for word in words for half in _halves(word)]
    rows = list(lines(words))
    wide = _wide_gap(rows) if part.kind is PartKind.PAGE else WIDE_GAP[part.kind]
    return [segment for line in rows for segment in _cut(line, cells, wide)]


def _wide_gap(rows: Iterable[Sequence[Word]]) -> float:
    """Tell from the blanks of a page which gaps part columns: narrow type sets its columns closer."""
    most = WIDE_GAP[PartKind.PAGE]
    gaps = [(right.box.x0 - left.box.x1) / height(right.box) for row in rows for left, right in pairwise(row)]
    blanks = [gap for gap in gaps if 0 < gap <= most]
    return min(max(_BLANKS * median(blanks), _LEAST_GAP), most) if blanks else most


def _halves(word: Word) -> Iterator[Word]:
    match = _GLUED.fullmatch(word.text)
    if match is None:
        yield word
        return
    box, end = word.box, match.end(1)
    x = box.x0 + (box.x1 - box.x0) * end / len(word.text)
    yield Word(match[1], word.start, replace(box, x1=x))
    yield Word(match[2], word.start + end, replace(box, x0=x))


def _cut(line: list[Word], cells: _Cells, wide: float) -> Iterator[Segment]:
    run: list[Word] = []
    run_cell: Box | None = None
    for word in line:
        cell = cells.around(word)
        if run and (cell != run_cell or word.box.x0 - run[-1].box.x1 > wide * height(word.box)):
            yield _segment(run, run_cell)
            run = []
        run.append(word)
        run_cell = cell
    if run:
        yield _segment(run, run_cell)


def _segment(words: Sequence[Word], cell: Box | None) -> Segment:
    box = union([word.box for word in words])
    assert box is not None, "a segment has words"
    return Segment(tuple(words), box, cell)


def ruled_cells(part: Part, *, drawn: bool = False) -> list[Box]:
    """List the cells of the grids of a page, the smallest first; the grids of a page may be read twice.

    ``drawn``: only those that rules enclose, not those that were told by how words are aligned.
    """
    if part.kind is not PartKind.PAGE or not isinstance(part.grids, Sequence):
        return []
    grids = (grid for grid in part.grids if not drawn or grid.dialect.get("ruled") != "no")
    boxes = {box for grid in grids for row in grid.boxes or () for box in row if box is not None}
    return sorted(boxes, key=lambda box: ((box.x1 - box.x0) * height(box), box.top, box.x0))


class _Cells:
    """Find the smallest cell around a word; cells are kept by the bands of the page they touch."""

    BAND = 24

    def __init__(self, cells: Iterable[Box]) -> None:
        self.bands: dict[int, list[Box]] = {}
        for cell in cells:
            for band in range(int(cell.top // self.BAND), int(cell.bottom // self.BAND) + 1):
                self.bands.setdefault(band, []).append(cell)

    def around(self, word: Word) -> Box | None:
        band = self.bands.get(int(middle(word.box) // self.BAND), ())
        return next((cell for cell in band if holds(cell, word.box)), None)
