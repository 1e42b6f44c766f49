"""Name a file by its bytes, from one open descriptor, and notice when it changes under our hands."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ReadError

_BLOCK = 1024**2
# Neither follow a link that was swapped in after the walk, nor wait for a pipe that nobody fills.
_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK


class Unreadable(ReadError):
    """The file system refuses the file."""

    status = "unreadable"


class Changed(ReadError):
    """The file is no longer the one that was found."""

    status = "changed"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """``stamp`` is what the file system says of the file; it changes when somebody writes to it or swaps it."""

    sha256: str
    size: int
    stamp: tuple[int, ...]


def fingerprint(path: Path) -> Fingerprint:
    """Hash a file. Raise Unreadable or Changed."""
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        raise Unreadable(_why(error), "Are the rights and the disk in order? Then run again.") from error
    with open(descriptor, "rb", buffering=0) as file:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise Unreadable("It is not a file any more.", "Run again.")
        try:
            digest = _digest(file)
        except OSError as error:
            raise Unreadable(_why(error), "Is the disk in order? Then run again.") from error
        if _stamp(os.fstat(descriptor)) != _stamp(before):
            raise Changed("It was written to while it was read.", "Run again when nobody writes to it.")
    return Fingerprint(digest, before.st_size, _stamp(before))


def require_same(path: Path, stamp: tuple[int, ...]) -> None:
    """Raise Changed when the file is not the one of the stamp."""
    try:
        now = _stamp(path.lstat())
    except OSError as error:
        raise Changed("It vanished while it was read.", "Run again.") from error
    if now != tuple(stamp):
        raise Changed("It was written to while it was read.", "Run again when nobody writes to it.")


def _digest(file: object) -> str:
    hasher = hashlib.sha256()
    while block := file.read(_BLOCK):  # type: ignore[attr-defined]
        hasher.update(block)
    return hasher.hexdigest()


def _stamp(info: os.stat_result) -> tuple[int, ...]:
    return (info.st_dev, info.st_ino, info.st_size, info.st_mtime_ns)


def _why(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "It is a symbolic link now."
    return f"The system refuses it: {(error.strerror or str(error)).lower()}."
