"""What a file is, told by its content: signatures first, then the inside of containers, then the look of its text."""

from __future__ import annotations

import os
from pathlib import Path

from extract.walk.container import ole_kind, zip_kind
from extract.walk.prose import text_kind
from extract.walk.signature import is_dbf, signature_kind

HEAD = 65_536


def sniff(path: str | os.PathLike[str]) -> str:
    """Name the kind of a file, ``unknown`` if nothing fits. OSError if it cannot be opened."""
    with open(path, "rb") as file:
        head = file.read(HEAD)
    if not head:
        return "empty"
    kind = signature_kind(head)
    if kind == "zip":
        return zip_kind(Path(path))
    if kind == "ole":
        return ole_kind(Path(path))
    if kind is not None:
        return kind
    if is_dbf(head, os.path.getsize(path)):
        return "dbf"
    return text_kind(head, Path(path).suffix) or guess(Path(path)) or "unknown"


def guess(path: Path) -> str | None:
    """Ask puremagic about what our own table does not know."""
    import puremagic

    try:
        matches = puremagic.magic_file(str(path))
    except (puremagic.PureError, ValueError, OSError):
        return None
    mime = matches[0].mime_type if matches and matches[0].confidence >= 0.5 else ""
    return next(
        (
            kind
            for prefix, kind in (("image/", "image"), ("audio/", "media"), ("video/", "media"))
            if mime.startswith(prefix)
        ),
        None,
    )
