"""Declarations as programs print them on plain paper or into a file: no rules, or rules made of signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from textwrap import wrap

from corpus_samples.generate.declaration_forms.boxes import Filled, Sheet, label
from corpus_samples.generate.declaration_forms.drawn import register_fonts
from corpus_samples.generate.declaration_forms.style import Style
from corpus_samples.generate.document import SAMPLE_RU
from corpus_samples.generate.page import Paper

MONO = "DejaVuSansMono"
WIDTH = 92
TOP, PITCH = 50.0, 1.4
ORDER = ("1", "A", "2", "3", "5", "6", "7", "8", "9", "11", "12", "14", "15", "15a", "16", "17", "17a", "18", "19",
         "20", "21", "22", "23", "24", "25", "26", "29", "30")  # fmt: skip
ITEM_ORDER = ("31", "32", "33", "34", "35", "36", "37", "38", "39", "40", "41", "42", "43", "44", "45", "46", "47")
TAIL_ORDER = ("54", "D")


def text(sheets: Sequence[Sheet], how: Style, rng: Random) -> bytes:
    """Write the declaration as plain text."""
    column = rng.choice((30, 44))
    lines = [line for sheet in sheets for block in sheet_blocks(sheet, how, column) for line in block]
    return "\n".join([SAMPLE_RU, "", *lines, ""]).encode()


def pdf(sheets: Sequence[Sheet], how: Style, rng: Random) -> bytes:
    """Print the lines of the declaration in letters of one width."""
    register_fonts()
    size, left = rng.uniform(6.4, 8.2), rng.uniform(30, 50)
    column = rng.choice((30, 44))
    paper = Paper()
    y = TOP
    for block in (block for sheet in sheets for block in sheet_blocks(sheet, how, column)):
        if y + len(block) * size * PITCH > paper.height - TOP:
            paper.turn()
            y = TOP
        for line in block:
            paper.text(left, y, line, size, MONO)
            y += size * PITCH
    return paper.finish()


def sheet_blocks(sheet: Sheet, how: Style, column: int) -> Iterator[list[str]]:
    """Give the head of a sheet and each item; a page ends between them."""
    order = [box for box in (*ORDER, *TAIL_ORDER) if box in sheet.head]
    yield [sheet.title, "", *fields(sheet.head, order, how, column), "-" * WIDTH]
    for item in sheet.items:
        yield [*fields(item, ITEM_ORDER, how, column), "-" * WIDTH]


def fields(filled: Filled, boxes: Iterable[str], how: Style, column: int) -> Iterator[str]:
    """Print label and value side by side, both wrapped in their columns."""
    for box in boxes:
        labels = wrap(label(box, how) + ":", column - 2) if box not in ("A", "D") else [f"{box}."]
        values = [piece for line in filled[box] for piece in wrap(line, WIDTH - column)]
        for at in range(max(len(labels), len(values))):
            left = labels[at] if at < len(labels) else ""
            right = values[at] if at < len(values) else ""
            yield f"{left:{column}}{right}".rstrip()
