"""Forms of the trade, drawn in the test: columns of goods, further sheets, several kinds in one file."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest

from benchmarks.forms import Score, judge, read, same
from corpus_samples.generate.forms import KINDS, draw, draw_bundle
from extract.model import Batch, Part, Table
from tests.extract.records.paper import Paper, items


def records(path: Path) -> list[dict[str, object]]:
    batches = [item for item in items(path) if isinstance(item, Batch)]
    return [{name: values[at] for name, values in b.values.items()} for b in batches for at in range(len(b.rows))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_read_in_a_layout_of_the_generator(kind: str) -> None:
    """One paper of each kind; ``python -m benchmarks.forms`` measures many."""
    drawn = draw(kind, 0)
    score = Score()
    judge(score, drawn.records, [{k: v for k, v in row.items() if k != "record"} for row in read(drawn)], drawn.layout)
    assert score.right >= 0.95 * score.asked, score.told
    assert score.wrong.total() <= 0.02 * score.asked, score.told


def test_kinds_behind_one_another_in_one_file_are_told_page_by_page() -> None:
    drawn = draw_bundle(("cmr", "air_waybill", "form_a"), 0)
    found = read(drawn)
    assert len(found) == len(drawn.records)
    for truth, row in zip(drawn.records, found, strict=True):
        assert same(truth["consignor"], row["consignor"])
        assert same(truth["consignee"], row["consignee"])


def columns(paper: Paper, y: float, *rows: tuple[str, ...]) -> Paper:
    for at, row in enumerate(rows):
        for x, words in zip((36, 90, 300, 400, 480), row, strict=False):
            paper.text(x, y + at * 14, words)
    return paper


HEADS = ("Item No.", "Description of goods", "H.S. Code", "Origin criterion", "Quantity")


def certificate(path: Path) -> Paper:
    paper = Paper(path).text(36, 40, "CERTIFICATE OF ORIGIN", size=13)
    paper.text(36, 70, "1. Exporter (full name and address)", "Brontel Drives GmbH", "Lange Gasse 4, Linz")
    return paper.text(320, 70, "2. Consignee", "Karvent Asia LLP", "Abay Ave 7, Almaty")


def test_goods_in_columns_without_rules_and_a_column_nobody_knows(tmp_path: Path) -> None:
    heads = ("Item No.", "Description of goods", "H.S. Code", "Lot", "Quantity")
    goods = (heads, ("1", "motors", "850110", "4711", "12 pcs"), ("2", "gears", "848340", "4712", "40 pcs"))
    found = records(columns(certificate(tmp_path / "c.pdf"), 160, *goods).finish())
    assert [(row["item_number"], row["hs_code"], row["quantity"]) for row in found] == [
        (1, "850110", 12.0),
        (2, "848340", 40.0),
    ]
    assert {row["consignor"] for row in found} == {"Brontel Drives GmbH"}
    assert not any("4711" in str(value) for row in found for value in row.values())


def test_a_total_ends_the_goods(tmp_path: Path) -> None:
    goods = (HEADS, ("1", "motors", "850110", "P", "12 pcs"), ("Total", "", "", "", "12 pcs"))
    assert len(records(columns(certificate(tmp_path / "c.pdf"), 160, *goods).finish())) == 1


def test_a_page_without_a_title_goes_on_with_the_form_before_it(tmp_path: Path) -> None:
    paper = columns(certificate(tmp_path / "c.pdf"), 160, HEADS, ("1", "motors", "850110", "P", "12 pcs")).page()
    columns(paper, 60, HEADS, ("2", "gears", "848340", "P", "40 pcs")).page()
    found = records(paper.text(36, 60, "Dear Madam, the goods are on their way.").finish())
    assert [(row["item_number"], row["consignor"]) for row in found] == [
        (1, "Brontel Drives GmbH"),
        (2, "Brontel Drives GmbH"),
    ]


def pedimento(path: Path, operation: str) -> Paper:
    paper = Paper(path).text(36, 40, "PEDIMENTO", size=13)
    paper.box(36, 50, 250, 30, "NUM. PEDIMENTO", "22 24 3456 2001234").box(286, 50, 260, 30, "T. OPER", operation)
    paper.box(36, 80, 500, 40, "DATOS DEL IMPORTADOR/EXPORTADOR", "NOMBRE: Ferrel Norte S.A. de C.V.")
    paper.box(36, 120, 500, 40, "DATOS DEL PROVEEDOR O COMPRADOR", "NOMBRE: Brontel Drives GmbH", "DOMICILIO: Linz")
    return paper.box(36, 160, 250, 30, "FRACCIÓN", "85011099").box(286, 160, 260, 30, "DESCRIPCIÓN", "motores")


@pytest.mark.parametrize(
    ("operation", "sender"), [("IMP", "Brontel Drives GmbH"), ("EXP", "Ferrel Norte S.A. de C.V.")]
)
def test_who_sends_depends_on_the_direction(tmp_path: Path, operation: str, sender: str) -> None:
    (row,) = records(pedimento(tmp_path / "p.pdf", operation).finish())
    assert row["consignor"] == sender
    assert row["consignee"] in {"Brontel Drives GmbH", "Ferrel Norte S.A. de C.V."} - {sender}


def test_labels_without_accents_and_case_are_the_same_labels(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "p.pdf").text(36, 40, "PEDIMENTO DE IMPORTACION", size=13)
    paper.text(36, 70, "TIPO DE OPERACION: IMP", "NUMERO DE PEDIMENTO: 22 24 3456 2001234", "FRACCION: 85011099")
    (row,) = records(paper.finish())
    assert (row["direction"], row["declaration_number"], row["hs_code"]) == ("import", "222434562001234", "85011099")


def test_labels_of_a_neighbour_that_nobody_knows_are_no_values(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "b.pdf").text(36, 40, "BILL OF LADING", size=13)
    for y, labels, values in (
        (60, ("Shipper", "Consignee", "Hold number"), ("Brontel Drives GmbH", "Karvent Asia LLP", "4")),
        (120, ("Port of Loading", "Port of Discharge", "Crew list"), ("Hamburg", "Shanghai", "kept aboard")),
    ):
        for x, label, value in zip((36, 210, 384), labels, values, strict=True):
            paper.box(x, y, 174, 16).text(x + 3, y + 11, label).box(x, y + 16, 174, 20).text(x + 3, y + 30, value)
    (row,) = records(paper.finish())
    assert row["port_of_discharge"] == "Shanghai"
    assert not {"Hold number", "Crew list"} & set(row.values())


def test_a_paper_nobody_knows_stays_no_form(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "x.pdf").text(36, 40, "MENU OF THE DAY", size=13).text(36, 70, "Consignee: soup")
    assert not [item for item in items(paper.finish()) if isinstance(item, Table) and item.kind == "form"]


def test_a_swift_message_is_read_by_its_tags(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "mt103.pdf").text(36, 40, "SWIFT MT103 SINGLE CUSTOMER CREDIT TRANSFER", size=11)
    lines = (":20:REF77120", ":23B:CRED", ":32A:230209USD12500,50", ":50K:/KZ86125KZT5004100100", "KARVENT ASIA LLP")
    lines += (
        "ABAY AVE 7, ALMATY",
        ":59:/DE89370400440532013000",
        "BRONTEL DRIVES GMBH",
        ":70:INVOICE BD-5567",
        ":71A:OUR",
    )
    (row,) = records(paper.text(36, 70, *lines, size=9).finish())
    assert (row["number"], row["amount"], row["currency"]) == ("REF77120", "12500.50", "USD")
    assert (row["payer"], row["payer_account"]) == ("KARVENT ASIA LLP", "KZ86125KZT5004100100")
    assert (row["payee"], row["payee_account"]) == ("BRONTEL DRIVES GMBH", "DE89370400440532013000")
    assert row["purpose"] == "INVOICE BD-5567"


def test_a_document_of_twenty_papers_of_five_kinds_is_read_by_five_profiles(tmp_path: Path) -> None:
    """Each page by its own profile, each paper with its own records; ``sad`` is the generator's short name."""
    kinds = ("cmr", "chinese_declaration", "certificate_of_origin", "sad", "air_waybill") * 4
    drawn = draw_bundle(kinds, 1)
    path = tmp_path / "bundle.pdf"
    path.write_bytes(drawn.data)
    found = items(path)
    told = [item.dialect["profile"] for item in found if isinstance(item, Table) and item.kind == "form"]
    assert sum(isinstance(item, Part) for item in found) >= 20
    papers = [profile for profile, _ in groupby(told)]
    assert papers == ["single_administrative_document" if kind == "sad" else kind for kind in kinds]
    assert len(records(path)) == len(drawn.records)


