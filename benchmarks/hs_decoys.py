"""Precision and recall of commodity codes on papers of our own making, full of numbers that look like them.

    python -m benchmarks.hs_decoys [--set train|held_out] [--seeds N] [--wrong] [--keep DIR]

The naive rule (any known six digits) had a precision of .33 on real papers. The languages, templates and seeds of
``held_out`` are measured, never looked at.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Ratio
from corpus_samples.generate.code_papers import (
    HELD_OUT_TEMPLATES,
    HELD_OUT_TONGUES,
    TEMPLATES,
    TONGUES,
    paper,
)
from extract.model import Batch, Mention, MentionKind, Source
from extract.records import extract
from extract.walk import sniff

SETS = {
    "train": ((*product(TEMPLATES, TONGUES),), 0, 3),
    "held_out": ((*product(HELD_OUT_TEMPLATES, TONGUES | HELD_OUT_TONGUES), *product(TEMPLATES, TONGUES)), 1000, 2),
}
"""Name -> templates in languages, first seed, how many seeds of each."""
WANTED = 0.95


@dataclass
class Score:
    """How many codes were printed, found, and found rightly."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.wanted, 1)

    def add(self, name: str, found: set[str], wanted: Iterable[str]) -> None:
        true = set(wanted)
        self.wanted, self.found, self.right = (
            self.wanted + len(true), self.found + len(found), self.right + len(found & true))  # fmt: skip
        self.wrong += [f"{name}: {code} is no code" for code in sorted(found - true)]
        self.wrong += [f"{name}: {code} not found" for code in sorted(true - found)]


def codes(path: Path) -> set[str]:
    """Read a file and give the codes found in it, as records and in its text."""
    data = path.read_bytes()
    source = Source(hashlib.sha256(data).hexdigest(), len(data), sniff(path))
    found: set[str] = set()
    for item in extract(source, path):
        if isinstance(item, Batch):
            found.update(str(value) for value in item.values.get("hs_code", ()) if value)
        elif isinstance(item, Mention) and item.kind is MentionKind.HS_CODE:
            found.add(item.value)
    return found


def scored(which: str, seeds: int, folder: Path) -> Score:
    """Print and read every paper of a set."""
    kinds, first, usual = SETS[which]
    score = Score()
    for (template, tongue), seed in product(kinds, range(first, first + (seeds or usual))):
        made = paper(template, tongue, seed)
        name = f"{re.sub(' ', '_', template)}_{tongue}_{seed}{made.suffix}"
        (folder / name).write_bytes(made.data)
        score.add(name, codes(folder / name), made.codes)
    return score


def run() -> Iterator[Ratio]:
    """Give the figures that `make bench` prints."""
    for which in SETS:
        with TemporaryDirectory() as folder:
            score = scored(which, 0, Path(folder))
        yield Ratio(
            f"HS codes among decoys, {which}: precision", score.precision, WANTED, "of 1", "the figure to reach"
        )
        yield Ratio(f"HS codes among decoys, {which}: recall", score.recall, WANTED, "of 1", "the figure to reach")


def main() -> None:
    """Print the figures of one set."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hs_decoys", description=__doc__)
    parser.add_argument("--set", default="train", choices=SETS)
    parser.add_argument("--seeds", type=int, default=0)
    parser.add_argument("--wrong", action="store_true", help="list every code that is wrong or missing")
    parser.add_argument("--keep", type=Path, help="keep the papers in this folder")
    options = parser.parse_args()
    with TemporaryDirectory() as passing:
        folder = options.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        score = scored(options.set, options.seeds, folder)
    print(*(score.wrong if options.wrong else ()), sep="\n")
    print(f"precision {score.precision:.4f}  recall {score.recall:.4f}  ({score.wanted} codes)")


if __name__ == "__main__":
    main()
