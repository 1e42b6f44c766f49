import hashlib
import os

import pytest

from unlade.fingerprint import Changed, Unreadable, fingerprint, require_same


def test_names_a_file_by_its_bytes(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 3_000_000)
    assert fingerprint(path).sha256 == hashlib.sha256(b"x" * 3_000_000).hexdigest()
    assert fingerprint(path).size == 3_000_000


def test_a_link_swapped_in_is_not_followed(tmp_path):
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "a").symlink_to(tmp_path / "secret")
    with pytest.raises(Unreadable, match="link"):
        fingerprint(tmp_path / "a")


def test_a_pipe_does_not_make_us_wait(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unreadable):
        fingerprint(tmp_path / "pipe")


def test_writing_swapping_and_removing_are_noticed(tmp_path):
    path = tmp_path / "a"
    path.write_text("one")
    stamp = fingerprint(path).stamp
    require_same(path, stamp)
    path.write_text("other")
    with pytest.raises(Changed):
        require_same(path, stamp)
    path.unlink()
    with pytest.raises(Changed):
        require_same(path, stamp)
