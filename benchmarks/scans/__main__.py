"""Read papers from their scans and print what is lost, by language and by wear.

    python -m benchmarks.scans [--paper WORD] [--wear NAME,NAME] [--lost]

``--paper``: only papers whose name holds the word. ``--lost``: print each field that was lost. A paper costs some
seconds of a processor, all of them in all wears a quarter of an hour. Needs Tesseract with all its languages here.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence

from benchmarks.scans.papers import Paper, drawn, font_of, papers
from benchmarks.scans.score import NOTHING, Score, lost, read_pdf, read_scan, score
from benchmarks.scans.wear import WEARS, worn


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scans")
    parser.add_argument("--paper", default="")
    parser.add_argument("--wear", type=lambda names: names.split(","), default=list(WEARS))
    parser.add_argument("--lost", action="store_true")
    asked = parser.parse_args()
    by_paper: defaultdict[str, Score] = defaultdict(lambda: NOTHING)
    by_wear: defaultdict[str, Score] = defaultdict(lambda: NOTHING)
    for paper in papers():
        if asked.paper not in paper.name:
            continue
        for wear, scored in measured(paper, asked.wear, asked.lost):
            by_paper[paper.name] += scored
            by_wear[wear] += scored
        print(f"{paper.name:22} {by_paper[paper.name]}", flush=True)
    print()
    for wear, scored in by_wear.items():
        print(f"{wear:22} {scored}")
    print(f"{'all':22} {sum(by_wear.values(), NOTHING)}")


def measured(paper: Paper, wears: Sequence[str], tell: bool) -> Iterator[tuple[str, Score]]:
    """Yield the score of a paper in each wear."""
    font = font_of(paper)
    if font is None:
        print(f"{paper.name:22} not measured: no letters for it on this machine", flush=True)
        return
    pdf = drawn(paper, font)
    truth = read_pdf(pdf)
    if missing := lost(paper.wanted, truth.text):
        raise SystemExit(f"{paper.name} does not print {missing}")
    for name in wears:
        wear = WEARS[name]
        scan = read_scan(worn(pdf, wear), wear.dpi)
        if tell:
            print(f"  {name:9}", *(f"{one.kind}={one.text}" for one in lost(paper.wanted, scan.text)), sep="  ")
        yield name, score(paper, truth, scan)


if __name__ == "__main__":
    main()
