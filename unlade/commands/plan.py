"""``unlade plan``: what a run would meet and cost; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unlade.limits import Limits
from unlade.options import json_option, limits_options, workers_option
from unlade.terminal import put, put_json

if TYPE_CHECKING:
    from unlade.planning import Plan


@click.command("plan")
@click.argument("dump", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--sample", type=click.IntRange(1), default=40, show_default=True, help="Files that are read to judge.")
@workers_option
@limits_options
@json_option
def command(
    dump: tuple[Path, ...], sample: int, workers: int, limit_time: float, limit_memory: int, as_json: bool
) -> None:
    """Say what a run over DUMP would meet and cost; changes nothing.

    \b
    Example:
      unlade plan documents/
    """
    from extract.walk import find
    from unlade.planning import plan

    made = plan(list(find(dump)), sample, workers, Limits(limit_time, limit_memory))
    if as_json:
        put_json(asdict(made))
    else:
        put(*_lines(made))


def _lines(plan: Plan) -> Iterator[str]:
    yield f"{plan.files:,} files, {plan.size / 1024**2:,.1f} MiB, {plan.duplicates:,} of them duplicates"
    for kind, number in plan.kinds.items():
        note = "   no reader for this kind" if kind in plan.unsupported else ""
        yield f"  {number:>9,} {kind}{note}"
    for reason, number in plan.left_out.items():
        yield f"  {number:>9,} left out: {reason}"
    whole = "all of them" if plan.sampled == plan.files else f"a sample of {plan.sampled:,}"
    yield f"Read to judge: {whole}"
    yield "  " + ", ".join(f"{number:,} {status}" for status, number in plan.statuses.items())
    yield f"  {plan.pages:,} pages and sheets, {plan.pages_without_text:,} of them without text (OCR needed)"
    yield f"A run would take about {_duration(plan.seconds)} and {plan.disk / 1024**2:,.1f} MiB on disk."


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} seconds"
    return f"{round(seconds / 60):,} minutes" if seconds < 5400 else f"{seconds / 3600:,.1f} hours"
