import pytest

from extract.records.short_names import is_bare_name, understand
from tests.extract.records.sheets import records, tables


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("NAIM_TOV", ("goods_description",)),
        ("NAZVTOVARA", ("goods_description",)),
        ("IZGOTOV", ("manufacturer", "maker_price")),
        ("STRANAIZG", ("origin_country",)),
        ("CENABEZNDS", ("unit_price",)),
        ("CENA_IZG", ("maker_price",)),
        ("CWONDS", ("unit_price",)),
        ("PRICE_WONDS2", ("unit_price",)),
        ("ЦенаИзг", ("maker_price",)),
        ("Цена без НДС", ("unit_price",)),
        ("SUMSNDS", ("value",)),
        ("SUMNDS", ("vat",)),
        ("СуммаНДС", ("vat",)),
        ("KOLVO", ("quantity",)),
        ("POSTAVSHIK", ("consignor",)),
        ("INNPOST", ("consignor_id",)),
        ("KLIENT", ("consignee",)),
        ("NUM_SCHET", ("invoice_number",)),
        ("DATANAKL", ("document_date",)),
        ("Про-ль", ("manufacturer", "maker_price")),
        ("Пок-ль", ("consignee",)),
        ("Кол-во", ("quantity",)),
    ],
)
def test_short_names_are_read_piece_by_piece(header, columns):
    assert understand(header).columns == columns


@pytest.mark.parametrize("header", ["STAVKANDS", "KODTOV", "KODIZG", "BARCODE", "SROKGODN", "KPPPOST", "NUM_SERT"])
def test_short_names_of_what_no_column_holds_mean_nothing(header):
    assert understand(header).columns == ()


@pytest.mark.parametrize("header", ["XCONCEPT", "MNN", "VT", "", "CENAXYZ"])
def test_a_piece_nobody_knows_makes_a_name_unknown(header):
    assert understand(header) is None


def test_a_bare_name_does_not_say_of_what():
    assert is_bare_name("NAIM")
    assert is_bare_name("Полное наименование")
    assert not is_bare_name("NAIMTOV")
    assert not is_bare_name("OPT")


PRICE_LIST = [
    ["KOD", "NAME", "PRNAME", "KOL", "CWONDS", "SUMNDS", "STNDS", "REESTR", "ZAVOD"],
    [101, "Лампа СЛ-40 белая", "Лучезар", 5, 12.5, 6.25, 10, 14.31, 11.2],
    [102, "Кабель ВП 3х2,5", "Проводник ООО", 2, 80.15, 16.03, 10, 0, 77.45],
]


def test_a_waybill_with_short_names_gives_records():
    [kind, first], _ = records(PRICE_LIST)
    assert kind == "shipment"
    assert first["goods_description"] == "Лампа СЛ-40 белая"
    assert (first["manufacturer"], first["quantity"], first["unit_price"]) == ("Лучезар", 5.0, "12.5")


def test_values_choose_where_a_short_name_has_two_meanings():
    [table] = tables(PRICE_LIST)
    fields = {column.header: column.field for column in table.columns}
    assert fields["PRNAME"] == "manufacturer"
    assert (fields["REESTR"], fields["ZAVOD"]) == ("registry_price", "maker_price")
    header, first, second = ["PRNAME", "POSTAV", "CENA"], ["Краска 5 кг", "Заря", 1.5], ["Гвозди №8", "Заря", 3.25]
    [goods] = tables([header, first, second])
    assert goods.columns[0].field == "goods_description"


def test_codes_of_makers_are_no_prices():
    [table] = tables([["NAIMTOV", "PROIZV", "CENA"], ["Краска", 1047, 10.5], ["Гвозди", 2201, 3.25]])
    assert [column.field for column in table.columns] == [None, None, "unit_price"]


def test_rates_of_a_tax_are_no_sums():
    header = ["NAIMTOV", "PROIZV", "NDS", "SUMNDS"]
    [table] = tables([header, ["Краска", "Заря", 20, 20], ["Гвозди", "Комета", 10, 5.5], ["Рама", "Заря", 20, 1.25]])
    assert [column.field for column in table.columns[2:]] == [None, "vat"]


def test_a_table_whose_names_nobody_knows_is_read_by_its_values():
    header = ["QQ1", "XKT", "PPT", "PPS", "WZ", "FAKT7"]
    rows = [
        ["A1", "Камертон", 10.25, 11.28, "Франция", "Blue Lantern"],
        ["B2", "Метроном", 7.5, 8.25, "Италия", "Luna"],
    ]
    [table] = tables([header, *rows])
    assert [column.field for column in table.columns[2:]] == ["value", "value", None, "company"]
