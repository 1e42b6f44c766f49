import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract.model import Batch, Mention, MentionKind, Part, PartKind, PartText, Place, Source
from store.case import Case
from store.merge import check, is_complete
from store.shard import Shard
from tests.store.conftest import PDF, SHEET, add, letter, sheet, write_shard

KILLED = """
import sys
from extract.model import *
from store.shard import Shard
source = Source("c" * 64, 1, "pdf")
shard = Shard(sys.argv[1], source)
for number in range(1, 1_000_000):
    place = Place(source.sha256, number)
    shard.write(Part(place, PartKind.PAGE, text=f"page {number} " * 50))
    for i in range(7):
        shard.write(Mention(place, MentionKind.COMPANY, f"Firm {number}", f"Firm {number}"))
    print(number, flush=True)
"""


@pytest.mark.parametrize("seconds", [0.0, 0.03, 0.1, 0.3])
def test_a_killed_child_leaves_whole_parts(tmp_path: Path, seconds: float) -> None:
    path = tmp_path / "shard"
    child = subprocess.Popen([sys.executable, "-c", KILLED, path], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    printed = child.communicate()[0].split()
    check(path)
    assert not is_complete(path)
    with sqlite3.connect(path) as db:
        parts, last = db.execute("SELECT count(*), max(number) FROM part").fetchone()
        uneven = db.execute("SELECT count(*) FROM (SELECT part_id FROM mention GROUP BY 1 HAVING count(*) <> 7)")
        assert uneven.fetchone() == (0,)
        assert db.execute("SELECT count(DISTINCT part_id) FROM mention").fetchone() == (parts,)
        assert db.execute("SELECT count(*) FROM name").fetchone() == (parts,)
    db.close()
    assert parts == (last or 0)
    assert parts >= len(printed) - 1


def test_counts_say_what_was_written(tmp_path: Path) -> None:
    with Shard(tmp_path / "s", SHEET) as shard:
        for item in sheet():
            shard.write(item)
        assert shard.counts == {"part": 1, "table_found": 1, "shipment": 3}
    with Shard(tmp_path / "t", PDF) as shard:
        for item in letter():
            shard.write(item)
        assert shard.counts == {"part": 1, "mention": 2, "issue": 1, "table_found": 1, "payment": 1}


def test_a_shard_left_by_an_error_is_not_complete(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_shard(tmp_path / "s", PDF, [letter()[0], Batch(1, "no such kind", [0], {})])
    check(tmp_path / "s")
    assert not is_complete(tmp_path / "s")


def test_columns_of_unequal_length_are_a_mistake_of_ours(tmp_path: Path) -> None:
    with Shard(tmp_path / "s", SHEET) as shard:
        shard.write(sheet()[0])
        with pytest.raises(ValueError, match="hs_code"):
            shard.write(Batch(1, "shipment", [1, 2], {"hs_code": ["01"]}))


def test_what_sqlite_cannot_hold_is_held_as_near_as_it_can(tmp_path: Path) -> None:
    with Shard(tmp_path / "s", SHEET) as shard:
        shard.write(Part(Place(SHEET.sha256, 1), PartKind.TEXT, text="half \ud83d of a pair, \x00 and more"))
        shard.write(Batch(1, "shipment", [1, 2], {"item_number": [10**30, 7], "hs_code": ["\udcff", "01"]}))
    with sqlite3.connect(tmp_path / "s") as db:
        assert db.execute("SELECT text FROM part").fetchone() == ("half ? of a pair, \x00 and more",)
        assert db.execute("SELECT item_number, hs_code FROM shipment").fetchall() == [(1e30, "?"), (7, "01")]
    db.close()


def test_a_page_is_searched_by_folded_words_it_does_not_store(tmp_path: Path) -> None:
    path = write_shard(tmp_path / "s", PDF, letter())
    with sqlite3.connect(path) as db:
        (folded,) = db.execute("SELECT folded FROM part_folded").fetchone()
        assert db.execute("SELECT folded FROM part").fetchone() == ("",)
    db.close()
    assert folded.isascii()


def test_the_words_of_a_sheet_come_after_it_and_are_added(tmp_path: Path) -> None:
    sheet = Place(SHEET.sha256, 1)
    with Shard(tmp_path / "s", SHEET) as shard:
        for item in (Part(sheet, PartKind.SHEET), PartText(sheet, "корпус"), PartText(sheet, " цел")):
            shard.write(item)
    with sqlite3.connect(tmp_path / "s") as db:
        assert db.execute("SELECT text FROM part").fetchall() == [("корпус цел",)]
        assert db.execute("SELECT folded FROM part_folded").fetchall() == [("korpus cel",)]
    db.close()


def test_mentions_are_written_though_no_part_follows(tmp_path: Path) -> None:
    source = Source("d" * 64, 1, "txt")
    place = Place(source.sha256, 1)
    items = [Part(place, PartKind.TEXT, text="x"), *[Mention(place, MentionKind.DATE, "x", "2022")] * 12_000]
    path = write_shard(tmp_path / "s", source, items)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM mention").fetchone() == (12_000,)
    db.close()


def test_a_name_that_was_forgotten_is_written_again_and_still_one_in_the_case(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("store.shard_names._REMEMBERED", 2)
    with Case.create(tmp_path / "case.db") as case:
        add(case, tmp_path, "rows.xlsx", SHEET, [*sheet(rows=6), *sheet(rows=6)[2:]])
        case.names.count()
        found = case.db.execute("SELECT name, facts FROM name ORDER BY name").fetchall()
    assert found == [
        ("Rotorwing Europe B.V.", 4), ("Vozdushnaya Mekhanika LLC", 4), ("ООО «Воздушная Механика»", 12),
        ("ТОО «Алтын Канат»", 4),
    ]  # fmt: skip
