"""The promises of the command line that hold for every command."""

import json
import os
import sqlite3
import subprocess
import sys

import pytest

from tests.unlade.conftest import ROOT, environment
from unlade.cli import SECTIONS

COMMANDS = [name for names in SECTIONS.values() for name in names]
HEAVY = ("pdfplumber", "spacy", "datasette", "sqlite_utils", "rapidfuzz", "lxml", "rich", "pypdfium2", "docx", "numpy")


def test_help_loads_nothing_heavy_and_is_quick():
    code = (
        "import sys, time, click\n"
        "from unlade.cli import cli\n"
        "cli.main(['--help'], standalone_mode=False)\n"
        f"print(time.process_time(), [m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    seconds, loaded = done.stderr.split(" ", 1)
    assert loaded.strip() == "[]"
    assert float(seconds) < 0.3


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(unlade, command):
    done = unlade(command, "--help")
    assert done.returncode == 0
    assert "Example:" in done.stdout
    assert f"unlade {command}" in done.stdout


@pytest.mark.parametrize("arguments", [["nonsense"], ["run"], ["search", "no.db", "x"], ["read"], ["link"]])
def test_wrong_use_ends_with_two(unlade, arguments):
    done = unlade(*arguments)
    assert done.returncode == 2
    assert "Error:" in done.stderr
    assert done.stdout == ""


def test_a_format_that_export_does_not_write_is_refused_before_it_makes_a_folder(unlade, tmp_path):
    (tmp_path / "case.db").touch()
    done = unlade("export", "case.db", "facts.xlsx")
    assert done.returncode == 2
    assert "a name ending in .csv" in done.stderr
    assert not (tmp_path / "facts.xlsx").exists()


def test_without_a_command_it_explains_itself(unlade):
    done = unlade()
    assert done.returncode == 0
    assert "unlade run documents/ -o case.db" in done.stdout


def test_a_misspelt_command_is_guessed(unlade):
    assert "Did you mean 'search'?" in unlade("serch").stderr


def test_what_is_no_case_is_refused_without_traceback(unlade, tmp_path):
    (tmp_path / "text.db").write_text("this is not a database, but it is longer than a header of one hundred bytes" * 3)
    for command in (["status"], ["search", "x"], ["show", "mention:1"], ["retry"]):
        done = unlade(command[0], "text.db", *command[1:])
        assert done.returncode == 3, command
        assert "Traceback" not in done.stderr
        assert "text.db" in done.stderr


def test_escape_sequences_are_shown_not_sent(unlade, tmp_path):
    folder = tmp_path / "\x1b[31mred"
    folder.mkdir()
    done = unlade("read", folder)
    assert done.returncode == 10
    assert "\x1b" not in done.stderr
    assert "\\x1b[31mred" in done.stderr


def test_a_foreign_package_of_the_same_name_is_named(tmp_path):
    (tmp_path / "resolve").mkdir()
    (tmp_path / "resolve" / "__init__.py").write_text("raise SystemExit('a stranger ran')")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-m", "unlade", "doctor"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**environment(), "PYTHONPATH": path},
        check=False,
    )
    assert done.returncode == 3
    assert str(tmp_path / "resolve" / "__init__.py") in done.stderr
    assert "a stranger ran" not in done.stderr


def test_doctor_says_what_absence_means(unlade):
    done = unlade("doctor", "--json", env={"PATH": ""})
    parts = {line["part"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert parts["tesseract"]["found"] is None
    assert "needs_ocr" in parts["tesseract"]["without"]
    assert parts["tesseract"]["install"]


def test_doctor_says_whether_the_compiled_helper_is_used(unlade):
    done = unlade("doctor", "--json", env={"UNLADE_PURE_PYTHON": "1"})
    parts = {line["part"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert parts["compiled helper"]["found"] is None
    assert "same results" in parts["compiled helper"]["without"]


def test_a_missing_file_costs_only_its_own_line(unlade, tmp_path):
    (tmp_path / "note.txt").write_text("ООО «Пример», 12.05.2022", encoding="utf-8")
    done = unlade("read", "missing.csv", "note.txt", tmp_path)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["doc"] for line in lines] == ["missing.csv", "note.txt", str(tmp_path)]
    assert [bool(line["error"]) for line in lines] == [True, False, True]
    assert done.returncode == 10


def test_scans_left_unread_stay_so_when_retried_without_recognition(unlade, tmp_path):
    scan = ROOT / "corpus_samples" / "scan" / "docs" / "scanned_invoice.pdf"
    case = tmp_path / "case.db"
    unlade("run", scan, "-o", case, "--no-ocr")
    unlade("retry", case, "--no-ocr")
    with sqlite3.connect(case) as db:
        assert db.execute("SELECT status FROM source").fetchall() == [("needs_ocr",)]
    assert "names no languages" in unlade("retry", case, "--ocr-languages", "12").stderr


def test_a_scan_is_no_empty_success(unlade):
    scan = ROOT / "corpus_samples" / "scan" / "docs" / "scanned_invoice.pdf"
    done = unlade("read", "--no-ocr", scan)
    assert json.loads(done.stdout)["error"].startswith("needs_ocr")
    assert done.returncode == 10
