"""The lock of a case: one holder, and no file left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.errors import CaseInUse
from store.lock import Lock

CROWD = """
import sys, time
from pathlib import Path
from store.errors import CaseInUse
from store.lock import Lock
case, held = Path(sys.argv[1]), 0
until = time.monotonic() + 2
while time.monotonic() < until:
    try:
        with Lock(case):
            inside = case.with_name("inside").open("x")  # fails if there is another holder
            inside.close()
            case.with_name("inside").unlink()
            held += 1
    except CaseInUse:
        pass
print(held)
"""


def test_a_released_lock_leaves_no_file(tmp_path: Path) -> None:
    with Lock(tmp_path / "case.db") as lock:
        assert lock.path.read_text().startswith(f"process {os.getpid()} ")
    assert list(tmp_path.iterdir()) == []


def test_who_is_refused_does_not_remove_the_lock(tmp_path: Path) -> None:
    with Lock(tmp_path / "case.db") as lock:
        for _ in range(2):
            with pytest.raises(CaseInUse):
                Lock(tmp_path / "case.db")
        assert lock.path.exists()


def test_a_lock_removed_between_opening_and_locking_is_not_held(tmp_path: Path) -> None:
    """The second has opened the file, then the first goes and removes it: the second must hold the new one."""
    first = Lock(tmp_path / "case.db")

    class Slow(Lock):
        def _opened(self) -> int:
            file = super()._opened()
            if first.path.exists() and not hasattr(self, "waited"):
                self.waited = True
                first.release()
            return file

    with Slow(tmp_path / "case.db"), pytest.raises(CaseInUse):
        Lock(tmp_path / "case.db")


def test_of_a_crowd_one_holds_it_at_a_time(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CROWD, str(tmp_path / "case.db")]
    crowd = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    ended = [process.communicate(timeout=60) for process in crowd]
    assert [words for _, words in ended] == ["", "", ""]
    assert sum(int(held) for held, _ in ended) > 10
    assert list(tmp_path.iterdir()) == []
