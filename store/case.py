"""A case: the one database everything lands in, opened by one writer or by any number of readers.

Opening to write takes the lock, checks every page, and brings an older case up to date. The case is in WAL mode while
a run writes it, so that readers go on, and an ordinary single file again once it is closed. Opened and closed with
nothing to write, it keeps every byte.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from resolve.fold import FOLD_VERSION
from store.errors import CaseDamaged, CaseMissing, CaseTooNew, NotACase, translate
from store.lock import Lock
from store.migrations import migrate, version
from store.names import Names
from store.schema import APPLICATION_ID, SCHEMA_VERSION, statements
from store.searchable import refold
from store.sources import Sources

_LOG_BYTES = 64 << 20
_PATIENCE = 10_000  # milliseconds that others are waited for
_PAGE = 8_192  # bytes: a third less work for millions of rows than with SQLite's 4,096


class Case:
    """An open case. ``db`` is its connection, in autocommit; ``sources`` and ``names`` are its two ledgers."""

    def __init__(self, path: Path, db: sqlite3.Connection, lock: Lock | None = None) -> None:
        self.path = path
        self.db = db
        self.sources = Sources(db)
        self.names = Names(db)
        self._lock = lock

    @classmethod
    def create(cls, path: Path | str) -> Self:
        """Open a case for writing; make it if there is none."""
        return cls._held(Path(path), _made)

    @classmethod
    def open(cls, path: Path | str, *, write: bool = False) -> Self:
        """Open a case that exists. A reader takes no lock and works while a run goes on."""
        path = Path(path)
        if not path.is_file():
            raise CaseMissing(f"{path}: no such file")
        if write:
            return cls._held(path, _checked)
        with _translated(path):
            if _outdated(path):
                cls._held(path, _checked).close()
            return cls(path, _connect(path, "ro"))

    @classmethod
    def _held(cls, path: Path, connect: Callable[[Path], sqlite3.Connection]) -> Self:
        with _translated(path), ExitStack() as undo:
            lock = undo.enter_context(Lock(path))
            case = cls(path, connect(path), lock)
            undo.pop_all()
            return case

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Do everything or nothing; inside another transaction, be part of it."""
        if self.db.in_transaction:
            yield self.db
            return
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield self.db
        except BaseException:
            if self.db.in_transaction:  # on a full disk SQLite has rolled back by itself
                self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")
        self._empty_log()

    @contextmanager
    def filling(self, size: int) -> Iterator[None]:
        """Take ``size`` bytes and more into a case that holds nothing, without the write-ahead log.

        All pages are new then, so SQLite's rollback journal stays empty and each is written once instead of twice.
        Readers have to wait meanwhile; where one is there, all stays as it was.
        """
        if size <= _LOG_BYTES or not self._is_empty() or not self._leave_log():
            yield
            return
        try:
            yield
        finally:
            with suppress(sqlite3.Error):  # on a full disk the case goes on without its log
                self.db.execute("PRAGMA main.journal_mode = WAL")

    def _is_empty(self) -> bool:
        return self.db.execute("SELECT 1 FROM part LIMIT 1").fetchone() is None

    def _leave_log(self) -> bool:
        self.db.execute("PRAGMA busy_timeout = 0")
        try:
            left: tuple[str] = self.db.execute("PRAGMA main.journal_mode = DELETE").fetchone()
            return left == ("delete",)
        except sqlite3.OperationalError:  # somebody reads
            return False
        finally:
            self.db.execute(f"PRAGMA busy_timeout = {_PATIENCE}")

    def _empty_log(self) -> None:
        """Move the write-ahead log into the case when it has grown.

        Wholly or not at all, for which SQLite's own checkpoints are off: those leave a log that was moved already, and
        were its tail lost in a crash or a copy, its older pages would be laid over newer ones.
        """
        log = self.path.with_name(self.path.name + "-wal")
        if log.exists() and log.stat().st_size > _LOG_BYTES:
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def begin_run(self, arguments: str, unlade_version: str) -> int:
        """Note the start of a run; from here on readers go on beside the writer, by SQLite's write-ahead log."""
        self.db.execute("PRAGMA journal_mode = WAL")
        with self.transaction() as db:
            db.execute("REPLACE INTO meta VALUES ('unlade_version', ?)", (unlade_version,))
            row = (arguments, unlade_version, _now())
            run = db.execute("INSERT INTO run(arguments, version, started) VALUES (?, ?, ?)", row).lastrowid
        assert run is not None
        return run

    def end_run(self, run: int, outcome: str) -> None:
        """Note how a run ended: done, interrupted or failed."""
        self.db.execute("UPDATE run SET ended = ?, outcome = ? WHERE id = ?", (_now(), outcome, run))

    def close(self) -> None:
        """Leave one ordinary file behind, readable from a read-only medium; let the next writer in."""
        if self._lock is None:
            self.db.close()
            return
        with self._lock, closing(self.db), suppress(sqlite3.Error):
            # A reader may hold the file, or the disk be full: it stays in WAL mode then, and is as good.
            self.db.execute("PRAGMA journal_mode = DELETE")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()
        meant = translate(error, self.path) if isinstance(error, sqlite3.Error) else None
        if meant is not None:
            raise meant from error


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    db.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA wal_autocheckpoint = 0")
    db.execute("PRAGMA cache_size = -65536")
    return db


