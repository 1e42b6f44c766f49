"""Measure candidates and clusters on labelled names, with the kit's scorers.

    python -m benchmarks.name_clusters [SET...]

Prints recall of true pairs among the candidates, with candidates a name, and pairwise and B-cubed F1 of the entities:
from names only, and with the registration number of a random (seeded) 30 % of the mentions.
"""

from __future__ import annotations

import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from resolve import resolve
from resolve.analysis import analyse
from resolve.candidates import candidates
from resolve.model import Name

KIT = Path(os.environ.get("UNLADE_KIT", "../shared/kit")) / "resolve"
SHOWN = 0.3


def names(records: list[dict[str, str]], shown: float) -> list[Name]:
    """Make names of records, some with their INN."""
    draw = random.Random(7)
    found = []
    for at, record in enumerate(records):
        seen = draw.random() < shown and record["inn"]
        found.append(Name(at, record["name"], identifiers=(f"inn:{record['inn']}",) if seen else ()))
    return found


def blocking(records: list[dict[str, str]], name: str) -> None:
    """Print what the kit says of the candidates."""
    started = time.process_time()
    pairs = list(candidates([analyse(one) for one in names(records, 0)]))
    spent = time.process_time() - started
    rows = [(records[one]["record_id"], records[other]["record_id"]) for one, other in pairs]
    print(f"{name}: {len(pairs) / len(records):.1f} pairs a name, {spent:.1f} CPU s")
    _scored("score_blocking.py", name, ("left_id", "right_id"), rows)


def clusters(records: list[dict[str, str]], name: str, shown: float) -> None:
    """Print what the kit says of the entities."""
    started = time.process_time()
    entities = resolve(names(records, shown)).entities
    print(f"{name}: INN of {shown:.0%}, {time.process_time() - started:.1f} CPU s")
    rows = [(records[member]["record_id"], entity.key) for entity in entities for member in entity.members]
    _scored("score_clusters.py", name, ("record_id", "cluster_id"), rows)


def _scored(scorer: str, name: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prediction.csv"
        with path.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows([header, *rows])
        truth = KIT / "data" / f"{name}_records.csv"
        subprocess.run([sys.executable, str(KIT / scorer), str(truth), str(path), "--split", "dev"], check=True)


def main(sets: list[str]) -> None:
    """Measure each set."""
    for name in sets or ["sanctions_eu"]:
        with (KIT / "data" / f"{name}_records.csv").open(encoding="utf-8") as lines:
            records = list(csv.DictReader(lines))
        blocking(records, name)
        clusters(records, name, 0.0)
        clusters(records, name, SHOWN)


if __name__ == "__main__":
    main(sys.argv[1:])
