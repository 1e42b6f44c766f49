"""Goods declarations as clerks and programs print them: every box comes out, in every way of printing."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.declarations import Score, measure, records
from corpus_samples.generate.declaration_forms import TEXT, Sample, sample
from tests.extract.records.paper import Paper, items
from tests.extract.records.test_forms import rows

SEED = 77
PRINTED = [name for name, rendering in TEXT.items() if rendering.suffix in (".pdf", ".txt")]


def score_of(printed: Sample, path: Path) -> tuple[Score, list[str]]:
    path.write_bytes(printed.data)
    score = Score()
    return score, list(measure("", printed, path, score))


@pytest.mark.parametrize("name", PRINTED)
def test_every_box_is_read(name: str, tmp_path: Path) -> None:
    printed = sample(name, SEED)
    score, wrong = score_of(printed, tmp_path / f"form{printed.suffix}")
    assert score.printed.total() > 30
    assert score.share() >= 0.98, wrong


def test_the_previous_declaration_is_not_the_number_of_this_one(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "dt.pdf").text(36, 30, "ДЕКЛАРАЦИЯ НА ТОВАРЫ", size=11)
    paper.box(36, 60, 200, 30, "1 Декларация", "ИМ 40 ЭД")
    paper.box(236, 60, 200, 30, "40 Предшествующий документ", "10005030/010222/0001111")
    paper.box(36, 100, 200, 30, "33 Код товара", "850110/9900").box(236, 100, 200, 30, "32 Товар", "1")
    paper.box(36, 140, 200, 30, "A", "10005030/140322/3001234")
    row = rows(items(paper.finish()), "shipment")[0]
    assert (row["declaration_number"], row["hs_code"]) == ("10005030/140322/3001234", "8501109900")


def test_numbers_alone_tell_the_boxes_of_a_ruled_form(tmp_path: Path) -> None:
    printed = sample("ruled, numbers only", SEED)
    path = tmp_path / "form.pdf"
    path.write_bytes(printed.data)
    assert [one["hs_code"] for one in records(path)] == [one["hs_code"] for one in printed.truth]
