import random

import pytest

from extract.fields import FieldError, checksum, identifier


@pytest.mark.parametrize(
    ("text", "scheme", "value", "valid"),
    [
        ("7707083893", "inn", "7707083893", True),
        ("7707083894", "inn", "7707083894", False),
        ("500100732259", "inn", "500100732259", True),
        ("1027700132195", "ogrn", "1027700132195", True),
        ("770701001", "kpp", "770701001", None),
        ("32855961", "edrpou", "32855961", True),
        ("DE89 3704 0044 0532 0130 00", "iban", "DE89370400440532013000", True),
        ("MSKU 907032-3", "container", "MSKU9070323", True),
        ("9074729", "imo", "9074729", True),
        ("020-12345675", "awb", "02012345675", True),
        ("15ITQ1V1T0240456E9", "mrn", "15ITQ1V1T0240456E9", True),
        ("10702070/120522/3123456", "declaration_number", "10702070/120522/3123456", None),
        ("91440300708461136T", "uscc", "91440300708461136T", True),
        ("40702810400000012345", "account", "40702810400000012345", None),
        ("7707083893.0", "inn", "7707083893", True),
    ],
)
def test_schemes(text: str, scheme: str, value: str, valid: bool | None) -> None:
    assert identifier.parse(text, scheme) == identifier.Identifier(scheme, value, valid)


@pytest.mark.parametrize(
    ("text", "scheme"), [("77070838", "inn"), ("abc", "bin"), ("7707083893", "no such"), ("", "inn")]
)
def test_wrong_shapes_are_refused(text: str, scheme: str) -> None:
    with pytest.raises(FieldError):
        identifier.parse(text, scheme)


def _with_check(body: str) -> str:
    return next(body + str(digit) for digit in range(10) if checksum.kazakh(body + str(digit)))


def test_a_kazakh_number_tells_its_month_of_registration() -> None:
    number = _with_check("22044001235")
    assert identifier.parse(number, "bin").valid
    assert identifier.parse(number).scheme == "bin"
    assert identifier.bin_registration(number) == "2022-04"
    assert identifier.bin_registration("971240001234") == "1997-12"
    assert identifier.bin_registration("221340001234") is None
    assert identifier.bin_registration("7707083893") is None


def test_a_person_under_the_label_of_companies_is_told_by_the_number() -> None:
    number = next(_with_check(f"8503123{tail:04d}") for tail in range(9))
    assert identifier.parse(number, "bin").scheme == "iin"
    assert identifier.parse(_with_check("22044001235"), "iin").scheme == "bin"
    text = f"БИН/ИИН {number}, ИИН/БИН {_with_check('22044001235')}"
    assert [hit.scheme for hit in identifier.find(text)] == ["iin", "bin"]


def test_zeros_lost_in_a_spreadsheet_are_given_back_where_the_check_proves_them() -> None:
    number = _with_check("05014000123")
    assert identifier.parse(number.lstrip("0"), "bin").value == number
    with pytest.raises(FieldError):
        identifier.parse("5014000123", "bin")


def test_the_check_of_ogrnip_is_the_last_digit_of_the_remainder() -> None:
    body = next(f"3{number:013d}" for number in range(10**6) if int(f"3{number:013d}") % 13 == 12)
    assert checksum.ogrnip(body + "2")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ИНН/КПП 7707083893/770701001", ["inn:7707083893", "kpp:770701001"]),
        ("ИНН 7707083893 КПП 770701001, ОГРН 1027700132195", ["inn:7707083893", "kpp:770701001", "ogrn:1027700132195"]),
        ("р/с 40702810400000012345 БИК 044525225", ["account:40702810400000012345", "bik:044525225"]),
        ("IBAN: DE89 3704 0044 0532 0130 00, BIC COBADEFFXXX", ["iban:DE89370400440532013000", "bic:COBADEFFXXX"]),
        ("USt-IdNr.: DE136695976 Steuer", ["vat:DE136695976"]),
        ("ДТ 10702070/120522/3123456", ["declaration_number:10702070/120522/3123456"]),
        ("контейнер MSKU 907032 3; IMO 9074729", ["container:MSKU9070323", "imo:9074729"]),
        ("统一社会信用代码：91440300708461136T", ["uscc:91440300708461136T"]),
        ("ЄДРПОУ 32855961", ["edrpou:32855961"]),
        ("ИHH 7707083893", ["inn:7707083893"]),
    ],
)
def test_labelled_numbers_are_found(text: str, found: list[str]) -> None:
    assert [f"{hit.scheme}:{hit.value}" for hit in identifier.find(text)] == found


def test_a_decimal_behind_a_label_is_no_number_of_a_taxpayer() -> None:
    assert list(identifier.find("ИНН 123456789.0 и ИНН 770708389.0")) == []


def test_invalid_ones_are_given_and_said_to_be_invalid() -> None:
    assert [(hit.value, hit.valid) for hit in identifier.find("ИНН 7707083894")] == [("7707083894", False)]


def test_ten_thousand_random_numbers_hold_no_identifier() -> None:
    draw = random.Random(20220412)
    page = " ".join(str(draw.randrange(10 ** (n - 1), 10**n)) for _ in range(1700) for n in (8, 9, 10, 12, 13, 15))
    assert list(identifier.find(page)) == []
