"""Read whole columns: each distinct cell once, plain decimals without remembering them."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.model import Cell
from extract.records.values import Decisions, Value, read_cell

_REMEMBERED = 50_000
_TRIED = 10_000
_MOSTLY_NEW = 0.9
_DECIMALS = {
    ("amount", ","): re.compile(r"(?:-?[1-9][0-9]{0,13}|0)(?:,[0-9]{1,6})?"),
    ("amount", "."): re.compile(r"(?:-?[1-9][0-9]{0,13}|0)(?:\.[0-9]{1,6})?"),
    ("number", ","): re.compile(r"(?:-?[1-9][0-9]{0,13}|0)(?:,[0-9]{1,6})?"),
    ("number", "."): re.compile(r"(?:-?[1-9][0-9]{0,9}|0)(?:\.[0-9]{0,3}[1-9])?"),
}
"""Kind and decimal mark -> spellings that say their value as they stand; raw text and value differ by a comma only."""

_AS_THEY_STAND = ("text", "code")


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """The cells of some rows as they were read. ``keys`` name them for their reader; ``raws`` is empty for none."""

    keys: Sequence[Hashable]
    values: list[Value]
    raws: list[str | None]


class ColumnReader(dict[Hashable, Value]):
    """The values of the distinct cells of one column; a cell that is not there yet is read.

    ``raws``, ``extras``, ``pointers`` and ``unsure`` hold what else was read of the cells that have any. A column
    whose cells hardly ever come again is soon forgotten, any other when there are too many: memory does not grow
    with the rows.
    """

    def __init__(self, kind: str, decisions: Decisions) -> None:
        super().__init__()
        self.raws: dict[Hashable, str] = {}
        self.extras: dict[Hashable, Mapping[str, str]] = {}
        self.pointers: dict[Hashable, str] = {}
        self.unsure: set[Hashable] = set()
        self._kind = kind
        self._decisions = decisions
        self._decimal = _DECIMALS.get((kind, decisions.decimal or "")) if decisions.scale == 1 else None
        self._asked = 0
        self._hardly_repeats = False

    def __missing__(self, key: Any) -> Value:
        """Read a cell."""
        read = read_cell(self._kind, key[1] if isinstance(key, tuple) else key, self._decisions)
        self[key] = read.value
        if read.raw is not None:
            self.raws[key] = read.raw
        if read.extra:
            self.extras[key] = dict(read.extra)
        if read.pointer:
            self.pointers[key] = read.raw or ""
        if read.unsure:
            self.unsure.add(key)
        return read.value

    def read(self, cells: Sequence[Cell]) -> ReadColumn:
        """Read the cells of some rows."""
        if len(self) > max(_TRIED, self._asked * _MOSTLY_NEW):
            self._hardly_repeats = True
            self._forget()
        elif len(self) > _REMEMBERED:
            self._forget()
        self._asked += len(cells)
        if not _are_texts(cells):  # 1, 1.0 and True are equal, but not read alike
            return self._remembered([(type(cell), cell) for cell in cells])
        if self._decimal is not None:
            return self._decimals(cells)  # type: ignore[arg-type]
        if self._hardly_repeats and self._kind in _AS_THEY_STAND and _are_tidy(cells):  # type: ignore[arg-type]
            return ReadColumn(cells, [cell or None for cell in cells], [])  # type: ignore[misc]
        return self._remembered(cells)

    def _remembered(self, keys: Sequence[Hashable]) -> ReadColumn:
        values = list(map(self.__getitem__, keys))
        return ReadColumn(keys, values, list(map(self.raws.get, keys)) if self.raws else [])

    def _decimals(self, texts: Sequence[str]) -> ReadColumn:
        """Take plain decimals as they stand; the rest is read like anything else."""
        assert self._decimal is not None
        is_plain = self._decimal.fullmatch
        values: list[Value]
        if self._kind == "amount":
            values = [text.replace(",", ".") if is_plain(text) else self[text] for text in texts]
        else:
            values = [float(text.replace(",", ".")) if is_plain(text) else self[text] for text in texts]
        if self._decisions.decimal == ",":
            raws = [self.raws.get(text) if text in self else text if "," in text else None for text in texts]
            return ReadColumn(texts, values, raws)
        return ReadColumn(texts, values, list(map(self.raws.get, texts)) if self.raws else [])

    def _forget(self) -> None:
        for memory in (self, self.raws, self.extras, self.pointers, self.unsure):
            memory.clear()
        self._asked = 0


def _are_texts(cells: Sequence[Cell]) -> bool:
    try:
        "".join(cells)  # type: ignore[arg-type]
    except TypeError:
        return False
    return True


def _are_tidy(texts: Sequence[str]) -> bool:
    """Tell texts without any white space to be taken out."""
    lines = "\n".join(("", *texts, ""))
    return "".join(texts).isprintable() and not any(blank in lines for blank in ("  ", "\n ", " \n"))
