"""``unlade run`` whose reader hangs, dies or gorges on files of certain names.

With arguments (DUMP CASE [WORKERS]) it is the run, without it is one of its workers.
"""

import ctypes
import sys
import time
from pathlib import Path

from extract.model import Source
from extract.readers import pdf
from store.shard import Shard
from unlade import reading, worker
from unlade.jobs import JOBS
from unlade.salvage import SHARD


def shard(arguments, report):
    name = Path(arguments["path"]).stem
    if name == "hang":
        time.sleep(600)
    if name == "segfault":
        ctypes.string_at(0)
    if name == "eat":
        hoard = []
        while len(hoard) < 256:
            hoard.append(bytearray(b"x") * (16 * 1024**2))
            report.alive()
    if name == "early":
        Shard(report.directory / SHARD, Source("0" * 64, 1, "csv"))
        time.sleep(600)
    if name == "forged":
        (report.directory / SHARD).write_bytes(b"SQLite format 3\0 but no more")
        report.tell(kind="csv", parts=1, found=1)
        return None
    if name == "slow":
        time.sleep(2)
    if name == "changing":
        Path(arguments["path"]).write_text("other bytes")
    if name.startswith("third_page"):
        pdf.loaded = _failing_at(2, pdf.loaded, FAULTS[name])
    if name == "halfway":
        report = _StopsAfter(report, 5)
    return reading.shard(arguments, report)


FAULTS = {"third_page_kills": lambda: ctypes.string_at(0), "third_page_fails": lambda: {}["page"]}


def _failing_at(last, loaded, fault):
    return lambda document, index: fault() if index == last else loaded(document, index)


class _StopsAfter:
    """Let a reader get on for a while, then hang."""

    def __init__(self, report, beats):
        self._report, self._left = report, beats

    def __getattr__(self, name):
        return getattr(self._report, name)

    def alive(self):
        self._left -= 1
        if self._left < 0:
            time.sleep(600)
        self._report.alive()


def main(dump, case, workers="2"):
    from extract.walk import find
    from store.case import Case
    from unlade import closing, faults
    from unlade.limits import Limits
    from unlade.run import Settings, run

    faults.work_on(Path(case))
    settings = Settings(int(workers), Limits(6.0, 700 * 1024**2), module="tests.unlade.planted_run")
    with Case.create(Path(case)) as opened:
        return closing.close(opened, run(opened, find([dump]), settings, "planted"), as_json=False)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(main(*sys.argv[1:]))
    worker.main({**JOBS, "shard": "tests.unlade.planted_run:shard"})
