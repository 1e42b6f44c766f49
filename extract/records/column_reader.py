"""Read whole columns: plain figures all at once, any other distinct cell once."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.model import Cell, Coded, Distinct, cell_text
from extract.records.figures import Figures, doubles
from extract.records.spellings import printed
from extract.records.values import Decisions, Value, read_cell
from extract.text import compiled

_REMEMBERED = 50_000
_NAMES = 200_000
"""Names are remembered longest: to read one again costs twenty times what a text does."""
_TRIED = 10_000
_MOSTLY_NEW = 0.9
_FIGURES = ("amount", "number")
_AS_THEY_STAND = ("text", "code")


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """The cells of some rows as they were read, all columns of the length of ``values`` or empty where none has any.

    ``raws``: see extract.model.Batch. ``extras``: what stood with the value. ``pointers``: cells that point elsewhere.
    ``unsure``: which cells have two readings. ``unread``: which cells hold what nobody could read.
    """

    values: Sequence[Value]
    raws: Sequence[str | None] = ()
    extras: Sequence[Mapping[str, str] | None] = ()
    pointers: Sequence[str | None] = ()
    unsure: Sequence[bool | None] = ()
    unread: Sequence[bool | None] = ()


_PARTS = ("values", "raws", "extras", "pointers", "unsure", "unread")


class Memory(dict[Hashable, Value]):
    """The values of the distinct cells of one type; a cell that is not there yet is read.

    What else was read of the cells that have any is noted beside. A column whose cells hardly ever come again is soon
    forgotten, any other when there are too many: memory does not grow with the rows.
    """

    def __init__(self, kind: str, decisions: Decisions) -> None:
        super().__init__()
        self.raws: dict[Hashable, str] = {}
        self.extras: dict[Hashable, Mapping[str, str]] = {}
        self.pointers: dict[Hashable, str] = {}
        self.unsure: dict[Hashable, bool] = {}
        self.unread: dict[Hashable, bool] = {}
        self.hardly_repeats = False
        self._kind = kind
        self._decisions = decisions
        self._most = _NAMES if kind == "party" else _REMEMBERED
        self.asked = 0
        """How many cells were read since it began."""

    def __missing__(self, key: Any) -> Value:
        """Read a cell."""
        read = read_cell(self._kind, key, self._decisions)
        self[key] = key if read.value == key and isinstance(key, str) else read.value
        if read.raw is not None or (read.value is not None and self._decisions.spelling):
            self._note_raw(key, read.value)
        if read.extra:
            self.extras[key] = dict(read.extra)
        if read.pointer:
            self.pointers[key] = read.raw or ""
        if read.unsure:
            self.unsure[key] = True
        if read.unread:
            self.unread[key] = True
        return read.value

    def _note_raw(self, key: Any, value: Value) -> None:
        """Keep the text of a cell that does not follow from its value."""
        text = cell_text(key)
        if value is None or printed(self._decisions.spelling, value) != text:
            self.raws[key] = text

    def read(self, cells: Sequence[Hashable]) -> ReadColumn:
        """Look up the cells of some rows."""
        self.asked += len(cells)
        values = compiled.looked_up(self, cells)
        return ReadColumn(values, *(_noted(notes, cells) for notes in self._notes()))

    def make_room(self) -> None:
        """Forget what would only fill the memory."""
        if len(self) > max(_TRIED, self.asked * _MOSTLY_NEW):
            self.hardly_repeats = True
        elif len(self) <= self._most:
            return
        for memory in (self, *self._notes()):
            memory.clear()
        self.asked = 0

    def _notes(self) -> tuple[dict[Hashable, Any], ...]:
        return self.raws, self.extras, self.pointers, self.unsure, self.unread


def _noted(notes: Mapping[Any, Any], cells: Sequence[Hashable]) -> Sequence[Any]:
    """Give what was noted of each cell; nothing where there is nothing of any."""
    if not notes or notes.keys().isdisjoint(cells):
        return ()
    return list(map(notes.get, cells))


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read of the distinct texts of a column, by their numbers; the notes hold those that have any."""

    values: Distinct[Value] = field(default_factory=Distinct)
    notes: tuple[dict[int, Any], ...] = field(default_factory=lambda: tuple({} for _ in _PARTS[1:]))

    def add(self, read: ReadColumn) -> None:
        """Add what was read of the next texts."""
        first = len(self.values)
        self.values.extend(read.values)
        for notes, part in zip(self.notes, _PARTS[1:], strict=True):
            notes.update((at, note) for at, note in enumerate(getattr(read, part), first) if note is not None)

    def of(self, codes: array[int]) -> ReadColumn:
        """Give what was read of the texts with these numbers."""
        return ReadColumn(Coded(codes, self.values), *(_noted_of(notes, codes) for notes in self.notes))


