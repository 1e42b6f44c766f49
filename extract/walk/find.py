"""Every file below the given paths, in the order of their bytes; what cannot be read is yielded with a reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SPECIAL = (
    (stat.S_ISLNK, "a symbolic link, not followed"),
    (stat.S_ISFIFO, "a named pipe, not a file"),
    (stat.S_ISSOCK, "a socket, not a file"),
    (stat.S_ISBLK, "a device, not a file"),
    (stat.S_ISCHR, "a device, not a file"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the dump. ``root`` is the given path it was found under (the folder, for a file given itself).

    ``status``: ``ok``, ``skipped`` or ``unreadable``; the latter two with a reason. Names that are not valid in
    the file system's encoding survive as surrogates: ``os.fsencode(path)`` gives the exact bytes back.
    """

    path: Path
    root: Path
    size: int = 0
    mtime_ns: int = 0
    status: str = "ok"
    reason: str = ""


def find(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Found]:
    """Yield every file below the paths once, sorted by the bytes of its path."""
    for path in outermost(Path(os.path.abspath(p)) for p in paths):
        yield from given(path)


def outermost(paths: Iterable[Path]) -> list[Path]:
    """Sort the given paths and leave out those that lie below another: their files come from there."""
    roots: list[Path] = []
    for path in sorted(set(paths), key=tree_key):
        if not any(root in path.parents and root.is_dir() for root in roots):
            roots.append(path)
    return roots


def tree_key(path: Path) -> tuple[bytes, ...]:
    """Sort a folder directly before what lies below it."""
    return tuple(os.fsencode(part) for part in path.parts)


def given(path: Path) -> Iterator[Found]:
    """Look at a path the user named. A link given by name is meant, so it is followed."""
    try:
        info = path.stat()
    except OSError as error:
        yield Found(path, path.parent, status="unreadable", reason=reason_of(error))
        return
    if stat.S_ISDIR(info.st_mode):
        yield from below(path, path)
    else:
        yield judged(path, path.parent, info)


def below(folder: Path, root: Path) -> Iterator[Found]:
    """Walk a folder. Folders sort as if their name ended in a slash, so that the whole walk is sorted by path bytes."""
    try:
        with os.scandir(folder) as entries:
            names = sorted((os.fsencode(e.name) + b"/" * e.is_dir(follow_symlinks=False), e.name) for e in entries)
    except OSError as error:
        yield Found(folder, root, status="unreadable", reason=f"folder: {reason_of(error)}")
        return
    for key, name in names:
        if key.endswith(b"/"):
            yield from below(folder / name, root)
        else:
            yield looked_at(folder / name, root)


def looked_at(path: Path, root: Path) -> Found:
    """Judge one entry of a folder without following it."""
    try:
        return judged(path, root, path.lstat())
    except OSError as error:
        return Found(path, root, status="unreadable", reason=reason_of(error))


def judged(path: Path, root: Path, info: os.stat_result) -> Found:
    """Tell a file to read from what is none or may not be opened."""
    for is_special, reason in SPECIAL:
        if is_special(info.st_mode):
            return Found(path, root, 0, info.st_mtime_ns, "skipped", reason)
    if not os.access(path, os.R_OK):
        return Found(path, root, info.st_size, info.st_mtime_ns, "unreadable", "no permission to read it")
    return Found(path, root, info.st_size, info.st_mtime_ns)


def reason_of(error: OSError) -> str:
    """Say in words why the system refused."""
    return (error.strerror or str(error)).lower()
