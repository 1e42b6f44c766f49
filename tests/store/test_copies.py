"""Records are the same, whether the compiled helper makes pages of them or SQLite takes them value by value."""

import sqlite3
from array import array
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import Batch, Coded, Distinct, FieldKind, Part, PartKind, Place, Source, Table, specs
from extract.text.compiled import SWITCH
from store import compiled
from store.copies import Copies, _form
from store.schema import RECORD_TABLES
from store.shard import Shard

pytestmark = pytest.mark.skipif(not compiled.is_built(), reason="the helper was not built here")

SOURCE = Source("c" * 64, 5_000_000, "csv")
PLAIN = st.decimals(-(10**11), 10**11, places=2).map(str)
ODD = st.sampled_from(
    ["0.1234567", "1e5", "-0", "-0.00", "007.50", "5.", ".5", "", "many", "1234567890123456789", "1.0000"]
)
VALUES = {
    FieldKind.TEXT: st.text(st.characters(codec="utf-8"), max_size=90) | st.just("ё" * 9_000),
    FieldKind.AMOUNT: PLAIN | ODD | st.integers(0, 10**10).map(str),
    FieldKind.NUMBER: st.floats(allow_nan=True) | st.integers(-(2**63), 2**63 - 1) | st.sampled_from([-0.0, 61.5, 2.0]),
    FieldKind.INTEGER: st.integers(-(2**63), 2**63 - 1) | st.integers(-300, 300),
}
FIELDS = [spec for spec in specs("shipment") if spec.kind in VALUES]


def batches(rows: int) -> st.SearchStrategy[dict[str, list[object]]]:
    columns = {spec.name: st.lists(st.none() | VALUES[spec.kind], min_size=rows, max_size=rows) for spec in FIELDS}
    return st.lists(st.sampled_from(sorted(columns)), min_size=1, max_size=5, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: columns[name] for name in names})
    )


def stored(
    path: Path, given: list[dict[str, list[object]]], monkeypatch: pytest.MonkeyPatch, switch: str
) -> list[object]:
    monkeypatch.setenv(SWITCH, switch)
    place = Place(SOURCE.sha256, 1)
    with Shard(path, SOURCE) as shard:
        shard.write(Part(place, PartKind.SHEET))
        shard.write(Table(place, 1, "extract", record="shipment"))
        for values in given:
            shard.write(Batch(1, "shipment", range(len(next(iter(values.values())))), values))
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        names = [column[1] for column in db.execute("PRAGMA table_xinfo(shipment)")]
        typed = ", ".join(f'"{name}", typeof("{name}")' for name in names)
        return db.execute(f"SELECT {typed} FROM shipment ORDER BY id").fetchall()


@settings(deadline=None, max_examples=40)
@given(data=st.data(), sizes=st.lists(st.integers(1, 7), min_size=1, max_size=3))
def test_both_ways_store_the_same(data, sizes, tmp_path_factory):
    folder = tmp_path_factory.mktemp("shards")
    given = [data.draw(batches(size)) for size in sizes]
    with pytest.MonkeyPatch.context() as patch:
        assert stored(folder / "a", given, patch, "") == stored(folder / "b", given, patch, "1")


@settings(deadline=None, max_examples=20)
@given(data=st.data(), size=st.integers(1, 40))
def test_numbers_of_values_are_stored_as_the_values(data, size, tmp_path_factory):
    folder = tmp_path_factory.mktemp("shards")
    given = {name: values[:3] for name, values in data.draw(batches(3)).items()}
    places = st.lists(st.integers(0, 2), min_size=size, max_size=size)
    columns = {name: Coded(array("i", data.draw(places)), Distinct(values)) for name, values in given.items()}
    names = Coded(array("i", data.draw(places)), Distinct(["ООО «Пример»", None, "Sample GmbH"]))
    coded = columns | {"consignor": names, "consignee": names}
    lists = {name: list(column) for name, column in coded.items()}
    with pytest.MonkeyPatch.context() as patch:
        assert stored(folder / "a", [coded], patch, "") == stored(folder / "b", [lists], patch, "1")
        assert stored(folder / "c", [coded], patch, "1") == stored(folder / "d", [lists], patch, "")


@pytest.mark.parametrize("codes", [array("i", [0, 2]), array("i", [-1, 0]), array("q", [0, 1])])
def test_numbers_of_no_value_are_refused(codes, monkeypatch):
    monkeypatch.setenv(SWITCH, "")
    form = _form("shipment")
    columns = [Coded(codes, Distinct(["a", "b"])), *[None] * (len(form.names) - 1)]
    with pytest.raises(ValueError, match="codes"):
        compiled.image()(form.head, 1, form.affinities, columns)


@pytest.mark.parametrize("length", [1, 60, 120, 121, 8_100, 8_150, 32_600, 32_720, 40_000])
def test_leaves_fill_to_any_length(length, tmp_path, monkeypatch):
    given = [
        {"goods_description": ["g" * (length - n % 7) for n in range(1_000)]},
        {"goods_description": ["й" * length]},
    ]
    by_pages, by_values = (stored(tmp_path / f"shard{way}", given, monkeypatch, way) for way in ("", "1"))
    assert by_pages == by_values
    assert len(by_pages) == 1_001


@pytest.mark.parametrize(
    ("field", "value", "is_copied"),
    [
        ("invoice_value", "1234.50", True),
        ("invoice_value", "0.1234567", False),
        ("invoice_value", "many", False),
        ("goods_description", "half \ud83d", False),
        ("goods_description", 5, False),
        ("item_number", 2**70, False),
        ("gross_weight_kg", float("nan"), False),
        ("goods_description", "g" * 40_000, False),
    ],
)
def test_what_is_not_plain_is_left_to_sqlite(field, value, is_copied):
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(RECORD_TABLES["shipment"].ddl)
        columns = {"source_id": [1], "table_id": [1], "row": range(1), field: [value]}
        assert Copies(db).take("shipment", 1, columns) is is_copied
        assert db.execute("SELECT count(*) FROM shipment").fetchone()[0] == is_copied
