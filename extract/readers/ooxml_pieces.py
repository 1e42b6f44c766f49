"""The XML of a package's part as text, cut behind whole elements: for lists too long for a parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import TypeVar

from extract.readers.ooxml_package import Package

T = TypeVar("T")
DECLARED = re.compile(rb"""^[^>]{0,100}encoding=["']([\w-]+)""")
MOST = 32 << 20
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


def pieces(
    package: Package,
    name: str,
    opening: bytes,
    closing: bytes,
    end: bytes,
    behind: Callable[[Iterator[bytes]], None] | None = None,
) -> Iterator[str]:
    """Yield text that holds whole elements only, from the first to the last before ``end``.

    ``behind`` is shown what follows the end. Raises Unusual where cutting is not safe, and where the end is missing.
    """
    blocks = package.blocks(name)
    rest = _from_first(blocks, opening, end)
    seen = 0
    while rest:
        stop = rest.find(end, seen)
        _require_usual(rest, seen, stop)
        if stop >= 0:
            yield _text(rest[:stop])
            if behind is not None:
                behind(chain([rest[stop:]], blocks))
            return
        cut = rest.rfind(closing, seen) + len(closing)
        if cut >= len(closing):
            yield _text(rest[:cut])
            rest = rest[cut:]
        seen = max(0, len(rest) - len(end))
        rest = _longer(rest, blocks)


def _from_first(blocks: Iterator[bytes], opening: bytes, end: bytes) -> bytes:
    """Read up to the first element, or to the end of an empty list; nothing of a missing part."""
    head = next(blocks, b"")
    if not head:
        return b""
    declared = DECLARED.search(head)
    if (declared and declared[1].lower() != b"utf-8") or b"\0" in head:
        raise Unusual
    seen = 0
    while True:
        start = next((at for mark in (opening, end) if (at := head.find(mark, seen)) >= 0), -1)
        _require_usual(head, seen, start)
        if start >= 0:
            return head[start:]
        seen = max(0, len(head) - len(end))
        head = _longer(head, blocks)


def _require_usual(text: bytes, start: int, stop: int) -> None:
    """Refuse comments, declarations and the like, in which anything may stand."""
    if text.find(b"<!", start, stop if stop >= 0 else len(text)) >= 0:
        raise Unusual


def _longer(text: bytes, blocks: Iterator[bytes]) -> bytes:
    """Put the next block behind; refuse what ends too soon or not at all."""
    block = next(blocks, b"")
    if not block or len(text) > MOST:
        raise Unusual
    return text + block


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Unusual from None
