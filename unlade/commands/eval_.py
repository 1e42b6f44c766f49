"""``unlade eval``: how well unlade reads documents whose truth is known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unlade import faults
from unlade.options import json_option, workers_option
from unlade.terminal import put, put_json, say

if TYPE_CHECKING:
    from unlade.evaluate import Figures

CHECKOUT = Path(__file__).resolve().parents[2]
SAMPLES = CHECKOUT / "corpus_samples"
RECORDED = CHECKOUT / "benchmarks" / "eval.json"


@click.command("eval")
@click.option(
    "--samples",
    type=click.Path(file_okay=False, path_type=Path),
    default=SAMPLES,
    help="Folders with docs/ and expected.jsonl; else those of the checkout.",
)
@click.option("--record", is_flag=True, help="Record the figures, so that a later fall is noticed.")
@workers_option
@json_option
def command(samples: Path, record: bool, workers: int, as_json: bool) -> int:
    """Score unlade on the bundled samples: precision and recall.

    Fails when a figure is below the recorded one.

    \b
    Example:
      unlade eval
    """
    from unlade.evaluate import fallen, recordable
    from unlade.gold import measure
    from unlade.run import Settings

    if not any(samples.glob("*/expected.jsonl")):
        raise faults.Stop(f"{samples}: no samples there", "They lie in a checkout; name a folder with --samples.")
    figures = measure(samples, Settings(workers))
    show(figures, as_json)
    if record:
        RECORDED.write_text(json.dumps(recordable(figures), indent=1) + "\n", encoding="utf-8")
    worse = fallen(figures, recorded()) if samples == SAMPLES else []
    for line in worse:
        say(f"fallen: {line}")
    return faults.FAILURES if worse else faults.OK


def show(figures: Figures, as_json: bool) -> None:
    """Print one line for each figure."""
    for name, figure in figures.items():
        if as_json:
            put_json({"figure": name, "precision": figure.precision, "recall": figure.recall, "wanted": figure.wanted})
        else:
            put(f"{name:34} precision {figure.precision:6.1%}  recall {figure.recall:6.1%}  of {figure.wanted:,}")


def recorded() -> dict[str, dict[str, float]]:
    """Read the recorded figures; none where nothing was recorded yet."""
    if not RECORDED.exists():
        return {}
    figures: dict[str, dict[str, float]] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return figures
