"""The child: a fork of a warm worker that reads one file, leaves one result and is gone.

It lives in its own session, within limits of memory, processor time and output, dies with its worker, and keeps its
hands in one private directory. A fault that Python sees becomes a result; the others are seen by its worker.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from extract.errors import ReadError
from extract.readers.ocr.policy import adopt
from extract.readers.passwords import offer
from unlade.report import Report
from unlade.task import Result, Task

Job = Callable[[Mapping[str, Any], Report], Any]

_PR_SET_PDEATHSIG = 1
_PAGE = resource.getpagesize()
# What Python, PDFium and the allocator map without ever touching it comes on top of the memory that counts.
_UNTOUCHED = 512 * 1024**2


def run(task: Task, jobs: Mapping[str, str], heart: int) -> NoReturn:
    """Do the task and end this process; ``heart`` is the pipe on which it says that it lives."""
    code = 1
    try:
        _redirect(task.directory, keep=heart)
        _confine(task)
        report = Report(heart, Path(task.directory))
        adopt(task.limits.ocr, task.limits.silence, report.alive)
        _perform(task, jobs, report).write(task.result_path)
        code = 0
    except BaseException:  # the last frame of this process: whatever it is, it must not climb into the worker's code
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _perform(task: Task, jobs: Mapping[str, str], report: Report) -> Result:
    try:
        module, function = jobs[task.job].split(":")
        job: Job = getattr(import_module(module), function)
        offer(task.passwords)
        return Result(value=job(task.arguments, report), told=report.told)
    except ReadError as error:
        return Result(error.status, str(error), error.hint, report.told)
    except MemoryError:
        message = f"The reader wanted more than {task.limits.memory // 1024**2:,} MiB of memory."
        return Result("memory", message, "Try again with a larger --limit-memory, or split the file.", report.told)
    except Exception as error:  # any fault of a reader is a fault of this file alone
        traceback.print_exc()
        message = f"The reader stumbled: {type(error).__name__}: {error}"
        return Result("error", message, "The log beside the case says where.", report.told)


def _redirect(directory: str, keep: int) -> None:
    """Cut the child off from its worker's pipes: anything it prints goes to files of its own."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(os.path.join(directory, name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    os.closerange(3, keep)
    os.closerange(keep + 1, 65536)
    tempfile.tempdir = directory


def _confine(task: Task) -> None:
    os.setsid()
    _die_with_worker()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    cpu = task.limits.cpu_seconds(task.size)
    bounds = {
        resource.RLIMIT_AS: _mapped() + task.limits.memory + _UNTOUCHED,
        resource.RLIMIT_CPU: cpu,
        resource.RLIMIT_FSIZE: task.limits.output_bytes(task.size),
        resource.RLIMIT_NOFILE: 256,
        resource.RLIMIT_CORE: 0,
    }
    for which, bound in bounds.items():
        hard = resource.getrlimit(which)[1]
        lowest = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        # Where both bounds of processor time are equal the kernel kills without saying why (SIGXCPU says it).
        resource.setrlimit(which, (lowest, hard if which == resource.RLIMIT_CPU else lowest))


def _die_with_worker() -> None:
    """Ask the kernel for SIGKILL when the worker is gone (Linux; elsewhere the worker's own watch has to do)."""
    if sys.platform != "linux":
        return
    worker = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != worker:
        os._exit(1)


def _mapped() -> int:
    """Tell how much address space the warm worker handed down."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[0]) * _PAGE
    except OSError:
        return 8 * 1024**3
