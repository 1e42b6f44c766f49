"""Passwords reach the reader and nothing else: not the case, not the log."""

import sqlite3

import pytest

from tests.extract.readers.test_decryption import locked_book
from unlade.options import without_passwords


def test_a_run_opens_what_its_passwords_open_and_keeps_none_of_them(unlade, tmp_path):
    (tmp_path / "dump").mkdir()
    locked_book(tmp_path / "dump" / "a.xlsx", "сезам")
    case = tmp_path / "case.db"
    unlade("run", str(tmp_path / "dump"), "-o", str(case))
    assert status(case) == "encrypted"
    words = tmp_path / "words.txt"
    words.write_text("раз\nсезам\n", encoding="utf-8")
    assert unlade("retry", str(case), "--password", "мимо", "--passwords", str(words)).returncode == 0
    assert status(case) == "ok"
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("case.db*") if path.is_file())
    assert "сезам".encode() not in kept
    assert "мимо".encode() not in kept


def status(case) -> str:
    with sqlite3.connect(case) as db:
        return db.execute("SELECT status FROM source").fetchone()[0]


def test_read_takes_passwords_too(unlade, tmp_path):
    path = locked_book(tmp_path / "a.xlsx", "сезам")
    assert "ООО" in unlade("read", str(path), "--password", "сезам").stdout


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["run", "d", "--password", "x", "-o", "c"], ["run", "d", "--password", "***", "-o", "c"]),
        (["run", "--password=x", "d"], ["run", "--password=***", "d"]),
        (["run", "--passwords", "file", "d"], ["run", "--passwords", "file", "d"]),
    ],
)
def test_a_command_line_is_kept_without_its_passwords(given, kept):
    assert list(without_passwords(given)) == kept
