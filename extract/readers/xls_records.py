"""The records of a BIFF stream, and the strings in them: what XLS is made of."""

from __future__ import annotations

import struct
from collections.abc import Iterator

BOF, EOF, CONTINUE = 0x809, 0x0A, 0x3C
BIFF8 = 0x600
WIDE, PHONETIC, RICH = 1, 4, 8
CODE_PAGES = {1200: "utf-16-le", 10000: "mac-roman", 10007: "mac-cyrillic", 32768: "mac-roman", 32769: "cp1252"}

Record = tuple[int, int, int]
"""Its type, where its data begin, how long they are."""

_HEAD = struct.Struct("<HH")


def records(data: bytes, at: int = 0) -> Iterator[Record]:
    """Yield the records from a place on, as far as they are whole."""
    while at + 4 <= len(data):
        kind, length = _HEAD.unpack_from(data, at)
        if at + 4 + length > len(data):
            return
        yield kind, at + 4, length
        at += 4 + length


def substream(data: bytes, at: int) -> Iterator[Record]:
    """Yield the records of the sheet that begins at a place; those of charts inside it are left out."""
    depth = 0
    for record in records(data, at):
        if record[0] == BOF:
            depth += 1
        elif record[0] == EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield record


def code_page(number: int) -> str:
    """Name the encoding of a code page."""
    return CODE_PAGES.get(number, f"cp{number}")


class Strings:
    """Reads strings as the version of the book writes them: bytes of a code page, or Unicode."""

    def __init__(self, version: int, encoding: str) -> None:
        self.is_unicode = version >= BIFF8
        self.encoding = encoding

    def short(self, data: bytes, at: int) -> str:
        """Read a string whose length is one byte."""
        return self._chars(data, at + 1, data[at])

    def long(self, data: bytes, at: int) -> str:
        """Read a string whose length is two bytes."""
        return self._chars(data, at + 2, int.from_bytes(data[at : at + 2], "little"))

    def _chars(self, data: bytes, at: int, count: int) -> str:
        if not self.is_unicode:
            return decoded(data[at : at + count], self.encoding)
        flags, at = data[at], at + 1
        at += 2 * bool(flags & RICH) + 4 * bool(flags & PHONETIC)
        return data[at : at + 2 * count].decode("utf-16-le", "replace") if flags & WIDE else latin(data, at, count)


def decoded(data: bytes, encoding: str) -> str:
    """Decode the bytes of a code page, even of one that Python does not know."""
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode("latin-1")


def latin(data: bytes, at: int, count: int) -> str:
    """Read characters whose upper byte was left out."""
    return data[at : at + count].decode("latin-1")


class Shared:
    """The table of shared strings, which goes on over several records; a string may break at any character."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces
        self.piece = 0
        self.at = 0

    def strings(self) -> Iterator[str]:
        """Yield the strings, as far as they go."""
        self.at = 8
        while self._there(3):
            yield self._string()

    def _there(self, size: int) -> bool:
        """Go on to the next piece where this one is used up; tell whether there is more."""
        if self.piece < len(self.pieces) and self.at >= len(self.pieces[self.piece]):
            self.piece, self.at = self.piece + 1, 0
        return self.piece < len(self.pieces) and self.at + size <= len(self.pieces[self.piece])

    def _take(self, size: int) -> bytes:
        self._there(0)
        if self.piece >= len(self.pieces):
            return b""
        taken = self.pieces[self.piece][self.at : self.at + size]
        self.at += len(taken)
        return taken

    def _number(self, size: int) -> int:
        return int.from_bytes(self._take(size), "little")

    def _string(self) -> str:
        count, flags = self._number(2), self._number(1)
        runs = self._number(2) if flags & RICH else 0
        phonetic = self._number(4) if flags & PHONETIC else 0
        text = self._chars(count, flags)
        self._skip(4 * runs + phonetic)
        return text

    def _chars(self, count: int, flags: int) -> str:
        parts: list[str] = []
        while count > 0:
            if parts:
                flags = self._number(1)
            width = 2 if flags & WIDE else 1
            taken = self._take(count * width)
            if not taken:
                break
            parts.append(taken.decode("utf-16-le" if width == 2 else "latin-1", "replace"))
            count -= len(taken) // width
        return "".join(parts)

    def _skip(self, size: int) -> None:
        while size > 0 and (taken := self._take(size)):
            size -= len(taken)
