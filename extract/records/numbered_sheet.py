"""A page of a form whose boxes are numbered: its labels, and the boxes they head, ruled or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Box, Grid, Part, union
from extract.profiles import Rule
from extract.records.boxed import bounded
from extract.records.boxes import Sheet
from extract.records.close_boxes import parted_boxes
from extract.records.neighbours import with_neighbours
from extract.records.numbered import ENOUGH, box_labels
from extract.records.passage import words_of
from extract.records.segments import ruled_cells, segments

_TYPED_RULE = re.compile(r"[-=_—─━+*]{3,}|[|│┃]+")


def numbered_sheet(part: Part, rules: Sequence[Rule], neighbours: Sequence[str]) -> Sheet:
    """See a page as a form; where boxes of numbered labels are not ruled, the labels around them bound them."""
    drawn = _boxed(_without_typed_rules(part), part.ruled)
    pieces = parted_boxes(segments(drawn, parted=True), rules)
    labels = with_neighbours(box_labels(pieces, rules), ruled_cells(drawn), pieces, rules, neighbours)
    extent = part.place.box or union([piece.box for piece in pieces])
    if extent is None or sum(label.numbered for label in labels) < ENOUGH:
        return Sheet(pieces, ruled_cells(drawn), labels)
    labels = bounded(labels, extent, pieces)
    parted = replace(part, words=[word for piece in pieces for word in piece.words])
    drawn = _boxed(parted, [*part.ruled, *(label.cell for label in labels if label.cell)])
    return Sheet(segments(drawn), ruled_cells(drawn), labels)


def _without_typed_rules(part: Part) -> Part:
    """Leave out lines that are typed: they part boxes and belong to none."""
    return replace(part, words=[word for word in words_of(part) if not _TYPED_RULE.fullmatch(word.text)])


def _boxed(part: Part, boxes: Sequence[Box]) -> Part:
    """See the page of a form by its boxes alone: columns of words make none."""
    return replace(part, grids=(Grid(1, (), [boxes]),))
