"""``unlade export``: the case as CSV files."""

from __future__ import annotations

from pathlib import Path

import click

from unlade.options import case_argument
from unlade.terminal import say


@click.command("export")
@case_argument
@click.argument("dest", type=click.Path(path_type=Path))
def command(case: Path, dest: Path) -> None:
    """Write CASE as CSV.

    A folder as DEST gets one file per table, a name ending in .csv one canonical file of all facts.

    \b
    Example:
      unlade export case.db tables/
      unlade export case.db facts.csv
    """
    if dest.suffix not in ("", ".csv") and not dest.is_dir():
        raise click.UsageError(f"{dest.suffix} is not written; give a folder, or a name ending in .csv")
    from store.case import Case
    from store.export import write_canonical, write_folder

    with Case.open(case) as opened:
        if dest.suffix == ".csv":
            write_canonical(opened, dest)
        else:
            write_folder(opened, dest)
    say(f"Written to {dest}")
