"""Two long PDFs at once: two workers of `unlade run` against two bare loops of the same work, and the memory of it all.

    python -m benchmarks.pdf_scaling FILE SHARD     one bare loop: reads the file, writes its shard

UNLADE_PAGES=28000 makes them as long as the largest registers; without it they are short enough for `make bench`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measure import ROOT, Ratio, cost, python_module
from benchmarks.pdf_long import write

PAGES = int(os.environ.get("UNLADE_PAGES", "1400"))
MEMORY = 500
"""MiB that all processes together may use."""


def run() -> Iterator[Ratio]:
    """Compare CPU seconds, since the machine may be shared; the time to the first page is of one loop."""
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / "dump"
        dump.mkdir()
        files = [write(dump / f"register{seed}.pdf", PAGES, seed) for seed in (1, 2)]
        loops = list(map(json.loads, in_parallel([[str(file), f"{file}.shard"] for file in files])))
        for file in files:
            Path(f"{file}.shard").unlink()
        workers = cost(python_module("benchmarks.phases", str(dump), str(Path(folder) / "case.db")))
        reading = json.loads(workers.printed)["reading"]
    bare = sum(loop["cpu"] for loop in loops)
    title = f"2 PDFs of {PAGES} pages, 2 workers: work a CPU s"
    yield Ratio(title, 2 * PAGES / reading, 2 * PAGES / bare, "pages", "two bare loops")
    yield Ratio(f"2 PDFs of {PAGES} pages: memory of all", workers.peak, MEMORY, "MiB", "what is allowed")
    first = max(loop["first"] for loop in loops)
    yield Ratio(f"a PDF of {PAGES} pages: to the first page", first, bare / 2, "CPU s", "all of it")


def in_parallel(arguments: Sequence[Sequence[str]]) -> Iterator[str]:
    """Run the loops at once; give what each prints."""
    commands = [python_module("benchmarks.pdf_scaling", *each) for each in arguments]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for command in commands]
    for process in running:
        yield process.communicate()[0]
        if process.returncode:
            raise RuntimeError(f"a loop ended with {process.returncode}")


def loop(path: Path, shard: Path) -> None:
    """Do what a worker's child does, without a worker."""
    from extract.model import Part, Source
    from extract.records import extract
    from store.shard import Shard

    first = None
    start = time.process_time()
    source = Source("0" * 64, path.stat().st_size, "pdf")
    with Shard(shard, source) as into:
        for item in extract(source, path):
            into.write(item)
            if first is None and isinstance(item, Part):
                first = time.process_time() - start
    print(json.dumps({"cpu": time.process_time() - start, "first": first}))


if __name__ == "__main__":
    loop(Path(sys.argv[1]), Path(sys.argv[2]))
