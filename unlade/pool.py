"""The pool: workers that can be killed, and a file that breaks one costs only itself.

The standard pools lose their queue when a worker dies; this one gives each worker one task at a time over a pipe, so
a death names its task. The parent starts no thread and parses nothing.
"""

from __future__ import annotations

import os
import selectors
import subprocess
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import IO

from unlade import interpreter
from unlade.outcome import Outcome, gone, judge
from unlade.task import End, Task

# Threads of numeric libraries would not survive the fork.
_SINGLE_THREADED = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


class PoolBroken(Exception):
    """Workers cannot be started at all."""


class Pool:
    """Up to ``workers`` processes for the tasks of one command. ``module`` is what a worker runs."""

    def __init__(self, workers: int, *, warm: bool = True, module: str = "unlade.worker") -> None:
        self._limit = max(1, workers)
        self._command = interpreter.command(module, *(["warm"] if warm else []))
        self._selector = selectors.DefaultSelector()
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._again: deque[Task] = deque()
        self._once: list[Task] = []
        self._draining = False

    def __enter__(self) -> Pool:
        """Start nothing yet: workers come with the tasks."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End all workers and, through them, their children."""
        self.close()

    def drain(self) -> None:
        """Take up no further task; those in work are finished."""
        self._draining = True

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Give each task with its outcome, in the order in which they end."""
        coming = iter(tasks)
        while True:
            self._feed(coming)
            if not self._busy:
                return
            for worker in self._answering():
                outcome = self._settle(worker)
                if outcome is not None:
                    yield worker.task, outcome

    def close(self) -> None:
        """End all workers at once, with what they have in work."""
        for worker in [*self._idle, *self._busy]:
            worker.end()
        self._idle.clear()
        self._busy.clear()
        self._selector.close()

    def _feed(self, coming: Iterator[Task]) -> None:
        while len(self._busy) < self._limit:
            task = self._next(coming)
            if task is None:
                return
            worker = self._idle.pop() if self._idle else _Worker(self._command)
            self._selector.register(worker.answers, selectors.EVENT_READ, worker)
            self._busy.add(worker)
            worker.give(task)

    def _next(self, coming: Iterator[Task]) -> Task | None:
        if self._again:
            return self._again.popleft()
        return None if self._draining else next(coming, None)

    def _answering(self) -> list[_Worker]:
        return [key.data for key, _ in self._selector.select() if key.data.spoke_up()]

    def _settle(self, worker: _Worker) -> Outcome | None:
        """Take a worker's answer; a worker that died is replaced and its task tried once more."""
        self._selector.unregister(worker.answers)
        self._busy.discard(worker)
        end = worker.answer()
        if end is not None:
            self._idle.append(worker)
            return judge(worker.task, end)
        worker.end()
        if worker.task in self._once:
            return gone()
        self._once.append(worker.task)
        self._again.append(worker.task)
        return None


class _Worker:
    """One worker process and the task it has in hand."""

    task: Task

    def __init__(self, command: list[str]) -> None:
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - closed by end()
        self._ready = False
        self._said = b""
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._words,
            env=interpreter.environment(**_SINGLE_THREADED),
            start_new_session=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._tasks: IO[bytes] = self._process.stdin
        self.answers: IO[bytes] = self._process.stdout

    def give(self, task: Task) -> None:
        self.task = task
        with suppress(BrokenPipeError):  # a dead worker is noticed where its answer is awaited
            self._tasks.write(task.encode().encode())
            self._tasks.flush()

    def spoke_up(self) -> bool:
        """Take in what it says; tell whether it answered or is gone.

        Nothing may wait in a buffer unseen: a quick worker says that it is ready and what became of its task at once.
        """
        piece = os.read(self.answers.fileno(), 65536)
        self._said += piece
        if not self._ready:
            self._take_word_of_readiness(is_all=not piece)
        return not piece or b"\n" in self._said

    def _take_word_of_readiness(self, *, is_all: bool) -> None:
        word, newline, rest = self._said.partition(b"\n")
        if not newline and not is_all:
            return
        if word != b"ready":
            raise PoolBroken(self._last_words())
        self._ready, self._said = True, rest

    def answer(self) -> End | None:
        """Tell how the task ended; None when the worker itself is gone."""
        line, newline, self._said = self._said.partition(b"\n")
        return End.decode(line.decode()) if newline else None

    def end(self) -> None:
        self._process.terminate()
        with suppress(BrokenPipeError):
            self._tasks.close()
        self.answers.close()
        try:
            self._process.wait(2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._words.close()

    def _last_words(self) -> str:
        self._words.seek(0)
        return self._words.read()[-4000:].decode("utf-8", "replace")
