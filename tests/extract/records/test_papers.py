"""Invoices: parties without a legal form and sums without a currency are told by their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Mention, MentionKind
from tests.extract.records.paper import Paper, items


def mentioned(paper: Paper, kind: MentionKind) -> dict[str, str | None]:
    return {m.value: m.role for m in items(paper.finish()) if isinstance(m, Mention) and m.kind is kind}


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return Paper(tmp_path / "invoice.pdf")


def test_parties_side_by_side_under_their_labels(paper: Paper) -> None:
    paper.text(36, 30, "Invoice INV/2022/7", size=12)
    paper.text(36, 60, "Seller:", "Harrow Lane Traders", "12 Quay Street").text(
        300, 60, "Bill To:", "Osman Yildiz", "PO 5"
    )
    assert mentioned(paper, MentionKind.COMPANY) == {"Harrow Lane Traders": "seller", "Osman Yildiz": "buyer"}


def test_a_labelled_name_goes_on_behind_its_legal_form(paper: Paper) -> None:
    paper.text(36, 30, "Rechnung Nr. 7 vom 03.05.2022", size=12)
    paper.text(36, 60, "Käufer", "Nummer:", "Name:", "Anschrift:")
    paper.text(200, 70.4, "GE2020", "Torfwerke AG Nord", "Moorweg 1")
    assert mentioned(paper, MentionKind.COMPANY) == {"Torfwerke AG Nord": "buyer"}


def test_letterhead_is_the_seller_where_no_label_names_one(paper: Paper) -> None:
    paper.text(36, 30, "Harrow Lane Traders").text(36, 60, "Facture n° 88", size=12).text(36, 90, "Date : 28/11/2022")
    assert mentioned(paper, MentionKind.COMPANY) == {"Harrow Lane Traders": "seller"}


def test_the_line_under_a_form_of_address_is_the_buyer(paper: Paper) -> None:
    paper.text(36, 30, "Torfwerke AG").text(36, 60, "Firma", "Harrow Lane Traders", "Moorweg 1", "26789 Leer")
    paper.text(36, 120, "Rechnung Nr. 7", size=12)
    assert mentioned(paper, MentionKind.COMPANY)["Harrow Lane Traders"] == "buyer"


def test_sums_alone_in_their_column_need_no_currency(paper: Paper) -> None:
    paper.text(36, 30, "Rechnung Nr. 7", size=12).text(36, 60, "Pos", "1", "2").text(
        200, 60, "Netto", "1.520,10", "-20,00"
    )
    paper.text(300, 60, "Menge", "12 Stk", "3 Stk").text(36, 110, "Gesamtbetrag").text(200, 110, "1.500,10")
    sums = mentioned(paper, MentionKind.AMOUNT)
    assert set(sums) == {"1520.10", "-20.00", "1500.10"}
    assert sums["1500.10"] == "total"


def test_day_on_the_title_line_is_the_day_of_issue(paper: Paper) -> None:
    paper.text(36, 30, "Rechnung Nr. 7 vom 03.05.2022", size=12).text(36, 60, "Bestellung vom 01.04.2022")
    days = mentioned(paper, MentionKind.DATE)
    assert (days["2022-05-03"], days["2022-04-01"] == "issue") == ("issue", False)


def test_a_page_of_prose_is_not_read_as_a_paper(paper: Paper) -> None:
    paper.text(36, 30, "The trade report", "Buyers complained about prices such as", "12.50")
    assert not [m for m in items(paper.finish()) if isinstance(m, Mention) and m.kind in ("amount", "company")]


def test_the_addressee_of_a_letter_needs_no_label(paper: Paper) -> None:
    paper.text(36, 30, "Torfwerke KG · Moorweg 1 · 26789 Leerhafe", size=6)
    paper.text(36, 50, "Swantje Lübcke", "Am Deich 4", "49112 Ostbüren").text(36, 140, "Rechnung Nr. 7", size=12)
    assert mentioned(paper, MentionKind.COMPANY) == {"Torfwerke KG": "seller", "Swantje Lübcke": "buyer"}


def test_a_name_on_two_lines_with_another_column_beside_it(paper: Paper) -> None:
    paper.text(36, 30, "Invoice 7", size=12).text(36, 60, "Buyer", "Harrow", "Lane LLC", "P.O. Box 186")
    paper.text(300, 60, "Ship To:", "Westering LLP", "Unit 89")
    assert mentioned(paper, MentionKind.COMPANY) == {"Harrow Lane LLC": "buyer", "Westering LLP": "consignee"}


def test_whom_the_web_address_is_called_after(paper: Paper) -> None:
    paper.text(36, 30, "Retail Invoice 7", size=12).text(36, 60, "Sold by:", "Tolmarsh Services Ltd", "12 Quay Street")
    paper.text(36, 200, "At Quillmoor we try to deliver perfectly. Visit www.quillmoor.com/help")
    assert mentioned(paper, MentionKind.COMPANY) == {"Tolmarsh Services Ltd": "seller", "Quillmoor": None}


def test_figures_in_a_column_of_quantities_are_no_sums(paper: Paper) -> None:
    paper.text(36, 30, "Rechnung Nr. 7", size=12).text(36, 60, "Pos", "1", "2")
    paper.text(150, 60, "Menge", "12,00", "7,00").text(300, 60, "Betrag", "1 520,10", "20,00")
    assert set(mentioned(paper, MentionKind.AMOUNT)) == {"1520.10", "20.00"}


def test_days_under_a_row_of_labels_take_the_role_of_their_own_column(paper: Paper) -> None:
    paper.text(36, 30, "Facture commerciale", size=12).text(36, 60, "N° client", "56267")
    paper.text(150, 60, "Date de facturation", "07/11/2019").text(300, 60, "Commande du", "15/03/2014")
    assert mentioned(paper, MentionKind.DATE) == {"2019-11-07": "issue", "2014-03-15": "order"}


def test_what_stands_before_a_label_on_its_line_is_not_its_value(paper: Paper) -> None:
    paper.text(36, 30, "Facture n° 88", size=12)
    paper.text(36, 90, "Banque de Pontivert – Titulaire du compte : SORNAC")
    assert mentioned(paper, MentionKind.COMPANY)["SORNAC"] in ("seller", "payee")


def test_a_form_of_address_above_a_labelled_name_stays_with_it(paper: Paper) -> None:
    paper.text(36, 30, "Rechnung Nr. 7", size=12).text(36, 60, "Käufer").text(200, 72, "Herrn", "Jorit Brahmkamp")
    paper.text(36, 82.4, "Name:", "Anschrift:").text(200, 92.8, "Moorweg 1")
    assert mentioned(paper, MentionKind.COMPANY) == {"Herrn Jorit Brahmkamp": "buyer"}


def test_a_column_of_counts_ends_where_the_headings_of_another_table_stand(paper: Paper) -> None:
    paper.text(36, 30, "Rechnung Nr. 7", size=12).text(36, 60, "Pos", "1").text(200, 60, "Netto", "1.520,10")
    paper.text(300, 60, "Menge", "3,00").text(36, 110, "Art", "MwSt", "MwSt").text(200, 110, "Satz", "7", "19")
    paper.text(300, 110, "Basis", "129,37", "64,40")
    assert set(mentioned(paper, MentionKind.AMOUNT)) == {"1520.10", "129.37", "64.40"}
