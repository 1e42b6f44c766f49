from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.model import Batch, Box, Grid, Issue, Part, PartKind, Place, Table, Word
from extract.records import read_items
from tests.extract.records.sheets import SOURCE, items, mentions, records, tables

CUSTOMS = [
    ["ND (Номер декларации)", "G022 (Наименование отправителя)", "G142 (Наименование декларанта)"],
    ["10702070/120522/3123456", "СМ. ГРАФУ 14 ДТ", "ООО «Север»"],
]
HEADER = ["Declaration No", "HS_CODE", "IMPORTER_NAME", "SUPPLIER_NAME", "VALUE_IN_USD", "IMP_DATE"]
ROW = ["17/2022", "880621", "Altyn Kanat LLP", "Rotorwing Europe B.V.", 2500.5, date(2022, 5, 12)]


def test_a_row_of_a_customs_database_is_a_shipment():
    [(kind, values)] = records([HEADER, ROW])
    assert kind == "shipment"
    assert values == {
        "declaration_number": "17/2022",
        "hs_code": "880621",
        "consignee": "Altyn Kanat LLP",
        "consignor": "Rotorwing Europe B.V.",
        "invoice_value": "2500.5",
        "invoice_currency": "USD",
        "declaration_date": "2022-05-12",
    }


def test_the_currency_of_a_header_is_placed_at_the_header():
    [batch] = [item for item in items([HEADER, ROW]) if hasattr(item, "cells")]
    assert batch.cells["invoice_currency"] == [(0, 4)]
    assert batch.raw["invoice_currency"] == ["VALUE_IN_USD"]


def test_a_pointer_to_box_14_is_resolved_to_its_cell():
    rows = [[*CUSTOMS[0], "G33 (Код товара)"], [*CUSTOMS[1], "8806210009"]]
    [batch] = [item for item in items(rows) if hasattr(item, "cells")]
    assert batch.values["consignor"] == ["ООО «Север»"]
    assert batch.cells["consignor"] == [(1, 2)]


def test_a_pointer_to_a_pointer_is_followed_to_its_end():
    header = [
        "Отправитель",
        "Получатель",
        "Декларант",
        "Лицо, ответственное за финансовое урегулирование",
        "Код ТН ВЭД",
        "Дата",
    ]
    row = ["FARLOW PUMPS LTD", "ООО «Дримел»", "СМ. ГРАФУ 8 ДТ", "СМ.ГР.14", "8413500000", date(2020, 1, 2)]
    [batch] = [item for item in items([header, row]) if isinstance(item, Batch)]
    assert batch.values["declarant"] == batch.values["contract_holder"] == ["ООО «Дримел»"]
    assert batch.cells["contract_holder"] == [(1, 1)]


def test_a_pointer_brings_the_number_and_the_country_of_the_party_it_names():
    header = ["Отправитель", "Получатель", "ИНН получателя", "Декларант", "ИНН декларанта", "Код ТН ВЭД", "Дата"]
    row = ["FARLOW PUMPS LTD", "ООО «Дримел»", "7707083893", "СМ. ГРАФУ 8 ДТ", "", "8413500000", date(2020, 1, 2)]
    [batch] = [item for item in items([header, row]) if isinstance(item, Batch)]
    assert batch.values["declarant_id"] == batch.values["consignee_id"] == ["inn:7707083893"]
    assert batch.raw["declarant_id"] == ["7707083893"]
    assert batch.cells["declarant_id"] == [(1, 2)]


def test_pointers_in_a_circle_name_nobody():
    header = ["Отправитель", "Получатель", "Декларант", "Код ТН ВЭД", "Дата"]
    rows = [header, ["FARLOW PUMPS LTD", "СМ. ГРАФУ 14 ДТ", "СМ. ГРАФУ 8 ДТ", "8413500000", date(2020, 1, 2)]]
    [(_, values)] = records(rows)
    assert "consignee" not in values
    assert "declarant" not in values


@pytest.mark.parametrize("label", ["Итого / Total", "Всего, Total", "合计/Total"])
def test_a_total_in_two_languages_is_no_record(label):
    [batch] = [
        item for item in items([HEADER, ROW, [label, None, None, None, 2500.5, None]]) if isinstance(item, Batch)
    ]
    assert list(batch.rows) == [1]