def _made(path: Path) -> sqlite3.Connection:
    """Make the file under another name first, so that a full disk leaves a whole case or none."""
    if not path.exists() or path.stat().st_size == 0:
        draft = path.with_name(f"{path.name}.draft")
        for left in (draft, draft.with_name(f"{draft.name}-journal")):
            left.unlink(missing_ok=True)
        with closing(_connect(draft, "rwc")) as db:
            _lay_out(db)
        draft.replace(path)
    return _checked(path)


def _lay_out(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA page_size = {_PAGE}")
    db.execute("BEGIN IMMEDIATE")
    for statement in statements():
        db.execute(statement)
    marks = {"schema_version": SCHEMA_VERSION, "fold_version": FOLD_VERSION}
    db.executemany("INSERT INTO meta VALUES (?, ?)", [(key, str(value)) for key, value in marks.items()])
    db.execute("COMMIT")


def _checked(path: Path) -> sqlite3.Connection:
    with ExitStack() as undo:
        db = undo.enter_context(closing(_connect(path, "rw")))
        _recognise(path, db)
        _check_pages(path, db)
        migrate(db)
        _keep_folded(db)
        undo.pop_all()
        return db


def _outdated(path: Path) -> bool:
    """Tell from the header alone whether a case must be brought up to date; refuse what is no case."""
    with closing(_connect(path, "ro")) as db:
        _recognise(path, db)
        return version(db) < SCHEMA_VERSION or _folded_by(db) != FOLD_VERSION


def _check_pages(path: Path, db: sqlite3.Connection) -> None:
    trouble = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if trouble != "ok":
        raise CaseDamaged(f"{path}: {trouble.splitlines()[-1]}")


def _recognise(path: Path, db: sqlite3.Connection) -> None:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotACase(f"{path} is a database, but not one of unlade's")
    if version(db) > SCHEMA_VERSION:
        raise CaseTooNew(f"{path} has schema version {version(db)}, this unlade knows up to {SCHEMA_VERSION}")


def _folded_by(db: sqlite3.Connection) -> int:
    row = db.execute("SELECT value FROM meta WHERE key = 'fold_version'").fetchone()
    return int(row[0]) if row else 0


def _keep_folded(db: sqlite3.Connection) -> None:
    if _folded_by(db) == FOLD_VERSION:
        return
    db.execute("BEGIN IMMEDIATE")
    refold(db)
    db.execute("REPLACE INTO meta VALUES ('fold_version', ?)", (str(FOLD_VERSION),))
    db.execute("COMMIT")


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        meant = translate(error, path)
        raise (meant or error) from error
