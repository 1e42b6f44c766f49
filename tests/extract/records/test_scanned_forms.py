"""Forms as text recognition gives them: a sign of a number misread, a label cut in two, a code that is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extract.model import Box, Issue, Item, Part, Word
from extract.profiles import Rule
from extract.readers import read_parts
from extract.records import read_items
from extract.records.label_rests import without_rest
from extract.records.labels import Label
from tests.extract.records.paper import Paper, items, source
from tests.extract.records.test_forms import head, item, rows


def recognised(path: Path) -> list[Item]:
    """Read the pages of a PDF as if they had been read from pictures."""

    def parts() -> Iterator[Part | Issue]:
        for part in read_parts(source(path), path):
            yield replace(part, dialect={**part.dialect, "ocr": "rus+eng"}) if isinstance(part, Part) else part

    return list(read_items(source(path), parts()))


def two_sheets(path: Path, number: str) -> Path:
    """Print a declaration of two sheets, the second with this number."""
    paper = head(Paper(path))
    item(paper, 220, 1, "8501109900", ["1-ПРИВОД"], "1,5", "2,5").page()
    paper.text(36, 30, "ДОБАВОЧНЫЙ ЛИСТ К ДЕКЛАРАЦИИ НА ТОВАРЫ", size=11)
    paper.box(396, 40, 160, 40, "A", number)
    return item(paper, 100, 2, "8503009100", ["1-РОТОР"], "80,250", "21 000,00").finish()


def test_a_sheet_whose_number_lost_a_sign_on_a_scan_keeps_the_head(tmp_path: Path) -> None:
    second = rows(recognised(two_sheets(tmp_path / "dt.pdf", "10005030/140322/3001284")), "shipment")[1]
    assert (second["consignee"], second["declaration_number"]) == ("ООО «Карвент Рус»", "10005030/140322/3001234")


def test_a_sheet_with_another_number_is_of_another_declaration(tmp_path: Path) -> None:
    second = rows(recognised(two_sheets(tmp_path / "dt.pdf", "10005030/150322/3009999")), "shipment")[1]
    assert "consignee" not in second


def test_a_text_is_taken_at_its_word(tmp_path: Path) -> None:
    second = rows(items(two_sheets(tmp_path / "dt.pdf", "10005030/140322/3001284")), "shipment")[1]
    assert "consignee" not in second


def form(path: Path, box: str, *lines: str) -> dict[str, object]:
    """Read a declaration of one item with one box more, printed at its foot."""
    paper = head(Paper(path))
    item(paper, 220, 1, "8501109900", ["1-ПРИВОД"], "1,5", "2,5")
    found = rows(items(paper.box(36, 380, 260, 60, box, *lines).finish()), "shipment")
    return found[0]


@pytest.mark.parametrize("label", ["23 Курс", "23, Курс валюты"])
def test_a_label_cut_short_or_with_a_comma_is_known(tmp_path: Path, label: str) -> None:
    assert form(tmp_path / "dt.pdf", label, "81,9724")["exchange_rate"] == 81.9724


def test_the_rest_of_a_label_is_no_value() -> None:
    rule = Rule("invoice_total", ("валюта и общая сумма по счету",), box="22", read="money")
    label = Label(rule, words_of("22 Валюта и общая сумма"), Box(0, 0, 9, 1), None, numbered=True, alone=True)
    value = words_of("по счету EUR 5")
    assert [word.text for word in without_rest(label, value)] == ["EUR", "5"]
    assert without_rest(replace(label, numbered=False), value) == value
    assert [word.text for word in without_rest(label, words_of("по договору EUR 5"))] == ["договору", "EUR", "5"]


def words_of(text: str) -> tuple[Word, ...]:
    return tuple(Word(word, 0, Box(at, 0, at + 1, 1)) for at, word in enumerate(text.split()))


def sum_in_box_22(path: Path, printed: str) -> Path:
    """Print a declaration of one item with this in box 22."""
    paper = Paper(path)
    paper.text(36, 30, "ДЕКЛАРАЦИЯ НА ТОВАРЫ", size=11).box(396, 40, 160, 60, "A", "10005030/140322/3001234")
    paper.box(36, 40, 260, 60, "2 Отправитель/Экспортер", "Brontel Drives GmbH")
    paper.box(36, 100, 260, 60, "8 Получатель", "ООО «Карвент Рус»")
    paper.box(296, 160, 260, 25, "17 Страна назначения", "КАЗАХСТАН 17")
    paper.box(296, 185, 260, 25, "22 Валюта и общая сумма по счету", printed)
    return item(paper, 220, 1, "8501109900", ["1-ПРИВОД"], "1,5", "2,5").finish()


@pytest.mark.parametrize(
    ("printed", "amount", "code"),
    [
        ("150/840 22 873,45", "22873.45", "USD"),
        ("EUR/978 22 873,45", "22873.45", "EUR"),
        ("СNY 22 873,45", "22873.45", "CNY"),
    ],
)
def test_the_number_of_a_currency_tells_it(tmp_path: Path, printed: str, amount: str, code: str) -> None:
    (row,) = rows(items(sum_in_box_22(tmp_path / "dt.pdf", printed)), "shipment")
    assert (str(row["invoice_total"]), row["invoice_currency"]) == (amount, code)


def test_a_currency_with_one_letter_misread_is_told_on_scans_alone(tmp_path: Path) -> None:
    path = sum_in_box_22(tmp_path / "dt.pdf", "СМУ 22 873,45")
    assert rows(recognised(path), "shipment")[0]["invoice_currency"] == "CNY"
    assert "invoice_currency" not in rows(items(path), "shipment")[0]


def test_a_number_behind_a_country_is_no_part_of_it(tmp_path: Path) -> None:
    (row,) = rows(items(sum_in_box_22(tmp_path / "dt.pdf", "USD 5,00")), "shipment")
    assert row["destination_country"] == "KZ"


@pytest.mark.parametrize("pointer", ["CM. ГРАФУ 14 ДТ", "(М. ГРАФУ 14 ДТ", "см, графу 14"])
def test_a_pointer_in_letters_of_another_alphabet_points_all_the_same(tmp_path: Path, pointer: str) -> None:
    paper = head(Paper(tmp_path / "dt.pdf"), pointer)
    item(paper, 220, 1, "8501109900", ["1-ПРИВОД"], "1,5", "2,5")
    assert rows(items(paper.finish()), "shipment")[0]["contract_holder"] == "АО «Брокерский дом Вымпел»"
