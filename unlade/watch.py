"""Watch one child to its end: it must show signs of life and stay within its memory."""

from __future__ import annotations

import os
import resource
import select
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from unlade.limits import Limits
from unlade.task import End

_TICK = 0.05
_TAIL = 4000
_PAGE = resource.getpagesize()


class Orphaned(Exception):
    """The parent is gone; nobody waits for the child's result."""


class Watch:
    """The worker's eye on one child. ``heart`` is the read end of the child's pipe, ``parent`` the parent's pipe."""

    def __init__(self, pid: int, heart: int, parent: int, limits: Limits) -> None:
        self.pid = pid
        self.limits = limits
        self.started = self.heard = time.monotonic()
        self.peak = 0
        self.killed = ""
        self._heart: int | None = heart
        self._parent = parent

    def to_the_end(self, stderr: Path) -> End:
        """Wait for the child, ending it when it oversteps a limit."""
        while (ended := os.wait4(self.pid, os.WNOHANG))[0] == 0:
            self._listen()
            self._look()
        kill_group(self.pid)
        _, status, usage = ended
        return End(
            exit=os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
            killed=self.killed,
            peak_memory=max(self.peak, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)),
            seconds=round(time.monotonic() - self.started, 3),
            stderr=tail(stderr),
        )

    def _listen(self) -> None:
        """Sleep until the child beats, ends (its pipe closes), the parent is gone, or a tick is over."""
        if self._heart is None:
            time.sleep(_TICK / 10)
            return
        ready, _, _ = select.select([self._heart, self._parent], [], [], _TICK)
        if self._parent in ready:
            kill_group(self.pid)
            raise Orphaned
        if self._heart in ready:
            self._hear(os.read(self._heart, 4096))

    def _hear(self, beats: bytes) -> None:
        if beats:
            self.heard = time.monotonic()
        else:
            self._heart = None

    def _look(self) -> None:
        self.peak = max(self.peak, resident(self.pid))
        if self.killed:
            return
        if self.peak > self.limits.memory:
            self.killed = "memory"
        elif time.monotonic() - self.heard > self.limits.silence:
            self.killed = "silence"
        if self.killed:
            kill_group(self.pid)


def resident(pid: int) -> int:
    """Give the memory a process holds now; 0 where the system does not tell."""
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as statm:
            return int(statm.read().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def kill_group(pid: int) -> None:
    """End a child and all it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def tail(path: Path) -> str:
    """Give the last words of a log."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _TAIL))
            return file.read(_TAIL).decode("utf-8", "replace")
    except OSError:
        return ""
