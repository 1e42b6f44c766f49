import sqlite3
from pathlib import Path

import pytest

from store.case import Case
from store.errors import ShardRefused
from store.merge import check, is_complete, merge, parts_of
from store.schema import SEARCHED
from store.sources import Outcome
from tests.store.conftest import PDF, SHEET, add, letter, sheet, write_shard


def test_parties_of_a_row_are_names_of_the_case(case: Case) -> None:
    rows = case.db.execute(
        "SELECT s.row, a.name, b.name, b.identifier FROM shipment s "
        "JOIN name a ON a.id = s.consignor JOIN name b ON b.id = s.consignee ORDER BY s.row"
    ).fetchall()
    assert rows == [
        (1, "Rotorwing Europe B.V.", "ООО «Воздушная Механика»", "inn:7700000000"),
        (2, "Vozdushnaya Mekhanika LLC", "ООО «Воздушная Механика»", "inn:7700000000"),
        (3, "ТОО «Алтын Канат»", "ООО «Воздушная Механика»", "inn:7700000000"),
    ]


def test_a_name_in_two_files_is_one_name(case: Case) -> None:
    named = case.db.execute("SELECT facts FROM name WHERE name = 'ООО «Воздушная Механика»'").fetchall()
    assert named == [(4,)]


def test_nothing_points_at_what_is_not_there(case: Case) -> None:
    assert case.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_source_says_what_it_gave(case: Case) -> None:
    row = case.db.execute(
        "SELECT status, parts, tables, records, mentions, issues, reader, encoding FROM source WHERE kind = 'pdf'"
    ).fetchone()
    assert row == ("ok", 1, 1, 1, 2, 1, "pdfium", "")
    assert case.db.execute("SELECT reader, encoding FROM source WHERE kind = 'xlsx'").fetchone() == ("csv", "cp1251")


def test_merging_again_replaces(case: Case, tmp_path: Path) -> None:
    def content() -> list[tuple[object, ...]]:
        tables = ("part", "table_found", "table_column", "cell_box", "payment", "shipment", "mention", "issue")
        return [case.db.execute(f"SELECT count(*) FROM {table}").fetchone() for table in tables]

    before = content()
    add(case, tmp_path, "letters/order.pdf", PDF, letter())
    add(case, tmp_path, "rows.xlsx", SHEET, sheet())
    assert content() == before
    assert case.db.execute("SELECT count(*) FROM part_fts WHERE part_fts MATCH 'Продавец'").fetchone() == (1,)


def test_what_a_shorter_reading_no_longer_gives_is_gone(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, "rows.xlsx", SHEET, sheet(rows=1))
    case.names.count()
    assert case.db.execute("SELECT count(*) FROM shipment").fetchone() == (1,)
    assert case.db.execute("SELECT count(*) FROM name WHERE name LIKE '%Канат%'").fetchone() == (0,)
    assert case.db.execute("SELECT count(*) FROM name_fts WHERE name_fts MATCH 'Канат'").fetchone() == (0,)


def test_the_search_indexes_stay_whole_however_often_a_source_is_merged(case: Case, tmp_path: Path) -> None:
    for rows in (3, 1, 0, 2):
        add(case, tmp_path, "rows.xlsx", SHEET, sheet(rows=rows))
        add(case, tmp_path, "letters/order.pdf", PDF, letter())
        case.names.count()
        for table in SEARCHED:
            case.db.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('integrity-check')")
        found = case.db.execute("SELECT count(*) FROM shipment_fts WHERE shipment_fts MATCH 'квадрокоптер'").fetchone()
        assert found == (rows,)


def test_a_complete_shard_says_so(tmp_path: Path) -> None:
    shard = write_shard(tmp_path / "s", PDF, letter())
    assert is_complete(shard)
    assert parts_of(shard) == 1


def test_the_shard_tells_the_kind_of_file(case: Case) -> None:
    assert case.db.execute("SELECT kind FROM source ORDER BY sha256").fetchall() == [("pdf",), ("xlsx",)]


@pytest.mark.parametrize("number", [0, 2])
def test_rows_come_in_alike_whether_records_are_copied_or_made(tmp_path: Path, number: int) -> None:
    """Shards that know the number of their source are copied as they are into an empty case, and only there."""
    copied: list[str] = []
    with Case.create(tmp_path / "case.db") as case:
        case.db.set_trace_callback(lambda sql: copied.append(sql) if sql.startswith("INSERT") else None)
        ids = [case.sources.add(source.sha256, 1, "").id for source in (PDF, SHEET)]
        for id, source, items, known in ((ids[1], SHEET, sheet(), number), (ids[0], PDF, letter(), ids[0])):
            shard = write_shard(tmp_path / f"{id}", source, items, known)
            merge(case, shard, id, Outcome("ok"))
        rows = case.db.execute(
            "SELECT s.id, s.source_id, table_id, year, name FROM shipment s JOIN name n ON n.id = consignor"
        )
        assert [row[:4] for row in rows.fetchall()] == [(n, 2, 1, 2022) for n in (1, 2, 3)]
        assert case.db.execute("SELECT source_id, table_id, amount FROM payment").fetchall() == [(1, 2, 5000)]
        assert case.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert ('INSERT INTO main."shipment" SELECT * FROM shard."shipment"' in copied) is (number == 2)


TAMPERED = {
    "another table": "CREATE TABLE extra(x)",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON part BEGIN DELETE FROM part; END",
    "a view in place of a table": "DROP TABLE issue",
    "another fold": "UPDATE meta SET value = '0' WHERE key = 'fold_version'",
    "another version": "PRAGMA user_version = 99",
    "a part of another source": "UPDATE mention SET part_id = 40",
    "a source that is another": "UPDATE payment SET source_id = 7",
    "a name that is not there": "UPDATE payment SET payer = 99",
    "bytes for a name": "UPDATE name SET name = x'00ff'",
    "a text for a pointer": "UPDATE payment SET table_id = 'x'",
}


def test_words_that_are_no_list_are_refused(tmp_path: Path) -> None:
    shard = write_shard(tmp_path / "s", SHEET, sheet())
    check(shard)
    with sqlite3.connect(shard) as db:
        db.execute("UPDATE shipment_folded SET folded = '[\"kvadro'")
    db.close()
    with pytest.raises(ShardRefused):
        check(shard)


@pytest.mark.parametrize("sql", TAMPERED.values(), ids=TAMPERED)
def test_a_tampered_shard_is_refused_and_changes_nothing(case: Case, tmp_path: Path, sql: str) -> None:
    shard = write_shard(tmp_path / "s", PDF, letter())
    with sqlite3.connect(shard) as db:
        db.execute(sql)
    db.close()
    before = "\n".join(case.db.iterdump())
    with pytest.raises(ShardRefused):
        merge(case, shard, 1, Outcome("ok"))
    assert "\n".join(case.db.iterdump()) == before


@pytest.mark.parametrize("bytes_kept", [0, 10, 100, 5_000])
def test_a_cut_shard_is_refused(tmp_path: Path, bytes_kept: int) -> None:
    shard = write_shard(tmp_path / "s", PDF, letter())
    shard.write_bytes(shard.read_bytes()[:bytes_kept])
    with pytest.raises(ShardRefused):
        check(shard)


def test_broken_pages_are_refused(tmp_path: Path) -> None:
    shard = write_shard(tmp_path / "s", SHEET, sheet(rows=2_000))
    content = bytearray(shard.read_bytes())
    content[200_000:204_096] = b"\xff" * 4_096
    shard.write_bytes(content)
    with pytest.raises(ShardRefused):
        check(shard)
