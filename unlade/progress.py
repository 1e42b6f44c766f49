"""How far the run is: a bar on a terminal, else one plain line every few seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from unlade.terminal import clean, say

Step = Callable[[str], None]
"""Called with the name of each file that is taken up."""

_SECONDS = 5.0
_WIDTH = 40


@contextmanager
def progress(title: str, total: int) -> Iterator[Step]:
    """Show the way through ``total`` files."""
    if not sys.stderr.isatty():
        yield _lines(title, total)
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=total)
        yield lambda name: bar.update(task, advance=1, description=f"{title} {escape(clean(name)[-_WIDTH:])}")


def _lines(title: str, total: int) -> Step:
    done, told = 0, time.monotonic()

    def step(name: str) -> None:
        nonlocal done, told
        done += 1
        if time.monotonic() - told >= _SECONDS:
            told = time.monotonic()
            say(f"{title}: {done:,} of {total:,} files, now {name}")

    return step
