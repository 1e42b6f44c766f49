"""Take CPU time of a call in a process of its own, so that a peer and unlade are measured the same way."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from benchmarks.memory import Watch

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system) and peak memory in MiB of a command with all its children, and what it printed."""

    cpu: float
    peak: float
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One line of the table that `make bench` prints."""

    title: str
    ours: float
    peer: float
    unit: str
    peer_name: str

    def __str__(self) -> str:
        """Print ours against the peer."""
        ratio = self.ours / self.peer if self.peer else float("nan")
        return (
            f"{self.title:44} {ratio:8.2f} x {self.peer_name}   ({self.ours:.2f} against {self.peer:.2f} {self.unit})"
        )


def cost(command: Sequence[str], codes: Sequence[int] = (0,)) -> Cost:
    """Run a command and take its cost. RuntimeError when it ends with another exit code."""
    with tempfile.TemporaryFile("w+") as printed, tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, cwd=ROOT, stdout=printed, stderr=errors)
        with Watch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
        told, complaint = _all_of(printed), _all_of(errors)
    if os.waitstatus_to_exitcode(status) not in codes:
        raise RuntimeError(f"{command[:6]} ended with {os.waitstatus_to_exitcode(status)}: {complaint[-500:]}")
    return Cost(usage.ru_utime + usage.ru_stime, max(watch.peak, usage.ru_maxrss / 1024), told)


def _all_of(file: IO[str]) -> str:
    file.seek(0)
    return file.read()


def python(code: str, *arguments: str) -> list[str]:
    """Give the command that runs a few lines of Python."""
    return [sys.executable, "-c", code, *arguments]


def python_module(name: str, *arguments: str) -> list[str]:
    """Give the command that runs a module of this tree."""
    return [sys.executable, "-m", name, *arguments]


def unlade(*arguments: str) -> list[str]:
    """Give the command that runs unlade."""
    return [sys.executable, "-m", "unlade", *arguments]


def median_cost(command: Sequence[str], rounds: int = 3, codes: Sequence[int] = (0,)) -> Cost:
    """Take the median of several rounds."""
    costs = [cost(command, codes) for _ in range(rounds)]
    return Cost(statistics.median(c.cpu for c in costs), max(c.peak for c in costs))
