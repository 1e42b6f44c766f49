"""Tables looked up: currencies, units, countries, terms of delivery; quantities with their unit."""

from decimal import Decimal

import pytest

from extract.fields import FieldError, Placeholder, country, currency, direction, incoterms, quantity, unit
from extract.fields.country_group import is_group


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("долл. США", "USD"),
        ("ДОЛЛАР США", "USD"),
        ("840", "USD"),
        ("398", "KZT"),
        ("810", "RUB"),
        ("₽", "RUB"),
        ("руб", "RUB"),
        ("тенге", "KZT"),
        ("EUR", "EUR"),
        ("eur", "EUR"),
        ("元", "CNY"),
        ("TL", "TRY"),
        ("HK$", "HKD"),
        ("грн.", "UAH"),
        ("51", "AMD"),
    ],
)
def test_currencies(text: str, code: str) -> None:
    assert currency.parse(text) == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ШТ", "pcs"),
        ("796", "pcs"),
        ("шт.", "pcs"),
        ("件", "pcs"),
        ("дана", "pcs"),
        ("PCE", "pcs"),
        ("КГ", "kg"),
        ("166", "kg"),
        ("KGS", "kg"),
        ("тонн", "t"),
        ("м2", "m2"),
        ("6", "m"),
        ("1000 ШТ", "1000 pcs"),
        ("Stk.", "pcs"),
        ("л.с.", "hp"),
    ],
)
def test_units(text: str, name: str) -> None:
    assert unit.parse(text) == name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("КАЗАХСТАН", "KZ"),
        ("Қазақстан", "KZ"),
        ("哈萨克斯坦", "KZ"),
        ("KZ", "KZ"),
        ("KAZ", "KZ"),
        ("398", "KZ"),
        ("643", "RU"),
        ("РФ", "RU"),
        ("P.R. China", "CN"),
        ("КИТАЙ", "CN"),
        ("Türkiye", "TR"),
        ("ТУРЦИЯ", "TR"),
        ("Niederlande", "NL"),
        ("США", "US"),
        ("HONG KONG", "HK"),
        ("Корея, Республика", "KR"),
        ("КОТ-Д'ИВУАР", "CI"),
        ("51", "AM"),
        ("Deutschland", "DE"),
        ("KZ - Казахстан", "KZ"),
        ("КИТАЙ (CN)", "CN"),
        ("643 РОССИЯ", "RU"),
        ("KZ KAZAKHSTAN", "KZ"),
    ],
)
def test_countries(text: str, code: str) -> None:
    assert country.parse(text) == code


@pytest.mark.parametrize("text", ["00", "99", "НЕИЗВЕСТНА", "various"])
def test_unknown_countries_are_placeholders(text: str) -> None:
    with pytest.raises(Placeholder):
        country.parse(text)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("CPT-Almaty", "CPT", "Almaty"),
        ("FCA HONG KONG", "FCA", "HONG KONG"),
        ("C&F", "CFR", ""),
        ("dap Москва", "DAP", "Москва"),
        ("СРТ", "CPT", ""),
        ("FOB (Shenzhen)", "FOB", "Shenzhen"),
        ("DDU", "DDU", ""),
    ],
)
def test_terms_of_delivery(text: str, code: str, place: str) -> None:
    term = incoterms.parse(text)
    assert (term.code, term.place) == (code, place)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("delivery: FOB FOB A00", ["FOB", "FOB A00"]),
        ("FCA Almaty FOB Poti, EXW Shenzhen", ["FCA Almaty", "FOB Poti", "EXW Shenzhen"]),
    ],
)
def test_terms_in_a_row_are_terms_of_their_own(text: str, found: list[str]) -> None:
    assert [hit.value for hit in incoterms.find(text)] == found


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("1 234,5 кг", "1234.5", "kg"),
        ("500 pcs", "500", "pcs"),
        ("12,345.678 KGS", "12345.678", "kg"),
        ("10 шт.", "10", "pcs"),
        ("7", "7", None),
    ],
)
def test_quantities(text: str, value: str, name: str | None) -> None:
    found = quantity.parse(text)
    assert (found.value, found.unit) == (Decimal(value), name)


def test_quantities_are_found_in_running_text() -> None:
    text = "ввезено 1 250 шт. дронов весом 3,5 т и 500 pieces; том 5 томов, 12 мая"
    assert [(hit.value, hit.unit) for hit in quantity.find(text)] == [("1250", "pcs"), ("3.5", "t"), ("500", "pcs")]


@pytest.mark.parametrize("parse", [currency.parse, unit.parse, country.parse, incoterms.parse, quantity.parse])
@pytest.mark.parametrize("text", ["", "Unsinn", "12 wolves", "!!"])
def test_other_things_are_refused(parse: object, text: str) -> None:
    assert callable(parse)
    with pytest.raises(FieldError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ИМ", "import"),
        ("ЭК", "export"),
        ("IM", "import"),
        ("ИМ 40 ЭД", "import"),
        ("ИМ/40", "import"),
        ("EX 1", "export"),
        ("ТТ", "transit"),
        ("进口", "import"),
        ("出口", "export"),
        ("İTHALAT", "import"),
        ("ihracat", "export"),
        ("Importación", "import"),
        ("Імпорт", "import"),
        ("ЕК", "export"),
        ("nhập khẩu", "import"),
        ("Временный ввоз", "import"),
        ("Re-export", "re-export"),
        ("реэкспорт", "re-export"),
        ("Re-imports", "re-import"),
        ("X", "export"),
        ("E", "export"),
        ("I", "import"),
        ("транзит", "transit"),
    ],
)
def test_directions(text: str, code: str) -> None:
    assert direction.parse(text) == code


@pytest.mark.parametrize(
    "text", ["", "Импорт/экспорт", "EI", "IX", "40", "им принадлежит", "Imports of exports", "оборот"]
)
def test_what_names_no_direction_or_two_is_refused(text: str) -> None:
    with pytest.raises(FieldError):
        direction.parse(text)


@pytest.mark.parametrize(
    "text",
    ["World", "ВСЕГО", "Страны СНГ", "в том числе ЕАЭС", "EU-27", "European Union (28)", "Азия", "世界", "Dünya"],
)
def test_groups_of_countries(text: str) -> None:
    assert is_group(text)


@pytest.mark.parametrize(
    "text", ["Германия", "Прочие страны", "Other countries", "Georgia", "South Africa", "", "Южная Корея"]
)
def test_one_country_and_the_others_are_no_group(text: str) -> None:
    assert not is_group(text)
