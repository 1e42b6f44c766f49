"""The first large source of a case goes in without the write-ahead log, and is as safe as any other."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from store.case import Case
from store.digest import digest
from tests.store.conftest import SHEET, add, sheet

ROOT = Path(__file__).resolve().parents[2]
LARGE = 1 << 30

KILLED = """
import os, signal, sys
from store.case import Case
case = Case.create(sys.argv[1])
case.begin_run("dump -o case.db", "0.1.0")
case.db.execute("PRAGMA cache_size = 10")
with case.filling(1 << 30), case.transaction() as db:
    db.execute("CREATE TABLE much (text)")
    db.executemany("INSERT INTO much VALUES (?)", ((os.urandom(1000),) for _ in range(5000)))
    db.execute("UPDATE meta SET value = '0.0.0'")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def journal(case: Case) -> str:
    mode: str = case.db.execute("PRAGMA main.journal_mode").fetchone()[0]
    return mode


@pytest.fixture
def case(tmp_path: Path):
    with Case.create(tmp_path / "case.db") as made:
        made.begin_run("dump -o case.db", "0.1.0")
        yield made


def test_an_empty_case_takes_much_without_its_log(case: Case) -> None:
    with case.filling(LARGE), case.transaction():
        assert journal(case) == "delete"
    assert journal(case) == "wal"


def test_a_fault_leaves_the_log_as_it_was(case: Case) -> None:
    with pytest.raises(ZeroDivisionError), case.filling(LARGE), case.transaction():
        case.sources.add("0" * 64, 1 // 0, "")
    assert journal(case) == "wal"


def test_little_goes_through_the_log(case: Case) -> None:
    with case.filling(1_000_000):
        assert journal(case) == "wal"


def test_a_case_that_holds_something_keeps_its_log(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, "rows.xlsx", SHEET, sheet())
    with case.filling(LARGE):
        assert journal(case) == "wal"


def test_nobody_who_reads_is_kept_waiting(case: Case) -> None:
    with Case.open(case.path) as reader:
        reader.db.execute("BEGIN")
        reader.db.execute("SELECT count(*) FROM shipment").fetchone()
        with case.filling(LARGE):
            assert journal(case) == "wal"
            assert reader.db.execute("SELECT count(*) FROM shipment").fetchone() == (0,)


def test_a_kill_in_the_middle_leaves_the_case_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    run = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=ROOT, timeout=60, check=False)
    assert run.returncode == -signal.SIGKILL
    assert path.with_name("case.db-journal").stat().st_size > 0, "pages were not yet written when it died"
    with Case.create(path) as case, Case.create(tmp_path / "other.db") as other:
        other.begin_run("dump -o case.db", "0.1.0")
        assert digest(case) == digest(other)
        assert case.db.execute("SELECT value FROM meta WHERE key = 'unlade_version'").fetchone() == ("0.1.0",)
        assert case.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'much'").fetchone() is None