def _noted_of(notes: Mapping[int, Any], codes: array[int]) -> Sequence[Any]:
    """Give what was noted of the texts with these numbers, as ``_noted`` does; mostly a header alone has a note."""
    if not notes or not compiled.any_among(codes, notes.keys()):
        return ()
    return list(map(notes.get, codes))


class ColumnReader:
    """Read the cells of one column, batch by batch, in the quickest way that gives what each cell alone gives."""

    def __init__(self, kind: str, decisions: Decisions) -> None:
        self.memories: dict[type, Memory] = {}
        self._kind = kind
        self._decisions = decisions
        as_printed = kind in _FIGURES and decisions.scale == 1
        self._figures = Figures(kind, decisions.spelling, decisions.decimal) if as_printed else None

    def read(self, cells: Sequence[Cell], only_text: bool = False) -> ReadColumn:
        """Read the cells of some rows. ``only_text``: it is known that each is a str."""
        if isinstance(cells, Coded):
            return self._coded(cells)
        types = {str} if only_text and cells else set(map(type, cells))
        if len(types) != 1:  # 1, 1.0 and True are equal, but not read alike
            return _apart(cells, list(map(type, cells)), self.read)
        if str in types:
            return self._texts(cells)  # type: ignore[arg-type]
        values = None
        if float in types and self._figures and not self._decisions.spelling:
            values = doubles(self._kind, cells)  # type: ignore[arg-type]
        return self._remembered(cells) if values is None else ReadColumn(values)

    def _coded(self, texts: Coded[Any]) -> ReadColumn:
        """Read each cell of a column once that differs from the others."""
        known: Readings = texts.values.derived.setdefault(self, Readings())
        new = texts.new(len(known.values))
        if new:
            self._memory(type(new[0])).asked += len(texts) - len(new)
            known.add(self.read(new))
        return known.of(texts.codes)

    def _texts(self, texts: Sequence[str]) -> ReadColumn:
        if texts[0] == texts[-1] and texts.count(texts[0]) == len(texts):
            return _repeated(self._remembered(texts[:1]), len(texts))
        if self._figures:
            return self._read_figures(self._figures, texts)
        if self._kind in _AS_THEY_STAND and self._memory(str).hardly_repeats and _are_tidy(texts):
            return ReadColumn([text or None for text in texts])
        return self._remembered(texts)

    def _read_figures(self, figures: Figures, texts: Sequence[str]) -> ReadColumn:
        values = figures.read(texts)
        if values is not None:
            return ReadColumn(values)
        plain = [figures.is_plain(text) is not None for text in texts]
        if len(set(plain)) == 1:
            return self._remembered(texts)
        return _apart(texts, plain, self._texts)

    def _remembered(self, cells: Sequence[Any]) -> ReadColumn:
        memory = self._memory(type(cells[0]))
        memory.make_room()
        return memory.read(cells)

    def _memory(self, type: type) -> Memory:
        if type not in self.memories:
            self.memories[type] = Memory(self._kind, self._decisions)
        return self.memories[type]


def _repeated(one: ReadColumn, times: int) -> ReadColumn:
    """Read a column that says the same in every row."""
    return ReadColumn(*([*getattr(one, part)] * times for part in _PARTS))


def _apart(cells: Sequence[Cell], keys: Sequence[Hashable], read: Callable[[Sequence[Any]], ReadColumn]) -> ReadColumn:
    """Read cells apart by their keys, and put what was read together again."""
    positions: dict[Hashable, list[int]] = {}
    for at, key in enumerate(keys):
        positions.setdefault(key, []).append(at)
    found = [(where, read([cells[at] for at in where])) for where in positions.values()]
    return ReadColumn(*(_together(len(cells), [(at, getattr(one, part)) for at, one in found]) for part in _PARTS))


def _together(size: int, found: Iterable[tuple[Sequence[int], Sequence[Any]]]) -> list[Any]:
    whole: list[Any] = []
    for positions, values in found:
        if values and not whole:
            whole = [None] * size
        for at, value in zip(positions, values, strict=False):
            whole[at] = value
    return whole


def _are_tidy(texts: Sequence[str]) -> bool:
    """Tell texts without white space to be taken out: joined by blanks, no two blanks meet. Empty ones do not count."""
    line = " ".join(filter(None, texts))
    return line.isprintable() and "  " not in line and line[:1] != " " != line[-1:]
