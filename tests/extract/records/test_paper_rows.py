"""Sums in the rows of papers: their column tells what they are, not the word before them on the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Batch, Mention, Part
from extract.records import paper_rows
from extract.records.boxes import Sheet, piece_lines
from extract.records.name_lines import text_of
from extract.records.paper_columns import told
from extract.records.segments import segments
from tests.extract.records.paper import Paper, items

Row = tuple[str, ...]


def roles(path: Path) -> list[tuple[str, str | None]]:
    return [(one.value, one.role) for one in items(path) if isinstance(one, Mention) and one.kind == "amount"]


def rows_alone(path: Path, *, on_paper: bool = True) -> list[tuple[str, str | None]]:
    """Give what rows tell where the table is records too, whose rows give no mentions."""
    part = next(one for one in items(path) if isinstance(one, Part))
    lines = list(piece_lines(Sheet(segments(part, parted=True, drawn=True), (), ()), float("-inf")))
    return [(text_of(one.words), one.role) for one in paper_rows.roles(lines, on_paper=on_paper)]


def paper(path: Path, title: str, rows: list[Row], edges: tuple[int, ...], top: float = 60) -> Path:
    page = Paper(path / "paper.pdf").text(36, 30, title, size=12)
    for number, row in enumerate(rows):
        for x, cell in zip(edges, row, strict=False):
            page.text(x, top + 14 * number, cell)
    return page.finish()


def test_the_tax_before_the_sum_of_a_row_is_no_label_of_it(tmp_path: Path) -> None:
    rows = [
        ("Pos", "Beschreibung", "Nettopreis", "Menge", "Steuer", "Entgelt"),
        ("1", "Gebäudeversicherung", "1.000,00", "1 Stk", "0 % VAT (E)", "1.163,40"),
    ]
    found = rows_alone(paper(tmp_path, "Rechnung Nr. 7", rows, (36, 70, 250, 330, 400, 480)))
    assert found == [("1.000,00", "price"), ("1.163,40", "item")]


def test_rows_whose_headings_stand_on_the_page_before(tmp_path: Path) -> None:
    rows = [("1", "Gebäudeversicherung", "1.000,00", "1 Stk", "0 % VAT (E)", "1.163,40")]
    found = roles(paper(tmp_path, "Rechnung Nr. 7", rows, (36, 70, 250, 330, 400, 480)))
    assert found == [("1000.00", None), ("1163.40", "item")]


def test_base_and_tax_of_a_table_of_taxes(tmp_path: Path) -> None:
    rows = [("Steuer", "Basisbetrag", "Satz", "Steuerbetrag"), ("USt. (S)", "286,52", "19", "54,44")]
    found = roles(paper(tmp_path, "Rechnung Nr. 7", rows, (36, 200, 330, 440)))
    assert found == [("286.52", "net"), ("54.44", "tax")]


def test_totals_under_the_columns_of_goods(tmp_path: Path) -> None:
    rows = [
        ("№", "Наименование товара", "Кол-во", "Цена", "Сумма без НДС", "Сумма НДС", "Сумма с НДС"),
        ("1", "Лампа полевая", "4", "50,00", "200,00", "24,00", "224,00"),
        ("", "Итого", "", "", "200,00", "24,00", "224,00"),
    ]
    found = rows_alone(paper(tmp_path, "Счет на оплату № 7", rows, (36, 60, 200, 250, 310, 400, 480)))
    assert found == [
        ("50,00", "price"), ("200,00", "item"), ("24,00", "tax"), ("224,00", "item"),
        ("200,00", "net"), ("24,00", "tax"), ("224,00", "total"),
    ]  # fmt: skip


def test_the_total_below_the_items_keeps_its_label(tmp_path: Path) -> None:
    rows = [
        ("Description", "Qty", "Unit price", "Amount"),
        ("Insurance of lamps", "4", "50.00", "200.00"),
        ("Subtotal", "", "", "200.00"),
        ("Freight", "", "", "20.00"),
        ("Total due", "", "", "220.00"),
    ]
    path = paper(tmp_path, "Invoice 7", rows, (36, 250, 330, 440))
    assert rows_alone(path) == [("50.00", "price"), ("200.00", "item")]
    assert [role for _, role in roles(path)] == ["net", "freight", "total"]
    (batch,) = (one for one in items(path) if isinstance(one, Batch))
    assert batch.values["goods_description"] == ["Insurance of lamps"]


def test_headings_of_several_lines_and_of_two_columns_in_one_piece(tmp_path: Path) -> None:
    page = Paper(tmp_path / "paper.pdf").text(36, 30, "Rechnung Nr. 7", size=12)
    page.text(36, 60, "Beschreibung", "", "1 Lampe").text(250, 60, "Nettopreis", "", "86,50").text(
        330, 60, "Menge", "", "2"
    )
    page.text(440, 60, "Positions-", "betrag ohne", "173,00")
    page.text(36, 150, "Art").text(200, 150, "Warenwert").text(300, 150, "Basisbetrag").text(352, 150, "USt. %")
    page.text(440, 150, "Steuerbetrag").text(36, 162, "Umsatzsteuer").text(306, 162, "173,00").text(440, 162, "32,87")
    assert [role for _, role in rows_alone(page.finish())] == ["price", "item", "net", "tax"]


def test_a_page_of_items_without_a_title(tmp_path: Path) -> None:
    rows = [
        ("Description", "Qty", "Unit price", "VAT", "Amount"),
        ("Cover against fire, insurance", "4", "50.00", "38.00", "238.00"),
    ]
    page = Paper(tmp_path / "paper.pdf").text(36, 30, "Page 3 of 4")
    for number, row in enumerate(rows):
        for x, cell in zip((36, 220, 280, 360, 440), row, strict=True):
            page.text(x, 60 + 14 * number, cell)
    assert [role for _, role in rows_alone(page.finish(), on_paper=False)] == ["price", "tax", "item"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Preis netto", "price"),
        ("Gesamtpreis", "total"),
        ("Unit price, USD", "price"),
        ("Сумма без НДС", "net"),
        ("Сумма с НДС", "total"),
        ("Сумма НДС", "tax"),
        ("USt. %", "rate"),
        ("KDV Oranı", "rate"),
        ("Amount incl. VAT", "total"),
        ("Price excl. VAT", "price"),
        ("Menge", "count"),
        ("Наименование", "goods"),
        ("Bearbeiter Müller", None),
    ],
)
def test_what_a_heading_tells(heading: str, role: str | None) -> None:
    assert told(heading) == role
