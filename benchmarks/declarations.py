"""How many boxes of goods declarations come out right: our own prints, of invented companies, in many ways.

    python -m benchmarks.declarations [--set text|scan|held_out] [--seeds N] [--wrong] [--keep DIR] [RENDERING...]

A field counts as printed where the declaration says it; it is right where the record of the item says the same.
The seeds and renderings of ``held_out`` are measured, never looked at.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.measure import Ratio
from corpus_samples.generate.declaration_forms import HELD_OUT, OFFICE, SCANS, TEXT, Sample, sample
from extract.fields.glyphs import fold_homoglyphs
from extract.model import Batch, Source
from extract.records import extract
from extract.walk import sniff
from unlade.evaluate import pairs

_TWINS = str.maketrans("АВЕКМНОРСТХУІЅЈ", "ABEKMHOPCTXYISJ")
SETS = {
    "text": (TEXT, 0, 3),
    "office": (OFFICE, 0, 2),
    "scan": (SCANS, 500, 1),
    "held_out": (HELD_OUT, 1000, 3),
    "seeds": (TEXT, 2000, 3),
}
"""Name -> renderings, first seed, how many seeds of each. ``seeds``: the known renderings, seeds nobody looked at."""
WANTED = {"text": 0.99, "office": 0.99, "scan": 0.95, "held_out": 0.99, "seeds": 0.99}


@dataclass
class Score:
    """Fields that were printed, those read right, those read where nothing was printed; by rendering and by field."""

    printed: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)

    def share(self, at: int | None = None, name: str = "") -> float:
        """Give the share of right fields: of all, of one rendering (``at`` 0) or of one field (``at`` 1)."""
        keys = [key for key in self.printed if at is None or key[at] == name]
        return sum(self.right[key] for key in keys) / max(sum(self.printed[key] for key in keys), 1)


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Read a file and give the shipments in it."""
    data = path.read_bytes()
    source = Source(hashlib.sha256(data).hexdigest(), len(data), sniff(path))
    for item in extract(source, path):
        if isinstance(item, Batch) and item.kind == "shipment":
            for at in range(len(item.rows)):
                yield {"record": "shipment", **{name: values[at] for name, values in item.values.items()}}


def agrees(given: Any, true: Any) -> bool:
    """Compare numbers as numbers, everything else letter by letter: where a line broke makes no difference."""
    try:
        return float(given) == float(true)
    except (TypeError, ValueError):
        return _letters(given) == _letters(true)


def _letters(value: Any) -> str:
    """Fold letters of two scripts that nobody can tell apart on paper."""
    return fold_homoglyphs("".join(re.findall(r"\w", str(value).upper()))).translate(_TWINS)


def measure(name: str, printed: Sample, path: Path, score: Score) -> Iterator[str]:
    """Score one file; give a line for each field that is not right."""
    for true, found in pairs(list(records(path)), [{"record": "shipment", **one} for one in printed.truth]):
        for one, value in _fields(true, found):
            if true.get(one) is None:
                score.invented[one] += 1
                continue
            score.printed[name, one] += 1
            if agrees(value, true[one]):
                score.right[name, one] += 1
            else:
                yield f"{path.name} item {true['item_number']} {one}: {value!r} for {true[one]!r}"


def _fields(true: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for one, value in true.items():
        if one != "record" and (value is not None or found.get(one) is not None):
            yield one, found.get(one)


def scored(which: str, names: Iterable[str], seeds: int, folder: Path) -> tuple[Score, list[str]]:
    """Print and read every sample of a set."""
    renderings, first, usual = SETS[which]
    score, wrong = Score(), []
    for name in names or renderings:
        for seed in range(first, first + (seeds or usual)):
            made = sample(name, seed)
            path = folder / f"{re.sub(r'[^a-z0-9]+', '_', name)}_{seed}{made.suffix}"
            path.write_bytes(made.data)
            wrong += measure(name, made, path, score)
    return score, wrong


def run() -> Iterator[Ratio]:
    """Give the figures that `make bench` prints."""
    for which, wanted in WANTED.items():
        with TemporaryDirectory() as folder:
            score, _ = scored(which, (), 0, Path(folder))
        yield Ratio(f"fields of goods declarations, {which}", score.share(), wanted, "of 1", "the figure to reach")


def table(score: Score) -> Iterator[str]:
    """Print shares by rendering and by field, the worst fields first."""
    for name in dict.fromkeys(name for name, _ in score.printed):
        yield f"{score.share(0, name):.4f}  {name}"
    by_field = {name: score.share(1, name) for _, name in score.printed}
    for name in sorted(by_field, key=lambda name: by_field[name]):
        yield f"{by_field[name]:.4f}  {name:28} invented {score.invented[name]}"
    yield f"{score.share():.4f}  ALL ({score.printed.total()} fields, {score.invented.total()} invented)"


def main() -> None:
    """Print the figures of one set."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.declarations", description=__doc__)
    parser.add_argument("renderings", nargs="*")
    parser.add_argument("--set", default="text", choices=SETS)
    parser.add_argument("--seeds", type=int, default=0)
    parser.add_argument("--wrong", action="store_true", help="list every field that is not right")
    parser.add_argument("--keep", type=Path, help="keep the prints in this folder")
    options = parser.parse_args()
    with TemporaryDirectory() as passing:
        folder = options.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        score, wrong = scored(options.set, options.renderings, options.seeds, folder)
    print(*(wrong if options.wrong else ()), *table(score), sep="\n")


if __name__ == "__main__":
    main()
