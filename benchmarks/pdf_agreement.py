"""Whether the ruled tables of PDFs are those that pdfplumber finds, and say the same: prints counts as JSON.

    python -m benchmarks.pdf_agreement FILE...

Only what is ruled like a table counts: two rows, two columns, words in half of the cells; a chart's bars are none.
Text is compared without white space. Two differences are no faults and are counted apart: letters printed twice to look
bold, and turned text, which pdfplumber gives backwards.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pdfplumber

from benchmarks.pdf_sides import sights
from extract.model import Box
from extract.readers.pdf_cells import in_rows, rules_in, tables_of
from extract.readers.pdf_page import Sight
from extract.readers.pdf_tables import Shelf
from extract.readers.pdf_text import cell_text

NEAR = 2.0
Texts = list[list[str | None]]
Boxes = list[list[Box | None]]


def main(files: Sequence[str]) -> None:
    """Compare the files."""
    counts: Counter[str] = Counter()
    for path in files:
        with pdfplumber.open(path) as document:
            for page, sight in zip(document.pages, sights(path), strict=True):
                counts.update(judged(page, sight))
                page.close()
    print(json.dumps(counts))


def judged(page: Any, sight: Sight) -> Iterator[str]:
    """Yield what each table of a page is an instance of."""
    ours = [in_rows(cells) for cells in tables_of(rules_in(sight.drawing.rules))]
    shelf = Shelf.of(sight.words)
    for table in page.find_tables():
        boxes: Boxes = [[Box(*cell) if cell else None for cell in row.cells] for row in table.rows]
        theirs: Texts = table.extract()
        if not is_table(theirs):
            continue
        yield "tables"
        same = next((grid for grid in ours if alike(grid, boxes)), None)
        if same is None:
            continue
        yield "same grid"
        yield verdict(
            [[None if box is None else cell_text(shelf.within(box)) for box in row] for row in same], theirs, page
        )


def is_table(texts: Texts) -> bool:
    """Tell a table from a drawing whose lines enclose something."""
    cells = [cell for row in texts for cell in row if cell is not None]
    return len(texts) > 1 and len(texts[0]) > 1 and 2 * sum(map(bool, cells)) >= len(cells)


def alike(ours: Boxes, theirs: Boxes) -> bool:
    """Tell whether two grids have the same cells."""
    if len(ours) != len(theirs) or len(ours[0]) != len(theirs[0]):
        return False
    pairs = zip((box for row in ours for box in row), (box for row in theirs for box in row), strict=True)
    return all((one is None) == (other is None) and (one is None or near(one, other)) for one, other in pairs)


def near(one: Box, other: Box | None) -> bool:
    """Tell whether two boxes lie on each other."""
    assert other is not None
    off = (one.x0 - other.x0, one.top - other.top, one.x1 - other.x1, one.bottom - other.bottom)
    return max(map(abs, off)) < NEAR


def verdict(ours: Texts, theirs: Texts, page: Any) -> str:
    """Say whether texts agree, or why not."""
    pairs = list(zip(squeezed(ours), squeezed(theirs), strict=True))
    if all(one == other for one, other in pairs):
        return "same text"
    if all(one == other or undoubled(other) == undoubled(one) for one, other in pairs):
        return "fake bold"
    return "other text" if all(char["upright"] for char in page.chars) else "turned text"


def squeezed(texts: Texts) -> list[str]:
    """Give the texts of the cells without white space."""
    return [re.sub(r"\s", "", cell or "") for row in texts for cell in row]


def undoubled(text: str) -> str:
    """Give a text with each run of one letter as a single one."""
    return re.sub(r"(.)\1+", r"\1", text)


if __name__ == "__main__":
    main([str(Path(path)) for path in sys.argv[1:]])
