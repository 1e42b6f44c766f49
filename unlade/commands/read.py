"""``unlade read``: what is found in single files, without a database."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from unlade import faults
from unlade.asking import ask
from unlade.limits import Limits
from unlade.options import passwords_options, reading_options, workers_option
from unlade.outcome import Outcome
from unlade.terminal import put_json, say


@click.command("read")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@workers_option
@reading_options
@passwords_options
def command(
    files: tuple[Path, ...],
    workers: int,
    limits: Limits,
    passwords: tuple[str, ...],
) -> int:
    """Print what is found in FILES as JSON lines.

    One line per document; no database is made.

    \b
    Example:
      unlade read invoice.pdf rows.xlsx > found.jsonl
    """
    readable = [file for file in files if file.is_file()]
    asked = frozenset(readable)
    questions = [{"path": os.path.abspath(file), "doc": str(file)} for file in readable]
    answers = ask("read", questions, workers, limits, passwords)
    failures = 0
    for file in files:
        line, hint = _answered(str(file), next(answers)) if file in asked else (_refused(file), "")
        put_json(line)
        if line["error"] is not None:
            failures += 1
            say(f"{file}: {line['error']} {hint}".rstrip())
    return faults.FAILURES if failures else faults.OK


def _answered(doc: str, outcome: Outcome) -> tuple[dict[str, Any], str]:
    return _line(doc, outcome), outcome.hint


def _refused(file: Path) -> dict[str, Any]:
    """A path that is no file costs only its own line."""
    why = "is a folder: unlade run takes those" if file.is_dir() else "no such file"
    return {"doc": str(file), "fields": {}, "seconds": 0.0, "error": f"unreadable: {why}"}


def _line(doc: str, outcome: Outcome) -> dict[str, Any]:
    if outcome.status == "ok" and isinstance(outcome.value, dict):
        return {**outcome.value, "doc": doc, "seconds": outcome.seconds}
    return {"doc": doc, "fields": {}, "seconds": outcome.seconds, "error": f"{outcome.status}: {outcome.message}"}
