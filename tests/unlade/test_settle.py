"""The word that stands beside a file."""

import pytest

from unlade.outcome import Outcome
from unlade.settle import settle


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"parts": 3, "pictures": 0, "found": 3}, "ok"),
        ({"parts": 2, "pictures": 2, "found": 0}, "needs_ocr"),
        ({"parts": 2, "pictures": 1, "found": 1}, "partial"),
        ({"parts": 1, "pictures": 0, "found": 0}, "empty"),
        ({"parts": 1, "pictures": 0, "found": 0, "unseen": 1}, "partial"),
        ({"parts": 1, "pictures": 0, "found": 1, "unseen": 1}, "ok"),
        ({}, "empty"),
    ],
)
def test_a_file_read_to_its_end(told, status):
    settled = settle(Outcome("ok", told=told), told.get("parts", 0))
    assert settled.status == status
    assert bool(settled.reason) == (status != "ok")


def test_what_came_before_a_limit_is_kept_and_said():
    settled = settle(Outcome("timeout", "The reader was stopped.", "Try longer."), parts=4)
    assert settled.status == "partial"
    assert "4 pages or sheets" in settled.reason
    assert "timeout" in settled.reason


def test_nothing_is_kept_of_a_file_that_changed():
    assert settle(Outcome("changed", "It was written to."), parts=4).status == "changed"
