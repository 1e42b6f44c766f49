"""Lines that run over several boxes."""

from __future__ import annotations

import pytest

from extract.model import Box, Word
from extract.profiles import Rule
from extract.records.close_boxes import parted_boxes
from extract.records.segments import Segment

RULES = [Rule(box="20", labels=("условия поставки",))]


def piece(top: float, cell: Box | None, *words: tuple[str, float]) -> Segment:
    made = tuple(Word(text, 0, Box(x, top, x + 4 * len(text), top + 8)) for text, x in words)
    return Segment(made, Box(made[0].box.x0, top, made[-1].box.x1, top + 8), cell)


@pytest.mark.parametrize(("cell", "parts"), [(None, 2), (Box(0, 0, 300, 40), 1)])
def test_what_stands_right_under_a_number_is_parted_where_no_cell_holds_the_line(cell: Box | None, parts: int) -> None:
    number = piece(0, Box(90, 0, 300, 10), ("20", 100), ("Условия", 110), ("поставки", 140))
    line = piece(10, cell, ("финансовое", 20), ("урегулирование", 100))
    assert len(parted_boxes([number, line], RULES)) == 1 + parts
