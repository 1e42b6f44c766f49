from itertools import permutations
from pathlib import Path

import pytest

from store.case import Case
from store.digest import digest
from tests.store.conftest import DUMP, build


def test_the_order_of_merging_does_not_matter(tmp_path: Path) -> None:
    digests = set()
    for number, order in enumerate(permutations(DUMP)):
        with build(tmp_path / str(number), order) as case:
            digests.add(digest(case))
    assert len(digests) == 1


CHANGES = {
    "a value": "UPDATE shipment SET invoice_value = 7 WHERE id = 2",
    "a raw text": "UPDATE payment SET raw = NULL",
    "a place": "UPDATE cell_box SET x0 = x0 + 1",
    "a text": "UPDATE part SET text = 'other' WHERE kind = 'page'",
    "a status": "UPDATE source SET status = 'partial' WHERE kind = 'pdf'",
    "a name": "UPDATE name SET name = 'other' WHERE id = 1",
    "an entity": "UPDATE name SET entity_id = NULL WHERE id = 1",
    "an issue": "DELETE FROM issue",
    "a lost row": "DELETE FROM shipment WHERE id = 1",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_digest_sees(tmp_path: Path, change: str) -> None:
    with build(tmp_path / "x", DUMP) as case:
        before = digest(case)
        case.db.execute(change)
        assert digest(case) != before


def test_a_moved_dump_keeps_its_digest(case: Case, tmp_path: Path) -> None:
    before = digest(case)
    assert case.sources.move_root(tmp_path, "/elsewhere") == 1
    assert digest(case) == before
