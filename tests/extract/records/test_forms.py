"""Forms drawn in the test: every value has its box, and the box gives its raw text again."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Batch, Issue, Item, Place, Table, cell_text
from extract.records import reread
from tests.extract.records.paper import Paper, items, source


def rows(found: list[Item], record: str) -> list[dict[str, object]]:
    batches = [item for item in found if isinstance(item, Batch) and item.kind == record]
    return [{name: values[i] for name, values in b.values.items()} for b in batches for i in range(len(b.rows))]


def head(paper: Paper, pointer: str = "СМ. ГРАФУ 14 ДТ") -> Paper:
    paper.text(36, 30, "ДЕКЛАРАЦИЯ НА ТОВАРЫ", size=11)
    paper.box(36, 40, 260, 60, "2 Отправитель/Экспортер  №", "Brontel Drives GmbH", "Lange Gasse 4, Linz, Austria")
    paper.box(296, 40, 100, 30, "1 ДЕКЛАРАЦИЯ", "ИМ   40   ЭД")
    paper.box(396, 40, 160, 60, "A", "10005030/140322/3001234")
    paper.box(36, 100, 260, 60, "8 Получатель  №", "ООО «Карвент Рус»", "г. Пермь, ул. Ленина, д. 5", "ИНН 7707083893")
    paper.box(296, 100, 260, 60, "9 Лицо, ответственное за финансовое урегулирование  №", pointer)
    paper.box(36, 160, 260, 50, "14 Декларант  №", "АО «Брокерский дом Вымпел»", "ИНН 7736050003")
    paper.box(296, 160, 60, 25, "11 Торг. страна", "AT")
    paper.box(356, 160, 200, 25, "20 Условия поставки", "CPT ПЕРМЬ")
    paper.box(296, 185, 260, 25, "22 Валюта и общая сумма по счету", "EUR  91 500,50")
    return paper


def item(paper: Paper, y: float, number: int, code: str, goods: list[str], weight: str, price: str) -> Paper:
    """Draw boxes 31 to 46; the label of box 31 stands in a narrow column to the left of its content."""
    paper.box(36, y, 60, 90).text(39, y + 8, "31 Грузовые", "места и", "описание", "товаров", size=6)
    paper.box(96, y, 220, 90).text(100, y + 12, *goods)
    paper.box(316, y, 60, 30, "32 Товар", str(number))
    paper.box(376, y, 180, 30, "33 Код товара", code)
    paper.box(316, y + 30, 80, 30, "34 Код страны происх.", "AT")
    paper.box(396, y + 30, 160, 30, "35 Вес брутто (кг)", weight)
    paper.box(316, y + 60, 120, 30, "41 Дополнит. единицы", "24 ШТ (796)")
    paper.box(436, y + 60, 120, 30, "42 Цена товара", price)
    paper.box(36, y + 90, 60, 40).text(39, y + 98, "44 Дополнит.", "информация/", "Представл.", "документы", size=6)
    paper.box(96, y + 90, 220, 40).text(100, y + 104, "03011 № BD-17/22 от 01.02.2022", "04021 № 5567 от 03.03.2022")
    return paper.box(316, y + 90, 240, 40, "46 Статистическая стоимость", "12 345,67")


@pytest.fixture(scope="module", params=["ruled", "without rules"])
def declaration(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    paper = head(Paper(tmp_path_factory.mktemp("dt") / "dt.pdf", ruled=request.param == "ruled"))
    goods = [
        "1-ПРИВОД ШАГОВЫЙ ДЛЯ СТАНКОВ",
        "ИЗГОТОВИТЕЛЬ: BRONTEL DRIVES GMBH",
        "ТОВАРНЫЙ ЗНАК: BRONTEL; МОДЕЛЬ: SD-9",
    ]
    item(paper, 220, 1, "8501109900", goods, "1 204,500", "30 500,50").page()
    paper.text(36, 30, "ДОБАВОЧНЫЙ ЛИСТ К ДЕКЛАРАЦИИ НА ТОВАРЫ", size=11)
    paper.box(396, 40, 160, 40, "A", "10005030/140322/3001234")
    item(paper, 100, 2, "8503009100", ["1-РОТОР"], "80,250", "21 000,00")
    item(paper, 260, 3, "8504409000", ["1-БЛОК ПИТАНИЯ"], "12,125", "40 000,00")
    return paper.finish()


def test_each_item_is_a_row_with_the_head_of_its_declaration(declaration: Path) -> None:
    found = rows(items(declaration), "shipment")
    assert [(row["item_number"], row["hs_code"]) for row in found] == [
        (1, "8501109900"),
        (2, "8503009100"),
        (3, "8504409000"),
    ]
    for row in found:
        assert row["declaration_number"] == "10005030/140322/3001234"
        assert row["declaration_date"] == "2022-03-14"
        assert row["consignor"] == "Brontel Drives GmbH"
        assert row["consignee_id"] == "inn:7707083893"
        assert (row["invoice_total"], row["invoice_currency"]) == ("91500.50", "EUR")


def test_first_item_box_by_box(declaration: Path) -> None:
    row = rows(items(declaration), "shipment")[0]
    expected = {
        "direction": "import",
        "consignor_country": "AT",
        "consignee": "ООО «Карвент Рус»",
        "declarant": "АО «Брокерский дом Вымпел»",
        "trading_country": "AT",
        "incoterms": "CPT",
        "delivery_place": "ПЕРМЬ",
        "manufacturer": "BRONTEL DRIVES GMBH",
        "brand": "BRONTEL",
        "model": "SD-9",
        "origin_country": "AT",
        "gross_weight_kg": 1204.5,
        "quantity": 24.0,
        "quantity_unit": "pcs",
        "invoice_value": "30500.50",
        "statistical_value": "12345.67",
        "contract_number": "BD-17/22",
        "invoice_number": "5567",
    }
    assert {name: row.get(name) for name in expected} == expected


def test_a_pointer_is_followed_to_the_box_it_names(declaration: Path) -> None:
    found = items(declaration)
    row = rows(found, "shipment")[0]
    assert (row["contract_holder"], row["contract_holder_id"]) == ("АО «Брокерский дом Вымпел»", "inn:7736050003")
    table = next(entry for entry in found if isinstance(entry, Table) and entry.kind == "form")
    column = next(column for column in table.columns if column.field == "contract_holder")
    assert "СМ. ГРАФУ 14 ДТ" in column.evidence


def test_every_field_is_read_again_at_its_place(declaration: Path) -> None:
    found = items(declaration)
    tables = {entry.number: entry for entry in found if isinstance(entry, Table)}
    checked = 0
    for batch in (entry for entry in found if isinstance(entry, Batch)):
        table = tables[batch.table]
        for name, values in batch.values.items():
            for row, (value, raw) in enumerate(zip(values, batch.raw[name], strict=True)):
                cell = (table.boxes or {}).get((row, table.sources[name]))
                if cell is None:
                    assert value is None
                    continue
                place = Place(table.place.source, *cell)
                assert reread(source(declaration), declaration, place) == (cell_text(value) if raw is None else raw)
                checked += 1
    assert checked > 60


def test_further_sheet_of_another_declaration_takes_nothing_from_the_first(tmp_path: Path) -> None:
    paper = head(Paper(tmp_path / "two.pdf"))
    item(paper, 220, 1, "8501109900", ["1-ПРИВОД"], "1,5", "2,5").page()
    paper.text(36, 30, "ДОБАВОЧНЫЙ ЛИСТ К ДЕКЛАРАЦИИ НА ТОВАРЫ", size=11)
    paper.box(396, 40, 160, 40, "A", "10005030/150322/3009999")
    item(paper, 100, 2, "8503009100", ["1-РОТОР"], "80,250", "21 000,00")
    second = rows(items(paper.finish()), "shipment")[1]
    assert second["declaration_number"] == "10005030/150322/3009999"
    assert "consignee" not in second


def test_single_administrative_document_in_english(tmp_path: Path) -> None:
    """The box numbers carry: the labels are those of the European form."""
    paper = Paper(tmp_path / "sad.pdf").text(36, 30, "SINGLE ADMINISTRATIVE DOCUMENT", size=11)
    paper.box(36, 40, 260, 50, "2 Consignor/Exporter  No", "Brontel Drives GmbH", "Lange Gasse 4, Linz, Austria")
    paper.box(296, 40, 100, 50, "1 Declaration", "EX  A")
    paper.box(36, 90, 260, 50, "8 Consignee  No", "Karvent Asia LLP", "Almaty, Kazakhstan")
    paper.box(296, 90, 260, 50, "22 Currency and total amount invoiced", "EUR 1,250.00")
    paper.box(36, 140, 260, 60, "31 Packages and description of goods", "Stepping motors", "Trade mark: BRONTEL")
    paper.box(296, 140, 60, 30, "32 Item No.", "1").box(356, 140, 200, 30, "33 Commodity code", "85011099")
    paper.box(296, 170, 100, 30, "34 Country of origin code", "AT").box(
        396, 170, 80, 30, "35 Gross mass (kg)", "1,204.5"
    )
    paper.box(476, 170, 80, 30, "42 Item price", "1,250.00")
    (row,) = rows(items(paper.finish()), "shipment")
    expected = {
        "direction": "export",
        "consignor": "Brontel Drives GmbH",
        "consignee": "Karvent Asia LLP",
        "consignee_country": "KZ",
        "invoice_total": "1250.00",
        "invoice_currency": "EUR",
        "brand": "BRONTEL",
        "hs_code": "85011099",
        "origin_country": "AT",
        "gross_weight_kg": 1204.5,
        "invoice_value": "1250.00",
    }
    assert {name: row.get(name) for name in expected} == expected


def test_licence_as_a_form(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "licence.pdf").text(36, 40, "ЛИЦЕНЗИЯ НА ИМПОРТ ТОВАРОВ", size=11)
    pairs = [
        ("Номер лицензии", "KZ22-0417"),
        ("Дата выдачи", "14.06.2022"),
        ("Срок действия", "31.12.2022"),
        ("Заявитель", "ТОО «Алма Импорт»"),
        ("Продавец", "Brontel Drives GmbH"),
        ("Количество", "1 500 шт"),
        ("Стоимость", "3 750 000,00 USD"),
        ("Код ТН ВЭД", "8806220009"),
    ]
    for number, (label, value) in enumerate(pairs):
        paper.text(36, 70 + 14 * number, label).text(220, 70 + 14 * number, value)
    (row,) = rows(items(paper.finish()), "licence")
    assert row == {
        "number": "KZ22-0417",
        "issue_date": "2022-06-14",
        "expiry_date": "2022-12-31",
        "holder": "ТОО «Алма Импорт»",
        "counterparty": "Brontel Drives GmbH",
        "quantity": 1500.0,
        "quantity_unit": "pcs",
        "value": "3750000.00",
        "value_currency": "USD",
        "hs_code": "8806220009",
    }


def test_payment_order_with_labels_under_its_values(tmp_path: Path) -> None:
    """The Russian bank form prints payer and payee above their labels."""
    paper = Paper(tmp_path / "pay.pdf")
    paper.text(36, 40, "ПЛАТЕЖНОЕ ПОРУЧЕНИЕ № 417", size=11).text(300, 40, "17.03.2023")
    paper.box(36, 60, 80, 30).text(40, 70, "Сумма", "прописью", size=7)
    paper.box(116, 60, 440, 30).text(120, 72, "Двенадцать тысяч пятьсот рублей 30 копеек")
    for y, name, inn, account, label in (
        (90, "ООО «Карвент Рус»", "7707083893", "40702810900000012345", "Плательщик"),
        (180, "АО «Брокерский дом Вымпел»", "7736050003", "40702810100000054321", "Получатель"),
    ):
        paper.box(36, y, 280, 80).text(40, y + 12, f"ИНН {inn}").text(40, y + 32, name).text(40, y + 74, label, size=7)
        paper.box(316, y, 50, 80).text(320, y + 12, "Сч. №", size=7)
        paper.box(366, y, 190, 80).text(370, y + 12, account)
    paper.box(316, 270, 50, 20).text(320, 282, "Сумма", size=7)
    paper.box(366, 270, 190, 20).text(370, 282, "12500-30")
    paper.box(36, 300, 520, 60).text(40, 312, "Оплата по договору № 5 за привод", "в т.ч. НДС 2083-38").text(
        40, 355, "Назначение платежа", size=7
    )
    (row,) = rows(items(paper.finish()), "payment")
    assert row == {
        "number": "417",
        "date": "2023-03-17",
        "payer": "ООО «Карвент Рус»",
        "payer_id": "inn:7707083893",
        "payer_account": "40702810900000012345",
        "payee": "АО «Брокерский дом Вымпел»",
        "payee_id": "inn:7736050003",
        "payee_account": "40702810100000054321",
        "amount": "12500.30",
        "currency": "RUB",
        "purpose": "Оплата по договору № 5 за привод в т.ч. НДС 2083-38",
    }


def test_payment_order_without_rules(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "pay.pdf").text(36, 40, "PAYMENT ORDER No. 88", size=11)
    pairs = [
        ("Value date:", "3 May 2022"),
        ("Amount:", "EUR 45,000.00"),
        ("Ordering customer:", "Brontel Drives GmbH"),
        ("Beneficiary:", "Karvent Rus LLC"),
        ("Purpose of payment:", "Invoice 5567"),
    ]
    for number, (label, value) in enumerate(pairs):
        paper.text(36, 70 + 14 * number, label).text(180, 70 + 14 * number, value)
    (row,) = rows(items(paper.finish()), "payment")
    assert row["date"] == "2022-05-03"
    assert (row["amount"], row["currency"]) == ("45000.00", "EUR")
    assert (row["payer"], row["payee"]) == ("Brontel Drives GmbH", "Karvent Rus LLC")
    assert row["purpose"] == "Invoice 5567"


def test_register_extract_gives_a_company_for_each_name(tmp_path: Path) -> None:
    page = tmp_path / "register.html"
    lines = (
        "Полное наименование: Общество с ограниченной ответственностью «Карвент Рус»",
        "ОГРН: 1027700132195",
        "Дата регистрации: 15.03.2004",
        "Генеральный директор: Лосев П. П.",
        "Полное наименование: Акционерное общество «Брокерский дом Вымпел»",
        "ИНН: 7736050003",
    )
    body = "".join(f"<p>{line}</p>" for line in lines)
    page.write_text(f"<!DOCTYPE html><html><body><h1>Выписка из ЕГРЮЛ</h1>{body}</body></html>", encoding="utf-8")
    first, second = rows(items(page), "company")
    assert first["identifier"] == "ogrn:1027700132195"
    assert first["registered"] == "2004-03-15"
    assert first["director"] == "Лосев П. П."
    assert second["name"] == "Акционерное общество «Брокерский дом Вымпел»"
    assert second["identifier_other"] == "inn:7736050003"


def test_a_long_register_keeps_its_firms_apart(tmp_path: Path) -> None:
    """Far apart in one text, each label finds its own value; the time it takes grows with the length alone."""
    path = tmp_path / "register.txt"
    firm = "Полное наименование: ООО «Карвент {0}»\nДата регистрации: 15.03.2004\nАдрес: г. Пермь, д. {0}\n"
    path.write_text("Выписка из ЕГРЮЛ\n" + "".join(firm.format(number) for number in range(800)), encoding="utf-8")
    found = rows(items(path), "company")
    assert [row["name"] for row in found] == [f"ООО «Карвент {number}»" for number in range(800)]
    assert found[799]["address"] == "г. Пермь, д. 799"


def test_bill_of_lading_keeps_who_hides_behind_to_order(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "bl.pdf").text(200, 30, "BILL OF LADING", size=12).text(400, 50, "B/L No: KVX1122334")
    paper.box(36, 60, 260, 50, "Shipper", "Brontel Drives GmbH", "Lange Gasse 4, Linz")
    paper.box(36, 110, 260, 40, "Consignee", "TO ORDER")
    paper.box(36, 150, 260, 50, "Notify party", "Karvent Asia LLP", "Almaty, Kazakhstan")
    paper.box(296, 60, 260, 50, "Port of loading", "Hamburg")
    paper.box(296, 110, 260, 40, "Port of discharge", "Riga")
    found = items(paper.finish())
    (row,) = rows(found, "shipment")
    assert row["bill_of_lading"] == "KVX1122334"
    assert (row["consignor"], row["consignee"], row["notify"]) == ("Brontel Drives GmbH", None, "Karvent Asia LLP")
    assert (row["port_of_loading"], row["port_of_discharge"]) == ("Hamburg", "Riga")
    batch = next(entry for entry in found if isinstance(entry, Batch))
    assert batch.raw["consignee"] == ["TO ORDER"]


def test_a_form_without_what_it_must_have_says_so(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "half.pdf").text(36, 40, "PAYMENT ORDER No. 88", size=11)
    paper.text(36, 70, "Value date: 3 May 2022").text(36, 90, "Beneficiary: Karvent Rus LLC")
    found = items(paper.finish())
    assert not rows(found, "payment")
    (issue,) = [entry for entry in found if isinstance(entry, Issue)]
    assert "no payer, amount found" in issue.message


def test_running_text_that_names_a_form_is_none(tmp_path: Path) -> None:
    text = tmp_path / "news.txt"
    text.write_text(
        "В редакцию попало платежное поручение: фонд заплатил за дрон 799 тысяч рублей.\n", encoding="utf-8"
    )
    assert not [entry for entry in items(text) if isinstance(entry, Batch | Issue)]


def test_lines_left_out_under_a_label_are_told(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "note.pdf").text(36, 30, "CMR INTERNATIONAL CONSIGNMENT NOTE", size=11)
    paper.text(36, 60, "Sender", "Orlinger Pumpen GmbH", *(f"line {number} of its address" for number in range(9)))
    paper.text(300, 60, "Consignee", "OOO Velta Rus", "Perm")
    told = [item.message for item in items(paper.finish()) if isinstance(item, Issue) and item.kind == "text_cut"]
    assert told == ["only 9 lines were read under 1 labels: “Sender”"]