def test_the_countries_of_parties_under_headers_in_two_languages_are_theirs():
    header = ["Отправитель / Sender", "Отправитель / Sender / Страна / Country", "Получатель", "Код ТН ВЭД", "Дата"]
    row = ["BRIXTON VALVES LTD", "GB", "ТОО «Кендала»", "8481201000", date(2020, 1, 15)]
    [(_, values)] = records([header, row])
    assert values["consignor_country"] == "GB"


def test_a_number_under_the_tax_number_of_another_country_is_not_called_french():
    header = ["Importador", "NIT", "Exportador", "Partida arancelaria", "Fecha"]
    row = ["Comercial Altavega S.A.S.", "900123456", "Foshan Delun Ltd", "8516600000", date(2020, 1, 15)]
    [(_, values)] = records([header, row])
    assert values["consignee_id"] == "nit:900123456"


def test_totals_notes_and_repeated_headers_are_no_records():
    rows = [HEADER, ROW, ["Итого", None, None, None, 2500.5, None], HEADER, ROW, ["* indication only"]]
    assert len(records(rows)) == 2


def test_a_second_table_below_a_gap_has_its_own_columns():
    other = [["БИН", "Наименование", "Дата регистрации"], ["220440660487", "ТОО «Алтын Канат»", "19.04.2022"]]
    assert [table.record for table in tables([HEADER, ROW, [None], *other])] == ["shipment", "company"]


@pytest.mark.parametrize("header", [["Страна", "Вес, кг"], ["Country", "Quantity"], ["Месяц", "Стоимость"]])
def test_a_small_list_below_a_gap_is_no_part_of_the_table_above(header):
    table = [
        ["Дата", "Отправитель", "Код ТН ВЭД", "Вес, кг"],
        *([f"0{day}.05.2023", "ТОО Арба", "8806220009", day] for day in range(1, 6)),
    ]
    rows = [*table, [], [], header, ["Казахстан", 120], ["Китай", 30]]
    assert len(records(rows)) == 5
    assert [found.header_rows for found in tables(rows)] == [(0,), (8,)]


def test_the_second_column_for_a_field_is_mentioned_with_its_role():
    rows = [[*HEADER, "IMPORTER_NAME_EN"], [*ROW[:2], "ТОО «Алтын Канат»", *ROW[3:], "Altyn Kanat LLP"]]
    assert mentions(rows) == [("company", "Altyn Kanat LLP", "consignee")]


def test_a_pivot_gives_mentions_and_no_records():
    rows = [["IMPORTER_NAME", "HS_CODE", "TOTALVALUE", "MONTHYEAR"], ["Altyn Kanat LLP", "880621", 12.5, "Dec 2024"]]
    assert records(rows) == []
    assert ("amount", "12.5", "value") in mentions(rows)


def test_a_column_without_a_known_header_is_named_by_its_values():
    rows = [["Alpha", "Beta", "Gamma", "Delta"]]
    rows += [[1, "8806210009", "ООО «Север»", 2.5], [2, "8542329000", "ТОО «Юг»", 3.5]]
    assert [c.field for c in tables(rows)[0].columns] == [None, "hs_code", "company", None]


def test_labels_beside_their_values_are_no_table():
    rows = [["Наименование", "ООО «Север»"], ["ИНН", "7719242192"], ["Адрес", "Москва"], ["Статус", "действует"]]
    assert tables(rows)[0].columns == ()


def test_what_stands_above_a_table_is_read_as_text():
    rows = [
        ["Shipper: Rotorwing Europe B.V."],
        [None],
        ["No", "HS code", "Quantity"],
        [1, "880621", 5],
        [2, "854232", 7],
    ]
    assert ("company", "Rotorwing Europe B.V.") in [found[:2] for found in mentions(rows)]


def page(number, rows):
    boxes = [[Box(100 * c, 20 * r, 100 * c + 100, 20 * r + 20) for c in range(len(row))] for r, row in enumerate(rows)]
    words = [
        Word(text, 0, Box(box.x0 + 1, box.top + 1, box.x0 + 90, box.top + 10))
        for row, line in zip(rows, boxes, strict=True)
        for text, box in zip(row, line, strict=True)
    ]
    return Part(Place(SOURCE.sha256, number), PartKind.PAGE, words=words, grids=(Grid(1, rows, boxes),))


def test_a_table_that_goes_on_on_the_next_page_keeps_its_columns():
    header = ["Licence No", "Applicant", "HS code", "Quantity"]
    first, second = ["2022-118", "ТОО «Юг»", "880621", "5"], ["2022-119", "ТОО «Запад»", "854232", "7"]
    pages = [page(1, [header, first]), page(2, [second])]
    found = [item for item in read_items(SOURCE, pages) if isinstance(item, Table)]
    assert [table.record for table in found] == ["licence", "licence"]
    assert "goes on from page 1" in found[1].columns[0].evidence


