"""The way of files into a case: which are new, what is to be done for them, what became of them.

While files are read the case is written here and nowhere else: a mark before the work, one transaction after it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import unlade
from extract.errors import ReadError
from extract.walk import Found
from store.case import Case
from store.errors import ShardRefused
from store.merge import merge, parts_of
from store.sources import INSIDE, Known
from store.sources import Outcome as Settled
from unlade.faults import log
from unlade.fingerprint import Fingerprint, fingerprint
from unlade.inside import FOLDER, laid_out
from unlade.limits import Limits
from unlade.outcome import Outcome
from unlade.salvage import SHARD
from unlade.settle import FINE, settle
from unlade.task import BadResult, Task, read_result

UNFINISHED = frozenset({"in_progress"})
_AGAIN = "Try it once more: unlade retry CASE."


@dataclass(frozen=True, slots=True)
class Standing:
    """Bytes and where they stand for the case: ``path`` is that below the root, also through the files around it."""

    file: Path
    root: int
    path: str
    mtime_ns: int = 0


@dataclass(slots=True)
class Intake:
    """Files on their way into ``case``. ``work`` holds one directory per file in work, named by its bytes.

    It is this run's own: a child of a killed run may live for a moment, and must not meet a child of the next one.
    ``wanted`` are the statuses of known files that are read again.
    """

    case: Case
    run: int
    work: Path
    limits: Limits
    wanted: frozenset[str] = UNFINISHED
    passwords: tuple[str, ...] = ()
    _scheduled: dict[str, int] = field(default_factory=dict)
    _inside: list[tuple[int, str, Path]] = field(default_factory=list)

    def tasks(self, founds: Iterable[Found]) -> Iterator[Task]:
        """Note each file in the case and give a task for those whose bytes are new."""
        for found in founds:
            task = self._task(found)
            if task is not None:
                yield task

    def tasks_inside(self) -> list[Task]:
        """Give tasks for the files inside those that were taken since, at every place where these stand."""
        inside, self._inside = self._inside, []
        standing = [
            Standing(file, root, f"{path}{INSIDE}{label}")
            for source, label, file in inside
            for root, path in self.case.sources.standing(source)
        ]
        return [task for each in standing if (task := self._schedule(each, fingerprint(each.file))) is not None]

    def take(self, task: Task, outcome: Outcome) -> None:
        """Take what a child gave into the case, with the status of its file, in one transaction."""
        directory = Path(task.directory)
        settled = self._take(self._scheduled[directory.name], directory, outcome)
        if outcome.log or settled.status not in FINE:
            log(self.case.path, f"{task.arguments['shown']}: {settled.status}: {settled.reason}\n{outcome.log}")
        shutil.rmtree(directory, ignore_errors=True)

    def take_left(self) -> None:
        """Take what killed runs had finished but not taken, and clear the rest of their work away."""
        for left in sorted(self.work.parent.iterdir()):
            if left == self.work:
                continue
            for directory in sorted(left.glob("*")):
                known = self.case.sources.find(directory.name)
                if known is not None and known.status in UNFINISHED:
                    self._take_whole(known, directory)
            shutil.rmtree(left, ignore_errors=True)

    def _take_whole(self, known: Known, directory: Path) -> None:
        try:
            result = read_result(directory / "result.json")
        except BadResult:
            return
        if result is not None and result.version == unlade.__version__:
            told = Outcome(result.status, result.message, result.hint, result.told, result.value)
            self._take(known.id, directory, told)

    def _take(self, source: int, directory: Path, outcome: Outcome) -> Settled:
        self._note_inside(source, directory, outcome)
        shard = directory / SHARD
        keep = shard.is_file() and outcome.status != "changed"
        try:
            settled = settle(outcome, 0 if outcome.status == "ok" or not keep else parts_of(shard))
            if keep:
                merge(self.case, shard, source, settled)
                return settled
        except (ShardRefused, sqlite3.IntegrityError) as error:
            settled = _without_shard(outcome, error)
        with self.case.transaction():
            self.case.sources.empty(source)
            self.case.sources.settle(source, settled)
        return settled

    def _note_inside(self, source: int, directory: Path, outcome: Outcome) -> None:
        """Note the files inside a source before it is settled: a run cut off between them opens it again."""
        kept = self.work / f"{directory.name}.{FOLDER}"
        if (directory / FOLDER).is_dir():
            (directory / FOLDER).rename(kept)
        with self.case.transaction():
            for root, path in self.case.sources.standing(source):
                self.case.sources.clear_inside(root, path)
                for label, file in laid_out(kept, outcome.value):
                    self._note_member(Standing(file, root, f"{path}{INSIDE}{label}"))
        self._inside += [(source, label, file) for label, file in laid_out(kept, outcome.value)]

    def _note_member(self, member: Standing) -> None:
        print_ = fingerprint(member.file)
        known = self.case.sources.add(print_.sha256, print_.size, "")
        self.case.sources.locate(known.id, member.root, member.path, print_.size, member.mtime_ns)

    def _task(self, found: Found) -> Task | None:
        if found.status != "ok":
            self._note_unread(found, Settled(found.status, found.reason))
            return None
        try:
            print_ = fingerprint(found.path)
        except ReadError as error:
            self._note_unread(found, Settled(error.status, str(error), error.hint))
            return None
        return self._schedule(Standing(found.path, *self._where(found), found.mtime_ns), print_)

    def _schedule(self, file: Standing, print_: Fingerprint) -> Task | None:
        """Mark a file as being read before the work starts. Bytes that are known only get one more location."""
        with self.case.transaction():
            known = self.case.sources.add(print_.sha256, print_.size, "")
            self.case.sources.locate(known.id, file.root, file.path, print_.size, file.mtime_ns)
            if print_.sha256 in self._scheduled or not self._is_wanted(known, file):
                return None
            self.case.sources.start(known.id, self.run, unlade.__version__)
        self._scheduled[print_.sha256] = known.id
        directory = self.work / print_.sha256
        directory.mkdir()
        arguments = {
            "path": str(file.file),
            "sha256": print_.sha256,
            "size": print_.size,
            "stamp": print_.stamp,
            "number": known.id,
            "shown": file.path if INSIDE in file.path else str(file.file),
            "depth": file.path.count(INSIDE),
        }
        return Task("shard", arguments, str(directory), print_.size, self.limits, self.passwords)

    def _is_wanted(self, known: Known, file: Standing) -> bool:
        """Tell whether a file is to be read: for itself, or for one inside it."""
        return known.status in self.wanted or self.case.sources.holds(file.root, file.path, self.wanted)

    def _note_unread(self, found: Found, settled: Settled) -> None:
        root, path = self._where(found)
        with self.case.transaction():
            self.case.sources.add_unread(root, path, settled, found.size, found.mtime_ns)

    def _where(self, found: Found) -> tuple[int, str]:
        return self.case.sources.root(found.root), os.path.relpath(found.path, found.root)


def _without_shard(outcome: Outcome, refused: Exception) -> Settled:
    """Judge a file whose shard is of no use: natural where the reader was stopped early, a fault where it was not."""
    if outcome.status != "ok":
        return settle(outcome, 0)
    return Settled("crash", f"What its reader left is not whole: {refused}.", _AGAIN, outcome.seconds)
