"""``unlade run``: from a dump to a case."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from unlade import faults
from unlade.limits import Limits
from unlade.options import (
    json_option,
    passwords_options,
    reading_options,
    root_option,
    without_passwords,
    workers_option,
)
from unlade.terminal import clean


@click.command("run")
@click.argument("dump", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o", "--output", "case", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The case."
)
@workers_option
@reading_options
@passwords_options
@root_option
@json_option
def command(
    dump: tuple[Path, ...],
    case: Path,
    workers: int,
    limits: Limits,
    passwords: tuple[str, ...],
    roots: tuple[tuple[str, str], ...],
    as_json: bool,
) -> int:
    """Read DUMP, files and folders, into one SQLite file: the case.

    Given again, it does only what is new.

    \b
    Example:
      unlade run documents/ more.pdf -o case.db
    """
    from extract.walk import find
    from store.case import Case
    from unlade import closing
    from unlade.roots import follow_in
    from unlade.run import Settings, run

    faults.work_on(case)
    own = {case.absolute(), *(case.absolute().with_name(case.name + end) for end in faults.BESIDE)}
    with Case.create(case) as opened:
        follow_in(opened, roots)
        founds = [found for found in find(dump) if not own & {found.path, *found.path.parents}]
        settings = Settings(workers, limits, passwords)
        ending = run(opened, founds, settings, clean(shlex.join(without_passwords(sys.argv[1:]))))
        return closing.close(opened, ending, as_json)
