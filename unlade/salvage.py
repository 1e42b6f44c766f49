"""What a child that was killed or stumbled had read and not kept: a page still open, or waiting for a look at the next.

The worker reads the file once more, only as far as the child had come, and what that gives takes the place of what was
left. It costs the time of the pages before the damage, once, and only where a page would be lost.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from unlade.task import End, Task

SHARD = "shard.db"
STOP = "stop"
"""The argument of a task that ends after so many parts."""
_AGAIN = "again"
_REACHED = "reached"
_DIGITS = 20


class Reached:
    """A child's note of how far it came, for those who find it dead: parts read to their end, and parts kept."""

    def __init__(self, directory: Path) -> None:
        self._file = os.open(directory / _REACHED, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def read(self, parts: int) -> None:
        """Note that the reader has been asked for more than ``parts`` parts."""
        os.pwrite(self._file, b"%*d" % (_DIGITS, parts), 0)

    def kept(self, parts: int) -> None:
        """Note that ``parts`` parts survive a kill."""
        os.pwrite(self._file, b"%*d" % (_DIGITS, parts), _DIGITS)


def to_read_again(task: Task) -> Task | None:
    """Give the task that reads what its child had read and lost; None where there is nothing to gain."""
    read, kept = _reached(Path(task.directory) / _REACHED)
    if read <= kept:
        return None
    directory = Path(task.directory, _AGAIN)
    directory.mkdir()
    return replace(task, arguments={**task.arguments, STOP: read}, directory=str(directory))


def take_over(task: Task, again: Task, end: End) -> None:
    """Put what the second reading gave in the place of what the first one left, with its open journal."""
    shard = Path(again.directory, SHARD)
    if end.exit != 0 or not shard.is_file():
        return
    for left in Path(task.directory).glob(f"{SHARD}*"):
        left.unlink()
    shard.rename(Path(task.directory, SHARD))


def _reached(note: Path) -> tuple[int, int]:
    try:
        text = note.read_bytes()[: 2 * _DIGITS].decode("ascii", "replace")
    except OSError:
        return 0, 0
    numbers = [text[:_DIGITS].strip(), text[_DIGITS:].strip()]
    read, kept = (int(number) if number.isascii() and number.isdecimal() else 0 for number in numbers)
    return read, kept
