"""Which lines of a block are the name: told on blocks of many countries."""

from __future__ import annotations

import pytest

from extract.model import Part, PartKind, Place
from extract.records.name_lines import before_address, name_of, text_of
from extract.records.passage import lines, words_of


def block(text: str) -> list[list[object]]:
    part = Part(place=Place("0" * 64, 1), kind=PartKind.TEXT, text=text)
    return list(lines(words_of(part)))  # type: ignore[arg-type]


def name(text: str, page: str = "", *, labelled: bool = True) -> str:
    return text_of(name_of(block(text), page, labelled=labelled))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Harrow Lane Traders\n12 Quay Street", "Harrow Lane Traders"),
        ("Les jardins de Sornac\n4 rue des Tanneurs", "Les jardins de Sornac"),
        ("GLN 4333741000005\nTorfwerke GmbH\nMoorweg 1", "Torfwerke GmbH"),
        ("Globale Nummer: 40000 (GTIN)\nTorfwerke GmbH", "Torfwerke GmbH"),
        (
            "MVO Torfwerker\nVersicherungsverein Ostkamp a.G.\nMoorweg 12",
            "MVO Torfwerker Versicherungsverein Ostkamp a.G.",
        ),
        ("Karadere Makina\nSAN. VE TİC. A.Ş.\nGül Sok. 7", "Karadere Makina SAN. VE TİC. A.Ş."),
        ("Altocampo S.A.\nde C.V.\nCalle del Río 8", "Altocampo S.A. de C.V."),
        ("Herrn\nJorit Brahmkamp\nMoorweg 1", "Herrn Jorit Brahmkamp"),
        ("Spett.le Monteluce S.r.l.\nVia Roma 1", "Monteluce S.r.l."),
        ("Attn: Ada Quill\nTolmarsh Foods Ltd", "Tolmarsh Foods Ltd"),
        ("Attn: Ada Quill", "Ada Quill"),
        ("Bożena Wierzbowska, al. Polna 63/2, 61-712 Zielonkowo", "Bożena Wierzbowska"),
        ("Tuğrul Bozyurtlu, Gül Sok. No: 9, 34956 Tuzla", "Tuğrul Bozyurtlu"),
        ("ООО\n«Северный Луч»\nул. Садовая, 5", "ООО «Северный Луч»"),
        ("Nummer: 5\nName: Torfwerke AG Nord\nAnschrift: Moorweg", "Torfwerke AG Nord"),
    ],
)
def test_the_name_of_a_block(text: str, wanted: str) -> None:
    assert name(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "SCONL03030\nArtikel",
        "Rechnungsdatum",
        "Numer faktury",
        "Deutschland",
        "Rynek 92",
        "61-712 Zielonkowo",
        "(not for tax)",
        "Адрес продавца",
        "К платежно-расчетному документу N",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert name(text) == ""


def test_two_lines_that_stand_on_one_line_elsewhere_are_one_name() -> None:
    assert name("Zakład\nStolarski Polbryza\nRynek 9") == "Zakład"
    assert (
        name("Zakład\nStolarski Polbryza\nRynek 9", "Zakład Stolarski Polbryza · NIP 7") == "Zakład Stolarski Polbryza"
    )


def test_a_person_above_a_firm_with_room_beside_is_not_part_of_its_name() -> None:
    assert "Tolmarsh" not in name("Ada Quill\nTolmarsh Foods Limited\nUnit 4, A Much Longer Line Of Street")


def test_small_words_begin_a_name_only_at_a_label() -> None:
    assert name("Les jardins de la rive", labelled=False) == ""


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Torfwerk KG · Moorweg 1 · 26789 Leerhafe", "Torfwerk KG"),
        ("Quill, Marsh & Daughters", "Quill, Marsh & Daughters"),
        ("Toprakhan SAN. VE TİC. LTD. ŞTİ., Cad. No:92", "Toprakhan SAN. VE TİC. LTD. ŞTİ."),
    ],
)
def test_a_line_is_cut_where_its_address_begins(line: str, wanted: str) -> None:
    assert text_of(before_address(block(line)[0])) == wanted  # type: ignore[arg-type]
