import json
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from store.case import Case
from store.digest import digest
from store.errors import CaseDamaged, CaseError, CaseInUse, CaseMissing, CaseTooNew, CaseUnwritable, DiskFull, NotACase
from tests.store.conftest import PDF, SHEET, add, letter, sheet

HOLDER = """
import sys, time
from store.case import Case
case = Case.create(sys.argv[1])
print("open", flush=True)
time.sleep(60)
"""


def test_a_closed_case_is_one_ordinary_file(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.db") as case:
        case.begin_run("dump -o case.db", "0.1.0")
        assert case.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        add(case, tmp_path, "rows.xlsx", SHEET, sheet())
    assert [path.name for path in tmp_path.iterdir()] == ["case.db"]
    assert (tmp_path / "case.db").read_bytes()[18:20] == b"\x01\x01"  # rollback journal, not WAL


def test_create_opens_what_is_there(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.db") as case:
        add(case, tmp_path, "rows.xlsx", SHEET, sheet())
        before = digest(case)
    with Case.create(tmp_path / "case.db") as case:
        assert digest(case) == before


def test_readers_work_while_a_run_writes(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.db") as case:
        case.begin_run("dump -o case.db", "0.1.0")
        add(case, tmp_path, "rows.xlsx", SHEET, sheet())
        with case.transaction() as db, Case.open(tmp_path / "case.db") as reader:
            db.execute("DELETE FROM shipment")
            assert reader.db.execute("SELECT count(*) FROM shipment").fetchone() == (3,)


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    Case.create(tmp_path / "case.db").close()
    with pytest.raises(CaseUnwritable), Case.open(tmp_path / "case.db") as case:
        case.db.execute("DELETE FROM source")


def test_the_second_writer_is_told_who_holds_the_case(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.db"), pytest.raises(CaseInUse) as refused:
        Case.create(tmp_path / "case.db")
    assert f"process {os.getpid()}" in str(refused.value)
    Case.create(tmp_path / "case.db").close()


def test_a_killed_writer_leaves_no_lock(tmp_path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path / "case.db"], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"open\n"
    with pytest.raises(CaseInUse):
        Case.create(tmp_path / "case.db")
    child.send_signal(signal.SIGKILL)
    child.communicate()
    Case.create(tmp_path / "case.db").close()


def test_a_missing_case_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(CaseMissing):
        Case.open(tmp_path / "case.db")
    assert list(tmp_path.iterdir()) == []


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t(x)")
    db.close()


def newer(path: Path) -> None:
    Case.create(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()


def damaged(path: Path) -> None:
    with Case.create(path) as case:
        add(case, path.parent, "rows.xlsx", SHEET, sheet(rows=3_000))
    content = bytearray(path.read_bytes())
    for page in range(10, len(content) // 4096, 3):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(content)


def a_text(path: Path) -> None:
    path.write_text("not a database, but long enough to be looked at" * 100)


@pytest.mark.parametrize(
    ("make", "error"), [(other_database, NotACase), (a_text, NotACase), (newer, CaseTooNew), (damaged, CaseDamaged)]
)
def test_a_file_that_cannot_be_a_case_is_refused_with_a_hint_and_left_alone(
    tmp_path: Path, make: object, error: type[CaseError]
) -> None:
    path = tmp_path / "case.db"
    assert callable(make)
    make(path)
    before = path.read_bytes()
    with pytest.raises(error) as refused:
        Case.open(path, write=True)
    assert refused.value.hint
    assert path.read_bytes() == before
    with pytest.raises(error):
        Case.create(path)
    assert [left.name for left in tmp_path.iterdir()] == ["case.db"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(CaseUnwritable):
        Case.create(tmp_path / "case.db")


def add_to_full_disk(path: Path) -> None:
    with Case.open(path, write=True) as case:
        pages = case.db.execute("PRAGMA page_count").fetchone()[0]
        case.db.execute(f"PRAGMA max_page_count = {pages}")
        add(case, path.parent, "rows.xlsx", SHEET, sheet(rows=3_000))


def test_a_full_disk_is_told_as_such_and_loses_nothing(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.db") as case:
        add(case, tmp_path, "order.pdf", PDF, letter())
    with pytest.raises(DiskFull):
        add_to_full_disk(tmp_path / "case.db")
    with Case.open(tmp_path / "case.db") as case:
        assert case.db.execute("SELECT count(*) FROM shipment").fetchone() == (0,)
        assert case.db.execute("SELECT count(*) FROM payment").fetchone() == (1,)
        assert case.sources.counts() == {"in_progress": 1, "ok": 1}


def add_a_root_and_fail(case: Case) -> None:
    with case.transaction():
        with case.transaction() as db:
            db.execute("INSERT INTO root(path) VALUES ('/x')")
        raise KeyError


def test_a_transaction_is_all_or_nothing_and_nests(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.db") as case:
        with pytest.raises(KeyError):
            add_a_root_and_fail(case)
        assert case.db.execute("SELECT count(*) FROM root").fetchone() == (0,)


def test_runs_are_kept(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.db") as case:
        run = case.begin_run("dump -o case.db", "0.1.0")
        case.end_run(run, "done")
        row = case.db.execute("SELECT arguments, version, outcome, ended >= started FROM run").fetchone()
    assert row == ("dump -o case.db", "0.1.0", "done", 1)


def test_an_older_fold_is_folded_anew_on_opening(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with Case.create(path) as case:
        add(case, tmp_path, "order.pdf", PDF, letter())
        case.db.execute("UPDATE meta SET value = '0' WHERE key = 'fold_version'")
        case.db.execute("UPDATE name SET folded = 'old'")
        case.db.execute("INSERT INTO part_fts(part_fts) VALUES ('delete-all')")
    with Case.open(path) as case:
        assert case.db.execute("SELECT count(*) FROM name WHERE folded = 'old'").fetchone() == (0,)
        assert case.db.execute("SELECT count(*) FROM part_fts WHERE part_fts MATCH 'Продавец'").fetchone() == (1,)


PLAIN_QUERY = "SELECT n.name FROM shipment s JOIN name n ON n.id = s.consignor WHERE s.year = 2022 AND s.row = 2"


@contextmanager
def finished(tmp_path: Path) -> Iterator[Path]:
    with Case.create(tmp_path / "case.db") as case:
        add(case, tmp_path, "rows.xlsx", SHEET, sheet())
    yield tmp_path / "case.db"


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="no sqlite3 shell")
def test_the_plain_shell_reads_and_searches_a_case(tmp_path: Path) -> None:
    with finished(tmp_path) as path:
        search = "SELECT count(*) FROM shipment_fts WHERE shipment_fts MATCH 'квадрокоптер'"
        out = subprocess.run(["sqlite3", path, PLAIN_QUERY, search], capture_output=True, text=True, check=True)
    assert out.stdout == "Vozdushnaya Mekhanika LLC\n3\n"


def test_sqlite_utils_reads_and_searches_a_case(tmp_path: Path) -> None:
    import sqlite_utils

    with finished(tmp_path) as path:
        db = sqlite_utils.Database(path)
        assert db["shipment"].detect_fts() == "shipment_fts"
        assert [row["row"] for row in db["shipment"].search("RW")] == [1, 2, 3]
        assert next(db.query(PLAIN_QUERY)) == {"name": "Vozdushnaya Mekhanika LLC"}


def test_plain_datasette_shows_labels_and_searches(tmp_path: Path) -> None:
    def get(path: str) -> Any:
        # The name Datasette itself looks at before it loads what is installed beside it: ours would be there.
        bare = "import sys; sys._called_from_test = True; from datasette.cli import cli; cli()"
        command = [sys.executable, "-c", bare, case, "--get", path]
        return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    with finished(tmp_path) as case:
        (row,) = get("/case/shipment.json?_labels=on&_shape=array&id=2")
        assert row["consignor"]["label"] == "Vozdushnaya Mekhanika LLC"
        assert row["source_id"]["label"] == "rows.xlsx"
        assert row["year"] == 2022
        found = get("/case/name.json?_shape=array&_search=vozdushnaya")
        assert [name["name"] for name in found] == ["Vozdushnaya Mekhanika LLC"]
