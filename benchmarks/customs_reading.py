"""A customs extract as CSV, read to batches that are thrown away, against the csv module that throws its rows away.

What a further million rows costs, start and dictionaries taken off (the smaller has all the firms that the larger has);
and the memory, which must not grow with the rows:
``python -m benchmarks.customs_reading ROWS ROWS``.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.customs_csv import write
from benchmarks.measure import Cost, Ratio, cost, python

PARSED = """
import csv, sys
for row in csv.reader(open(sys.argv[1], encoding=sys.argv[2], newline=""), delimiter=";"):
    pass
"""
EXTRACTED = """
import sys
from pathlib import Path
from unlade.warm import warm
from extract.model import Source
from extract.records import extract
warm()
for item in extract(Source("0" * 64, 1, "csv"), Path(sys.argv[1])):
    pass
"""


def run(counts: Sequence[int] = (400_000, 1_000_000)) -> Iterator[Ratio]:
    """Compare the CPU of each further million rows, and the memory for the smallest and the largest extract."""
    few, *_, many = sorted(counts)
    for encoding in ("cp1251", "utf-8"):
        (ours, theirs), (ours_last, theirs_last) = _measured(few, encoding), _measured(many, encoding)
        title = f"customs CSV, {encoding}, read"
        per_million = 1e6 / (many - few)
        ours_more, theirs_more = ours_last.cpu - ours.cpu, theirs_last.cpu - theirs.cpu
        further = f"{title}, each further million rows"
        yield Ratio(further, ours_more * per_million, theirs_more * per_million, "CPU s", "csv.reader")
        yield Ratio(f"{title}, {many:,} rows: memory", ours_last.peak, ours.peak, "MiB", f"that of {few:,} rows")


def _measured(count: int, encoding: str) -> tuple[Cost, Cost]:
    with tempfile.TemporaryDirectory() as folder:
        extract = Path(folder) / "extract.csv"
        write(extract, count, encoding)
        return cost(python(EXTRACTED, str(extract))), cost(python(PARSED, str(extract), encoding))


if __name__ == "__main__":
    for ratio in run([int(count) for count in sys.argv[1:]] or (400_000, 1_000_000)):
        print(ratio, flush=True)
