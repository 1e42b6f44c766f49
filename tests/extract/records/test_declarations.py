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


def test_a_tall_box_without_rules_ends_the_boxes_to_its_left(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "dt.pdf", ruled=False).text(36, 30, "ДЕКЛАРАЦИЯ НА ТОВАРЫ", size=11)
    paper.box(36, 60, 80, 30, "32 Товар", "1").box(116, 60, 120, 30, "33 Код товара", "8413708100")
    paper.box(236, 60, 300, 120, "31 Грузовые места и описание товаров", "1-НАСОС ЦЕНТРОБЕЖНЫЙ")
    paper.text(239, 100, "ИЗГОТОВИТЕЛЬ: ORLINGER PUMPEN GMBH", "ТОВАРНЫЙ ЗНАК: ORLINGER", "2-14, ПОДДОНЫ - 14")
    paper.box(36, 90, 80, 30, "34 Код страны происх.", "AT").box(116, 90, 120, 30, "35 Вес брутто (кг)", "1204,500")
    paper.box(36, 120, 80, 30, "37 Процедура", "40 00 000").box(116, 120, 120, 30, "38 Вес нетто (кг)", "1100,000")
    paper.box(36, 150, 200, 30, "42 Цена товара", "30500,50")
    row = rows(items(paper.finish()), "shipment")[0]
    assert (row["brand"], row["manufacturer"]) == ("ORLINGER", "ORLINGER PUMPEN GMBH")
    assert (row["packages"], row["net_weight_kg"], row["invoice_value"]) == (14, 1100.0, "30500.50")


def test_lines_that_run_over_close_boxes_are_parted_at_their_numbers(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "dt.pdf", ruled=False).text(36, 30, "ДЕКЛАРАЦИЯ НА ТОВАРЫ", size=11)
    paper.box(36, 60, 110, 30, "32 Товар", "1").box(146, 60, 200, 30, "33 Код товара", "8413708100")
    paper.text(36, 110, "25 Шекарадағы көлік", "түрі / Вид транспорта", "на границе", "30", size=6)
    paper.text(116, 110, "26 Ел ішіндегі көлік", "түрі / Вид транспорта", "внутри страны", "20", size=6)
    paper.text(196, 110, "23 Валюта бағамы /", "Курс валюты", "", "90,5000", size=6)
    paper.box(36, 150, 110, 30, "35 Вес брутто (кг)", "1204,500").box(146, 150, 200, 30, "42 Цена товара", "30500,50")
    row = rows(items(paper.finish()), "shipment")[0]
    assert (row["transport_mode"], row["exchange_rate"]) == ("30", 90.5)
