"""Office files under a password (ECMA-376 agile and standard, RC4, XOR): opened where one of the passwords fits."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from extract.errors import Encrypted
from extract.model import Source
from extract.readers.passwords import ASK, candidates

KINDS = (("word/", "docx"), ("xl/workbook.bin", "xlsb"), ("xl/", "xlsx"))
"""What a package turns out to be once it is open; from outside they look alike."""


@contextmanager
def unlocked(source: Source, path: Path, refusal: Encrypted) -> Iterator[tuple[Source, Path]]:
    """Write the clear file for a while, and tell what it is. Raises the refusal where no password fits."""
    with path.open("rb") as locked, tempfile.NamedTemporaryFile(suffix=path.suffix) as clear:
        if not decrypt(locked, clear):
            raise Encrypted(str(refusal), ASK) from refusal
        clear.flush()
        yield replace(source, kind=kind_of(Path(clear.name)) or source.kind), Path(clear.name)


def decrypt(locked: IO[bytes], clear: IO[bytes]) -> bool:
    """Try the passwords in turn; tell whether one opened the file."""
    import msoffcrypto
    from msoffcrypto.exceptions import FileFormatError

    try:
        file = msoffcrypto.OfficeFile(locked)
        return file.is_encrypted() and any(opens(file, word, clear) for word in candidates())
    except (FileFormatError, OSError):
        return False


def opens(file: Any, word: str, clear: IO[bytes]) -> bool:
    """Try one password."""
    try:
        file.load_key(password=word)
        file.decrypt(clear)
    except Exception:  # a wrong password shows itself in as many ways as there are ciphers
        clear.seek(0)
        clear.truncate()
        return False
    return clear.tell() > 0


def kind_of(path: Path) -> str:
    """Name the kind of an open package; empty for what is none."""
    if not zipfile.is_zipfile(path):
        return ""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
    return next((kind for start, kind in KINDS if any(name.startswith(start) for name in names)), "")
