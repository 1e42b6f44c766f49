"""A text file as lines, in constant memory, with what went wrong on the way counted.

Read in blocks: looking for damage costs a block once, not each line. A line longer than any is handed on in pieces.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from extract.model import Issue, Place, Source
from extract.text import HOLES, Encoding, Mender, detect_encoding, misread_as, words_of_a_private_font

SAMPLE = 1 << 18
TELLING = 4_000
"""So many bytes beyond ASCII decide an encoding; with fewer the whole file is looked through for more."""
BLOCK = 1 << 17
"""So small that what is made of it is still at hand when it is looked at."""
LONGEST = 1 << 20
CUTS = " ;,\t|"
ASCII = bytes(range(128))

# Ends of lines that Python does not take for one, most telling first.
ODD_ENDS = ("\r\r\n", "\n\r", "\x85", "\u2028", "\x1e")
# Signs at which str.splitlines cuts, though they may stand inside a cell.
NO_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


class Decoded:
    """Iterate over the lines of a text whose encoding is decided by evidence."""

    def __init__(self, path: Path) -> None:
        self.path = path
        start, telling = evidence(path)
        self.encoding: Encoding = detect_encoding(telling)
        name = self.encoding.name
        page = misread_as(telling.decode(name, errors=HOLES))
        self.mend = Mender(page) if page else None
        self.errors = HOLES if page else "replace"
        self.file: BinaryIO = path.open("rb")
        sample = start.decode(name, errors="replace").lstrip("\ufeff")
        self.odd_end = odd_end_of(sample)
        self.size = 0
        self.nuls = Found()
        self.undecodable = Found()
        self.cut = Found()
        self.start = self._mended(self._cleaned(sample.replace("\0", "")))

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
        return (line for piece in self.pieces() for line in split(piece))

    def pieces(self) -> Iterator[str]:
        """Yield the text in pieces of whole lines, which cost less than lines. The last may lack its end."""
        rest = ""
        for block in self._blocks():
            text = rest + block
            end = end_of_lines(text)
            whole, rest = text[:end], text[end:]
            if whole:
                yield self._mended(whole)
            if len(rest) >= LONGEST:
                bite, rest = bitten(rest)
                self.cut.add(1, self.size - 1)
                yield self._mended(bite)
        if rest:
            yield self._mended(rest)

    def _blocks(self) -> Iterator[str]:
        """Read block by block, none ending inside an odd end of a line."""
        rest = ""
        decoder = codecs.getincrementaldecoder(self.encoding.name)(self.errors)
        for data in chain(iter(lambda: self.file.read(BLOCK), b""), (b"",)):
            block = decoder.decode(data, final=not data)
            self._look_for("\ufffd", block, self.undecodable)
            if b"\0" in data:
                self._look_for("\0", block, self.nuls)
            self.size += len(block)
            block = rest + block
            end = len(block) - self._begun_end(block)
            yield self._cleaned(block[:end])
            rest = block[end:]
        yield self._cleaned(rest)

    def _begun_end(self, block: str) -> int:
        """Count the signs at the end of a block that may be the begin of an odd end."""
        sizes = range(len(self.odd_end) - 1, 0, -1)
        return next((size for size in sizes if block.endswith(self.odd_end[:size])), 0)

    def _look_for(self, sign: str, block: str, found: Found) -> None:
        """Count what is no text. A block seldom holds any, so the line is looked for only then."""
        if sign in block:
            found.add(block.count(sign), self.size + block.index(sign))

    def _cleaned(self, text: str) -> str:
        if self.nuls.count:  # to look for one again would cost as much as to find the lines
            text = text.replace("\0", "")
        return text.replace(self.odd_end, "\n") if self.odd_end else text

    def _mended(self, text: str) -> str:
        return self.mend(text) if self.mend else text

    def _said(self, found: Found, what: str) -> str:
        """Put into words what was found. Lines are counted only here: hardly any text is damaged."""
        at, line = found.first, 1
        with self.path.open(encoding=self.encoding.name, errors=self.errors, newline="") as again:
            while at and (block := again.read(min(at, BLOCK))):
                at -= len(block)
                line += block.count(self.odd_end or "\n") or block.count("\r")
        return f"{found.count} {what} (first in line {line})"

    @property
    def dialect(self) -> Mapping[str, str]:
        """Say which encoding was decided on, how surely and why."""
        found = self.encoding
        said = found.said
        if self.mend:
            said["misread_as"] = self.mend.page
        if self.odd_end:
            said["line_end"] = ascii(self.odd_end)[1:-1]
        return said

    def issues(self, source: Source) -> Iterator[Issue]:
        """Say what could not be read as text, and what is text only in part."""
        place = Place(source.sha256, 1)
        name = self.encoding.name
        if self.undecodable.count:
            yield Issue(
                place, "encoding", f"{self._said(self.undecodable, 'characters')} not valid {name}, or lost before"
            )
        if self.nuls.count:
            yield Issue(place, "nul", f"{self._said(self.nuls, 'NUL characters')} left out")
        if self.cut.count:
            message = f"{self._said(self.cut, 'times a line')} longer than {LONGEST:,} characters: read in pieces"
            yield Issue(place, "long_line", message)
        if self.mend:
            message = f"UTF-8 was taken for {self.mend.page} before this was saved: {self.mend.mended} words restored"
            yield Issue(place, "mojibake", f"{message}, {self.mend.left} left as they stand")
        words = words_of_a_private_font(self.start)
        if words:
            message = (
                f"letters of a local font stand as other signs, as in “{words[0]}” ({len(words)} words at the start)"
            )
            yield Issue(place, "broken_font", message)


class Found:
    """How often something was found, and at which character first."""

    __slots__ = ("count", "first")

    def __init__(self) -> None:
        self.count = 0
        self.first = 0

    def add(self, count: int, at: int) -> None:
        """Count it; ``at`` is the character where it stands."""
        self.first = self.first if self.count else at
        self.count += count


def split(text: str) -> list[str]:
    """Split at LF, CR and CRLF only; where no other sign is taken for an end of line, the quick way."""
    if any(sign in text for sign in NO_ENDS):
        return list(io.StringIO(text, newline=""))
    return text.splitlines(keepends=True)


def end_of_lines(text: str) -> int:
    """Tell where the last whole line ends; a CR at the very end may be half of a CRLF."""
    end = text.rfind("\n") + 1
    return text.rfind("\r", end, len(text) - 1) + 1 or end


def bitten(line: str) -> tuple[str, str]:
    """Cut a line that grows too long behind a blank or delimiter, if it has one."""
    cut = max(map(line.rfind, CUTS)) + 1 or len(line)
    return line[:cut], line[cut:]


def odd_end_of(sample: str) -> str:
    """Name the line end that Python knows not as one: where it is the rule, or the only one."""
    usual = sample.count("\n") + sample.count("\r")
    for end in ODD_ENDS:
        count = sample.count(end)
        if count >= 2 and count * len(end) >= 0.9 * (usual + (len(end) == 1) * count):
            return end
    return ""


def evidence(path: Path) -> tuple[bytes, bytes]:
    """Read the begin of a file, and lines enough beyond ASCII to tell its encoding by, wherever they stand."""
    with path.open("rb") as file:
        start = file.read(SAMPLE) + file.readline(SAMPLE)
        if b"\x1b" in start or b"\0" in start:
            return start, start
        telling, high = [start[: SAMPLE // 4] if start.isascii() else start], beyond_ascii(start)
        while high < TELLING and (block := file.read(SAMPLE)):
            if not block.isascii():
                block += file.readline(SAMPLE)
                high += beyond_ascii(block)
                telling += (line for line in block.splitlines(keepends=True) if not line.isascii())
    return start, b"".join(telling)


def beyond_ascii(block: bytes) -> int:
    """Count bytes that are no ASCII."""
    return 0 if block.isascii() else len(block.translate(None, ASCII))
