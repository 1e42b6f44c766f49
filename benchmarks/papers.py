"""Measure companies, sums and days on invoices and agreements made up in eight languages and many layouts.

    python -m benchmarks.papers [--held] [--miss] [--record] [--seeds N] [LANGUAGE...]

The wording is benchmarks/made/*.toml; a seed draws everything else. Figures are counted as the measuring kit counts
them: values as sets per paper, equal after case, blanks and punctuation are evened out; recall over what must be found,
precision over all that was found. ``--held`` takes seeds that nobody looks at while rules are made; only those are
recorded, in benchmarks/papers.json, and one that fell ends with 1.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.kit import fallen, read
from benchmarks.made import facts
from benchmarks.made.agreement import agreement, text_agreement
from benchmarks.made.facts import Truth
from benchmarks.made.invoice import invoice

RECORDED = Path(__file__).with_suffix(".json")
KINDS = ("company", "amount", "date")
SEEN, HELD = 0, 10_000
SEEDS = 12

Made = tuple[bytes, Truth]
MAKERS: Mapping[str, tuple[str, str, Callable[[int, str], Made]]] = {
    "invoices": ("words", ".pdf", invoice),
    "agreements": ("contracts", ".pdf", agreement),
}
"""What is made: its table of wording, how its file is called, who makes it."""


def papers(folder: Path, kind: str, languages: Sequence[str], seeds: Sequence[int]) -> Iterator[tuple[Path, Truth]]:
    """Write the papers of a kind."""
    table, ending, make = MAKERS[kind]
    for language in facts.words(table):
        for seed in seeds if language in languages or not languages else ():
            drawn = language in facts.words("words")
            data, truth = (make if drawn else text_agreement)(seed, language)
            path = folder / f"{kind}-{language}-{seed}{ending if drawn else '.txt'}"
            path.write_bytes(data)
            yield path, truth


def evened(kind: str, value: str) -> str:
    """Even out what does not make two values different."""
    if kind == "amount":
        return format(Decimal(value).normalize(), "f")
    if kind == "date":
        return value
    return " ".join(re.sub(r"[^\w]+", " ", unicodedata.normalize("NFKC", value).casefold().replace("ё", "е")).split())


def compare(truth: Truth, found: Mapping[str, Any]) -> Iterator[tuple[str, Counter[str], list[str], list[str]]]:
    """Give for each kind of value the counts, what was missed, and what is wrong."""
    for kind in KINDS:
        known = {evened(kind, value): must for value, must in truth.values.get(kind, {}).items()}
        given = {evened(kind, one["value"]) for one in found.get(kind, ())}
        missed = [value for value, must in known.items() if must and value not in given]
        wrong = sorted(given - known.keys())
        must = sum(known.values())
        counts = Counter(must=must, found=must - len(missed), given=len(given), right=len(given) - len(wrong))
        yield kind, counts, missed, wrong


def measure(languages: Sequence[str], seeds: Sequence[int], *, miss: bool) -> dict[str, float]:
    """Measure all kinds of papers; figures are named papers.kind.figure."""
    figures: dict[str, float] = {}
    for name in MAKERS:
        totals: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
        with tempfile.TemporaryDirectory() as folder:
            truths = {str(path): truth for path, truth in papers(Path(folder), name, languages, seeds)}
            for found in read(truths):
                doc = str(found["doc"])
                for kind, counts, missed, wrong in compare(truths[doc], found["fields"]):  # type: ignore[arg-type]
                    totals[kind] += counts
                    if miss and (missed or wrong):
                        print(f"{Path(doc).name} {kind}: missed {missed} wrong {wrong}")
        for kind, counts in totals.items():
            if not counts["must"]:
                continue
            figures[f"{name}.{kind}.recall"] = round(counts["found"] / max(1, counts["must"]), 4)
            figures[f"{name}.{kind}.precision"] = round(counts["right"] / max(1, counts["given"]), 4)
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE")
    parser.add_argument("--held", action="store_true", help="take the seeds that nobody looks at")
    parser.add_argument("--miss", action="store_true", help="print what was missed and what is wrong")
    parser.add_argument("--record", action="store_true", help="write figures that rose to benchmarks/papers.json")
    parser.add_argument("--seeds", type=int, default=SEEDS, metavar="N", help="papers of each kind and language")
    options = parser.parse_args()
    first = HELD if options.held else SEEN
    figures = measure(options.languages, range(first, first + options.seeds), miss=options.miss)
    for name, value in figures.items():
        print(f"{name:28} {value:.4f}")
    if not options.held or options.languages or options.seeds != SEEDS:
        return 0
    recorded = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    if options.record:
        risen = {name: max(value, recorded.get(name, 0.0)) for name, value in figures.items()}
        RECORDED.write_text(json.dumps(dict(sorted(risen.items())), indent=1) + "\n", encoding="utf-8")
    losses = fallen(figures, recorded)
    print("\n".join(losses), file=sys.stderr)
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main())
