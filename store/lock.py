"""One writer a case: an flock on a file beside it, which the kernel releases however the holder ends."""

from __future__ import annotations

import fcntl
import os
import socket
from contextlib import suppress
from pathlib import Path
from typing import Self

from store.errors import CaseInUse, CaseUnwritable


class Lock:
    """Hold ``<case>.lock``, which goes when it is released.

    Only the holder removes it, and whoever gets hold of it looks whether it is still the file of that name: one who
    had opened it just before it was removed would otherwise hold a file that nobody else sees.
    """

    def __init__(self, case: Path) -> None:
        self.path = case.with_name(case.name + ".lock")
        self._file = self._opened()
        while not self._taken(case):
            self._file = self._opened()
        self._sign()

    def _opened(self) -> int:
        try:
            return os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise CaseUnwritable(f"{self.path}: {error.strerror}") from error

    def _taken(self, case: Path) -> bool:
        """Lock the open file; False, and closed, if its last holder has removed it meanwhile."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(self._file, 200, 0).decode(errors="replace").strip()
            os.close(self._file)
            raise CaseInUse(f"{case} is being written by {holder or 'another process'}") from error
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(self._file), self.path.stat()):
                return True
        os.close(self._file)
        return False

    def _sign(self) -> None:
        with suppress(OSError):  # who holds it is told as a courtesy; on a full disk the lock holds without
            os.ftruncate(self._file, 0)
            os.pwrite(self._file, f"process {os.getpid()} on {socket.gethostname()}\n".encode(), 0)

    def release(self) -> None:
        """Let the next one in."""
        with suppress(OSError):  # a folder that was closed to us meanwhile: the file holds nobody up
            self.path.unlink()
        os.close(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
