"""``unlade try``: how a file was understood, and why."""

from __future__ import annotations

import os
from pathlib import Path

import click

from unlade.asking import ask
from unlade.faults import FAILURES, OK
from unlade.limits import Limits
from unlade.options import passwords_options, reading_options
from unlade.terminal import put, say


@click.command("try")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@reading_options
@passwords_options
@click.option(
    "--draw",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Leave a picture of each page in DIR.",
)
def command(
    file: Path,
    limits: Limits,
    passwords: tuple[str, ...],
    draw: Path | None,
) -> int:
    """Explain how FILE is read.

    Names the reader and the profile, why each column or box became what it became, and what was left over.
    The pictures of --draw show words, rules, tables and cells, and what was understood by kind and name.

    \b
    Example:
      unlade try declarations.xlsx
      unlade try scan.pdf --draw pictures/
    """
    question = {"path": os.path.abspath(file)}
    if draw is not None:
        draw.mkdir(parents=True, exist_ok=True)
        question["draw"] = os.path.abspath(draw)
    (outcome,) = ask("explain", [question], 1, limits, passwords)
    put(*(outcome.value or ()))
    if outcome.status == "ok":
        return OK
    say(f"{outcome.status}: {outcome.message}", *([outcome.hint] if outcome.hint else []))
    return FAILURES
