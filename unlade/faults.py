"""What ends a command before its time, in words a reporter understands. Tracebacks go to a log, never to the screen.

Exit codes: 0 all ok, 10 done with failures listed, 2 usage, 3 cannot go on, 4 case in use, 130 interrupted. The
number 1 stays unused: it is what a crashed Python would say.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path

import unlade
from unlade.terminal import clean, say

OK, FAILURES, USAGE, CANNOT, IN_USE, INTERRUPTED = 0, 10, 2, 3, 4, 130

BESIDE = ("-wal", "-shm", "-journal", ".draft", ".draft-journal", ".lock", ".log", ".work")
"""Ends of the names of what stands beside a case while it is written."""

_case: ContextVar[Path | None] = ContextVar("case", default=None)


class Stop(Exception):
    """End the command with a message, a hint and an exit code."""

    def __init__(self, message: str, hint: str = "", code: int = CANNOT) -> None:
        super().__init__(message)
        self.hint = hint
        self.code = code

    def show(self) -> None:
        """Name the fault and the way out."""
        say(f"unlade: {self}", *([f"  {self.hint}"] if self.hint else []))


def work_on(case: Path) -> None:
    """Remember the case in hand: its log stands beside it."""
    _case.set(case)


def log_path(case: Path) -> Path:
    """Name the log of a case."""
    return case.with_name(case.name + ".log")


def log(case: Path, text: str) -> None:
    """Add to the log of a case; a full disk must not turn a note into a second fault."""
    try:
        with log_path(case).open("a", encoding="utf-8", errors="backslashreplace") as file:
            lines = "\n".join(clean(line) for line in text.rstrip().split("\n"))
            file.write(f"--- {datetime.now(UTC):%Y-%m-%d %H:%M:%S}\n{lines}\n")
    except OSError as error:
        say(f"(the log {log_path(case)} cannot be written: {error.strerror})")


def explain(error: BaseException) -> Stop:
    """Find words for an error nobody caught."""
    if isinstance(error, unlade.RoomHidden):
        return Stop(f"{error}.", "Start unlade in another folder, or take that file or package away.")
    return _explain(error)


def _explain(error: BaseException) -> Stop:
    from store.errors import CaseError, CaseInUse
    from unlade.pool import PoolBroken

    match error:
        case CaseInUse():
            return Stop(f"{error}.", error.hint, IN_USE)
        case CaseError():
            return Stop(f"{error}.", error.hint)
        case PoolBroken():
            return Stop("The processes that read files cannot be started.", str(error))
        case OSError(errno=errno.ENOSPC) | OSError(errno=errno.EDQUOT) | OSError(errno=errno.EFBIG):
            return Stop("The disk is full.", "Make room and give the same command again: it goes on where it stopped.")
        case sqlite3.OperationalError() if "full" in str(error):
            return Stop("The disk is full.", "Make room and give the same command again: it goes on where it stopped.")
        case sqlite3.DatabaseError() if "malformed" in str(error) or "not a database" in str(error):
            return Stop("The case is damaged.", "Restore it from a copy, or make it anew from its dump.")
        case sqlite3.OperationalError() if "readonly" in str(error) or "unable to open" in str(error):
            return Stop(f"The case cannot be written: {error}.", "Is its folder writable for you?")
        case MemoryError():
            return Stop("There is not enough memory.", "Try again with fewer --workers.")
        case OSError():
            name = f" {clean(os.fsdecode(error.filename))}" if error.filename else ""
            return Stop(f"{error.strerror or error}:{name}.")
    return Stop(f"unlade itself failed: {type(error).__name__}: {error}", f"The details are in {_write_down(error)}.")


def _write_down(error: BaseException) -> Path:
    case = _case.get()
    text = "".join(traceback.format_exception(error))
    if case is not None and case.parent.is_dir():
        log(case, text)
        return log_path(case)
    handle, name = tempfile.mkstemp(prefix="unlade-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    return Path(name)
