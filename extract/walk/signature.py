"""The first bytes of kinds of files."""

from __future__ import annotations

import struct

# (offset, bytes, kind). "zip" and "ole" are containers, to be looked into.
SIGNATURES = (
    (0, b"PK\x03\x04", "zip"),
    (0, b"PK\x05\x06", "zip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (0, b"\x89PNG\r\n\x1a\n", "image"),
    (0, b"\xff\xd8\xff", "image"),
    (0, b"GIF8", "image"),
    (0, b"BM", "image"),
    (0, b"II*\x00", "image"),
    (0, b"MM\x00*", "image"),
    (8, b"WEBP", "image"),
    (4, b"ftypheic", "image"),
    (0, b"\x00\x00\x00\x0cjP  ", "image"),
    (0, b"AT&TFORM", "djvu"),
    (0, b"\x1f\x8b", "archive"),
    (0, b"BZh", "archive"),
    (0, b"\xfd7zXZ\x00", "archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "archive"),
    (0, b"Rar!\x1a\x07", "archive"),
    (0, b"\x28\xb5\x2f\xfd", "archive"),
    (257, b"ustar", "archive"),
    (0, b"MSCF", "archive"),
    (0, b"!BDN", "mail"),
    (0, b"{\\rtf", "rtf"),
    (0, b"SQLite format 3\x00", "sqlite"),
    (0, b"\x7fELF", "program"),
    (0, b"MZ", "program"),
    (0, b"%!PS", "postscript"),
    (4, b"ftyp", "media"),
    (0, b"RIFF", "media"),
    (0, b"ID3", "media"),
    (0, b"OggS", "media"),
    (0, b"\x09\x08\x10\x00", "xls"),
    (0, b"\x09\x08\x08\x00", "xls"),
    (0, b"\x09\x04\x06\x00", "xls"),
    (0, b"\x09\x02\x06\x00", "xls"),
    (0, b"\x09\x00\x04\x00", "xls"),
)
PDF_WITHIN = 1024
DBF_VERSIONS = frozenset((0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0x8C, 0xCB, 0xF5, 0xFB))


def signature_kind(head: bytes) -> str | None:
    """Look a file's first bytes up."""
    if b"%PDF-" in head[:PDF_WITHIN]:
        return "pdf"
    for offset, magic, kind in SIGNATURES:
        if head.startswith(magic, offset):
            return kind
    return None


def is_dbf(head: bytes, size: int) -> bool:
    """Recognise a dBASE table by the arithmetic of its header, since its first byte alone says little."""
    if len(head) < 65 or head[0] not in DBF_VERSIONS:
        return False
    month, day = head[2], head[3]
    count, header, record = struct.unpack_from("<IHH", head, 4)
    if month > 12 or day > 31 or header < 65 or record < 2 or header > size:
        return False
    return (header - 1) % 32 in (0, 8) or header + count * record in (size, size - 1)
