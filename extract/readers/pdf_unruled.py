"""Tables without upright rules: lines whose words keep to the same columns, found by the gaps running down between.

A block of lines is a table only with evidence: columns that repeat over lines, cells of one kind, rules that span it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from extract.model import Box, Grid
from extract.readers.pdf_lines import Line, is_number, line_of, middling
from extract.readers.pdf_native import Numbers
from extract.readers.pdf_row_groups import Cells, Row, joined, whole_rows
from extract.readers.pdf_text import in_lines
from extract.readers.pdf_words import RawWord

GUTTER = 0.25
LEADING = 1.6
POOR_LINES = 2
CROSSING = 0.12
OVERLAP = 0.25
CUTS = 2
FEWEST_ROWS = 2

Gutter = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring lines with the columns they share; ``edges`` are the columns' sides."""

    lines: Sequence[Line]
    edges: tuple[float, ...]
    rows: Sequence[Row]


def unruled_grids(lines: Sequence[Sequence[RawWord]], rules: Numbers) -> list[Grid]:
    """Find the tables among lines of words that stand in no ruled table."""
    cut = [line_of(line) for line in lines]
    if sum(line.rich for line in cut) < FEWEST_ROWS:
        return []
    return [grid_of(block) for block in tables_in(cut, rules, CUTS)]


def tables_in(all_lines: Sequence[Line], rules: Numbers, cuts: int) -> Iterator[Block]:
    """Yield the blocks that are tables; what is none may be text beside a table, so it is cut at its widest gutter."""
    for lines in blocks(all_lines):
        gutters = gutters_of([line for line in lines if line.rich])
        if not gutters:
            continue
        block = columned(lines, [middle(gutter) for gutter in gutters])
        prose = prose_column(block)
        if prose is None and convincing(block, rules):
            yield replace(block, rows=whole_rows(block.rows, levels_over(block, rules)))
        elif cuts:
            cut = max(gutters, key=width) if prose is None else gutters[min(prose, len(gutters) - 1)]
            for side in beside(lines, middle(cut)):
                yield from tables_in([line_of(line) for line in in_lines(side)], rules, cuts - 1)


def prose_column(block: Block) -> int | None:
    """Find a column of running text: lines of many words, going on in the middle of a sentence."""
    for number, column in enumerate(zip(*(row.cells for row in block.rows), strict=True)):
        texts = [text for text in column if text is not None]
        going_on = sum(text[0].islower() for text in texts)
        if len(texts) > 3 and wordy(texts) >= 0.6 * len(texts) and going_on >= 0.3 * len(texts):
            return number
    return None


def wordy(texts: Sequence[str]) -> int:
    """Count the texts of more words than a cell of figures or names has."""
    return sum(text.count(" ") > 5 for text in texts)


def beside(lines: Sequence[Line], cut: float) -> tuple[list[RawWord], list[RawWord]]:
    """Part the words of lines in those left and right of a cut."""
    words = [word for line in lines for chunk in line.chunks for word in chunk.words]
    left = [word for word in words if word.box.x0 + word.box.x1 < 2 * cut]
    return left, [word for word in words if word.box.x0 + word.box.x1 >= 2 * cut]


def blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Gather lines that follow each other closely, a few poor ones between rich ones."""
    held: list[Line] = []
    for line in lines:
        if held and (far(held[-1], line) or poor_tail(held) > POOR_LINES):
            yield from trimmed(held)
            held = []
        held.append(line)
    yield from trimmed(held)


def far(above: Line, line: Line) -> bool:
    """Tell whether the space between two lines is more than a table leaves."""
    return line.top - above.bottom > LEADING * min(above.height, line.height)


def poor_tail(lines: Sequence[Line]) -> int:
    """Count the lines at the end that are no rows."""
    return next((count for count, line in enumerate(reversed(lines)) if line.rich), len(lines))


def trimmed(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Cut the poor lines off both ends; a block needs two rich ones."""
    rich = [number for number, line in enumerate(lines) if line.rich]
    if len(rich) >= FEWEST_ROWS:
        yield list(lines[rich[0] : rich[-1] + 1])


