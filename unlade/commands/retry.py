"""``unlade retry``: run the failed files again."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from unlade import faults
from unlade.limits import Limits
from unlade.options import (
    case_argument,
    json_option,
    passwords_options,
    reading_options,
    root_option,
    without_passwords,
    workers_option,
)
from unlade.terminal import clean


@click.command("retry")
@case_argument
@click.option("--status", "statuses", multiple=True, metavar="STATUS", help="Only files of this status, e.g. timeout.")
@workers_option
@reading_options
@passwords_options
@root_option
@json_option
def command(
    case: Path,
    statuses: tuple[str, ...],
    workers: int,
    limits: Limits,
    passwords: tuple[str, ...],
    roots: tuple[tuple[str, str], ...],
    as_json: bool,
) -> int:
    """Read the failed files of CASE again, perhaps with other limits.

    \b
    Example:
      unlade retry case.db --limit-time 600
      unlade retry case.db --status needs_ocr --ocr-languages kaz+rus
    """
    from store.case import Case
    from unlade import closing
    from unlade.roots import follow_in
    from unlade.run import Settings, retry
    from unlade.settle import FINE
    from unlade.task import STATUSES

    unknown = set(statuses) - STATUSES
    if unknown:
        raise click.BadParameter(f"{unknown.pop()!r} is no status; there are {', '.join(sorted(STATUSES))}")
    faults.work_on(case)
    with Case.open(case, write=True) as opened:
        follow_in(opened, roots)
        settings = Settings(workers, limits, passwords)
        arguments = clean(shlex.join(without_passwords(sys.argv[1:])))
        ending = retry(opened, frozenset(statuses) or STATUSES - FINE, settings, arguments)
        return closing.close(opened, ending, as_json)
