"""Statements as records of a file: each field leads back to the characters it was read from."""

from __future__ import annotations

import textwrap
from pathlib import Path

from extract.model import Batch, Source, Table
from extract.records import extract, reread
from store.case import Case
from store.facts import facts
from tests.extract.statements.articles_score import SEEDS
from tests.store.conftest import add

TEXT = "A note.\n\nIn May 2022 the trader Acme Ltd\nsupplied 40 pumps worth $2 million to Borea LLC.\n"


def source(path: Path) -> Source:
    return Source("e" * 64, path.stat().st_size, "txt")


def test_a_statement_is_a_row_whose_cells_are_stretches_of_the_sentence(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    items = list(extract(source(path), path))
    (table,) = (item for item in items if isinstance(item, Table))
    (batch,) = (item for item in items if isinstance(item, Batch))
    assert (table.kind, table.record, batch.kind, list(batch.rows)) == ("statements", "statement", "statement", [0])
    cut = {field: TEXT[slice(*table.spans[0, at])] for field, at in table.sources.items()}
    assert cut["quote"] == "In May 2022 the trader Acme Ltd\nsupplied 40 pumps worth $2 million to Borea LLC."
    assert (cut["subject"], cut["amount"], cut["quantity"]) == ("Acme Ltd", "$2 million", "40")
    assert batch.values["amount"] == ["2000000"]
    assert set(batch.values) == set(table.sources)


def wrapped(folder: Path) -> Path:
    path = folder / "wrapped.txt"
    path.write_text(textwrap.fill((SEEDS / "drones_ru.txt").read_text(encoding="utf-8").replace("\n\n", " "), 60))
    return path


def test_every_field_in_a_case_has_its_place_and_is_read_there_again(tmp_path: Path) -> None:
    path = wrapped(tmp_path)
    with Case.create(tmp_path / "case.db") as case:
        add(case, tmp_path, path.name, source(path), extract(source(path), path))
        found = [fact for fact in facts(case) if fact.kind == "statement"]
    assert len({fact.ref.split(":")[1] for fact in found}) == 14
    for fact in found:
        assert fact.place.box is not None
        assert reread(fact.source, path, fact.place) == fact.raw, fact.ref
