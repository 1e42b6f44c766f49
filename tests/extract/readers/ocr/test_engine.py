"""A program that recognises text is waited for as long as it works, and no longer. The programs here only pretend."""

from pathlib import Path

import pytest

from extract.readers.ocr.engine import Deadline, Failed, _run

PATIENCE = 3.0  # seconds, in which even a busy machine gives some work
BUSY = "#!/usr/bin/env python3\nimport time\nwhile time.process_time() < 2: pass\nprint('words')\n"
HUNG = "#!/bin/sh\nexec sleep 60\n"


def stand_in(folder: Path, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "tesseract"
    path.write_text(program)
    path.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")


def test_a_slow_look_is_waited_for_while_it_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    stand_in(tmp_path, BUSY, monkeypatch)
    beats = []
    assert _run([], b"picture", Deadline(30, PATIENCE, lambda: beats.append(1))) == "words\n"
    assert len(beats) > 2


def test_a_look_that_stands_still_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    stand_in(tmp_path, HUNG, monkeypatch)
    with pytest.raises(Failed, match="without work"):
        _run([], b"picture", Deadline(30, PATIENCE))


def test_a_look_that_never_ends_its_work_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    stand_in(tmp_path, BUSY.replace("< 2", "< 60"), monkeypatch)
    with pytest.raises(Failed, match="of a processor"):
        _run([], b"picture", Deadline(1, PATIENCE))


def test_a_picture_is_handed_over_whole_to_a_slow_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    stand_in(tmp_path, BUSY.replace("print('words')", "import sys\nprint(len(sys.stdin.buffer.read()))"), monkeypatch)
    assert _run([], bytes(3_000_000), Deadline(30, 9.0)) == "3000000\n"
