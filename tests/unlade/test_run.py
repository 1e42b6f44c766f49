"""The run, through the process: what a dump becomes, again, moved, killed, stopped, with faults in it."""

import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest
from reportlab.pdfgen.canvas import Canvas

from store.case import Case
from store.digest import digest
from tests.conftest import DOCS
from tests.unlade.conftest import environment, rows


def content(case):
    with Case.open(case) as opened:
        return digest(opened)


def every_row(case):
    """Dump every table, row by row."""
    with sqlite3.connect(f"file:{case}?mode=ro", uri=True) as db:
        return list(db.iterdump())


def sha256(case):
    return hashlib.sha256(case.read_bytes()).hexdigest()


def statuses(unlade, case):
    lines = unlade("status", case, "--json").stdout.splitlines()
    return {path: found for found in map(json.loads, lines) for path in found["paths"]}


def test_a_dump_becomes_a_case(unlade, made):
    folder, done = made
    assert done.returncode == 0, done.stderr
    assert "120 shipment" in done.stdout
    found = statuses(unlade, folder / "case.db")
    assert {file["status"] for file in found.values()} == {"ok"}
    assert found["rows0.csv"]["paths"] == ["inner/twin.csv", "rows0.csv"]
    assert sorted(p.name for p in folder.iterdir()) == ["case.db", "case.metadata.json", "dump"]


def test_a_second_run_changes_no_byte(unlade, made):
    folder, _ = made
    before = every_row(folder / "case.db"), sha256(folder / "case.db")
    done = unlade("run", "dump", "-o", "case.db", cwd=folder)
    assert done.returncode == 0
    assert "; 0 files new" in done.stdout
    assert (every_row(folder / "case.db"), sha256(folder / "case.db")) == before


def test_a_file_that_is_no_case_is_left_alone_with_nothing_beside_it(unlade, dump, tmp_path):
    (tmp_path / "list.csv").write_text("not a database, but long enough to be looked at\n" * 100)
    assert unlade("run", dump, "-o", "list.csv").returncode == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dump", "list.csv"]


def test_files_that_went_are_told_beside_what_they_gave(unlade, dump):
    unlade("run", dump, "-o", "case.db")
    (dump / "rows0.csv").unlink()
    (dump / "rows1.csv").unlink()
    again = unlade("run", dump, "-o", "case.db")
    assert "no longer there: 1 file;" in again.stdout
    assert json.loads(unlade("run", dump, "-o", "case.db", "--json").stdout)["no_longer_there"] == 1
    listed = unlade("status", "case.db").stdout
    assert "ok          rows1.csv (no longer there)\n" in listed
    assert "ok          inner/twin.csv = rows0.csv (no longer there)\n" in listed
    assert "no longer there: 1\n" in listed
    found = statuses(unlade, "case.db")
    assert found["rows1.csv"]["no_longer_there"] == ["rows1.csv"]
    assert found["rows1.csv"]["status"] == "ok"
    assert found["rows2.csv"]["no_longer_there"] == []
    hits = unlade("search", "case.db", "Фирма 1", "--limit", 1).stdout
    assert "rows1.csv (no longer there), " in hits
    assert "(no longer there)" not in unlade("search", "case.db", "Фирма 0", "--limit", 1).stdout


def test_only_what_is_new_is_read(unlade, dump, tmp_path):
    unlade("run", dump, "-o", "case.db")
    (dump / "rows9.csv").write_text(rows(9), encoding="utf-8")
    (dump / "rows1.csv").write_text(rows(1, count=5), encoding="utf-8")
    done = unlade("run", dump, "-o", "case.db")
    assert "; 2 files new" in done.stdout
    unlade("run", dump, "-o", "fresh.db")
    assert content(tmp_path / "case.db") == content(tmp_path / "fresh.db")


def test_any_number_of_workers_gives_the_same_rows(unlade, made, tmp_path):
    folder, _ = made
    unlade("run", folder / "dump", "-o", "one.db", "--workers", 1)
    one, two = tmp_path / "one.db", folder / "case.db"
    assert content(one) == content(two)
    rows_of = [sqlite3.connect(case).execute("SELECT * FROM shipment ORDER BY id").fetchall() for case in (one, two)]
    assert rows_of[0] == rows_of[1]


