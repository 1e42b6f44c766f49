"""Rows of a worksheet cut into columns by the compiled helper, and their texts made cells: each distinct one once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from extract.model import ByColumns, Cell, Coded, Distinct
from extract.readers.ooxml_pieces import Unusual
from extract.readers.xlsx_cells import CANNOT, Cells, Read
from extract.text import compiled

CUT = 1_000
"""Rows that are cut at once."""
ATTRIBUTES = re.compile(r'(?: (?:s|t|cm|vm|ph)="\w*")*\s*')
ATTRIBUTE = re.compile(r'(\w+)="(\w*)"')
SAYS_ITSELF = re.compile(r"([^>]*)>.*?(?:<v>|<is><t[^>]*>)([^<]*)", re.DOTALL)
ERROR = "e"


def is_usual(said: str) -> bool:
    """Tell attributes of a cell that can be answered for; errors are counted, and read row by row."""
    return bool(ATTRIBUTES.fullmatch(said)) and dict(ATTRIBUTE.findall(said)).get("t") != ERROR


class Columns:
    """Cuts rows of one sheet, and reads what was cut."""

    def __init__(self, cells: Cells) -> None:
        self.cutter = compiled.row_cutter(Coded, is_usual)
        self.cells = cells
        self.reads: dict[str | None, Read] = {None: self.read_mixed}

    def cut(self, piece: str, at: int, number: int) -> tuple[ByColumns, int] | None:
        """Cut rows from the one with this number on; tell where the next stands. None for a row that must be read."""
        if self.cutter is None:
            return None
        size, columns, end = self.cutter.cut(piece, at, CUT, number)
        return (ByColumns([self.values(*column) for column in columns], size), end) if size else None

    def values(self, said: str | None, texts: Sequence[str]) -> Sequence[Cell]:
        """Read the cells of a column by what is said of them; None where each says it itself."""
        if isinstance(texts, Coded):
            known: Distinct[Cell] = texts.values.derived.setdefault(said, Distinct())
            known.extend(map(self.reader(said), texts.values[len(known) :]))
            return Coded(texts.codes, known)
        if self.is_plain(said):
            try:
                return list(map(float, texts))
            except ValueError:
                pass
        return list(map(self.reader(said), texts))

    def reader(self, said: str | None) -> Read:
        """Give what reads a cell of which this is said."""
        if said not in self.reads:
            kind, read = self.typed(said or "")
            self.reads[said] = partial(cell_of, read, kind)
        return self.reads[said]

    def is_plain(self, said: str | None) -> bool:
        """Tell a column of numbers that stand for nothing else."""
        return said is not None and self.typed(said)[1] is float

    def typed(self, said: str) -> tuple[str, Read]:
        """Give the type of a cell, and what reads its text."""
        attributes = dict(ATTRIBUTE.findall(said))
        kind = attributes.get("t", "n")
        return kind, self.cells.read(kind, attributes.get("s", ""))

    def read_mixed(self, whole: str) -> Cell:
        """Read a cell that begins with what is said of it."""
        parted = SAYS_ITSELF.fullmatch(whole)
        return self.reader(parted[1])(parted[2]) if parted else None


def cell_of(read: Read, kind: str, text: str) -> Cell:
    """Read a cell; what is not of its type is its text."""
    if not text:
        return None
    try:
        return read(text)
    except CANNOT:
        if "&" in text:
            raise Unusual from None
        return text if kind != "s" else None
