import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.case import Case
from store.sources import Location, Outcome, Sources


@pytest.fixture
def sources(tmp_path: Path) -> Iterator[Sources]:
    with Case.create(tmp_path / "case.db") as case:
        yield case.sources


def place(sources: Sources, root: Path | str, path: str, sha256: str = "a" * 64) -> int:
    known = sources.add(sha256, 10, "pdf")
    sources.locate(known.id, sources.root(root), path, 10, 5)
    return known.id


def test_the_same_bytes_in_two_places_are_one_source(sources: Sources) -> None:
    assert place(sources, "/dump", "b/copy.pdf") == place(sources, "/dump", "a.pdf")
    (file,) = sources.files()
    assert [location.path for location in file.locations] == ["a.pdf", "b/copy.pdf"]


def test_a_file_is_known_until_its_size_or_time_changes(sources: Sources) -> None:
    id = place(sources, "/dump", "a.pdf")
    root = sources.root("/dump")
    found = sources.known(root, "a.pdf", 10, 5)
    assert found is not None
    assert (found.id, found.sha256, found.status) == (id, "a" * 64, "in_progress")
    assert sources.known(root, "a.pdf", 11, 5) is None
    assert sources.known(root, "a.pdf", 10, 6) is None
    assert sources.known(root, "b.pdf", 10, 5) is None


def test_a_source_is_found_by_its_bytes(sources: Sources) -> None:
    id = place(sources, "/dump", "a.pdf")
    found = sources.find("a" * 64)
    assert found is not None
    assert found.id == id
    assert sources.find("b" * 64) is None


def test_bytes_that_stand_nowhere_any_more_are_dropped(sources: Sources) -> None:
    place(sources, "/dump", "a.pdf")
    place(sources, "/dump", "a.pdf", "b" * 64)
    sources.drop_unlocated()
    assert [file.sha256 for file in sources.files()] == ["b" * 64]


def test_a_file_that_was_never_read_has_its_row_once(sources: Sources) -> None:
    root = sources.root("/dump")
    first = sources.add_unread(root, "pipe", Outcome("skipped", "not a file"))
    assert sources.add_unread(root, "pipe", Outcome("unreadable", "permission denied", "chmod")) == first
    (file,) = sources.files()
    assert (file.sha256, file.status, file.reason, file.hint) == (None, "unreadable", "permission denied", "chmod")


def test_a_file_that_became_readable_takes_the_place_of_its_row(sources: Sources) -> None:
    sources.add_unread(sources.root("/dump"), "a.pdf", Outcome("unreadable", "permission denied"))
    place(sources, "/dump", "a.pdf")
    sources.drop_unlocated()
    assert [file.sha256 for file in sources.files()] == ["a" * 64]


def test_statuses_are_counted_and_listed(sources: Sources) -> None:
    for index, status in enumerate(("ok", "timeout", "ok")):
        id = place(sources, "/dump", f"{index}.pdf", str(index) * 64)
        sources.settle(id, Outcome(status, "why", "what then", 1.5, "xlsx"))
    assert sources.counts() == {"ok": 2, "timeout": 1}
    (file,) = sources.files("timeout", "crash")
    assert (file.name, file.reason, file.hint, file.kind) == ("1.pdf", "why", "what then", "xlsx")
    assert [file.name for file in sources.files()] == ["0.pdf", "1.pdf", "2.pdf"]


def test_an_unknown_status_is_a_mistake_of_ours(sources: Sources) -> None:
    with pytest.raises(ValueError, match="fine"):
        sources.settle(place(sources, "/dump", "a.pdf"), Outcome("fine"))


def test_a_kill_is_visible(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.db") as case:
        id = place(case.sources, "/dump", "a.pdf")
        case.sources.settle(id, Outcome("ok"))
        case.sources.start(id, case.begin_run("", ""), "0.1.0")
        (file,) = case.sources.files()
        assert (file.status, file.reason) == ("in_progress", "being read, or the run was cut off")


def test_roots_move_with_what_is_under_them(sources: Sources) -> None:
    for root in ("/media/dump", "/media/dump/sub", "/media/dumpling"):
        sources.root(root)
    assert sources.move_root("/media/dump", "/home/x/dump") == 2
    assert sources.root("/home/x/dump") == 1
    assert sources.root("/home/x/dump/sub") == 2
    assert sources.root("/media/dumpling") == 3


def test_a_name_that_is_not_utf8_leads_back_to_its_file(sources: Sources, tmp_path: Path) -> None:
    raw = b"\xcf\xeb\xe0\xf2\xe5\xe6.pdf"
    (tmp_path / os.fsdecode(raw)).write_bytes(b"x")
    place(sources, tmp_path, os.fsdecode(raw))
    ((location,),) = [file.locations for file in sources.files()]
    assert location.path == r"\xcf\xeb\xe0\xf2\xe5\xe6.pdf"
    assert location.file.read_bytes() == b"x"
    assert sources.known(sources.root(tmp_path), os.fsdecode(raw), 10, 5) is not None


def test_the_member_of_an_archive_stands_in_the_archive() -> None:
    assert Location("/dump", "a/b.zip!/c/d.pdf").file == Path("/dump/a/b.zip")


def test_gone_files_are_marked_and_marked_back(sources: Sources, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    place(sources, tmp_path, "a.pdf")
    for there in (False, True):
        if there:
            file.write_bytes(b"x")
        sources.look_again()
        ((location,),) = [f.locations for f in sources.files()]
        assert location.present is there


def test_a_source_is_named_by_its_first_path(sources: Sources) -> None:
    place(sources, "/dump", "z.pdf")
    place(sources, "/dump", "c/a.pdf")
    sources.look_again()
    assert [file.name for file in sources.files()] == ["a.pdf"]
