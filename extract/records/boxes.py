"""What stands in the box of a label: by the ruled cell where lines are drawn, else by the labels around it.

The ways are tried in order; the first that holds words is taken, and its name is part of the evidence:
the rest of the label's own cell, the cell to its right, the cell under it; without rules the words to its right, the
lines under it as far as the next label, and, on forms that print labels under their values, the lines above it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.model import Box, Word, holds, union
from extract.profiles.rule import folded_words
from extract.records.label_rests import without_rest
from extract.records.labels import LONG_NUMBER, SAYS_NUMBER, Label
from extract.records.passage import height, lines, middle
from extract.records.segments import Segment
from extract.records.stacking import stacked

MOST_LINES = 9
"""So many lines are read under a label."""
REACH = 60
"""Nothing stands farther from its label than so many lines."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page seen as a form: its pieces of line, its ruled cells, its labels, what it may be titled."""

    pieces: Sequence[Segment]
    cells: Sequence[Box]
    labels: Sequence[Label]
    titles: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Content:
    """What stands at a label. ``way``: how it was found. ``beside``: of a party, the other words on its lines.

    ``cut``: more lines stand under the label than were read.
    """

    label: Label
    words: tuple[Word, ...]
    way: str
    beside: tuple[Word, ...] = ()
    cut: bool = False


def contents(sheet: Sheet) -> Iterator[Content]:
    """Give each label with what stands there; labels with an empty box are left out."""
    inked = {id(word) for label in sheet.labels for word in label.words}
    beneath = _is_beneath(sheet)
    downwards = stacked(sheet.pieces, sheet.labels)
    nearby = ((_near(sheet, label), label) for label in sheet.labels)
    likeliest = ((near, next(_by_ways(near, label, beneath, inked, downwards), None)) for near, label in nearby)
    found = [(near, content) for near, content in likeliest if content is not None]
    said = {id(word) for _, content in found if content.label.rule.field for word in content.words}
    for near, content in found:
        of_party = content.label.rule.read == "party"
        yield replace(content, beside=tuple(_beside(near, content, said))) if of_party else content


def contents_of(sheet: Sheet, label: Label) -> Iterator[Content]:
    """Give what stands at one label by each way, the likeliest first."""
    near = _near(sheet, label)
    inked = {id(word) for one in (*near.labels, label) for word in one.words}
    yield from _by_ways(near, label, _is_beneath(near), inked)


def _by_ways(
    near: Sheet, label: Label, beneath: bool, inked: Container[int], downwards: Container[int] = ()
) -> Iterator[Content]:
    """Look for what stands at a label, one way after the other."""
    for way, look in _ways(label, beneath, id(label) in downwards):
        words = without_rest(label, tuple(word for word in look(near, label) if id(word) not in inked))
        if words:
            yield Content(label, tuple(words), way, cut=_goes_on(near, label, look))


def _goes_on(sheet: Sheet, label: Label, look: Look) -> bool:
    """Tell whether the lines under a label are more than are read."""
    if look not in (_under, _under_all):
        return False
    under = _under if look is _under else _under_all
    return len(list(under(sheet, label, MOST_LINES + 1))) > len(list(under(sheet, label)))


def _near(sheet: Sheet, label: Label) -> Sheet:
    """Cut a sheet down to what may belong to a label: a register of ten thousand firms is one page to us."""
    size = height(label.words[-1].box)
    top, bottom = label.box.top - REACH * size, label.box.bottom + REACH * size
    return replace(
        sheet,
        pieces=sheet.pieces[bisect_left(sheet.pieces, top, key=_top) : bisect_right(sheet.pieces, bottom, key=_top)],
        labels=sheet.labels[bisect_left(sheet.labels, top, key=_top) : bisect_right(sheet.labels, bottom, key=_top)],
    )


def _top(one: Segment | Label) -> float:
    return one.box.top


def _beside(sheet: Sheet, content: Content, said: Container[int]) -> Iterator[Word]:
    """Give the other words on the lines of a party, but not what another label says."""
    own = (*content.label.words, *content.words)
    taken = {id(word) for word in own}
    top, bottom = min(word.box.top for word in own), max(word.box.bottom for word in own)
    for piece in sheet.pieces:
        for word in piece.words:
            if top <= middle(word.box) <= bottom and id(word) not in taken and id(word) not in said:
                yield word


Look = Callable[[Sheet, Label], Iterator[Word]]


def _ways(label: Label, beneath: bool, downwards: bool = False) -> Iterator[tuple[str, Look]]:
    """Order the ways for one label. A short value stands on the label's line; a block fills the cell.

    ``beneath``: the form prints values in the cells under those of labels, not to their right. ``downwards``: the label
    heads a column of labels over values.
    """
    if label.rule.behind:
        yield "behind the title", _behind
        if not label.says_number:
            return
    own, above = ("in its cell", _own_cell), ("above it", _above)
    right, under = ("to its right", _right), ("under it", _under)
    rule = label.rule
    is_short = rule.read in ("value", "money", "quantity", "number_and_date", "delivery") and not rule.block
    if is_short and label.cell is not None and not label.numbered:
        yield right
    yield own
    if rule.above and not label.closes:
        yield above
    block = (rule.block or label.numbered) and not label.closes
    yield from (under, right) if block or downwards else (right, under)
    cells = [("in the cell to its right", _right_cell), ("in the cell under it", _under_cell)]
    yield from reversed(cells) if beneath else cells
    yield ("under it, across the rules", _under_all) if rule.block else ("to its right, across the rules", _right_all)


