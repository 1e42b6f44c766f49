"""Files inside a document are sources of their own, found at its path with theirs; no name of theirs is opened."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from io import BytesIO

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.case import Case
from store.digest import digest
from tests.extract.readers.raw_pdf import one_page, raw_pdf, says, stream
from tests.unlade.conftest import environment, rows
from tests.unlade.test_run import statuses
from unlade.inside import MOST_DEEP, labels


def holding(path, files, text="Invoice"):
    """Write a PDF with files attached to it."""
    listed = b" ".join(b"(%d) %d 0 R" % (n, 20 + 2 * n) for n in range(len(files)))
    inside = {}
    for n, (name, data) in enumerate(files):
        spec = b"<</Type/Filespec/F<%b>/UF<%b>/EF<</F %d 0 R>>>>"
        spelled = ("\ufeff" + name).encode("utf-16-be").hex().encode()
        inside[20 + 2 * n] = spec % (spelled, spelled, 21 + 2 * n)
        inside[21 + 2 * n] = stream(data, b"/Type/EmbeddedFile")
    names = b"/Names<</EmbeddedFiles<</Names[%b]>>>>" % listed
    return raw_pdf(path, {**one_page(says(text), names), **inside})


def workbook(number):
    book, data = openpyxl.Workbook(), BytesIO()
    for line in rows(number).splitlines():
        book.active.append(line.split(";"))
    book.save(data)
    return data.getvalue()


def fill(folder):
    """Make a dump of one letter with a list, a workbook and another letter that holds a list."""
    (folder / "dump").mkdir()
    deeper = holding(folder / "deeper.pdf", [("rows3.csv", rows(3).encode())], "Deeper").read_bytes()
    files = [("rows1.csv", rows(1).encode()), ("book.xlsx", workbook(2)), ("deeper.pdf", deeper)]
    holding(folder / "dump" / "letter.pdf", files)
    return folder


RUN = ("run", "dump", "-o", "case.db", "--workers", "1")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Run once; give the folder of dump and case, which nobody may change, and what was said."""
    folder = fill(tmp_path_factory.mktemp("letter"))
    command = [sys.executable, "-m", "unlade", *RUN]
    return folder, subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)


def count(case, kind="shipment"):
    with closing(sqlite3.connect(case)) as db:
        return db.execute(f"SELECT count(*) FROM {kind}").fetchone()[0]


def content(case):
    with Case.open(case) as opened:
        return digest(opened)


def test_each_file_inside_is_a_source_and_is_read_as_what_it_is(unlade, made):
    folder, done = made
    assert done.returncode == 0, done.stdout + done.stderr
    found = {path: (file["status"], file["kind"]) for path, file in statuses(unlade, folder / "case.db").items()}
    assert found == {
        "letter.pdf": ("ok", "pdf"),
        "letter.pdf!/rows1.csv": ("ok", "csv"),
        "letter.pdf!/book.xlsx": ("ok", "xlsx"),
        "letter.pdf!/deeper.pdf": ("ok", "pdf"),
        "letter.pdf!/deeper.pdf!/rows3.csv": ("ok", "csv"),
    }
    assert count(folder / "case.db") == 60
    assert not (folder / "case.db.work").exists()


def test_a_place_inside_is_read_again_through_the_files_around_it(unlade, made):
    case = made[0] / "case.db"
    with closing(sqlite3.connect(case)) as db:
        sql = "SELECT r.id FROM shipment r JOIN location l USING (source_id) WHERE l.path LIKE '%deeper.pdf!/rows3.csv'"
        (row,) = db.execute(f"{sql} LIMIT 1").fetchone()
    shown = json.loads(unlade("show", case, f"shipment:{row}:consignor", "--json").stdout)
    assert (shown["check"], shown["raw"]) == ("same", "ООО «Фирма 3»")


def test_what_is_no_longer_inside_is_no_longer_in_the_case(unlade, tmp_path):
    (tmp_path / "dump").mkdir()
    file = tmp_path / "dump" / "letter.pdf"
    holding(file, [("rows1.csv", rows(1).encode()), ("rows2.csv", rows(2).encode())])
    unlade(*RUN)
    with closing(sqlite3.connect(tmp_path / "case.db")) as db:
        (row,) = db.execute("SELECT max(id) FROM shipment").fetchone()
    holding(file, [("rows1.csv", rows(1).encode())], "Invoice 2")
    assert "rows2.csv" in json.loads(unlade("show", "case.db", f"shipment:{row}:consignor", "--json").stdout)["why"]
    unlade(*RUN)
    assert set(statuses(unlade, "case.db")) == {"letter.pdf", "letter.pdf!/rows1.csv"}
    assert count(tmp_path / "case.db") == 20


def test_files_inside_are_read_to_a_bounded_depth(unlade, tmp_path):
    (tmp_path / "dump").mkdir()
    file = tmp_path / "dump" / "p.pdf"
    data = b"a;b\n1;2\n"
    for level in range(MOST_DEEP + 2):
        data = holding(file, [(f"{level}.{'pdf' if level else 'csv'}", data)], f"Level {level}").read_bytes()
    unlade(*RUN)
    assert max(path.count("!/") for path in statuses(unlade, "case.db")) == MOST_DEEP
    with closing(sqlite3.connect(tmp_path / "case.db")) as db:
        assert db.execute("SELECT count(*) FROM issue WHERE kind = 'not_unpacked'").fetchone() == (1,)


def test_a_run_killed_between_a_file_and_those_inside_it_goes_on_with_them(unlade, made, tmp_path):
    """Kill the run as soon as the letter is in the case."""
    shutil.copytree(made[0] / "dump", tmp_path / "dump")
    program = (
        "import os, signal; from unlade.intake import Intake;"
        "Intake.tasks_inside = lambda self: os.kill(os.getpid(), signal.SIGKILL);"
        "from unlade.cli import main; main()"
    )
    command = [sys.executable, "-c", program, *RUN]
    killed = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert statuses(unlade, "case.db")["letter.pdf!/book.xlsx"]["status"] == "in_progress"
    unlade(*RUN)
    assert content(tmp_path / "case.db") == content(made[0] / "case.db")


@given(
    st.lists(
        st.text(alphabet="ab./\\!\0\u202e \n", max_size=12) | st.sampled_from(["a", "a (2)", "file 1"]), max_size=6
    )
)
@example(["a", "a", "a (2)"])
@example(["x" * 9 + "../" + "a" * 253])
def test_labels_lead_nowhere_and_differ(names):
    found = labels(names)
    assert len(set(found)) == len(found) == len(names)
    for label in found:
        assert label.isprintable()
        assert "!/" not in label
        assert not os.path.isabs(label)
        assert ".." not in label.split("/")