def test_the_number_of_a_paper_stands_behind_its_title(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "c.pdf").text(36, 40, "CERTIFICATE OF ORIGIN No. 118/22", size=13)
    paper.text(36, 70, "1. Exporter", "Brontel Drives GmbH", "Lange Gasse 4, Linz")
    (row,) = records(paper.text(36, 130, "Certificate of origin 99/21 was withdrawn").finish())
    assert (row["document_number"], row["consignor"]) == ("118/22", "Brontel Drives GmbH")


@pytest.mark.parametrize(
    ("behind", "number"), [("020-12345675", "020-12345675"), ("Original 3 (for shipper)", None), ("Page 2 of 4", None)]
)
def test_behind_a_title_without_a_word_for_number_only_a_long_one_is_its_number(
    tmp_path: Path, behind: str, number: str | None
) -> None:
    paper = Paper(tmp_path / "a.pdf").text(36, 40, f"CMR {behind}", size=13)
    paper.text(36, 70, "1 Sender", "Brontel Drives GmbH").text(36, 120, "2 Consignee", "Karvent Asia LLP")
    (row,) = records(paper.finish())
    assert row.get("bill_of_lading") == number


def test_a_bare_no_with_a_long_number_is_the_papers_own_and_numbers_of_items_are_not(tmp_path: Path) -> None:
    heads = ("No.", *HEADS[1:])
    goods = (heads, ("1", "motors", "850110", "P", "12 pcs"), ("2", "gears", "848340", "P", "40 pcs"))
    paper = certificate(tmp_path / "c.pdf").text(320, 40, "No. RUKZ2103001234")
    found = records(columns(paper, 160, *goods).finish())
    assert [(row["document_number"], row["item_number"]) for row in found] == [
        ("RUKZ2103001234", 1),
        ("RUKZ2103001234", 2),
    ]