def _is_beneath(sheet: Sheet) -> bool:
    """Tell rows of labels over rows of values: more labels have a label to their right than one below."""
    cells = {label.cell for label in sheet.labels if label.cell is not None}
    beside = sum(_cell_beside(sheet, cell) in cells for cell in cells)
    below = sum(_cell_below(sheet, cell) in cells for cell in cells)
    return beside > below


def _cell_beside(sheet: Sheet, own: Box) -> Box | None:
    rights = [c for c in sheet.cells if abs(c.x0 - own.x1) < 3 and c.top - 3 <= own.top and own.bottom <= c.bottom + 3]
    return min(rights, key=height, default=None)


def _cell_below(sheet: Sheet, own: Box) -> Box | None:
    unders = [c for c in sheet.cells if abs(c.top - own.bottom) < 3 and abs(c.x0 - own.x0) < 3]
    return min(unders, key=height, default=None)


def _own_cell(sheet: Sheet, label: Label) -> Iterator[Word]:
    """Read the rest of the label's cell, unless several labels share it: then lines between them decide."""
    if label.cell is None or sum(other.cell == label.cell for other in sheet.labels) > 1:
        return
    for piece in sheet.pieces:
        if piece.cell == label.cell:
            yield from piece.words


def _right_cell(sheet: Sheet, label: Label) -> Iterator[Word]:
    if label.cell is not None:
        yield from _words_of_cell(sheet, _cell_beside(sheet, label.cell))


def _under_cell(sheet: Sheet, label: Label) -> Iterator[Word]:
    if label.cell is not None:
        yield from _words_of_cell(sheet, _cell_below(sheet, label.cell))


def _words_of_cell(sheet: Sheet, cell: Box | None) -> Iterator[Word]:
    if cell is None or any(label.cell == cell for label in sheet.labels):
        return
    for piece in sheet.pieces:
        if piece.cell == cell:
            yield from piece.words


def _right_all(sheet: Sheet, label: Label) -> Iterator[Word]:
    """Read to the right as if nothing were ruled: shaded rows look like cells."""
    yield from _right(_unruled(sheet), replace(label, cell=None))


def _under_all(sheet: Sheet, label: Label, most: int = MOST_LINES) -> Iterator[Word]:
    yield from _under(_unruled(sheet), replace(label, cell=None), most)


def _unruled(sheet: Sheet) -> Sheet:
    return replace(sheet, pieces=[replace(piece, cell=None) for piece in sheet.pieces])


def _right(sheet: Sheet, label: Label) -> Iterator[Word]:
    """Read what stands beside a label, and further lines of it where nothing stands in the label's column."""
    edge = label.words[-1].box.x1 if _is_one_line(label) else label.box.x1
    barrier = min(_starts_beside(sheet, label, edge), default=float("inf")) - 0.5
    rights = [piece for piece in sheet.pieces if _on_line(piece.box, label.box) and _same_cell(piece, label)]
    words = [word for piece in rights for word in piece.words if _end_of(label, word) - 0.5 <= word.box.x0 < barrier]
    if not words:
        return
    yield from words
    *_, last = lines(words)
    yield from _further_lines(sheet, label, _around(last), barrier)


def _end_of(label: Label, beside: Word) -> float:
    """Tell how far a label reaches on the line of a word: the lines of one that wraps are of different lengths."""
    return max((word.box.x1 for word in label.words if _on_line(word.box, beside.box)), default=label.box.x1)


def _behind(sheet: Sheet, label: Label) -> Iterator[Word]:
    """Read what stands behind a title on its line, if that is a number: said so by a “No.”, or long."""
    line = [p for p in sheet.pieces if _on_line(p.box, label.words[-1].box) and _same_cell(p, label)]
    words = [word for piece in line for word in piece.words if word.box.x0 >= label.words[-1].box.x1 - 0.5]
    if words and (label.says_number or SAYS_NUMBER.match(words[0].text) or LONG_NUMBER.search(words[0].text)):
        yield from words


def _is_one_line(label: Label) -> bool:
    return height(label.box) < 1.8 * height(label.words[-1].box)


def _starts_beside(sheet: Sheet, label: Label, edge: float) -> Iterator[float]:
    return (o.box.x0 for o in sheet.labels if o is not label and _on_line(o.box, label.box) and o.box.x0 > edge)


