"""The run, through the process: what a dump becomes, again, moved, killed, stopped, with faults in it."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store.case import Case
from store.export import digest
from tests.unlade.conftest import environment

HEADER = "Дата;Отправитель;Получатель;Код ТН ВЭД;Страна происхождения;Вес нетто, кг;Стоимость, USD"


def rows(number, count=20):
    firms = f"ООО «Фирма {number}»;Example Trading {number} LLC"
    lines = [f"{1 + n % 28:02}.05.2022;{firms};85423190{n:02};Китай;{n + 1},5;{n * 10},50" for n in range(count)]
    return "\n".join([HEADER, *lines]) + "\n"


@pytest.fixture
def dump(tmp_path):
    folder = tmp_path / "dump"
    (folder / "inner").mkdir(parents=True)
    for number in range(6):
        (folder / f"rows{number}.csv").write_text(rows(number), encoding="utf-8")
    (folder / "inner" / "letter.txt").write_text("ООО «Пример» продало товар на 1 234,50 USD 12 мая 2022 г.\n")
    shutil.copy(folder / "rows0.csv", folder / "inner" / "twin.csv")
    return folder


def content(case):
    with Case.open(case) as opened:
        return digest(opened)


def every_row(case):
    """Dump every table, row by row."""
    with sqlite3.connect(f"file:{case}?mode=ro", uri=True) as db:
        return list(db.iterdump())


def statuses(unlade, case):
    lines = unlade("status", case, "--json").stdout.splitlines()
    return {path: found for found in map(json.loads, lines) for path in found["paths"]}


def test_a_dump_becomes_a_case(unlade, dump, tmp_path):
    done = unlade("run", dump, "-o", "case.db")
    assert done.returncode == 0, done.stderr
    assert "120 shipment" in done.stdout
    assert {found["status"] for found in statuses(unlade, "case.db").values()} == {"ok"}
    assert statuses(unlade, "case.db")["rows0.csv"]["paths"] == ["inner/twin.csv", "rows0.csv"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["case.db", "case.db.lock", "dump"]


def test_a_second_run_changes_no_row(unlade, dump, tmp_path):
    unlade("run", dump, "-o", "case.db")
    before = every_row(tmp_path / "case.db")
    done = unlade("run", dump, "-o", "case.db")
    assert done.returncode == 0
    assert "0 of them new" in done.stdout
    assert every_row(tmp_path / "case.db") == before


def test_only_what_is_new_is_read(unlade, dump, tmp_path):
    unlade("run", dump, "-o", "case.db")
    (dump / "rows9.csv").write_text(rows(9), encoding="utf-8")
    (dump / "rows1.csv").write_text(rows(1, count=5), encoding="utf-8")
    done = unlade("run", dump, "-o", "case.db")
    assert "2 of them new" in done.stdout
    unlade("run", dump, "-o", "fresh.db")
    assert content(tmp_path / "case.db") == content(tmp_path / "fresh.db")


def test_any_number_of_workers_gives_the_same_rows(unlade, dump, tmp_path):
    unlade("run", dump, "-o", "one.db", "--workers", 1)
    unlade("run", dump, "-o", "two.db", "--workers", 2)
    assert content(tmp_path / "one.db") == content(tmp_path / "two.db")
    shipments = "SELECT * FROM shipment ORDER BY id"
    one, two = (sqlite3.connect(tmp_path / name).execute(shipments).fetchall() for name in ("one.db", "two.db"))
    assert one == two


def test_a_broken_file_is_listed_with_a_reason(unlade, dump):
    (dump / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <<")
    (dump / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(100))
    (dump / "nothing.csv").write_bytes(b"")
    done = unlade("run", dump, "-o", "case.db")
    assert done.returncode == 10
    assert "broken.pdf" in done.stdout
    found = statuses(unlade, "case.db")
    assert found["broken.pdf"]["status"] == "error"
    assert found["film.mp4"]["status"] == "unsupported"
    assert found["nothing.csv"]["status"] == "empty"
    assert all(found[name]["reason"] for name in ("broken.pdf", "film.mp4", "nothing.csv"))


def test_special_files_have_a_row_too(unlade, dump):
    os.mkfifo(dump / "pipe")
    (dump / "link").symlink_to("/etc/passwd")
    unlade("run", dump, "-o", "case.db")
    found = statuses(unlade, "case.db")
    assert found["pipe"]["status"] == found["link"]["status"] == "skipped"


@pytest.mark.parametrize(("name", "status"), [("hang", "timeout"), ("segfault", "crash"), ("eat", "memory")])
def test_a_planted_fault_costs_only_its_file(unlade, dump, name, status):
    (dump / f"{name}.csv").write_text(rows(7), encoding="utf-8")
    done = unlade(dump, "case.db", module="tests.unlade.planted_run")
    assert done.returncode == 10, done.stderr
    found = statuses(unlade, "case.db")
    assert found.pop(f"{name}.csv")["status"] == status
    assert {file["status"] for file in found.values()} == {"ok"}


def test_a_file_that_changes_while_it_is_read_is_said_so(unlade, dump):
    (dump / "changing.csv").write_text(rows(7), encoding="utf-8")
    unlade(dump, "case.db", module="tests.unlade.planted_run")
    found = statuses(unlade, "case.db")["changing.csv"]
    assert found["status"] == "changed"


def test_retry_reads_the_failed_files_again(unlade, dump):
    (dump / "segfault.csv").write_text(rows(7), encoding="utf-8")
    unlade(dump, "case.db", module="tests.unlade.planted_run")
    done = unlade("retry", "case.db")
    assert done.returncode == 0, done.stderr
    assert "140 shipment" in done.stdout


def start(dump, tmp_path, *arguments):
    command = [sys.executable, "-m", "tests.unlade.planted_run", str(dump), "case.db", *arguments]
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=tmp_path, env=environment(), **pipes)


def wait_for(condition):
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def in_work(case):
    """Count the files that are taken up and not finished."""
    try:
        with sqlite3.connect(f"file:{case}?mode=ro", uri=True, timeout=1) as db:
            return db.execute("SELECT count(*) FROM source WHERE status = 'in_progress'").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def children(pid):
    """List all that descends from a process."""
    below = []
    for task in Path("/proc").glob(f"{pid}/task/*/children"):
        for child in task.read_text().split():
            below += [int(child), *children(int(child))]
    return below


@pytest.mark.parametrize("name", ["rows3.csv", "a.csv", "zz.csv"])
def test_killed_in_the_middle_and_repeated_gives_the_same(unlade, dump, tmp_path, name):
    (dump / "slow.csv").write_text(rows(8), encoding="utf-8")
    (dump / name).write_text(rows(11), encoding="utf-8")
    process = start(dump, tmp_path)
    wait_for(lambda: in_work(tmp_path / "case.db"))
    below = children(process.pid)
    process.kill()
    process.wait()
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in below))
    assert "in_progress" in unlade("status", "case.db").stdout
    assert unlade("run", dump, "-o", "case.db").returncode == 0
    unlade("run", dump, "-o", "undisturbed.db")
    assert content(tmp_path / "case.db") == content(tmp_path / "undisturbed.db")
    assert not (tmp_path / "case.db.work").exists()


def test_one_interrupt_finishes_the_files_in_work(unlade, dump, tmp_path):
    (dump / "a").mkdir()
    (dump / "a" / "slow.csv").write_text(rows(8), encoding="utf-8")
    process = start(dump, tmp_path, "1")
    wait_for(lambda: in_work(tmp_path / "case.db"))
    process.send_signal(signal.SIGINT)
    _, words = process.communicate(timeout=60)
    assert process.returncode == 130, words
    assert b"Traceback" not in words
    assert statuses(unlade, "case.db")["a/slow.csv"]["status"] == "ok"
    assert unlade("run", dump, "-o", "case.db").returncode == 0
    unlade("run", dump, "-o", "undisturbed.db")
    assert content(tmp_path / "case.db") == content(tmp_path / "undisturbed.db")


def test_two_interrupts_stop_at_once(dump, tmp_path):
    (dump / "hang.csv").write_text(rows(8), encoding="utf-8")
    process = start(dump, tmp_path, "1")
    wait_for(lambda: (tmp_path / "case.db.work").exists() and len(children(process.pid)) > 1)
    process.send_signal(signal.SIGINT)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=10)
    assert process.returncode != 0


def test_a_case_in_use_is_said_with_its_own_code(unlade, dump, tmp_path):
    (dump / "slow.csv").write_text(rows(8), encoding="utf-8")
    process = start(dump, tmp_path)
    wait_for(lambda: in_work(tmp_path / "case.db"))
    refused = unlade("run", dump, "-o", "case.db")
    assert refused.returncode == 4
    assert "Traceback" not in refused.stderr
    process.wait(60)


def test_show_finds_the_place_again_and_says_when_it_changed(unlade, dump, tmp_path):
    unlade("run", dump, "-o", "case.db")
    hit = json.loads(unlade("search", "case.db", "Фирма 1", "--json", "--limit", 1).stdout.splitlines()[0])
    shown = unlade("show", "case.db", hit["ref"])
    assert shown.returncode == 0, shown.stdout
    assert "same" in shown.stdout
    source = dump / "rows1.csv"
    source.write_bytes(source.read_bytes()[:-2] + b"1\n")
    shown = unlade("show", "case.db", hit["ref"], "--json")
    assert json.loads(shown.stdout)["check"] == "changed"
    source.unlink()
    shown = unlade("show", "case.db", hit["ref"], "--json")
    assert json.loads(shown.stdout)["check"] == "missing"
    assert shown.returncode == 10


def test_a_case_moves_with_its_dump(unlade, dump, tmp_path):
    unlade("run", dump, "-o", "case.db")
    hit = json.loads(unlade("search", "case.db", "Фирма 1", "--json", "--limit", 1).stdout.splitlines()[0])
    laptop = tmp_path / "laptop"
    shutil.move(dump, laptop)
    assert json.loads(unlade("show", "case.db", hit["ref"], "--json").stdout)["check"] == "missing"
    move = f"{dump}={laptop}"
    assert json.loads(unlade("show", "case.db", hit["ref"], "--json", "--root", move).stdout)["check"] == "same"
    again = unlade("run", laptop, "-o", "case.db", "--root", move)
    assert "0 of them new" in again.stdout
    assert json.loads(unlade("show", "case.db", hit["ref"], "--json").stdout)["check"] == "same"


def test_a_name_with_an_escape_sequence_is_shown_as_text(unlade, dump):
    (dump / "\x1b[31mred\x07.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(100))
    for arguments in (["run", dump, "-o", "case.db"], ["status", "case.db"], ["status", "case.db", "--json"]):
        done = unlade(*arguments)
        assert "\x1b" not in done.stdout + done.stderr
        assert "[31mred" in done.stdout


def test_the_case_inside_its_dump_is_not_read(unlade, dump):
    assert unlade("run", dump, "-o", dump / "case.db").returncode == 0
    assert "case.db" not in statuses(unlade, dump / "case.db")


def test_a_failing_disk_of_the_log_is_no_second_fault(unlade, dump):
    (dump / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <<")
    Path(dump.parent / "case.db.log").mkdir()
    done = unlade("run", dump, "-o", "case.db")
    assert done.returncode == 10
    assert "log" in done.stderr


def test_plan_changes_nothing(unlade, dump, tmp_path):
    (dump / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(100))
    before = sorted(p for p in tmp_path.rglob("*"))
    done = unlade("plan", dump, "--json")
    assert sorted(p for p in tmp_path.rglob("*")) == before
    made = json.loads(done.stdout)
    assert made["files"] == 9
    assert made["kinds"]["csv"] == 7
    assert made["duplicates"] == 1
    assert made["statuses"]["ok"] == 8
    assert made["unsupported"] == {"media": 1}


def test_read_prints_one_line_a_document(unlade, dump):
    (dump / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <<")
    files = sorted(dump.glob("*.*"))
    done = unlade("read", *files)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["doc"] for line in lines] == [str(file) for file in files]
    assert [bool(line["error"]) for line in lines] == [file.suffix == ".pdf" for file in files]
    assert done.returncode == 10


def test_try_explains(unlade, dump):
    done = unlade("try", dump / "rows0.csv")
    assert done.returncode == 0
    assert "consignor" in done.stdout
