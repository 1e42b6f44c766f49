"""PDFs page by page: what geometry costs over bare text, tables against pdfplumber's, and whether those agree.

Measured on pages made for it (benchmarks/pdf_set.py) and, where UNLADE_KIT names the measuring kit, on its PDFs too.
Each side reads in one process; only the reading is counted. The sides take turns, so that all meet the same machine.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measure import Ratio, cost, python_module
from benchmarks.pdf_set import make

ROUNDS = 3


def run() -> Iterator[Ratio]:
    """Measure both sets."""
    with tempfile.TemporaryDirectory() as folder:
        for name, files in sets(Path(folder)):
            yield from speed(name, files)
            yield from agreement(name, files)


def sets(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the sets there are."""
    yield "made", list(map(str, make(folder)))
    kit = os.environ.get("UNLADE_KIT")
    if kit:
        yield "kit", sorted(map(str, Path(kit).glob("data/*/docs/*.pdf")))


def speed(name: str, files: Sequence[str]) -> Iterator[Ratio]:
    """Compare CPU seconds."""
    spent: dict[str, list[float]] = {side: [] for side in ("bare", "geometry", "tables", "parts")}
    for _ in range(ROUNDS):
        for side, seconds in spent.items():
            seconds.append(reading(side, files))
    middle = {side: statistics.median(seconds) for side, seconds in spent.items()}
    for side, title in (("geometry", "characters, boxes, rules"), ("parts", "text, words, all tables")):
        yield Ratio(f"{title} ({name} PDFs)", middle[side], middle["bare"], "CPU s", "bare pypdfium2 text")
    peer = reading("pdfplumber_tables", files)
    for side, title in (("tables", "words and ruled tables"), ("parts", "text, words, all tables")):
        yield Ratio(f"{title}: speed ({name} PDFs)", 1 / middle[side], 1 / peer, "sets a CPU s", "pdfplumber's tables")


def reading(side: str, files: Sequence[str]) -> float:
    """Take the CPU seconds of one side."""
    return float(cost(python_module("benchmarks.pdf_sides", side, *files)).printed)


def agreement(name: str, files: Sequence[str]) -> Iterator[Ratio]:
    """Compare grids and texts."""
    counts = json.loads(cost(python_module("benchmarks.pdf_agreement", *files)).printed)
    tables, same = counts.get("tables", 0), counts.get("same grid", 0)
    yield Ratio(f"same grid ({name} PDFs)", same, tables, "tables", "pdfplumber's")
    apart = {kind: counts.get(kind, 0) for kind in ("fake bold", "turned text")}
    title = f"same text ({name} PDFs; apart: {', '.join(f'{count} {kind}' for kind, count in apart.items())})"
    yield Ratio(title, counts.get("same text", 0), same - sum(apart.values()), "tables", "pdfplumber's")
