"""Many small files: what a confined child a file costs against one fresh interpreter a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Ratio, median_cost, python, unlade


def run(count: int = 500) -> Iterator[Ratio]:
    """Compare CPU seconds a file; the run's fixed cost is taken off by a run over one file."""
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / "dump"
        dump.mkdir()
        for n in range(count):
            (dump / f"note{n}.txt").write_text(f"Заметка {n}: ООО «Пример {n}», 12.05.2022.\n", encoding="utf-8")
        many = median_cost(unlade("run", str(dump), "-o", str(Path(folder) / "many.db")), rounds=1)
        one = median_cost(unlade("run", str(dump / "note0.txt"), "-o", str(Path(folder) / "one.db")), rounds=1)
        fresh = median_cost(python("import pdfplumber, spacy"))
        ours = (many.cpu - one.cpu) / (count - 1) * 1000
        yield Ratio(f"{count} small files, a file", ours, fresh.cpu * 1000, "CPU ms", "a fresh interpreter")