def _further_lines(sheet: Sheet, label: Label, first: Box, barrier: float) -> Iterator[Word]:
    bottom = first.bottom
    left = label.box.x0 - height(first)
    for whole in piece_lines(sheet, first.bottom - 0.4 * height(first)):
        line = [piece for piece in whole if left <= piece.box.x0 < barrier]
        if not line:
            continue
        if line[0].box.top - bottom > 0.9 * height(first) or _labelled(sheet, line, label):
            return
        if _begins_beside(sheet, label, line[0], left) or not _aligned(line, first):
            return
        inside = [piece for piece in line if _same_cell(piece, label)]
        if not inside:
            return
        for piece in inside:
            yield from piece.words
        bottom = inside[0].box.bottom


def _begins_beside(sheet: Sheet, label: Label, piece: Segment, left: float) -> bool:
    """Tell whether a label begins before a piece, on its line: then the piece is what that one says."""
    starts = (other.words[0].box for other in sheet.labels if other is not label)
    return any(_on_line(start, piece.box) and left <= start.x0 < piece.box.x0 for start in starts)


def _aligned(line: Sequence[Segment], first: Box) -> bool:
    """Tell whether a line begins where the one above does, not far to the left of it, or ends where that ends."""
    return line[0].box.x0 >= first.x0 - 2 * height(first) or abs(line[-1].box.x1 - first.x1) < height(first) / 2


def _around(words: Sequence[Word]) -> Box:
    box = union([word.box for word in words])
    assert box is not None, "a line has words"
    return box


def _under(sheet: Sheet, label: Label, most: int = MOST_LINES) -> Iterator[Word]:
    """Read the lines under a label: as wide as up to the next label beside it, down to the next label below."""
    size = height(label.words[-1].box)
    left, right = label.box.x0 - 0.6 * size, _right_edge(sheet, label)
    bottom = label.box.bottom
    taken = 0
    for line in piece_lines(sheet, label.box.bottom - 0.4 * size):
        inside = [p for p in line if left <= p.box.x0 < right and _same_cell(p, label)]
        if not inside or (not taken and inside[0].box.x0 > label.box.x1):
            continue
        if inside[0].box.top - bottom > 2.2 * size or taken == most or _labelled(sheet, inside, label):
            return
        for piece in inside:
            yield from piece.words
        bottom = inside[0].box.bottom
        taken += 1


def _above(sheet: Sheet, label: Label) -> Iterator[Word]:
    """Read the lines above a label: the last of them may stand off, room was left to write in; the others are close."""
    size = height(label.words[-1].box)
    left, right = label.box.x0 - 30 * size, _right_edge(sheet, label)
    top, reach = label.box.top, 6.0
    if _is_said_above(sheet, label):
        return
    for line in reversed(list(piece_lines(sheet, float("-inf")))):
        if line[0].box.bottom > label.box.top + 0.4 * size:
            continue
        inside = [p for p in line if left <= p.box.x0 < right and _same_cell(p, label) and p.box.x1 > label.box.x0]
        if not inside:
            continue
        if top - inside[0].box.bottom > reach * size or _labelled(sheet, inside, label) or _is_title(sheet, inside):
            return
        for piece in inside:
            yield from piece.words
        top, reach = inside[0].box.top, 1.2


def _is_title(sheet: Sheet, line: Sequence[Segment]) -> bool:
    words = tuple(token for piece in line for word in piece.words for token in folded_words(word.text))
    return words in sheet.titles


def _is_said_above(sheet: Sheet, label: Label) -> bool:
    """Tell whether the line over a label is right under another label, and so is what that one says."""
    size = height(label.words[-1].box)
    over = [piece for piece in sheet.pieces if -size < label.box.top - piece.box.bottom < 2 * size]
    mine = [piece for piece in over if piece.box.bottom <= label.box.top + 0.4 * size and piece.box.x1 > label.box.x0]
    if not mine:
        return False
    top = min(piece.box.top for piece in mine)
    return any(
        other is not label and other.cell == label.cell and 0 <= top - other.box.bottom + 2 < size
        and abs(other.box.x0 - mine[0].box.x0) < 2 * size
        for other in sheet.labels
    )  # fmt: skip


def _right_edge(sheet: Sheet, label: Label) -> float:
    beside = [
        other.box.x0
        for other in sheet.labels
        if other is not label
        and other.box.x0 > label.box.x0 + 1
        and abs(middle(other.box) - middle(label.box)) < 3 * height(label.box)
    ]
    return min(beside, default=float("inf")) - 1


def piece_lines(sheet: Sheet, top: float) -> Iterator[list[Segment]]:
    """Give the pieces that begin below a height, line by line."""
    line: list[Segment] = []
    for piece in sheet.pieces:
        if piece.box.top < top:
            continue
        if line and not _on_line(piece.box, line[0].box):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def _labelled(sheet: Sheet, line: Sequence[Segment], but: Label) -> bool:
    return any(holds_start(piece, other) for piece in line for other in sheet.labels if other is not but)


def holds_start(piece: Segment, label: Label) -> bool:
    """Tell whether a label begins in a piece of line."""
    return holds(piece.box, label.words[0].box)


def _on_line(one: Box, other: Box) -> bool:
    return one.top < middle(other) < one.bottom or other.top < middle(one) < other.bottom


def _same_cell(piece: Segment, label: Label) -> bool:
    return piece.cell == label.cell
