from __future__ import annotations

import pytest

from extract.fields import FieldError, contact


def found(text: str) -> list[tuple[str | None, str]]:
    return [(hit.scheme, hit.value) for hit in contact.find(text)]


@pytest.mark.parametrize(
    ("text", "value", "country"),
    [
        ("+7 (727) 250-12-34", "+77272501234", "KZ"),
        ("8 (495) 123-45-67", "+74951234567", "RU"),
        ("8 701 123 45 67", "+77011234567", "KZ"),
        ("+86 755 8123 4567", "+8675581234567", "CN"),
        ("0031 10 555 01 23", "+31105550123", "NL"),
        ("+380 44 123 45 67", "+380441234567", "UA"),
        ("+7 727 250 12 34 доб. 105", "+77272501234", "KZ"),
        ("250-12-34", "2501234", None),
    ],
)
def test_a_number_tells_its_country(text: str, value: str, country: str | None) -> None:
    number = contact.parse(text)
    assert (number.scheme, number.value, number.country) == ("phone", value, country)
    assert contact.parse(str(number)).value == value


def test_the_caller_may_name_the_country() -> None:
    assert contact.parse("044 123 45 67", country="UA").value == "+380441234567"


def test_numbers_that_no_network_knows_are_given_as_invalid() -> None:
    assert contact.parse("+7 000 000 00 01").valid is False


@pytest.mark.parametrize(
    "text", ["", "12", "12.05.2022 г.", "0000000", "a@b", "@zarya", "заря", "http://", "1234567890123456"]
)
def test_other_things_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        contact.parse(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Тел.: 8 (727) 250-12-34, 8 701 123 45 67; факс +7 (495) 123-45-67",
            [("phone", "+77272501234"), ("phone", "+77011234567"), ("phone", "+74951234567")],
        ),
        ("Write to J.Achterberg@Rotorwing.example.", [("email", "j.achterberg@rotorwing.example")]),
        ("see http://www.Zarya.example/shop/.", [("website", "zarya.example/shop")]),
        ("сайт: rotor-wing.kz", [("website", "rotor-wing.kz")]),
        ("电话：+86 755 8123 4567", [("phone", "+8675581234567")]),
        ("tel/fax 250-12-34", [("phone", "2501234")]),
    ],
)
def test_points_of_contact_in_running_text(text: str, values: list[tuple[str, str]]) -> None:
    assert found(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Телефон не обслуживается, 12 мая 2022 года", "1+1=2, C+12345678", "ИНН 7707083893", "телефон 12.05.2022",
        "a site of 12 ha", "mobile units: 5", "10702070/120522/3123456", "цена + 1250000 руб",
    ],
)  # fmt: skip
def test_other_numbers_are_no_telephones(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("+7 727 250 12 34; a@b.example", ["+77272501234", "a@b.example"]),
        ("+7 727 250 12 34 / +7 727 250 12 35", ["+77272501234", "+77272501235"]),
        ("+7 727 250 12 34, доб. 5", ["+77272501234"]),
    ],
)
def test_a_cell_may_hold_several(text: str, values: list[str]) -> None:
    assert [found.value for found in contact.parse_all(text)] == values
