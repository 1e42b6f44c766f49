"""Every file is found once, in a fixed order, and nothing is dropped."""

import os
from pathlib import Path

from extract.walk import find


def names(found):
    return [os.fsencode(f.path.name) for f in found]


def test_files_come_sorted_by_the_bytes_of_their_paths(tmp_path: Path):
    for name in ("b/c.txt", "b.txt", "a.txt", "b/a.txt", "B.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    paths = [os.fsencode(f.path) for f in find([tmp_path])]
    assert paths == sorted(paths)
    assert len(paths) == 5


def test_a_name_that_is_no_utf8_survives(tmp_path: Path):
    raw = os.fsencode(tmp_path) + b"/\xed\xe0\xea\xeb.csv"
    with open(raw, "wb") as file:
        file.write(b"1;2\n")
    (found,) = find([tmp_path])
    assert os.fsencode(found.path) == raw
    assert found.size == 4


def test_links_and_pipes_are_reported_and_not_followed(tmp_path: Path):
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    dump = tmp_path / "dump"
    dump.mkdir()
    (dump / "link").symlink_to(outside)
    (dump / "loop").symlink_to(dump)
    os.mkfifo(dump / "pipe")
    found = list(find([dump]))
    assert [f.status for f in found] == ["skipped"] * 3
    assert ["link" in f.reason for f in found] == [True, True, False]
    assert "pipe" in found[2].reason


def test_a_missing_path_is_unreadable_and_not_silent(tmp_path: Path):
    (found,) = find([tmp_path / "none.pdf"])
    assert (found.status, found.reason) == ("unreadable", "no such file or directory")


def test_nested_and_repeated_roots_give_each_file_once(tmp_path: Path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("x")
    assert names(find([tmp_path / "sub", tmp_path, tmp_path / "sub" / "a.txt"])) == [b"a.txt"]


def test_a_single_file_has_its_folder_as_root(tmp_path: Path):
    (tmp_path / "a.txt").write_text("x")
    (found,) = find([tmp_path / "a.txt"])
    assert found.root == tmp_path
