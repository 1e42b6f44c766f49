"""Kinds of document are data: what is wrong in them is told with the nearest right word."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import RECORDS
from extract.profiles import ProfileError, load, recognise, vocabulary
from extract.profiles.load import read_profile
from extract.profiles.rule import folded_words

GOOD = """
kind = "delivery_note"
title = "Delivery note"
record = "shipment"
titles = ["delivery note", "товарная накладная"]
required = ["consignee"]
[[rule]]
field = "consignee"
labels = ["deliver to"]
read = "party"
"""


def test_every_profile_of_ours_names_a_record_or_is_a_paper() -> None:
    for profile in load():
        assert profile.titles
        assert profile.record in RECORDS or (profile.record is None and profile.paper)


def test_a_further_folder_adds_a_kind_and_replaces_one(tmp_path: Path) -> None:
    (tmp_path / "delivery_note.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "invoice.toml").write_text('kind = "invoice"\ntitle = "Mine"\ntitles = ["bill"]\n', encoding="utf-8")
    titles = {profile.kind: profile.title for profile in load((tmp_path,))}
    assert titles["delivery_note"] == "Delivery note"
    assert titles["invoice"] == "Mine"
    assert "payment_order" in titles


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("titles =", "tittles =", "unknown key 'tittles'; did you mean 'titles'?"),
        ('"shipment"', '"shipments"', "unknown record 'shipments'; did you mean 'shipment'?"),
        ('field = "consignee"', 'field = "consigne"', "unknown field 'consigne'; did you mean 'consignee'?"),
        ("labels =", "label =", "unknown key of a rule 'label'; did you mean 'labels'?"),
        ('"party"', '"partie"', "unknown reading 'partie'; did you mean 'party'?"),
        ('["consignee"]', '["consignor"]', "unknown required field 'consignor'; did you mean 'consignee'?"),
        ('read = "party"', 'pattern = "("', "field consignee: pattern does not compile"),
        ('kind = "delivery_note"', "", "missing 1 required positional argument: 'kind'"),
        ('kind = "delivery_note"', "kind =", "not a TOML file"),
    ],
)
def test_a_mistake_is_told_with_file_and_nearest_word(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(ProfileError) as refused:
        read_profile(path)
    assert str(refused.value).startswith("mine.toml: ")
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ДЕКЛАРАЦИЯ НА ТОВАРЫ\n1 Декларация", "goods_declaration"),
        ("Форма ДТ2   ДОБАВОЧНЫЙ ЛИСТ К ДЕКЛАРАЦИИ НА ТОВАРЫ", "goods_declaration"),
        ("Brontel Drives GmbH\nLinz\n\nCOMMERCIAL INVOICE No. 5567 of 3 March 2022", "invoice"),
        ("Rechnung Nr. 7 vom 03.05.2022", "invoice"),
        ("Facture n° 2022-89", "invoice"),
        ("Rechnung des Versicherers (575) Nr. 01.234.567.8-2018-1 vom 06.12.2018", "invoice"),
        ("Lieferant   Käufer   R E C H N U N G   Seite 1", "invoice"),
        ("ТОО «Алма»\nШОТ-ФАКТУРА № 5", "invoice"),
        ("Packing List", "packing_list"),
        ("OCEAN BILL OF LADING", "bill_of_lading"),
        ("ПЛАТІЖНЕ ДОРУЧЕННЯ № 6", "payment_order"),
        ("ВЫПИСКА из Единого государственного реестра юридических лиц", "register_extract"),
        ("Заңды тұлғаны мемлекеттік тіркеу туралы анықтама", "register_extract"),
        ("ЛИЦЕНЗИЯ НА ИМПОРТ ТОВАРОВ", "import_licence"),
        ("The reporter asked for an invoice, and nobody in the company could find the invoice for the goods.", None),
        ("В редакцию попало платежное поручение, из которого видно, кто и за что заплатил фонду", None),
        ("", None),
    ],
)
def test_kind_by_title(text: str, kind: str | None) -> None:
    found = recognise(text, load())
    assert (found.kind if found else None) == kind


def test_vocabulary_has_roles_for_companies_sums_and_days() -> None:
    words = vocabulary()
    assert "rechnungsempfänger" in words["company"]["buyer"]
    assert "итого" in words["amount"]["total"]
    assert set(words) == {"company", "amount", "date", "hs_code", "quantity", "nothing"}


LIKE = """
kind = "transit_note"
title = "Transit note"
record = "shipment"
like = "delivery_note"
titles = ["transit note"]
[[rule]]
field = "consignee"
labels = ["goes to"]
read = "party"
[[rule]]
field = "carrier"
labels = ["driver"]
"""


def test_a_profile_takes_over_the_rules_of_another_and_adds_its_labels(tmp_path: Path) -> None:
    (tmp_path / "delivery_note.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "transit_note.toml").write_text(LIKE, encoding="utf-8")
    profile = read_profile(tmp_path / "transit_note.toml")
    assert {rule.field: rule.labels for rule in profile.rules} == {
        "consignee": ("goes to", "deliver to"),
        "carrier": ("driver",),
    }


def test_a_box_told_otherwise_is_not_inherited() -> None:
    (profile,) = (one for one in load() if one.kind == "ukrainian_declaration")
    boxes = {rule.box: rule.field for rule in profile.rules}
    assert boxes["45"] == "customs_value"
    assert boxes["33"] == "hs_code"


def test_like_names_a_profile_that_exists(tmp_path: Path) -> None:
    path = tmp_path / "transit_note.toml"
    path.write_text(LIKE, encoding="utf-8")
    with pytest.raises(ProfileError, match=r"no delivery_note\.toml"):
        read_profile(path)


def test_labels_lose_case_accents_and_the_dots_of_the_turkish_i() -> None:
    assert folded_words("OPERACION") == folded_words("operación")
    assert folded_words("ALICI") == folded_words("alıcı")
    assert folded_words("ЙОД") != folded_words("иод")