def test_the_day_of_a_paper_is_found_beside_other_words(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "b.pdf").text(36, 40, "BILL OF LADING", size=13)
    paper.text(36, 70, "B/L No.: AMCR1234567 dated 03.05.2023", "Shipper: Brontel Drives GmbH")
    paper.text(36, 100, "Consignee: Karvent Asia LLP").text(36, 130, "Place and date of issue").text(
        200, 130, "Number of originals (3)"
    )
    (row,) = records(paper.text(36, 145, "Hamburg, 12 May 2023").finish())
    assert (row["bill_of_lading"], row["document_date"]) == ("AMCR1234567", "2023-05-03")


def test_a_voucher_of_a_tir_carnet_names_its_holder_as_carrier(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "tir.pdf").text(36, 40, "VOUCHER No 1      PAGE 1", size=9)
    paper.box(300, 30, 260, 30, "1. TIR CARNET No XC.77120044")
    paper.box(36, 60, 260, 40, "2. Customs office(s) of departure", "Kapikule TR220100")
    paper.box(300, 60, 260, 60, "4. Holder of the carnet (identification number, name,", "address and country)")
    paper.text(303, 95, "TUR/051/4417 Donex Trans A.Ş.", "Çınar Cad. 4, Bursa, Turkey", size=8)
    paper.box(36, 100, 130, 30, "5. Country/Countries of departure", "Turkey")
    paper.box(166, 100, 130, 30, "6. Country/Countries of destination", "Kazakhstan")
    for x, wide, *words in (
        (36, 190, "9. (a) Load compartment(s) or container(s)", "(b) Marks and Nos. of packages or articles", "N/M"),
        (226, 230, "10. Number and type of packages or articles;", "description of goods", "24 CTN stepping motors"),
        (456, 104, "11. Gross weight in kg", "", "1204.5"),
    ):
        paper.box(x, 140, wide, 60, *words)
    paper.box(36, 200, 260, 40, "14. Place and date", "Bursa, 12.05.2023")
    (row,) = records(paper.finish())
    told = {"document_number": "XC.77120044", "document_date": "2023-05-12", "destination_country": "KZ"}
    assert {name: row.get(name) for name in told} == told
    assert "Donex Trans A.Ş." in str(row["carrier"])
    assert (row["goods_description"], row["gross_weight_kg"]) == ("24 CTN stepping motors", 1204.5)
    assert "consignor" not in row


