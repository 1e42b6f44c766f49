"""Files inside a document become sources of their own: its child lays them out, the parent takes them in like any file.

Their names are a stranger's words: they become labels in a location (``a.pdf!/list.csv``), never a path that is opened.
Formats that hold files offer them by ``members`` of their reader (``extract.readers``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from extract.errors import Damaged
from extract.model import Issue, Place, Source

MOST_DEEP = 5
FOLDER = "inside"
_LONGEST = 255
_LONGEST_SUFFIX = 8
_LISTED = 10


class Unpacking:
    """What a child found inside its file. ``names`` are those of the files laid out in ``folder``, as they stand."""

    def __init__(self, directory: Path, depth: int) -> None:
        self.folder = directory / FOLDER
        self.names: list[str] = []
        self._deep = depth >= MOST_DEEP

    def of(self, source: Source, path: Path) -> Iterator[Issue]:
        """Lay out what a file holds; say what is too large or lies too deep."""
        from extract.readers import members

        left = []
        for member in members(source, path):
            if self._deep or member.data is None:
                left.append(member.name)
            else:
                self._lay_out(member.name, member.data)
        if left:
            more = f" and {len(left) - _LISTED} more" if len(left) > _LISTED else ""
            why = f"more than {MOST_DEEP} files deep" if self._deep else "too large"
            names = ", ".join(left[:_LISTED])
            yield Issue(Place(source.sha256, 1), "not_unpacked", f"files inside were not read, {why}: {names}{more}")

    def _lay_out(self, name: str, data: bytes) -> None:
        self.folder.mkdir(exist_ok=True)
        (self.folder / _file(len(self.names), name)).write_bytes(data)
        self.names.append(name)


def laid_out(folder: Path, value: Any) -> Iterator[tuple[str, Path]]:
    """Give label and file of each thing that a child laid out, trusting nothing that it says of them."""
    names = value.get(FOLDER) if isinstance(value, dict) else None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return
    for number, label in enumerate(labels(names)):
        file = folder / _file(number, names[number])
        if file.is_file() and not file.is_symlink():
            yield label, file


def labels(names: Iterable[str]) -> list[str]:
    """Make labels of names: no way up, no mark of another level, no two alike."""
    found: dict[str, None] = {}
    copies: Counter[str] = Counter()
    for number, name in enumerate(names):
        label = first = _label(name) or f"file {number + 1}"
        while label in found:
            copies[first] += 1
            label = f"{first} ({copies[first] + 1})"
        found[label] = None
    return list(found)


def _label(name: str) -> str:
    printable = "".join(letter if letter.isprintable() else "�" for letter in name[-_LONGEST:].replace("\\", "/"))
    steps = [step.rstrip("!") for step in printable.split("/")]
    return "/".join(step for step in steps if step not in ("", ".", ".."))


def _file(number: int, name: str) -> str:
    """Name a file that is laid out; of its own name it keeps a plain suffix, which some formats are told by."""
    suffix = PurePosixPath(_label(name)).suffix.lower()
    return f"{number}{suffix if suffix[1:].isalnum() and suffix.isascii() and len(suffix) <= _LONGEST_SUFFIX else ''}"


def brought_out(source: Source, path: Path, label: str, directory: Path) -> Path:
    """Lay out one thing inside a file, by its label. Raises Damaged where the file holds none of this label."""
    inside = Unpacking(directory, 0)
    directory.mkdir()
    list(inside.of(source, path))
    for known, file in laid_out(inside.folder, {FOLDER: inside.names}):
        if known == label:
            return file
    raise Damaged(f"it holds no {label} any more")
