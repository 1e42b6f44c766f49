import pytest

from extract.layout.header import HeaderCell
from extract.records.columns import currency_in, is_known, scale_in, understand
from extract.records.header_grammar import understand as by_words


def column(header, *cells):
    return understand(0, [HeaderCell(0, 0, header)], cells)


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("G022 (Наименование отправителя)", "consignor"),
        ("082 Наименование/ФИО получателя", "consignee"),
        ("G31_12 (Товарный знак, патент)", "brand"),
        ("IMPORTER_NAME_EN", "consignee"),
        ("Код ТН ВЭД", "hs_code"),
        ("商品编号", "hs_code"),
        ("№ лицензии", "licence_number"),
        ("БСН", "identifier"),
    ],
)
def test_headers_of_many_dialects_are_known(header, meaning):
    assert column(header).meaning.name == meaning


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("经营单位", "contract_holder"),
        ("经营单位代码", "contract_holder_id"),
        ("Proveedor extranjero", "consignor"),
        ("Subpartida nacional", "hs_code"),
        ("Vía de transporte", "transport_mode"),
        ("Aduana", "customs_office"),
    ],
)
def test_a_header_of_spanish_and_chinese_extracts_is_known(header, meaning):
    assert by_words(header).column == meaning


@pytest.mark.parametrize("header", ["2021 год", "18 624", "15 лет", "Column 7", "BRAND MODEL COLOUR", ""])
def test_what_only_looks_like_a_header_is_not_known(header):
    assert not is_known(header)


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("SUPPLIER_FULL_NAME", "consignor"),
        ("DECLARANT_TAX_NUMBER", "declarant_id"),
        ("SUMOFTOTAL_VALUE_USD", "value"),
        ("TOTALVALUEUSD", "value"),
        ("AVGUNITPRICEUSD", "unit_price"),
        ("MANIFEST_DATE", "document_date"),
        ("TRANSPORT_COMPANY", "carrier"),
    ],
)
def test_unknown_headers_are_understood_word_by_word(header, meaning):
    assert by_words(header).column == meaning


@pytest.mark.parametrize("header", ["TOTAL_WEIGHT", "%GTTOTALUSD", "NAME OF SHIP", "Exporter of the cat"])
def test_one_unknown_word_leaves_a_header_unmapped(header):
    assert by_words(header) is None


@pytest.mark.parametrize(
    "header", ["EXPORTER_CITY", "Банк получателя", "Importer phone", "Отправитель (тел.)", "收货人电话"]
)
def test_what_no_record_holds_is_known_as_such_and_read_by_nobody(header):
    assert is_known(header)
    assert column(header, "ООО «Ромашка»").meaning is None


def test_values_refuse_what_the_header_promised():
    heading = column("DECLARATION_DATE", "Almaty", "Astana")
    assert heading.meaning is None
    assert "no date" in heading.evidence


def test_placeholders_do_not_speak_against_a_header():
    assert column("DECLARATION_DATE", "NULL", "12.05.2022").meaning.name == "declaration_date"


def test_currency_and_scale_are_read_from_the_header():
    assert currency_in("Статистическая стоимость, USD.") == "USD"
    assert scale_in("тыс. долларов США") == 1000
    assert scale_in("STATISTICAL_VALUE_IN_1000_USD") == 1000
    assert scale_in("млрд. долл. США") == 10**9


@pytest.mark.parametrize(
    "header",
    [
        *("Date of shipment", "B/L on board date", "AWB flight date", "Shipped on Board", "Vessel sailing date"),
        *(
            "Дата отгрузки",
            "Дата коносамента",
            "Дата вылета",
            "Дата відвантаження",
            "Тиеу күні",
            "装运日期",
            "提单日期",
        ),
        *(
            "Sevk tarihi",
            "Fecha de embarque",
            "Date d'embarquement",
            "Юклаш санаси",
            "Jo'natish sanasi",
            "Ngày xếp hàng",
        ),
    ],
)
def test_the_day_of_shipment_is_known_in_ten_languages(header):
    assert column(header, "2022-05-12").meaning.fields["shipment"] == "shipped"


@pytest.mark.parametrize("header", ["ETD", "Shipment No", "Дата накладной", "Порт отправления", "Shipping bill date"])
def test_what_is_only_near_a_shipment_is_not_its_day(header):
    meaning = column(header, "2022-05-12").meaning
    assert meaning is None or meaning.fields.get("shipment") != "shipped"


@pytest.mark.parametrize(
    ("header", "scale"),
    [
        ("Valor (miles de euros)", 1_000),
        ("Değer (bin ABD doları)", 1_000),
        ("Вартість, тис. дол. США", 1_000),
        ("金额（千美元）", 1_000),
        ("金额（万元）", 10_000),
        ("Значение, млн долл.", 10**6),
        ("Valor en millones de USD", 10**6),
        ("İhracat (milyon dolar)", 10**6),
        ("进口额（亿美元）", 10**8),
        ("Miles flown", 1),
        ("Birim fiyat", 1),
        ("Миле", 1),
    ],
)
def test_thousands_and_millions_are_told_in_the_languages_of_statistics(header, scale):
    assert scale_in(header) == scale


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Нетто (тн)", "net_weight_t"),
        ("Net weight (MT)", "net_weight_t"),
        ("Вес брутто, тонн", "gross_weight_t"),
        ("净重（吨）", "net_weight_t"),
        ("Net weight, kg", "net_weight_kg"),
        ("Вес нетто", "net_weight_kg"),
        ("Net Weight (lbs)", None),
        ("Вес нетто (г)", None),
    ],
)
def test_a_weight_is_read_in_the_unit_its_header_tells(header, name):
    meaning = column(header, "1").meaning
    assert (meaning and meaning.name) == name
