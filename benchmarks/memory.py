"""The memory of a process and all below it at once, looked at several times a second (Linux)."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

_PROC = Path("/proc")
_SHARE = re.compile(r"^Pss: +(\d+) kB", re.MULTILINE)
_PAUSE = 0.2


class Watch:
    """Keep the highest sum that was seen, in MiB; memory that processes share counts once."""

    def __init__(self, pid: int) -> None:
        self.peak = 0.0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_PAUSE):
            self.peak = max(self.peak, sum(map(_share, _tree(self._pid))) / 1024)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for listed in _PROC.glob(f"{pid}/task/*/children"):
        for child in _read(listed).split():
            yield from _tree(int(child))


def _share(pid: int) -> int:
    found = _SHARE.search(_read(_PROC / str(pid) / "smaps_rollup"))
    return int(found[1]) if found else 0


def _read(path: Path) -> str:
    """Read a file of a process that may be gone by now."""
    try:
        return path.read_text()
    except OSError:
        return ""
