"""Headers nobody listed whole: other languages, transliterated, abbreviated; and what must not be understood."""

import pytest

from extract.records.header_grammar import currency_of, speaks_of_money, speaks_of_other, understand, understandings


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("OTPRAVITEL", "consignor"),
        ("Beyan Sahibi", "declarant"),
        ("境外收货人", "consignee"),
        ("Container Numbers", "container"),
        ("Номер ТТН", "bill_of_lading"),
        ("Кол-во в ДЕИ", "quantity"),
        ("Kap Adedi", "packages"),
        ("Exporter Address 1", "consignor_address"),
        ("INN_POLUCHATELYA", "consignee_id"),
        ("Отпр.", "consignor"),
        ("Страна отпр.", "dispatch_country"),
        ("Наим. тов.", "goods_description"),
        ("Фактур. ст-ть", "invoice_value"),
        ("Количество товара в дополнительных единицах измерения", "quantity"),
        ("Наименование дополнительной единицы измерения", "quantity_unit"),
        ("Митна вартість, грн", "customs_value"),
        ("Країна походження товару", "origin_country"),
        ("Кедендік құны, теңге", "customs_value"),
        ("Kedendik quny", "customs_value"),
        ("Божхона қиймати, сўм", "customs_value"),
        ("进口商地址", "consignee_address"),
        ("IHRACATCI_UNVANI", "consignor"),
        ("RAZÓN SOCIAL EXPORTADOR", "consignor"),
        ("VALOR FLETES USD", "freight"),
        ("Trị giá (USD)", "value"),
        ("Shipment Arrival Date", "arrival_date"),
        ("Сумма НДС", "vat"),
        ("Сумма с НДС", "value"),
    ],
)
def test_words_of_many_languages_make_phrases(header, column):
    assert understand(header).column == column


@pytest.mark.parametrize(
    "header", ["Экспорт", "USD", "кг", "Buyer of seller", "Заявка клиента Иванова", "Buyer/Seller"]
)
def test_what_makes_no_phrase_means_nothing(header):
    assert understandings(header) == ()


def test_several_meanings_are_given_for_the_values_to_choose():
    columns = [understood.column for understood in understandings("UNID_FIQTY")]
    assert columns == ["quantity_unit", "quantity"]


@pytest.mark.parametrize("header", ["Телефон импортера", "Importer bank", "Дата рождения", "收货人电话"])
def test_banks_and_telephones_are_told_from_the_parties_they_belong_to(header):
    assert speaks_of_other(header)
    assert understand(header).column == "other"


def test_currency_is_read_from_words_and_signs():
    assert currency_of("Цена, $") == "USD"
    assert currency_of("құны, теңге") == "KZT"
    assert currency_of("Вес") is None


def test_money_is_heard_in_words_that_nobody_knows():
    assert speaks_of_money("PRICE_REES")
    assert not speaks_of_money("Total weight of price tags")


def test_a_cell_as_long_as_a_page_is_no_run_of_header_words():
    """All cuts of such a word would take minutes."""
    assert understand("стоимость" * 20_000) is None
