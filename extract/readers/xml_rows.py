"""XML too long to be held as a tree: the rows of each repeated element as they end, then the text outside of them.

Which elements repeat is told from the begin of the file; of it nothing is kept but the row that is open.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from extract.model import Issue, Part, Place, Row, Source
from extract.readers.lines import text_parts
from extract.readers.sheets import sheet_part
from extract.readers.xml_stream import SAFELY
from extract.text import declared_or_seen

CHUNK = 1 << 16
SEEN = 8 << 20
"""So many characters show which elements repeat, and with which fields."""
MOST_FIELDS = 16_384

Path_ = tuple[str, ...]


def streamed(source: Source, path: Path) -> Iterator[Part | Issue]:
    """Yield a sheet per kind of row, then the text outside of rows; each is read when it is asked for."""
    with path.open("rb") as file:
        decided = declared_or_seen(file.read(1 << 18))
    encoding, said = decided.name, decided.said
    shape = Shape()
    faults: list[str] = []
    for _ in run(path, encoding, Walk(shape.seen), faults, SEEN):
        pass
    kinds = shape.rows()
    unseen: Counter[str] = Counter()
    for number, row in enumerate(kinds, start=1):
        yield sheet_part(
            source, number, "/".join(row), rows_of(path, encoding, row, tuple(shape.fields[row]), unseen), said
        )
    walk = Outside(kinds)
    lines = run(path, encoding, Walk(walk.seen), faults)
    yield from text_parts(source, cast("Iterator[str]", lines), said, len(kinds) + 1)
    yield from issues_of(Place(source.sha256, 1), faults, unseen)


def issues_of(place: Place, faults: Sequence[str], unseen: Counter[str]) -> Iterator[Issue]:
    """Say what of a long file was not read."""
    if faults:
        yield Issue(place, "damaged", f"{len(faults)} faults of markup, first {faults[0]}; read as far as it goes")
    if unseen:
        name, _ = unseen.most_common(1)[0]
        message = f"{unseen.total()} values have no column, since it did not show at the begin of the file, as “{name}”"
        yield Issue(place, "left_out", message)


def rows_of(path: Path, encoding: str, row: Path_, fields: Sequence[str], unseen: Counter[str]) -> Iterator[Row]:
    """Yield the names of the fields, then the rows."""
    yield list(fields)
    wanted = set(fields)
    for values in run(path, encoding, Walk(RowsOf(row).seen), []):
        yield [values.get(name) for name in fields]
        unseen.update(values.keys() - wanted)


def run(path: Path, encoding: str, walk: Walk, faults: list[str], most: int | None = None) -> Iterator[Any]:
    """Parse piece by piece, and yield what has ended."""
    from lxml import etree

    parser: Any = etree.XMLParser(target=cast("Any", walk), **SAFELY)
    left = most
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        while (left is None or left > 0) and (chunk := file.read(CHUNK)):
            parser.feed(chunk.encode("utf-8", "replace"))
            left = None if left is None else left - len(chunk)
            yield from walk.taken()
    if left is None or left > 0:
        faults += faults_of(parser)
    walk.done.clear()


def faults_of(parser: Any) -> list[str]:
    """List what was wrong with the markup."""
    return [f"in line {entry.line}: {entry.message}" for entry in parser.error_log]


Seen = Callable[[Path_, Mapping[str, str], bool], Any]
"""Hears of an element its path and its attributes when it begins, its text when it ends; what it gives is handed on."""


class Walk:
    """Take the parser's calls, and tell of each element when it ends."""

    def __init__(self, seen: Seen) -> None:
        self.tell = seen
        self.done: deque[Any] = deque()
        self.path: list[str] = []
        self.texts: list[list[str]] = []

    def taken(self) -> Iterator[Any]:
        """Give away what is complete."""
        while self.done:
            yield self.done.popleft()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        self.path.append(tag.rpartition("}")[2])
        self.texts.append([])
        if attributes:
            self._say({f"@{key.rpartition('}')[2]}": value for key, value in attributes.items()}, False)

    def data(self, text: str) -> None:
        """Add to the text of the element that is open."""
        if self.texts:
            self.texts[-1].append(text)

    def end(self, tag: str) -> None:
        """Close an element."""
        text = "".join(self.texts.pop()).strip()
        self._say({"": text} if text else {}, True)
        self.path.pop()

    def close(self) -> None:
        """End; rows that are open have no end."""

    def _say(self, values: Mapping[str, str], ended: bool) -> None:
        given = self.tell(tuple(self.path), values, ended)
        if given is not None:
            self.done.append(given)


@dataclass(slots=True)
class Shape:
    """Which elements repeat below the same parent, and which fields they carry."""

    fields: dict[Path_, dict[str, None]] = field(default_factory=dict)
    repeated: Counter[Path_] = field(default_factory=Counter)

    def seen(self, path: Path_, values: Mapping[str, str], ended: bool) -> None:
        """Note an element for each element around it."""
        self.repeated[path] += ended
        for name in values:
            for depth in range(1, len(path) + 1):
                known = self.fields.setdefault(path[:depth], {})
                if len(known) < MOST_FIELDS:
                    known.setdefault(_joined(path[depth:], name) or path[-1])

    def rows(self) -> list[Path_]:
        """List the outermost elements that come more than once and carry several fields."""
        rows: list[Path_] = []
        for path, count in sorted(self.repeated.items(), key=lambda item: (len(item[0]), item[0])):
            inside = any(path[: len(row)] == row for row in rows)
            if count > 1 and len(self.fields.get(path, ())) > 1 and not inside:
                rows.append(path)
        return rows


class RowsOf:
    """Collect the fields of one kind of row; a field that comes twice in a row holds both values."""

    def __init__(self, row: Path_) -> None:
        self.row = row
        self.values: dict[str, str] = {}

    def seen(self, path: Path_, values: Mapping[str, str], ended: bool) -> dict[str, str] | None:
        """Note a field; give the row when it ends."""
        depth = len(self.row)
        if path[:depth] != self.row:
            return None
        for name, value in values.items():
            key = _joined(path[depth:], name) or path[-1]
            self.values[key] = f"{self.values[key]}; {value}" if key in self.values else value
        if len(path) > depth or not ended:
            return None
        row, self.values = self.values, {}
        return row


class Outside:
    """Write what stands outside of rows as lines."""

    def __init__(self, rows: Sequence[Path_]) -> None:
        self.rows = rows

    def seen(self, path: Path_, values: Mapping[str, str], _: bool) -> str | None:
        """Give the lines of an element."""
        if any(path[: len(row)] == row for row in self.rows):
            return None
        return "\n".join(f"{_joined(path, name)}: {value}" for name, value in values.items()) or None


def _joined(path: Sequence[str], name: str) -> str:
    return "/".join([*path, name] if name else path)
