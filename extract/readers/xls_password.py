"""Books of Excel 5 under a password: their bytes are only mixed with it (XOR). Later books are opened elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from extract.readers.passwords import candidates
from extract.readers.xls_records import BOF, records

PASSWORD, INTERFACE, SHEET = 0x2F, 0xE1, 0x85
OPEN_BYTES = {BOF: 1 << 16, PASSWORD: 1 << 16, INTERFACE: 1 << 16, SHEET: 4}
"""How many bytes at the begin of a record are never mixed."""
LONGEST = 15
PERIOD = 16


def unmixed(data: bytes, at: int) -> bytes | None:
    """Give the stream as it was before its password, whose record is at a place; None where no password fits."""
    from msoffcrypto.method.xor_obfuscation import DocumentXOR

    check = int.from_bytes(data[at + 2 : at + 4], "little")
    for word in candidates():
        if 0 < len(word) <= LONGEST and word.isascii() and DocumentXOR.verifypw(word, check):
            return b"".join(_records(data, DocumentXOR.create_xor_array_method1(word)))
    return None


def _records(data: bytes, key: list[int]) -> Iterator[bytes]:
    end = 0
    for kind, at, length in records(data):
        first = min(at + OPEN_BYTES.get(kind, 0), at + length)
        mixed = enumerate(data[first : at + length], start=first + length)
        yield data[at - 4 : first] + bytes(_rotated(byte ^ key[place % PERIOD]) for place, byte in mixed)
        end = at + length
    yield data[end:]


def _rotated(byte: int) -> int:
    """Turn the bits of a byte by three."""
    return (byte << 3 | byte >> 5) & 0xFF
