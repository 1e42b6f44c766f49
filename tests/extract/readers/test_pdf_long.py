"""A long PDF flows by: its first page comes at once, and its last one costs no more memory than those before."""

import time
from pathlib import Path

import pytest

from benchmarks.pdf_long import write
from extract.model import Part, Source
from extract.readers import read_parts

PAGES = 600
STATUS = Path("/proc/self/statm")
MIB_A_PAGE = 0.02


def resident() -> float:
    """Give the memory of this process in MiB."""
    return int(STATUS.read_text().split()[1]) * 4096 / 1024**2


@pytest.mark.skipif(not STATUS.exists(), reason="memory is read from /proc")
def test_six_hundred_pages_come_one_by_one(tmp_path: Path):
    path = write(tmp_path / "long.pdf", PAGES)
    numbers, memory = [], []
    start = time.process_time()
    for item in read_parts(Source("0" * 64, path.stat().st_size, "pdf"), path):
        assert isinstance(item, Part)
        numbers.append(item.place.part)
        assert f"page {item.place.part}\n" in item.text
        memory.append(resident())
        if len(numbers) == 1:
            first = time.process_time() - start
    assert numbers == [*range(1, PAGES + 1)]
    assert first < (time.process_time() - start) / 5
    assert memory[-1] - memory[100] < MIB_A_PAGE * PAGES
