"""What looks like another thing: names like dates, dates like codes, invoice numbers like codes, sums beside sums."""

from __future__ import annotations

import pytest

from extract.fields import amount, company, date, hs_code, hs_find, identifier, person


def values(find: object, text: str) -> list[str]:
    return [hit.value for hit in find(text)]  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    [
        "ООО «Май»", "ТОО «8 Марта»", "May Trading Ltd", "April LLC", "ООО «Сентябрь 12»", "Augustus 12 B.V.",
        "March of 5",
        "Rue du 11 Novembre", "ул. 9 Мая, 15", "1 Mayıs Mah.", "кв. 12 на 3 этаже",
    ],
)  # fmt: skip
def test_names_like_dates_are_no_dates(text: str) -> None:
    assert values(date.find, text) == []


@pytest.mark.parametrize("name", ["ООО «Май»", "ТОО «8 Марта»", "May Trading Ltd", "April LLC"])
def test_they_are_names_all_the_same(name: str) -> None:
    assert company.parse(name).name == name


@pytest.mark.parametrize(
    "text",
    ["01.01.22", "12.05.2022", "0101.2022 г.", "от 85.42.31", "2022-05-12", "10702070/120522/3123456", "15.07.10 г."],
)
def test_dates_like_codes_are_no_codes(text: str) -> None:
    assert values(hs_find.find, text) == []


def test_a_date_behind_the_word_for_a_code_is_no_code() -> None:
    assert values(hs_find.find, "ТН ВЭД на 12.05.2022: 8542 31 900 1") == ["8542319001"]


@pytest.mark.parametrize(
    "text",
    [
        "Invoice 854231", "Инвойс № 8542310001", "Rechnung 8542.31.00", "Invoice No. 8542 31 900 1", "PO 8806220000",
        "Артикул 854231", "тел. 854-23-10", "8542310001 руб.", "+8542310001", "№ 880622", "p. 8542", "8542 шт",
    ],
)  # fmt: skip
def test_invoice_numbers_like_codes_are_no_codes(text: str) -> None:
    assert values(hs_find.find, text) == []


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("1 250,00 1 500,00 EUR", ["1500.00"]),
        ("USD 1 250.00 12", ["1250.00"]),
        ("цена 12,50 руб. 100 шт 1 250,00 руб.", ["12.50", "1250.00"]),
        ("100 25,00 EUR", ["25.00"]),
        ("2022 15 000,00 руб.", ["15000.00"]),
        ("EUR 10.00 EUR 20.00", ["10.00", "20.00"]),
        ("1\t250,00 EUR", ["250.00"]),
        ("12\n500 USD", ["500"]),
    ],
)
def test_a_sum_does_not_run_into_the_next_column(text: str, sums: list[str]) -> None:
    assert values(amount.find, text) == sums


@pytest.mark.parametrize(
    ("text", "schemes"),
    [
        ("ИНН 7707083893 руб. 7707083893", ["inn"]),
        ("счет 7707083893", []),
        ("тел. 77070838", []),
        ("ИНН: не указан, 7707083893", []),
        ("инновации 7707083893", []),
        ("BINDER 220440012345", []),
        ("VATS DE136695976", []),
    ],
)
def test_numbers_without_their_own_word_are_no_identifiers(text: str, schemes: list[str]) -> None:
    assert [hit.scheme for hit in identifier.find(text)] == schemes


@pytest.mark.parametrize("text", ["Приложение А. Б. Спецификация 5", "г. Ю. Сахалинск", "п. А.Б. договора"])
def test_headings_like_initials_are_no_persons(text: str) -> None:
    assert values(person.find, text) == [] or all(hit.role is None for hit in person.find(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇二二年五月十二日", "2022-05-12"),
        ("2022年第一季度", "2022-Q1"),
        ("2022年上半年", "2022-01/2022-06"),
        ("2022年1至5月", "2022-01/2022-05"),
        ("первое полугодие 2022 года", "2022-01/2022-06"),
        ("за 9 месяцев 2022 года", "2022-01/2022-09"),
        ("January to May 2022", "2022-01/2022-05"),
        ("2022 жылғы қаңтар-мамыр", "2022-01/2022-05"),
        ("второй квартал 2022 года", "2022-Q2"),
        ("Perşembe, 12 Mayıs 2022", "2022-05-12"),
        ("в мае 2022 года", "2022-05"),
        ("12th of May 2022", "2022-05-12"),
    ],
)
def test_periods_keep_their_precision(text: str, value: str) -> None:
    assert date.parse(text).value == value


@pytest.mark.parametrize(
    ("code", "day", "stands"),
    [
        ("8806220000", "2021-05", False), ("880622", "2022", True), ("852580", "2022-06-01", True),
        ("852580", "2023", False),
        ("854231", "2021", True), ("999988", "2022", None), ("8806", "2022", None),
    ],
)  # fmt: skip
def test_a_code_stands_in_the_edition_of_its_day(code: str, day: str, stands: bool | None) -> None:
    assert hs_code.stands_at(code, day) is stands
