"""A worker: a warm interpreter that forks one child per task and reports how each one ended.

It is started afresh (``python -m unlade.worker``), never forked from the parent, so it holds none of the parent's
files and no handle of a database. Tasks come as JSON lines on stdin, ends go as JSON lines to stdout.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import FrameType

from unlade import child
from unlade.jobs import JOBS
from unlade.salvage import take_over, to_read_again
from unlade.task import End, Task
from unlade.warm import warm
from unlade.watch import Orphaned, Watch, kill_group


def main(jobs: Mapping[str, str] = JOBS) -> None:
    """Serve tasks until stdin closes; with the argument ``warm`` load first what most files need."""
    if "warm" in sys.argv[1:]:
        warm()
    print("ready", flush=True)
    with suppress(Orphaned):
        while line := _read_line():
            print(_serve(Task.decode(line), jobs).encode(), end="", flush=True)


def _read_line() -> str:
    """Read one task, unbuffered: while a child is watched, anything on stdin means that the parent is gone."""
    line = bytearray()
    while not line.endswith(b"\n"):
        piece = os.read(0, 65536)
        if not piece:
            return ""
        line += piece
    return line.decode()


def _serve(task: Task, jobs: Mapping[str, str]) -> End:
    end = _watched(task, jobs)
    if again := to_read_again(task):
        take_over(task, again, _watched(again, jobs))
    return end


def _watched(task: Task, jobs: Mapping[str, str]) -> End:
    hear, heart = os.pipe()
    os.set_blocking(heart, True)
    pid = os.fork()
    if pid == 0:
        child.run(task, jobs, heart)
    os.close(heart)
    _end_child_with_me(pid)
    try:
        return Watch(pid, hear, 0, task.limits).to_the_end(Path(task.directory) / "stderr")
    finally:
        os.close(hear)


def _end_child_with_me(pid: int) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        kill_group(pid)
        os._exit(143)

    signal.signal(signal.SIGTERM, stop)


if __name__ == "__main__":
    main()
