"""The records of a binary part of an XLSB package, as they stream by."""

from __future__ import annotations

from collections.abc import Iterator

from extract.readers.ooxml_package import Package

MOST = 1 << 24
Record = tuple[int, bytes]
"""Its type and its data."""


def records(package: Package, part: str) -> Iterator[Record]:
    """Yield the records of a part, as far as they are whole. ValueError for one that claims to be endless."""
    held = b""
    for block in package.blocks(part):
        held += block
        at = 0
        while (whole := record_at(held, at)) is not None:
            kind, start, at = whole
            yield kind, held[start:at]
        held = held[at:]


def record_at(data: bytes, at: int) -> tuple[int, int, int] | None:
    """Give the type of a record, where its data begin and where it ends; None where it is not whole."""
    head = data[at : at + 6]
    if len(head) < 2:
        return None
    kind, used = head[0], 1
    if kind & 0x80:
        kind, used = kind & 0x7F | head[1] << 7, 2
    length = shift = 0
    for byte in head[used : used + 4]:
        length |= (byte & 0x7F) << shift
        shift += 7
        used += 1
        if not byte & 0x80:
            break
    else:
        if len(head) < 6:
            return None
    if length > MOST:
        raise ValueError(f"a record of {length} bytes")
    end = at + used + length
    return (kind, at + used, end) if end <= len(data) else None


def text_at(data: bytes, at: int) -> tuple[str, int]:
    """Read a string that is preceded by its length, and where it ends."""
    end = at + 4 + 2 * int.from_bytes(data[at : at + 4], "little")
    return data[at + 4 : end].decode("utf-16-le", "replace"), end
