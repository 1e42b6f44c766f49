"""Parts come in their order, and the next may be seen before."""

from collections.abc import Iterator

import pytest

from extract.errors import Damaged
from extract.model import Issue, Part, PartKind, Place
from extract.records.ahead import Ahead

PAGES = [Part(Place("0" * 64, number), PartKind.PAGE) for number in (1, 2, 3)]
NOTE = Issue(None, "text", "left out")


def broken() -> Iterator[Part | Issue]:
    yield from (PAGES[0], NOTE)
    raise Damaged("cut off")


def test_looking_ahead_changes_no_order() -> None:
    ahead = Ahead([PAGES[0], NOTE, PAGES[1], PAGES[2]])
    assert next(ahead) is PAGES[0]
    assert ahead.part() is ahead.part() is PAGES[1]
    assert list(ahead) == [NOTE, PAGES[1], PAGES[2]]
    assert ahead.part() is None


def test_a_page_is_read_before_the_damage_behind_it_is_told() -> None:
    ahead = Ahead(broken())
    assert next(ahead) is PAGES[0]
    assert ahead.part() is None
    assert next(ahead) is NOTE
    with pytest.raises(Damaged):
        next(ahead)
