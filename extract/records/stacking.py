"""Labels that stand over their values in a column, where something of another column stands far to their right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.model import holds
from extract.records.labels import Label
from extract.records.passage import height, middle
from extract.records.segments import Segment

_FAR = 6
"""In heights of a line: what stands so far to the right may be of another column."""
_EDGE = 2.0
_INDENT = 2.5


def stacked(pieces: Sequence[Segment], labels: Sequence[Label]) -> frozenset[int]:
    """Give the ids of labels that are read downwards: most labels of their column have words right under them."""
    open_ones = [label for label in labels if label.cell is None and label.rule.labels]
    over = {id(label) for label in open_ones if _stands_over_words(label, pieces, labels)}
    return frozenset(
        id(label)
        for label in open_ones
        if id(label) in over and _far_right(label, pieces) and _most(_column(label, open_ones), over)
    )


def _column(label: Label, labels: Sequence[Label]) -> Iterator[Label]:
    return (other for other in labels if abs(other.box.x0 - label.box.x0) < _EDGE)


def _most(labels: Iterator[Label], over: set[int]) -> bool:
    told = [id(label) in over for label in labels]
    return len(told) > 1 and 2 * sum(told) > len(told)


def _stands_over_words(label: Label, pieces: Sequence[Segment], labels: Sequence[Label]) -> bool:
    size = height(label.words[-1].box)
    for piece in pieces:
        gap = piece.box.top - label.box.bottom
        if -0.4 * size < gap < size and -size < piece.box.x0 - label.box.x0 < _INDENT * size:
            return not any(holds(piece.box, other.words[0].box) for other in labels)
    return False


def _far_right(label: Label, pieces: Sequence[Segment]) -> bool:
    """Tell whether nothing stands close beside a label."""
    last = label.words[-1].box
    beside = [p.box.x0 - last.x1 for p in pieces if p.box.top < middle(last) < p.box.bottom and p.box.x0 > last.x1 - 1]
    return min(beside, default=0.0) > _FAR * height(last)
