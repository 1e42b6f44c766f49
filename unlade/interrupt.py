"""Ctrl-C: once finishes the files in work, twice stops at once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from unlade.terminal import say


@contextmanager
def interruptible(drain: Callable[[], None]) -> Iterator[list[int]]:
    """Call ``drain`` at the first interrupt, raise KeyboardInterrupt at the second. Gives the list of what came."""
    came: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        came.append(number)
        if len(came) > 1:
            raise KeyboardInterrupt
        drain()
        say("Finishing the files in work; Ctrl-C again stops at once.")

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield came
    finally:
        signal.signal(signal.SIGINT, before)
