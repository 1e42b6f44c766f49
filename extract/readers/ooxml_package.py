"""An OOXML package read in bounded steps: no part inflates past a limit, damage ends a part and not the whole."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Literal
from xml.etree import ElementTree

from extract.errors import Damaged, LimitExceeded

PART_LIMIT = 8 << 30
PARTS_LIMIT = 20_000
BLOCK = 1 << 18
# A part in an encoding that Python does not know is a LookupError.
BROKEN = (ElementTree.ParseError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, LookupError, ValueError)

Event = tuple[str, ElementTree.Element]


class Package:
    """The parts of a package by name, whatever case and slashes it was written with."""

    def __init__(self, path: Path) -> None:
        try:
            self.zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Damaged(f"the file is damaged: {error}") from error
        self.parts = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in self.zip.infolist()}
        if len(self.parts) > PARTS_LIMIT:
            raise LimitExceeded(f"the file holds more than {PARTS_LIMIT} parts")
        self.damaged: list[str] = []

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.zip.close()

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.parts

    def size(self, name: str) -> int:
        """Give the declared length of a part."""
        return self.parts[name.lower()].file_size

    def events(self, name: str, *kinds: Literal["start", "end"]) -> Iterator[Event]:
        """Parse a part step by step; what is broken in it is noted and ends it. Nothing for a missing part."""
        if name in self:
            with self.noting(name), self.opened(name) as part:
                yield from ElementTree.iterparse(Bounded(part, name), kinds)

    def blocks(self, name: str) -> Iterator[bytes]:
        """Give the bytes of a part block by block; damage is noted and ends it. Nothing for a missing part."""
        if name in self:
            with self.noting(name), self.opened(name) as part:
                bounded = Bounded(part, name)
                while block := bounded.read(BLOCK):
                    yield block

    def opened(self, name: str) -> IO[bytes]:
        """Open a part."""
        return self.zip.open(self.parts[name.lower()])

    @contextmanager
    def noting(self, name: str) -> Iterator[None]:
        """Note what turns out to be broken in a part."""
        try:
            yield
        except BROKEN as error:
            self.damaged.append(f"{posixpath.basename(name)}: {error}")


class Bounded:
    """A file that refuses to be longer than a part may be."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self.file = file
        self.name = name
        self.left = PART_LIMIT

    def read(self, size: int = -1) -> bytes:
        """Read on, within the limit."""
        data = self.file.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise LimitExceeded(f"{self.name} inflates past {PART_LIMIT >> 30} GiB")
        return data


def local(element: ElementTree.Element) -> str:
    """Give an element's name without its namespace, which differs between editions of the standard."""
    return element.tag.rpartition("}")[2]
