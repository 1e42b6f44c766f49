"""How far the run is: a bar on a terminal, else one plain line every few seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from unlade.terminal import clean, say

_SECONDS = 5.0


class Progress(Protocol):
    """Takes one step per file."""

    def step(self, name: str) -> None:
        """Count a file as done."""


@contextmanager
def progress(title: str, total: int) -> Iterator[Progress]:
    """Show the way through ``total`` files."""
    if not sys.stderr.isatty():
        yield _Lines(title, total)
        return
    from rich.console import Console
    from rich.progress import Progress as RichProgress

    with RichProgress(console=Console(stderr=True), transient=True) as bar:
        yield _Bar(bar, bar.add_task(title, total=total), title)


class _Bar:
    def __init__(self, bar: object, task: object, title: str) -> None:
        self._bar, self._task, self._title = bar, task, title

    def step(self, name: str) -> None:
        from rich.markup import escape

        text = f"{self._title} {escape(clean(name)[-40:])}"
        self._bar.update(self._task, advance=1, description=text)  # type: ignore[attr-defined]


class _Lines:
    def __init__(self, title: str, total: int) -> None:
        self._title, self._total = title, total
        self._done, self._told = 0, time.monotonic()

    def step(self, name: str) -> None:
        self._done += 1
        if time.monotonic() - self._told >= _SECONDS:
            self._told = time.monotonic()
            say(f"{self._title}: {self._done:,} of {self._total:,} files, now {name}")
