import pytest

from extract.records.registers import record_of, speaks_of_trade


@pytest.mark.parametrize(
    ("columns", "record"),
    [
        ("licence_number holder counterparty hs_code quantity value", "licence"),
        ("declaration_number consignor consignee hs_code value", "shipment"),
        ("identifier company registered address director", "company"),
        ("hs_code value period partner", "statistic"),
        ("payer payee value date purpose", "payment"),
        ("date event country", "event"),
        ("hs_code quantity unit_price", None),
        ("date value", None),
    ],
)
def test_columns_tell_the_record(columns, record):
    assert record_of(columns.split()) == record


def test_an_aggregate_gives_no_record():
    assert record_of(["consignee", "hs_code", "value"], aggregate=True) is None


def test_goods_and_figures_are_items_on_a_paper_only():
    columns = ["goods_description", "hs_code", "quantity", "net_weight_kg"]
    assert record_of(columns, on_paper=True) == "shipment"
    assert record_of(columns) is None


def test_a_manifest_without_goods_gives_shipments_and_a_list_of_sums_does_not():
    assert record_of(["consignor", "consignee", "gross_weight_kg", "bill_of_lading"]) == "shipment"
    assert record_of(["consignor", "consignee", "value", "date"]) is None


@pytest.mark.parametrize(
    "columns",
    [
        "consignor consignee customs_value declaration_date",
        "overseas_party domestic_party value trading_country",
        "consignor_id consignee_id invoice_total invoice_number",
    ],
)
def test_a_sender_a_receiver_and_a_sum_of_trade_are_a_shipment_without_goods(columns):
    assert record_of(columns.split()) == "shipment"


@pytest.mark.parametrize(
    ("headers", "trade"),
    [
        (["Exporter", "Importer", "Amount"], True),
        (["Продавец", "Покупатель"], True),
        (["Отправитель", "Сумма"], False),
        (["Importe", "货币"], False),
    ],
)
def test_what_headers_say_decides_whether_goods_or_money_moved(headers, trade):
    assert speaks_of_trade(headers) == trade
    columns = ["consignor", "consignee", "value", "date"]
    assert record_of(columns, trade=speaks_of_trade(headers)) == ("shipment" if trade else None)
