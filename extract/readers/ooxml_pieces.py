"""The XML of a package's part as text, cut behind whole elements: for lists too long for a parser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeVar

from extract.readers.ooxml_package import BLOCK, Package

T = TypeVar("T")
MOST = 8 << 20
"""No element that is written as usual is longer."""


class Unusual(Exception):
    """XML may be written so, but no spreadsheet program does: a parser must read it."""


def or_parsed(quick: Iterator[T], parsed: Callable[[], Iterator[T]]) -> Iterator[T]:
    """Yield what the quick way gives; where that finds something unusual, the parser goes on behind it."""
    done = 0
    try:
        for one in quick:
            yield one
            done += 1
    except Unusual:
        yield from islice(parsed(), done, None)


def pieces(package: Package, name: str, opening: bytes, closing: bytes, end: bytes) -> Iterator[str]:
    """Yield text that holds whole elements only, from the first to the last before ``end``.

    Raises Unusual where cutting is not safe, and where the end is missing.
    """
    blocks = package.blocks(name)
    rest = _from_first(blocks, opening, end)
    while rest and end not in rest[-len(end) - BLOCK :]:
        if b"<!" in rest or len(rest) > MOST:
            raise Unusual
        cut = rest.rfind(closing) + len(closing)
        if cut >= len(closing):
            yield _text(rest[:cut])
            rest = rest[cut:]
        block = next(blocks, b"")
        if not block:
            raise Unusual
        rest += block
    yield _text(rest[: rest.find(end)])


def _from_first(blocks: Iterator[bytes], opening: bytes, end: bytes) -> bytes:
    """Read up to the first element, or to the end of an empty list."""
    head = b""
    for block in blocks:
        head += block
        if b"<!" in head or (b"encoding=" in head and b"utf-8" not in head[:200].lower()) or b"\0" in head:
            raise Unusual
        if (start := head.find(opening)) >= 0 or (start := head.find(end)) >= 0:
            return head[start:]
        if len(head) > MOST:
            raise Unusual
    if head:
        raise Unusual
    return b""


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Unusual from None