def columned(lines: Sequence[Line], gutters: Sequence[float]) -> Block:
    """Put the words of lines in cells."""
    left = min(chunk.x0 for line in lines for chunk in line.chunks)
    right = max(chunk.x1 for line in lines for chunk in line.chunks)
    rows = merged([Row(cells(line, gutters), line.top, line.bottom) for line in lines])
    return Block(lines, (left, *gutters, right), rows)


def gutters_of(lines: Sequence[Line]) -> list[Gutter]:
    """Find the upright bands that nearly no line crosses."""
    height = middling([line.height for line in lines])
    allowed = int(CROSSING * len(lines))
    chunks = [chunk for line in lines for chunk in line.chunks]
    sides = sorted([(chunk.x0, 1) for chunk in chunks] + [(chunk.x1, -1) for chunk in chunks])
    gutters: list[Gutter] = []
    crossing, start = 0, None
    for x, step in sides:
        crossing += step
        if crossing <= allowed:
            start = x if start is None else start
            continue
        if start is not None and start > sides[0][0] and x - start > GUTTER * height:
            gutters.append((start, x))
        start = None
    return gutters


def middle(gutter: Gutter) -> float:
    """Give the line that runs down a gutter."""
    return sum(gutter) / 2


def width(gutter: Gutter) -> float:
    """Give a gutter's width."""
    return gutter[1] - gutter[0]


def cells(line: Line, gutters: Sequence[float]) -> Cells:
    """Put the chunks of a line in columns; one that spans several stands in its first."""
    texts: Cells = [None] * (len(gutters) + 1)
    for chunk in line.chunks:
        column = sum(gutter <= chunk.x0 + 0.5 for gutter in gutters)
        before = texts[column]
        texts[column] = chunk.text if before is None else f"{before} {chunk.text}"
    return texts


def merged(rows: Sequence[Row]) -> list[Row]:
    """Join lines that overlap in height: a label of two lines beside figures set between them."""
    held: list[Row] = []
    for row in rows:
        if held and held[-1].bottom - row.top > OVERLAP * (row.bottom - row.top):
            held.append(joined([held.pop(), row]))
        else:
            held.append(row)
    return held


def convincing(block: Block, rules: Numbers) -> bool:
    """Weigh the evidence that a block is a table and not text in columns, nor the labels of a drawing."""
    rows = [row.cells for row in block.rows if sum(cell is not None for cell in row.cells) > 1]
    texts = [cell for row in rows for cell in row if cell is not None]
    if len(rows) < 3 or len(texts) < 0.5 * len(rows) * len(rows[0]) or 2 * len(rows) < len(block.rows):
        return False
    inner = [cell for row in rows for cell in row[1:] if cell is not None]
    numeric = sum(map(is_number, inner)) >= 0.4 * len(inner)
    if wordy(texts) >= 0.35 * len(texts):
        return False
    return numeric or spanning(rules, block) >= 2


def spanning(rules: Numbers, block: Block) -> int:
    """Count the level rules about as wide as the block, in it or at its edge."""
    left, top, right, bottom = rules.T
    share = (right - left) / (block.edges[-1] - block.edges[0])
    return int(np.count_nonzero((top == bottom) & near(top, block) & (share >= 0.8) & (share <= 1.3)))


def near(heights: Numbers, block: Block) -> Numbers:
    """Tell which heights lie in a block or at its edge."""
    inside: Numbers = (block.lines[0].top - 12 <= heights) & (heights <= block.lines[-1].bottom + 12)
    return inside


def levels_over(block: Block, rules: Numbers) -> list[float]:
    """Give the heights at which rules, whole or cell by cell, run over most of a block."""
    left, top, right, bottom = rules.T
    level = (top == bottom) & near(top, block)
    inside = np.clip(np.minimum(right, block.edges[-1]) - np.maximum(left, block.edges[0]), 0, None)[level]
    heights, at = np.unique(np.round(top[level]), return_inverse=True)
    covered = np.bincount(at, inside, len(heights))
    found: list[float] = heights[covered >= 0.8 * (block.edges[-1] - block.edges[0])].tolist()
    return found


def grid_of(block: Block) -> Grid:
    """Give the block as a grid with a box for each cell."""
    sides = list(pairwise(block.edges))
    boxes = [[Box(x0, row.top, x1, row.bottom) for x0, x1 in sides] for row in block.rows]
    return Grid(1, [[cell or "" for cell in row.cells] for row in block.rows], boxes, dialect={"ruled": "no"})
