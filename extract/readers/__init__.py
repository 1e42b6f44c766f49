"""Bytes become parts. Readers bid for a file, the best bidder reads it.

To add a format, write a module with ``name``, ``claims`` and ``read`` (see ``contract``) and add it to ``READERS``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from extract.errors import Damaged, Encrypted, Unsupported
from extract.model import Issue, Part, Source
from extract.readers import dbf, delimited, docx, html, image, json_text, pdf, plain, spreadsheetml, workbook, xml
from extract.readers.contract import Head, Member, Reader
from extract.readers.decryption import unlocked
from extract.readers.hints import HINTS, OTHERWISE
from extract.readers.peek import Glance, peek

__all__ = ["READERS", "Glance", "Head", "Member", "Reader", "choose", "members", "peek", "read_parts"]

READERS: tuple[Reader, ...] = (pdf, workbook, delimited, json_text, plain, html, docx, dbf, spreadsheetml, xml, image)
HEAD = 65_536


def read_parts(source: Source, path: str | os.PathLike[str]) -> Iterator[Part | Issue]:
    """Read a file with the reader that bids most. Raises extract.errors.ReadError."""
    try:
        yield from choose(source, path).read(source, Path(path))
    except Encrypted as refusal:
        with unlocked(source, Path(path), refusal) as (inside, clear):
            yield from choose(inside, clear).read(inside, clear)


def members(source: Source, path: str | os.PathLike[str]) -> Iterator[Member]:
    """Yield the files inside a file, where its reader knows of any. Raises extract.errors.ReadError."""
    inside = getattr(choose(source, path), "members", None)
    if inside is not None:
        yield from inside(source, Path(path))


def choose(source: Source, path: str | os.PathLike[str]) -> Reader:
    """Give the reader that bids most for a file. Raises Unsupported where none bids."""
    head = look(source, Path(path))
    bids = [(reader.claims(head), reader) for reader in all_readers()]
    best, reader = max(bids, key=lambda bid: bid[0])
    if best <= 0:
        raise Unsupported(f"no reader for this kind of file ({source.kind})", HINTS.get(source.kind, OTHERWISE))
    return reader


def look(source: Source, path: Path) -> Head:
    """Read the first bytes, once for all bidders."""
    try:
        with path.open("rb") as file:
            return Head(path, source.kind, file.read(HEAD))
    except OSError as error:
        raise Damaged(f"cannot be opened: {(error.strerror or str(error)).lower()}") from error


@cache
def all_readers() -> Sequence[Reader]:
    """List our readers and those of installed packages."""
    return (*READERS, *(entry.load() for entry in entry_points(group="unlade.readers")))
