"""``unlade status``: what became of every file."""

from __future__ import annotations

from pathlib import Path

import click

from unlade import faults
from unlade.options import case_argument, json_option
from unlade.settle import FINE
from unlade.terminal import put, put_json


@click.command("status")
@case_argument
@click.option("--failed", is_flag=True, help="Only the files that need a look.")
@json_option
def command(case: Path, failed: bool, as_json: bool) -> int:
    """List the files of CASE with state, reason and way out.

    \b
    Example:
      unlade status case.db --failed
    """
    from store.case import Case
    from store.sources import GONE

    with Case.open(case) as opened:
        counts = opened.sources.counts()
        wanted = [status for status in counts if not failed or status not in FINE]
        for file in opened.sources.files(*wanted) if wanted else ():
            paths = [location.path for location in file.locations]
            gone = [location.path for location in file.locations if not location.present]
            if as_json:
                fields = ("status", "kind", "reason", "hint", "size", "sha256")
                put_json({"paths": paths, "no_longer_there": gone, **{name: getattr(file, name) for name in fields}})
            else:
                named = (f"{path} ({GONE})" if path in gone else path for path in paths)
                put(f"{file.status:11} {' = '.join(named) or file.name}")
                put(*(f"            {words}" for words in (file.reason, file.hint) if words))
        if not as_json:
            put(", ".join(f"{number:,} {status}" for status, number in counts.items()) or "no files")
            put(*([f"{GONE}: {missing:,}"] if (missing := opened.sources.gone()) else []))
    return faults.OK if FINE.issuperset(counts) else faults.FAILURES
