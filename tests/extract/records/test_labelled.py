import pytest

from extract.model import Mention, Part, PartKind, Place, Source
from extract.readers import read_parts
from extract.records import read_items
from extract.records.labelled import hits

SOURCE = Source("0" * 64, 1, "xml")


def found(text):
    return [(str(kind), hit.value, hit.role) for kind, hit in hits(text)]


def in_file(path, text, encoding="utf-8"):
    path.write_text(text, encoding=encoding)
    source = Source("0" * 64, path.stat().st_size, path.suffix[1:])
    items = list(read_items(source, read_parts(source, path)))
    return {(str(m.kind), m.value, m.role) for m in items if isinstance(m, Mention)}


TAX_INVOICE = """<?xml version="1.0" encoding="windows-1251"?>
<Файл ИдФайл="X1"><Документ КНД="1115131"><СвСчФакт НомерСчФ="17" ДатаСчФ="12.05.2022" КодОКВ="643">
<СвПрод><ИдСв><СвЮЛУч НаимОрг="ООО &quot;Лунный Свет&quot;" ИННЮЛ="7707083893"/></ИдСв></СвПрод>
<СвПокуп><ИдСв><СвЮЛУч НаимОрг="Ромашка Трейд"/></ИдСв></СвПокуп></СвСчФакт>
<ТаблСчФакт><СведТов НомСтр="1" НаимТов="Датчик" КолТов="2" ЦенаТов="10.50" СтТовУчНал="25.20"/>
</ТаблСчФакт></Документ></Файл>"""


def test_the_russian_tax_invoice_names_its_parties_by_the_elements_around_them(tmp_path):
    values = in_file(tmp_path / "a.xml", TAX_INVOICE, "cp1251")
    assert ("company", "Ромашка Трейд", "consignee") in values
    assert ("company", 'ООО "Лунный Свет"', "consignor") in values
    assert ("date", "2022-05-12", "invoice_date") in values
    assert {("amount", "10.50", "unit_price"), ("amount", "25.20", None)} <= values


UBL = """<?xml version="1.0"?>
<Invoice xmlns:cac="urn:a" xmlns:cbc="urn:b"><cbc:IssueDate>2022-05-12</cbc:IssueDate>
<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Blue Lantern</cbc:Name></cac:PartyName></cac:Party>
</cac:AccountingSupplierParty><cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity>
<cbc:RegistrationName>Altyn Kanat</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>
</cac:AccountingCustomerParty><cac:LegalMonetaryTotal><cbc:PayableAmount>1250.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
<cac:InvoiceLine><cac:Item><cbc:Name>Rotor blades</cbc:Name></cac:Item></cac:InvoiceLine></Invoice>"""


def test_a_universal_invoice_names_its_parties_and_not_its_goods(tmp_path):
    values = in_file(tmp_path / "a.xml", UBL)
    companies = {(value, role) for kind, value, role in values if kind == "company"}
    assert companies == {("Blue Lantern", "consignor"), ("Altyn Kanat", "consignee")}
    assert ("amount", "1250.00", "invoice_total") in values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Поставщик;Лунный Свет\nПокупатель;Ромашка Трейд, 101000, г. Новый, ул. Первая, 5\nСумма НДС;56,24\n",
            [
                ("company", "Лунный Свет", "seller"),
                ("company", "Ромашка Трейд", "buyer"),
                ("amount", "56.24", "tax"),
            ],
        ),
        (
            "Постачальник=Місячне Сяйво\nСума=312,46\nДата документа=10.06.2021\n",
            [("company", "Місячне Сяйво", "seller"), ("amount", "312.46", None), ("date", "2021-06-10", "issue")],
        ),
        (
            "Shipper: Blue Lantern\nConsignee: Altyn Kanat\nInvoice value: 1,250.00 USD\n",
            [
                ("company", "Blue Lantern", "consignor"),
                ("company", "Altyn Kanat", "consignee"),
                ("amount", "1250.00", "invoice_value"),
            ],
        ),
        (
            "发货人: 深圳蓝灯\n收货人: 阿尔泰贸易\n数量: 5\n",
            [("company", "深圳蓝灯", "consignor"), ("company", "阿尔泰贸易", "consignee")],
        ),
        (
            "Gönderici\tMavi Fener\nAlıcı\tAltın Kanat\nTutar\t1.250,50\n",
            [("company", "Mavi Fener", "consignor"), ("company", "Altın Kanat", "buyer"), ("amount", "1250.50", None)],
        ),
    ],
)  # fmt: skip
def test_labels_and_values_line_by_line(text, expected):
    assert found(text) == expected


def test_two_lines_that_look_like_labels_are_prose():
    assert found("Поставщик: Лунный Свет\nПокупатель: Ромашка\nОстальное обсудим при встрече.\n") == []


def test_a_label_without_its_value_is_no_pair():
    header = "Поставщик;Покупатель\nСумма;Дата\nPrice;Supplier\n"
    assert found(header) == []


def test_lines_that_repeat_are_rows_and_read_as_a_table():
    rows = "".join(f"Order/Line/Price: {n}.50\n" for n in range(4))
    assert found(f"Order/Seller: Blue Lantern\nOrder/Buyer: Altyn\nOrder/Sum: 5.00\n{rows}") == [
        ("company", "Blue Lantern", "seller"),
        ("company", "Altyn", "buyer"),
        ("amount", "5.00", None),
    ]


def test_hits_stand_where_their_text_stands():
    text = "Поставщик;Лунный Свет\nПокупатель;Ромашка\nСумма;10,50\n"
    assert all(text[hit.start : hit.end] == hit.text for _, hit in hits(text))


def test_a_mention_at_a_label_has_its_place():
    text = "Поставщик;Лунный Свет\nПокупатель;Ромашка\nСумма;10,50\n"
    part = Part(Place(SOURCE.sha256, 1), PartKind.TEXT, text=text)
    first = next(item for item in read_items(SOURCE, [part]) if isinstance(item, Mention))
    assert (first.place.span, first.text) == ((10, 21), "Лунный Свет")
