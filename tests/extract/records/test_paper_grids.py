"""Goods of papers without rules are cut by their headings, also below a letterhead and on the page behind."""

from __future__ import annotations

from pathlib import Path

from extract.model import Batch, Issue, Mention
from tests.extract.records.paper import Paper, items

EDGES = (36, 60, 250, 300, 345, 380, 470)
HEADINGS = ("Nº", "Descripción de la mercancía", "Código HS", "Cantidad", "Unidad", "Precio ud.", "Importe")
ROWS = (
    ("1", "Bisagra de acero", "940542", "130", "ud", "643,09", "83.601,70"),
    ("2", "Bomba sumergible", "853670", "54", "ud", "50,71", "2.738,34"),
)


def row(paper: Paper, top: float, cells: tuple[str, ...]) -> None:
    for x, cell in zip(EDGES, cells, strict=True):
        paper.text(x, top, cell)


def goods(path: Path) -> list[tuple[object, ...]]:
    batches = [one for one in items(path) if isinstance(one, Batch)]
    fields = ("goods_description", "quantity", "unit_price", "invoice_value", "consignor", "consignee")
    return [line for batch in batches for line in zip(*(batch.values[name] for name in fields), strict=True)]


def letter(path: Path) -> Paper:
    paper = Paper(path / "paper.pdf")
    paper.text(36, 40, "Aceites Valdeluna S.L.", "Av. del Puerto 3, 48001 Bilbana").text(380, 40, "Tel. 555 01 14")
    paper.text(36, 80, "Destinatario", "Iluminación Rioverde S.L.", "Calle Mayor 14, 28013 Madril")
    return paper.text(36, 130, "Factura nº 585/19", size=12)


TRADERS = ("Aceites Valdeluna S.L.", "Iluminación Rioverde S.L.")
FIRST = ("Bisagra de acero", 130.0, "643.09", "83601.70", *TRADERS)
SECOND = ("Bomba sumergible", 54.0, "50.71", "2738.34", *TRADERS)


def test_a_letterhead_above_the_goods_is_none_of_their_rows(tmp_path: Path) -> None:
    paper = letter(tmp_path)
    for at, cells in enumerate((HEADINGS, *ROWS)):
        row(paper, 160 + 14 * at, cells)
    paper.text(380, 220, "Base imponible").text(470, 220, "86.340,04")
    assert goods(paper.finish()) == [FIRST, SECOND]


def test_words_that_wrap_go_on_with_the_row_above(tmp_path: Path) -> None:
    paper = letter(tmp_path)
    row(paper, 160, HEADINGS)
    row(paper, 174, ROWS[0])
    paper.text(60, 184, "inoxidable")
    row(paper, 200, ROWS[1])
    assert [line[0] for line in goods(paper.finish())] == ["Bisagra de acero inoxidable", "Bomba sumergible"]


def test_goods_go_on_without_headings_on_the_page_behind(tmp_path: Path) -> None:
    paper = letter(tmp_path)
    row(paper, 160, HEADINGS)
    row(paper, 174, ROWS[0])
    paper.page()
    row(paper, 40, ROWS[1])
    row(paper, 54, ROWS[1])
    assert goods(paper.finish()) == [FIRST, SECOND, SECOND]


def test_a_specification_names_its_parties_behind_their_names(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "paper.pdf").text(36, 30, "Specification No. 1 to Contract No. 7/19", size=12)
    paper.text(36, 60, "Harrow Lane Traders Ltd (the Seller) and Osman Lighting LLP (the Buyer) agree on these goods:")
    found = [one for one in items(paper.finish()) if isinstance(one, Mention) and one.kind == "company"]
    assert {one.value: one.role for one in found} == {
        "Harrow Lane Traders Ltd": "seller",
        "Osman Lighting LLP": "buyer",
    }


def test_weights_on_a_delivery_note_are_no_sums(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "paper.pdf").text(36, 30, "DELIVERY NOTE 7/19", size=12)
    paper.text(36, 60, "Description", "Field lamp").text(200, 60, "Quantity", "40").text(
        300, 60, "Net weight, kg", "36.50"
    )
    found = items(paper.finish())
    assert not [one for one in found if isinstance(one, Mention) and one.kind == "amount"]
    assert not [one for one in found if isinstance(one, Issue) and one.kind == "unread"]