def test_every_file_has_a_row_with_a_reason(unlade, tmp_path):
    dump = tmp_path / "dump"
    dump.mkdir()
    (dump / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <<")
    (dump / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(100))
    (dump / "nothing.csv").write_bytes(b"")
    (dump / "link").symlink_to("/etc/passwd")
    os.mkfifo(dump / "pipe")
    Path(os.fsdecode(os.fsencode(dump) + b"/caf\xe9.txt")).write_text("ООО «Пример» 12.05.2022")
    (dump / "\x1b[31mred\x07.txt").write_text("ООО «Пример» 13.05.2022")
    done = unlade("run", dump, "-o", "case.db")
    assert done.returncode == 10, done.stderr
    assert "broken.pdf" in done.stdout
    found = {path: file["status"] for path, file in statuses(unlade, "case.db").items()}
    assert found == {
        "broken.pdf": "error",
        "film.mp4": "unsupported",
        "nothing.csv": "empty",
        "link": "skipped",
        "pipe": "skipped",
        "caf\\xe9.txt": "ok",
        "\x1b[31mred\x07.txt": "ok",
    }
    assert all(file["reason"] for file in statuses(unlade, "case.db").values() if file["status"] != "ok")
    listed = unlade("status", "case.db").stdout
    assert "\x1b" not in done.stdout + done.stderr + listed
    assert "\\x1b[31mred" in listed


def test_planted_faults_cost_only_their_files_and_retry_reads_them(unlade, dump, tmp_path):
    wanted = {
        "changing": "changed",
        "early": "timeout",
        "eat": "memory",
        "forged": "crash",
        "hang": "timeout",
        "segfault": "crash",
    }
    for number, name in enumerate(wanted):
        (dump / f"{name}.csv").write_text(rows(10 + number), encoding="utf-8")
    done = unlade(dump, "case.db", module="tests.unlade.planted_run")
    assert done.returncode == 10, done.stderr
    found = statuses(unlade, "case.db")
    for name, status in wanted.items():
        assert found.pop(f"{name}.csv")["status"] == status
    assert {file["status"] for file in found.values()} == {"ok"}
    (dump / "changing.csv").write_text(rows(10), encoding="utf-8")
    again = unlade("retry", "case.db")
    assert again.returncode == 0, again.stdout
    unlade("run", dump, "-o", "undisturbed.db")
    assert content(tmp_path / "case.db") == content(tmp_path / "undisturbed.db")


def test_what_came_before_a_hang_is_kept(unlade, tmp_path):
    book = openpyxl.Workbook()
    for number in range(3):
        sheet = book.create_sheet(f"S{number}")
        for line in rows(number).splitlines():
            sheet.append(line.split(";"))
    del book["Sheet"]
    (tmp_path / "dump").mkdir()
    book.save(tmp_path / "dump" / "halfway.xlsx")
    done = unlade("dump", "case.db", "1", module="tests.unlade.planted_run")
    found = statuses(unlade, "case.db")["halfway.xlsx"]
    assert found["status"] == "partial"
    assert "(timeout)" in found["reason"]
    assert "20 shipment" in done.stdout


@pytest.mark.parametrize(("fault", "status"), [("kills", "crash"), ("fails", "error")])
def test_every_page_before_the_one_that_ends_the_reader_is_kept(unlade, tmp_path, fault, status):
    """Also the last one, which waits for a look at the next: the file is read once more as far as it came."""
    (tmp_path / "dump").mkdir()
    file = tmp_path / "dump" / f"third_page_{fault}.pdf"
    canvas = Canvas(str(file))
    for sheet in (1, 2, 3):
        canvas.drawString(50, 800, f"Sheet {sheet}")
        canvas.grid([50, 200, 350], [100, 120, 140, 160])
        canvas.drawString(60, 145, "Goods")
        canvas.showPage()
    canvas.save()
    unlade("dump", "case.db", "1", module="tests.unlade.planted_run")
    found = statuses(unlade, "case.db")[file.name]
    assert found["status"] == "partial"
    assert f"first 2 pages or sheets came out ({status})" in found["reason"]
    with sqlite3.connect(tmp_path / "case.db") as db:
        assert [text.split("\n")[0] for (text,) in db.execute("SELECT text FROM part")] == ["Sheet 1", "Sheet 2"]


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


def test_killed_in_the_middle_and_repeated_gives_the_same(unlade, dump, tmp_path):
    (dump / "slow.csv").write_text(rows(8), encoding="utf-8")
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


def test_a_kill_costs_at_most_one_file_a_worker(unlade, dump, tmp_path):
    (dump / "a").mkdir()
    (dump / "a" / "slow.csv").write_text(rows(8), encoding="utf-8")
    process = start(dump, tmp_path, "2")
    wait_for(lambda: len(list(tmp_path.glob("case.db.work/*/*/result.json"))) >= 3)
    process.kill()
    process.wait()
    assert unlade("run", dump, "-o", "case.db").returncode == 0
    with sqlite3.connect(tmp_path / "case.db") as db:
        attempts = [number for (number,) in db.execute("SELECT attempts FROM source")]
    assert attempts.count(1) + attempts.count(2) == len(attempts)
    assert 1 <= attempts.count(2) <= 2


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


def test_show_finds_the_place_again_and_says_when_it_changed(unlade, made, tmp_path):
    folder, _ = made
    shutil.copy(folder / "case.db", tmp_path / "case.db")
    laptop = Path(shutil.copytree(folder / "dump", tmp_path / "laptop"))
    hit = json.loads(unlade("search", "case.db", "Фирма 1", "--json", "--limit", 1).stdout.splitlines()[0])
    assert "... and 19 more places" in unlade("search", "case.db", "Фирма 1", "--limit", 1).stderr
    move = f"{folder / 'dump'}={laptop}"

    def check(*options):
        done = unlade("show", "case.db", hit["ref"], "--json", *options)
        assert done.returncode == (0 if json.loads(done.stdout)["check"] == "same" else 10)
        return json.loads(done.stdout)["check"]

    assert "\ncolumn    Отправитель\n" in unlade("show", "case.db", "shipment:1:consignor").stdout
    assert check() == check("--root", move) == "same"
    source = laptop / "rows1.csv"
    source.write_bytes(source.read_bytes()[:-2] + b"1\n")
    assert check("--root", move) == "changed"
    source.unlink()
    assert check("--root", move) == "missing"
    assert check() == "same"


def test_a_case_moves_with_its_dump(unlade, made, tmp_path):
    folder, _ = made
    shutil.copy(folder / "case.db", tmp_path / "case.db")
    laptop = shutil.copytree(folder / "dump", tmp_path / "laptop")
    again = unlade("run", laptop, "-o", "case.db", "--root", f"{folder / 'dump'}={laptop}")
    assert "; 0 files new" in again.stdout
    assert content(tmp_path / "case.db") == content(folder / "case.db")
    with sqlite3.connect(tmp_path / "case.db") as db:
        assert db.execute("SELECT path FROM root").fetchall() == [(str(laptop),)]
    assert unlade("run", laptop, "-o", "case.db", "--root", "/nowhere=/elsewhere").returncode == 3


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


def test_try_explains(unlade, made):
    done = unlade("try", made[0] / "dump" / "rows0.csv")
    assert done.returncode == 0
    assert "consignor" in done.stdout


def test_text_of_a_column_that_nobody_understood_is_found_on_its_sheet(unlade, tmp_path):
    (tmp_path / "dump").mkdir()
    lines = [f"ТОО «Юг»,880621,rotor housing {number} cracked,5" for number in range(20)]
    text = "\n".join(["Consignor,HS code,Zustandsnotiz,Quantity", *lines])
    (tmp_path / "dump" / "rows.csv").write_text(text, encoding="utf-8")
    assert unlade("run", tmp_path / "dump", "-o", "case.db", cwd=tmp_path).returncode == 0
    [hit] = map(json.loads, unlade("search", "case.db", "housing cracked", "--json", cwd=tmp_path).stdout.splitlines())
    assert (hit["ref"], hit["kind"], hit["file"]) == ("part:1", "sheet", "rows.csv")
    assert "[cracked]" in hit["snippet"]


def test_a_case_is_the_same_with_and_without_the_compiled_helper(unlade, tmp_path):
    dump = tmp_path / "dump"
    dump.mkdir()
    for extract in DOCS.glob("*.csv"):
        shutil.copy(extract, dump)
    with (dump / "long.csv").open("w", encoding="cp1251", newline="") as file:
        file.write("Дата;Отправитель;Код ТН ВЭД;Вес нетто, кг;Стоимость, USD\r\n")
        file.writelines(f'12.05.2022;"ООО ""Пример\r\n{n % 7}""";8542319000;{n},500;{n},25\r\n' for n in range(1_500))
        file.write('13.05.2022;"не закрыта;8542319000;1,5\r\n13.05.2022;ТОО «Образец»;8542319000;1,500\r\n')
    digests = []
    for switch in ("", "1"):
        case = tmp_path / f"case{switch}.db"
        assert unlade("run", dump, "-o", case, env={"UNLADE_PURE_PYTHON": switch}).returncode == 0
        digests.append(content(case))
    assert digests[0] == digests[1]