HEADERS = st.sampled_from(
    [
        "HS_CODE",
        "IMPORTER_NAME",
        "VALUE_IN_USD",
        "IMP_DATE",
        "тыс. долларов США",
        "экспорт",
        "2021 год",
        "Страна",
        "C1",
        "",
    ]
)
CELLS = st.one_of(
    st.none(), HEADERS, st.text(max_size=20), st.floats(), st.integers(), st.datetimes(), st.dates(), st.booleans()
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(HEADERS, min_size=1, max_size=6), st.lists(st.lists(CELLS, max_size=8), max_size=8))
def test_whatever_stands_on_a_sheet_it_is_read_to_the_end(header, rows):
    found = items([header, *rows, header, *rows])
    for item in found:
        if isinstance(item, Batch):
            lengths = {len(column) for column in (*item.values.values(), *item.raw.values(), *item.cells.values())}
            assert lengths <= {len(item.rows)}


def issues(rows):
    return [(item.kind, item.message) for item in items(rows) if isinstance(item, Issue)]


@pytest.mark.parametrize("consignor", ["Total Energies SE", "Всего-навсего дрон", "World Fuel Ltd", "Итоговые решения"])
def test_a_name_that_begins_like_a_total_is_a_record(consignor):
    rows = [["Consignor", "HS code", "Invoice value"], [consignor, "880621", 5.5], ["ООО «Север»", "854232", 7.5]]
    assert [values["consignor"] for _, values in records(rows)] == [consignor, "ООО «Север»"]
    assert issues(rows) == []


def test_goods_that_begin_like_a_total_are_a_record():
    rows = [["Description of goods", "Consignee", "Invoice value"], ["Total station Leica TS16", None, 5.5]]
    rows += [["Total", "ТОО «Юг»", 1.5], ["Bolts", "ТОО «Юг»", 7.5], ["Total", None, 14.5]]
    assert [values["goods_description"] for _, values in records(rows)] == [
        "Total station Leica TS16",
        "Total",
        "Bolts",
    ]


def test_rows_left_out_are_counted_once_for_the_table():
    rows = [HEADER, ROW, ["Total for 2022", None, None, None, 2500.5, None], HEADER, ROW, ["* indication only"]]
    assert issues(rows) == [
        ("left_out", "3 rows give no record, first row 3 (headers again: 1, notes: 1, totals: 1)"),
    ]


@pytest.mark.parametrize("below", [5, 1200])
def test_a_second_header_in_another_order_begins_another_table(below):
    again = [HEADER[5], *HEADER[:5]]
    rows = [HEADER, *[ROW] * below, again, *[[ROW[5], *ROW[:5]]] * 5]
    found = records(rows)
    assert len(found) == below + 5
    assert found[0] == found[-1]


def test_a_richer_header_below_does_not_swallow_the_rows_above_it():
    rows = [HEADER, *[ROW] * 5, ["Country of origin", *HEADER], *[["CN", *ROW]] * 5]
    assert [values.get("origin_country") for _, values in records(rows)] == [None] * 5 + ["CN"] * 5


def test_blocks_of_an_exchange_file_are_tables_of_their_own():
    rows = [
        ["[Header]"],
        ["2262", "12.04.11", "675.84", "Сокол ООО"],
        ["[Body]"],
        ["124578", "Папазол таб.", "Вега-Лек", "Россия", "30", "3.82"],
        ["122566", "Раствор 0,1%", "Новые травы", "Беларусь", "5", "99.96"],
    ]
    assert [table.first_row for table in tables(rows)] == [1, 3]
    found = {(kind, value) for kind, value, _ in mentions(rows)}
    assert {("company", "Сокол ООО"), ("company", "Вега-Лек"), ("company", "Новые травы")} <= found
    assert {("amount", "3.82"), ("amount", "99.96"), ("date", "2011-04-12")} <= found


def test_mentions_past_the_limit_are_counted_in_an_issue(monkeypatch):
    monkeypatch.setattr("extract.records.table_rows.DISTINCT", 2)
    rows = [["Дата документа", "Сумма", "Покупатель"], *(["01.02.2020", n + 0.5, None] for n in range(5))]
    assert [message for kind, message in issues(rows) if kind == "mentions_limit"] == [
        "4 cells were not mentioned: more than 2 values in columns that no record holds"
    ]


