"""Running text as parts: lines joined, cut where they grow past what one part should hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.model import Box, Part, PartKind, Place, Source

MOST = 1_000_000


def text_parts(
    source: Source, lines: Iterable[str], dialect: Mapping[str, str] | None = None, first: int = 1
) -> Iterator[Part]:
    """Make text parts of lines without their ends, of about a million characters each."""
    for number, chunk in enumerate(chunks(lines), start=first):
        yield text_part(source, number, chunk, dialect or {})


def chunks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Cut the lines into handfuls."""
    held: list[str] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line) + 1
        if size >= MOST:
            yield held
            held, size = [], 0
    if held:
        yield held


def text_part(source: Source, number: int, lines: Sequence[str], dialect: Mapping[str, str]) -> Part:
    """Make one part of whole lines."""
    extent = Box(0, 0, max((len(line) for line in lines), default=0), len(lines))
    return Part(Place(source.sha256, number, extent), PartKind.TEXT, text="\n".join(lines), dialect=dialect)
