"""From the way a child ended to the status of its file: the parent's judgement, never the child's."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from unlade.limits import Limits
from unlade.task import BadResult, End, Result, Task, read_result

_MIB = 1024**2
_NO_MEMORY = ("memory allocation of", "bad_alloc", "Out of memory")
_NEARLY = 0.9
_GROWING = 1 / 3
"""What grows by doubling is refused its next size while it holds a third; PDFium then aborts without a word."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task. ``log`` is what the child printed, for the log and not for the reader."""

    status: str
    message: str = ""
    hint: str = ""
    told: Mapping[str, Any] = field(default_factory=dict)
    value: Any = None
    seconds: float = 0.0
    peak_memory: int = 0
    log: str = ""


def judge(task: Task, end: End) -> Outcome:
    """Turn the end of a child and what it left into an outcome."""
    try:
        result = read_result(task.result_path) if end.exit == 0 else None
    except BadResult as error:
        result = Result("crash", f"The reader broke down: {error}.", _REPORT)
    said = result or _unsaid(end, task.limits)
    return Outcome(
        said.status, said.message, said.hint, said.told, said.value, end.seconds, end.peak_memory, end.stderr
    )


def gone() -> Outcome:
    """Tell of a file whose worker itself died twice."""
    return Outcome("crash", "The reader broke down twice on this file.", _REPORT)


_LONGER = "Try again with a longer --limit-time, or split the file."
_REPORT = "Open the file in its own program and save it anew, or send it with the log to the makers of unlade."


def _unsaid(end: End, limits: Limits) -> Result:
    """Explain an end without a result."""
    if end.killed == "silence":
        message = f"The reader was stopped: nothing came out of it for {limits.silence:g} seconds."
        return Result("timeout", message, _LONGER)
    if end.signal == signal.SIGXCPU:
        return Result("timeout", "The reader was stopped: it took far longer than a file of this size should.", _LONGER)
    if end.killed == "memory" or _out_of_memory(end, limits):
        message = f"The reader was stopped: it wanted more than {limits.memory // _MIB:,} MiB of memory."
        return Result("memory", message, "Try again with a larger --limit-memory, or split the file.")
    if end.signal is not None:
        return Result("crash", f"The reader broke down ({_signal_name(end.signal)}).", _REPORT)
    return Result("crash", "The reader broke down and left no result.", _REPORT)


def _out_of_memory(end: End, limits: Limits) -> bool:
    """Tell a refused allocation from another crash: native code aborts where Python raises MemoryError."""
    if end.signal not in (signal.SIGABRT, signal.SIGKILL, signal.SIGSEGV, signal.SIGTRAP):
        return False
    if any(words in end.stderr for words in _NO_MEMORY):
        return True
    silent = end.signal == signal.SIGABRT and not end.stderr
    return end.peak_memory > (_GROWING if silent else _NEARLY) * limits.memory


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
