"""Ask children about single files, without a case: read, try, show, plan and eval go this way."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from unlade.limits import Limits
from unlade.outcome import Outcome
from unlade.pool import Pool
from unlade.task import Task

T = TypeVar("T")
_WORTH_WARMING = 4


def ask(
    job: str, questions: Iterable[Mapping[str, Any]], workers: int, limits: Limits, passwords: tuple[str, ...] = ()
) -> Iterator[Outcome]:
    """Give the outcome of a job for each question, in the order of the questions."""
    asked = list(questions)
    with tempfile.TemporaryDirectory(prefix="unlade-") as folder:
        warm = len(asked) >= _WORTH_WARMING
        with Pool(min(workers, len(asked)), warm=warm) as pool:
            tasks = (_task(job, Path(folder) / str(n), question, limits) for n, question in enumerate(asked))
            answers = pool.run(replace(task, passwords=passwords) for task in tasks)
            yield from in_order((int(Path(task.directory).name), outcome) for task, outcome in answers)


def in_order(numbered: Iterable[tuple[int, T]]) -> Iterator[T]:
    """Put things that come numbered from 0 in any order back into their order."""
    waiting: dict[int, T] = {}
    due = 0
    for number, thing in numbered:
        waiting[number] = thing
        while due in waiting:
            yield waiting.pop(due)
            due += 1


def _task(job: str, directory: Path, question: Mapping[str, Any], limits: Limits) -> Task:
    directory.mkdir()
    path = Path(question.get("path", ""))
    return Task(job, question, str(directory), path.stat().st_size if path.is_file() else 0, limits)
