"""The run: walk, read what is new, join the names, answer the questions.

A source is in the case with all it gave, or not at all; a run that was cut off is finished by running again. Where
nothing is new, nothing is written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import unlade
from extract.walk import Found
from store.case import Case
from unlade.asking import in_order
from unlade.intake import UNFINISHED, Intake
from unlade.interrupt import interruptible
from unlade.limits import Limits
from unlade.pool import Pool
from unlade.progress import Step, progress
from unlade.task import Task
from unlade.terminal import say
from unlade.workplace import workplace


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read. ``passwords`` are tried on protected files, ``module`` is what the workers run."""

    workers: int = 1
    limits: Limits = field(default_factory=Limits)
    passwords: tuple[str, ...] = ()
    module: str = "unlade.worker"


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended: how many files were new to it, and whether somebody stopped it."""

    new: int = 0
    interrupted: bool = False


def run(case: Case, founds: Iterable[Found], settings: Settings, arguments: str) -> Ending:
    """Bring the files that are new into the case."""
    founds = list(founds)
    with case.transaction():
        case.sources.look_again()
    return _work(case, [found for found in founds if _is_new(case, found)], settings, arguments, UNFINISHED)


def retry(case: Case, statuses: frozenset[str], settings: Settings, arguments: str) -> Ending:
    """Read the files of some statuses again."""
    with case.transaction():
        case.sources.look_again()
    return _work(case, list(_standing(case, statuses)), settings, arguments, statuses | UNFINISHED)


def _work(case: Case, new: Sequence[Found], settings: Settings, arguments: str, wanted: frozenset[str]) -> Ending:
    if not new and _is_finished(case):
        return Ending()
    number = case.begin_run(arguments, unlade.__version__)
    interrupted = _read(case, new, settings, number, wanted)
    if not interrupted:
        _derive(case)
    case.end_run(number, "interrupted" if interrupted else "done")
    return Ending(len(new), interrupted)


def _read(case: Case, new: Sequence[Found], settings: Settings, number: int, wanted: frozenset[str]) -> bool:
    """Read files in workers and take them in the order of the walk, so that rows have the same numbers every time."""
    with workplace(case.path, number) as work, Pool(settings.workers, module=settings.module) as pool:
        intake = Intake(case, number, work, settings.limits, wanted, settings.passwords)
        intake.take_left()
        with interruptible(pool.drain) as interrupted, progress("Reading", len(new)) as shown:
            _take(intake, pool, intake.tasks(_shown(new, shown)))
            while not interrupted and (inside := intake.tasks_inside()):
                _take(intake, pool, inside)
    return bool(interrupted)


def _take(intake: Intake, pool: Pool, tasks: Iterable[Task]) -> None:
    order: dict[str, int] = {}
    answers = ((order[task.directory], (task, outcome)) for task, outcome in pool.run(_numbered(tasks, order)))
    for task, outcome in in_order(answers):
        intake.take(task, outcome)


def _derive(case: Case) -> None:
    """Make anew what rests on all files together: entities, indexes, answers, and what Datasette is told of them."""
    from resolve import resolve
    from store import indexes, known_mentions, metadata, summary

    say("Joining names, answering questions.")
    indexes.build_of_records(case.db)
    with case.transaction():
        case.sources.drop_unlocated()
        known_mentions.forget(case.db)
        case.names.count()
        case.names.write_resolution(resolve(list(case.names.read()), case.names.decisions()))
    indexes.build(case.db)
    with case.transaction():
        known_mentions.mark(case.db)
    summary.build(case)
    metadata.write(case.path)


def _is_new(case: Case, found: Found) -> bool:
    path = os.path.relpath(found.path, found.root)
    root = case.sources.root(found.root)
    known = case.sources.known(root, path, found.size, found.mtime_ns)
    return known is None or known.status in UNFINISHED or case.sources.holds(root, path, UNFINISHED)


def _is_finished(case: Case) -> bool:
    """Tell whether the last run came to its end; one that was killed left entities and summaries behind the facts."""
    last = case.db.execute("SELECT outcome FROM run ORDER BY id DESC LIMIT 1").fetchone()
    return last is not None and last[0] == "done"


def _standing(case: Case, statuses: frozenset[str]) -> Iterator[Found]:
    """Find where the files of some statuses stand now."""
    for file in case.sources.files(*sorted(statuses)):
        for location in file.locations:
            if location.present:
                info = location.file.lstat()
                yield Found(location.file, Path(location.root), info.st_size, info.st_mtime_ns)
                break


def _shown(founds: Iterable[Found], shown: Step) -> Iterator[Found]:
    for found in founds:
        shown(found.path.name)
        yield found


def _numbered(tasks: Iterable[Task], order: dict[str, int]) -> Iterator[Task]:
    for task in tasks:
        order[task.directory] = len(order)
        yield task