def specification(path: Path) -> Paper:
    paper = Paper(path).text(300, 40, "к Контракту № RW-2023/118 от 01.02.2023", size=9)
    paper.text(200, 70, "СПЕЦИФИКАЦИЯ № 3 от 15.03.2023", size=12)
    paper.text(
        36,
        95,
        "Brontel Drives GmbH, Австрия, именуемая в дальнейшем «Продавец», в лице директора Ханса Брандта,",
        size=9,
    )
    paper.text(
        36, 107, "и ООО «Карвент Рус», именуемое в дальнейшем «Покупатель», согласовали поставку товара:", size=9
    )
    goods = (
        ("Наименование товара", "Код ТН ВЭД", "Кол-во", "Цена, EUR", "Сумма, EUR"),
        ("Привод шаговый", "8501109900", "24", "1 270,85", "30 500,40"),
        ("Ротор", "8503009100", "10", "2 100,00", "21 000,00"),
    )
    for at, row in enumerate(goods):
        for x, words in zip((36, 140, 244, 348, 452), row, strict=True):
            paper.box(x, 130 + at * 20, 104, 20).text(x + 3, 143 + at * 20, words, size=8)
    return paper.text(36, 220, "Условия поставки: CPT Алматы (Инкотермс 2010)", size=9)


@pytest.mark.parametrize("signed", [True, False])
def test_items_of_a_specification_carry_parties_contract_number_and_day(tmp_path: Path, signed: bool) -> None:
    paper = specification(tmp_path / "s.pdf")
    if signed:
        paper.text(36, 260, "ПРОДАВЕЦ", "Brontel Drives GmbH").text(320, 260, "ПОКУПАТЕЛЬ", "ООО «Карвент Рус»")
    found = records(paper.finish())
    assert [(row["hs_code"], row["unit_price"], row["invoice_value"]) for row in found] == [
        ("8501109900", "1270.85", "30500.40"),
        ("8503009100", "2100.00", "21000.00"),
    ]
    told = {
        "consignor": "Brontel Drives GmbH",
        "consignee": "ООО «Карвент Рус»",
        "contract_number": "RW-2023/118",
        "document_number": "3",
        "document_date": "2023-03-15",
        "incoterms": "CPT",
        "delivery_place": "Алматы",
    }
    assert [{name: row.get(name) for name in told} for row in found] == [told, told]


def test_goods_go_on_overleaf_without_a_header_and_the_tail_behind_them_is_of_all(tmp_path: Path) -> None:
    paper = columns(certificate(tmp_path / "c.pdf"), 160, HEADS, ("1", "motors", "850110", "P", "12 pcs")).page()
    columns(paper, 60, ("2", "gears", "848340", "P", "40 pcs"), ("3", "rotors", "850300", "P", "2 pcs"))
    paper.text(36, 140, "Certificate No.: RUKZ2103001234", "Date of issue: 12.05.2023")
    found = records(paper.finish())
    assert [(row["item_number"], row["hs_code"], row["quantity"]) for row in found] == [
        (1, "850110", 12.0),
        (2, "848340", 40.0),
        (3, "850300", 2.0),
    ]
    told = {(row["consignor"], row["document_number"], row["document_date"]) for row in found}
    assert told == {("Brontel Drives GmbH", "RUKZ2103001234", "2023-05-12")}


def test_a_letter_behind_a_form_tells_nothing_of_it(tmp_path: Path) -> None:
    paper = columns(certificate(tmp_path / "c.pdf"), 160, HEADS, ("1", "motors", "850110", "P", "12 pcs")).page()
    paper.text(36, 60, "Dear Madam, the goods are on their way.", "Date of issue: 12.05.2023")
    (row,) = records(paper.finish())
    assert "document_date" not in row


def test_totals_of_a_document_are_no_figures_of_the_item_that_its_first_page_shows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "s.pdf").text(36, 40, "SINGLE ADMINISTRATIVE DOCUMENT", size=11)
    paper.box(36, 50, 200, 30, "6 Total packages", "69").box(236, 50, 200, 30, "2 Consignor/Exporter", "Donex Ltd")
    for y, number, code in ((100, "1", "85011099"), (60, "2", "84834090")):
        if number == "2":
            paper.page().text(36, 40, "CONTINUATION FORM", size=11)
        paper.box(36, y, 200, 30, "31 Packages and description of goods", "motors").box(
            236, y, 100, 30, "32 Item No", number
        )
        paper.box(336, y, 150, 30, "33 Commodity Code", code)
    found = records(paper.finish())
    assert [(row["item_number"], row.get("packages")) for row in found] == [(1, None), (2, None)]
