"""Tables that lost their headers: what the values prove together, and what they do not."""

from datetime import date

from extract.records.arithmetic import number
from extract.records.lost_headers import name_columns
from extract.records.value_evidence import is_lost

NAMES = ["NORDWIND TRADING", "ALBA EXPORTADORA", "Сокол ООО", "HARBOR MILLS LTD"]


def kinds(*columns):
    """Name columns and give the names alone, None where nothing was proved."""
    found = name_columns(dict(enumerate(columns)))
    return [found[at][0] if at in found else None for at in range(len(columns))]


def test_quantity_times_price_are_money_and_quantity_is_not():
    quantity, price, value, weight = [120, 75, 310], [2.15, 3.4, 1.99], [258.0, 255.0, 616.9], [118.5, 74.2, 305.0]
    assert kinds(["690721"] * 3, quantity, price, value, weight) == ["hs_code", None, "value", "value", None]


def test_a_duty_is_a_whole_per_cent_of_a_value_and_a_weight_is_not():
    quantity, price, value = [120, 75, 310], [2.15, 3.42, 1.99], [258.0, 256.5, 616.9]
    duty, weight = [12.9, 12.83, 92.54], [11.9, 13.4, 61.7]
    assert kinds(["690721"] * 3, quantity, price, value, duty, weight)[1:] == [None, "value", "value", "value", None]


def test_cents_at_one_rate_are_two_currencies_and_pounds_are_no_money():
    dollars, kilograms = [5452.34, 1641.95, 312.11, 88.07], [512.25, 1641.5, 12.75, 80.05]
    tenge, pounds = [round(x * 448.17, 2) for x in dollars], [round(x * 2.20462, 2) for x in kilograms]
    assert kinds(["690721"] * 4, dollars, tenge, kilograms, pounds) == ["hs_code", "value", "value", None, None]


def test_digits_in_groups_are_figures_where_something_proves_the_mark():
    dollars, tenge = (
        ["5,452.34", "1,641.95", "312.11", "88.07"],
        ["2 443 575,22", "735 872,73", "139 878,34", "39 470,33"],
    )
    assert kinds(["690721"] * 4, dollars, tenge) == ["hs_code", "value", "value"]
    assert number("1,234") == 1.234
    assert number("1,234", ",") == 1234


def test_what_counts_the_rows_is_no_money_beside_a_currency():
    assert kinds([1, 2, 3, 4, 5], ["USD", "EUR", "USD", "USD", "EUR"], [10.5, 12.25, 99.99, 3.1, 70.2])[0] is None


def test_chinese_firms_are_known_by_their_ending():
    assert kinds(["宁波海天贸易有限公司", "深圳市鹏远电子股份有限公司"]) == ["company"]
    assert kinds(["离心泵", "公司用纸"]) == [None]


def test_evidence_names_the_columns():
    _, why = name_columns({0: [120, 75], 1: [2.1537, 3.4081], 2: [258.44, 255.61]})[2]
    assert why == "values: column 3 is column 1 × column 2"


def test_cif_is_fob_and_freight_and_insurance():
    columns = [1013.4, 2250.75], [950.0, 2100.25], [50.4, 130.0], [13.0, 20.5]
    assert kinds(*columns, [77.123, 80.5], ["690721"] * 2) == ["value"] * 4 + [None, "hs_code"]


def test_one_rate_shows_two_currencies():
    dollars = [54.523427, 1641.956173, 312.118807]
    local = [round(one * 281.37, 2) for one in dollars]
    assert kinds(dollars, local) == ["value", "value"]


def test_rate_of_the_day_shows_two_currencies_twice():
    value, tax = [27684.62759, 22950.48571, 811.25], [19220.88113, 704.57886, 91.5]
    rates = [145.13, 140.71, 133.07]
    local = [[round(x * r, 4) for x, r in zip(column, rates, strict=True)] for column in (value, tax)]
    assert kinds(value, tax, *local, [900, 17, 44]) == ["value"] * 4 + [None]


def test_tonnes_and_kilograms_are_no_money():
    assert kinds(["690721"] * 3, [26300, 49100, 1875], [26.3, 49.1, 1.88]) == ["hs_code", None, None]


def test_numbers_of_declarations_are_no_money():
    assert kinds(["690721"] * 4, [221240025, 221240026, 221240131, 221240177], [3, 8, 2, 11]) == ["hs_code", None, None]


def test_names_without_legal_form():
    assert kinds(NAMES) == ["company"]
    assert kinds(["CERAMIC TILES; 600 X 600", "WALL TILES 30x60 MM"]) == [None]
    assert kinds(["ROOM 7, 12 HARBOR ROAD", "LOT 3, SECTOR B"]) == [None]
    assert kinds(["EXPORT", "EXPORT"]) == [None]
    assert kinds(["DALLES OU CARREAUX DE PAVEMENT"]) == [None]


def test_an_address_may_stand_behind_the_name():
    assert kinds(["HARBOR MILLS LIMITED PLOT 4, TEMA", "ALBA SARL BP 17 DAKAR"]) == ["company"]


def test_names_spelled_otherwise_are_names_too():
    assert kinds(["ЗАВОД СОКОЛ", "ALBA DORADA LTD"], ["ALBA DORADA MONTE", "DORADA ALBA"]) == ["company", "company"]


def test_dates_that_lost_their_dots():
    assert kinds([14082025, 3052025], [date(2025, 8, 1), date(2025, 9, 2)]) == ["document_date", "document_date"]


def test_a_bill_without_codes_has_only_money_with_cents():
    assert kinds(["7.64", "3.10"], [50, 2]) == ["value", None]


def test_zeros_prove_nothing():
    assert kinds([0, 0, 0], [0.0, 0.0, 0.0]) == [None, None]


def test_countries_in_two_languages_are_no_makers():
    assert kinds(["Германия", "Франция", "Италия"], ["Germany", "France", "Italy"]) == [None, None]


def test_years_are_headers():
    assert all(map(is_lost, ("C12", "7", "Unnamed: 3", "")))
    assert not any(map(is_lost, ("1994", "2021")))
