"""What crosses the wall between the parent, a worker and the child that reads one file.

Everything is JSON of a fixed shape, checked where it arrives: a child has read a stranger's file, so what it says is
taken as a claim, never as code. Nothing is pickled.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import unlade
from unlade.limits import Limits

STATUSES = frozenset(
    """
    ok partial empty needs_ocr encrypted unsupported skipped error limit timeout memory crash changed unreadable
    """.split()  # noqa: SIM905 - read as prose, not as fourteen quoted lines
)
RESULT_BYTES = 256 * 1024**2
_TEXT_LENGTH = 4000


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work on one file. ``directory`` is the child's own: its result and all it writes are in there.

    ``passwords`` are tried on a protected file; a task is never written to disk.
    """

    job: str
    arguments: Mapping[str, Any]
    directory: str
    size: int = 0
    limits: Limits = field(default_factory=Limits)
    passwords: tuple[str, ...] = ()

    @property
    def result_path(self) -> Path:
        """Name the file the child leaves behind when it came to an end by itself."""
        return Path(self.directory) / "result.json"

    def encode(self) -> str:
        """Write the task as one line."""
        return json.dumps(asdict(self)) + "\n"

    @classmethod
    def decode(cls, line: str) -> Task:
        """Read the line of ``encode``."""
        data = json.loads(line)
        return cls(**{**data, "limits": Limits(**data["limits"]), "passwords": tuple(data["passwords"])})


@dataclass(frozen=True, slots=True)
class End:
    """How a child ended, as its worker saw it. ``killed``: silence or memory when the worker ended it, else empty."""

    exit: int | None = None
    signal: int | None = None
    killed: str = ""
    peak_memory: int = 0
    seconds: float = 0.0
    stderr: str = ""

    def encode(self) -> str:
        """Write the end as one line."""
        return json.dumps(asdict(self)) + "\n"

    @classmethod
    def decode(cls, line: str) -> End:
        """Read the line of ``encode``."""
        return cls(**json.loads(line))


@dataclass(frozen=True, slots=True)
class Result:
    """What a child says of its file: ``told`` holds also when the job failed, ``value`` is what it gave in the end."""

    status: str = "ok"
    message: str = ""
    hint: str = ""
    told: Mapping[str, Any] = field(default_factory=dict)
    value: Any = None
    version: str = unlade.__version__

    def write(self, path: Path) -> None:
        """Write under a temporary name and rename: a result that is there is whole."""
        draft = path.with_suffix(".tmp")
        draft.write_text(json.dumps(asdict(self)), encoding="utf-8")
        draft.rename(path)


class BadResult(Exception):
    """A child left something that is not a result."""


def read_result(path: Path) -> Result | None:
    """Read what a child left, trusting nothing. None when it left nothing."""
    if not path.is_file():
        return None
    if path.stat().st_size > RESULT_BYTES:
        raise BadResult("it gave more than can be taken in")
    try:
        data = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise BadResult("its result cannot be read") from error
    return _checked(data)


def _checked(data: object) -> Result:
    if not isinstance(data, dict) or set(data) != set(Result.__slots__):
        raise BadResult("its result has another shape")
    if not all(isinstance(data[key], str) for key in ("status", "message", "hint", "version")):
        raise BadResult("its result has another shape")
    if not isinstance(data["told"], dict) or not all(isinstance(v, int | str) for v in data["told"].values()):
        raise BadResult("its result has another shape")
    if data["status"] not in STATUSES:
        raise BadResult("its result names no known status")
    result = Result(**data)
    return replace(result, message=_storable(result.message), hint=_storable(result.hint))


def _storable(text: str) -> str:
    """Cut a text to what a database takes: no endless reasons, no half characters."""
    return text[:_TEXT_LENGTH].encode("utf-8", "backslashreplace").decode()