def test_a_bare_tax_number_belongs_to_the_party_before_it():
    rows = [
        ("Відправник", "Одержувач", "ЄДРПОУ", "Опис товару", "Код УКТЗЕД", "Нетто, кг"),
        ("NORTHGATE BEARINGS LTD", "ТОВ «Технолайн»", "32855961", "Підшипники", "848210", 12.5),
    ]
    (table,) = tables(rows)
    assert table.columns[2].field == "consignee_id"
    assert "stands behind the Одержувач" in table.columns[2].evidence


def test_a_table_of_sums_between_parties_says_that_it_gives_no_record():
    rows = [["Отправитель", "Получатель", "Сумма", "Дата"], *[["ООО «Север»", "ООО «Юг»", 100.5, "12.05.2022"]] * 3]
    assert tables(rows)[0].record is None
    [said] = [item for item in items(rows) if isinstance(item, Issue) and item.kind == "no_record"]
    assert "“Отправитель”, “Получатель”, “Сумма”, “Дата” make no known kind of record" in said.message
    assert ("company", "ООО «Юг»", "consignee") in mentions(rows)
    rows[0][:2] = ["Экспортёр", "Импортёр"]
    assert [(kind, v["consignor"], v["invoice_value"]) for kind, v in records(rows)] == [
        ("shipment", "ООО «Север»", "100.5")
    ] * 3


@pytest.mark.parametrize("same", ["ОН ЖЕ", "он же.", "The same", "та сама", "«Тот же»"])
def test_the_same_is_the_party_named_before_in_the_row(same):
    header = ["Отправитель", "Получатель", "ИНН получателя", "Контрактодержатель", "Декларант", "ТН ВЭД", "Вес нетто"]
    sheet = [header, ["FARLOW PUMPS LTD", "ООО «Дримел»", "7707083893", same, same, "8413500000", 5]]
    [(_, values)] = records(sheet)
    assert (values["contract_holder"], values["declarant"]) == ("ООО «Дримел»", "ООО «Дримел»")
    assert values["declarant_id"] == "inn:7707083893"
    [batch] = [item for item in items(sheet) if isinstance(item, Batch)]
    assert batch.cells["declarant"] == [(1, 1)]


def test_the_same_without_a_party_before_it_names_nobody():
    [(_, values)] = records(
        [["Отправитель", "Получатель", "ТН ВЭД", "Вес нетто"], ["ОН ЖЕ", "ООО «Дримел»", "8413500000", 5]]
    )
    assert "consignor" not in values


def test_the_address_of_a_cell_with_name_and_number_is_stored_in_any_column():
    cell = "ООО «Дримел», ИНН 7707083893, 119019, г. Москва, ул. Новый Арбат, д. 1"
    rows = [["Получатель", "ТН ВЭД", "Вес нетто"], [cell, "8413500000", 5], *[["ООО «Север»", "8413500000", 5]] * 9]
    (_, values), (_, other), *_ = records(rows)
    assert (values["consignee"], values["consignee_id"]) == ("ООО «Дримел»", "inn:7707083893")
    assert "Москва" in values["consignee_address"]
    assert "consignee_address" not in other


def test_a_register_of_licences_with_two_things_in_a_cell():
    header = [
        "№",
        "Номер и дата лицензии",
        "Заявитель",
        "Код ТН ВЭД, наименование товара",
        "Количество",
        "Срок действия",
    ]
    row = [1, "KZ05LAA00012 от 12.05.2022", "ТОО «Алтын Канат»", "8806220009 Квадрокоптеры", 100, "до 31.12.2022"]
    rows = [header, row, [2, "KZ05LAA00013", "ТОО «Кадам»", "8542319010", 5, "31.12.2022"]]
    (kind, first), (_, second) = records(rows)
    assert kind == "licence"
    assert (first["number"], first["issue_date"], first["expiry_date"]) == ("KZ05LAA00012", "2022-05-12", "2022-12-31")
    assert (first["hs_code"], first["goods_description"]) == ("8806220009", "Квадрокоптеры")
    assert (second["number"], second["hs_code"]) == ("KZ05LAA00013", "8542319010")
    assert "issue_date" not in second
    [batch] = [item for item in items(rows) if isinstance(item, Batch)]
    assert batch.raw["issue_date"][0] == batch.raw["number"][0] == "KZ05LAA00012 от 12.05.2022"
