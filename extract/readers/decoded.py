"""A text file as lines without their ends, in constant memory, with what went wrong on the way counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TextIO

from extract.model import Issue, Place, Source
from extract.text import Encoding, detect_encoding

SAMPLE = 1 << 18
LONGEST = 1 << 20


class Decoded:
    """Iterate over the lines of a text whose encoding is decided by evidence."""

    def __init__(self, path: Path) -> None:
        sample = evidence(path)
        self.encoding: Encoding = detect_encoding(sample)
        self.start = sample.decode(self.encoding.name, errors="replace").lstrip("\ufeff")
        self.file: TextIO = path.open(encoding=self.encoding.name, errors="replace", newline="")
        self.endless = path.stat().st_size > LONGEST and b"\n" not in sample
        self.nuls = 0
        self.undecodable = 0

    def __enter__(self) -> Decoded:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.file.close()

    def __iter__(self) -> Iterator[str]:
        return (line.rstrip("\r\n") for line in self.lines())

    def lines(self) -> Iterator[str]:
        """Yield lines with their ends; NUL characters are left out and counted."""
        for line in bites(self.file) if self.endless else self.file:
            if "\ufffd" in line:
                self.undecodable += line.count("\ufffd")
            if "\0" in line:
                self.nuls += line.count("\0")
                yield line.replace("\0", "")
                continue
            yield line

    @property
    def dialect(self) -> Mapping[str, str]:
        """Say which encoding was decided on, how surely and why."""
        found = self.encoding
        return {"encoding": found.name, "confidence": f"{found.confidence:.2f}", "evidence": found.evidence}

    def issues(self, source: Source) -> Iterator[Issue]:
        """Say what could not be read as text."""
        place = Place(source.sha256, 1)
        if self.undecodable:
            yield Issue(place, "encoding", f"{self.undecodable} characters are not valid {self.encoding.name}")
        if self.nuls:
            yield Issue(place, "nul", f"{self.nuls} NUL characters were left out")


def bites(file: TextIO) -> Iterator[str]:
    """Yield a text that may have no line ends in bounded pieces, cut at blanks."""
    rest = ""
    for piece in iter(lambda: file.readline(LONGEST), ""):
        held = rest + piece
        cut = len(held) if held.endswith("\n") else held.rfind(" ") + 1 or len(held)
        yield held[:cut]
        rest = held[cut:]
    if rest:
        yield rest


def evidence(path: Path) -> bytes:
    """Read the begin of a file and, as long as that is plain ASCII, the first blocks that are not."""
    with path.open("rb") as file:
        start = file.read(SAMPLE)
        if not start.isascii() or b"\x1b" in start or b"\0" in start:
            return start
        for block in iter(lambda: file.read(SAMPLE), b""):
            if not block.isascii():
                return start[: SAMPLE // 4] + block
    return start
