import random

import pytest

from extract.fields import FieldError, hs_code, hs_find


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("8542319001", "8542319001"),
        ("8542 31 900 1", "8542319001"),
        ("8542.31.00.01", "8542310001"),
        ("8542.31.9001", "8542319001"),
        ("854231900100", "854231900100"),
        ("8542319001.0", "8542319001"),
        ("'0803901000", "0803901000"),
        ("ТН ВЭД 8806 22 000 0", "8806220000"),
        ("8806*", "8806"),
        ("HTS 8806.22", "880622"),
        ("2009.11.11", "20091111"),
    ],
)
def test_spellings(text: str, digits: str) -> None:
    assert hs_code.parse(text) == digits


@pytest.mark.parametrize(
    "text",
    ["", "12", "854", "12.05.22", "12.05.2022", "2023.01.15", "8.54E+09", "SSSS", "8542,31", "85423190012345", "a8542"],
)
def test_other_things_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        hs_code.parse(text)


def test_codes_of_this_and_former_editions_are_known() -> None:
    assert all(map(hs_code.is_known, ["8806", "880622", "8806220000", "852580", "8525801900", "010110"]))
    assert not any(map(hs_code.is_known, ["", "77", "7701", "999998", "854299", "000000"]))


def test_a_lost_zero_is_given_back_only_where_the_code_is_known_then() -> None:
    assert hs_code.restore("101210000") == "0101210000"
    assert hs_code.restore("803901000") == "0803901000"
    assert hs_code.restore("854231900") == "854231900"
    assert hs_code.restore("123456789") == "123456789"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("HS Code: 8806.22", ["880622"]),
        ("код ТН ВЭД ЕАЭС 8806 22 000 0, 5 шт", ["8806220000"]),
        ("microchips 8542 31 900 1 from", ["8542319001"]),
        ("GTİP 854231900000", ["854231900000"]),
        ("海关编码：8542319001", ["8542319001"]),
        ("Zolltarifnummer 85423190", ["85423190"]),
        ("heading 8806 of the HS; HS 8806", ["8806"]),
        ("Товар | Код ТН ВЭД\nМикросхемы | 8542319001\nДроны | 8806220000", ["8542319001", "8806220000"]),
    ],
)
def test_codes_are_found_in_running_text(text: str, codes: list[str]) -> None:
    assert [hit.value for hit in hs_find.find(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "12.05.22 и 08.05.10", "Invoice 8542319001", "ИНН 8542319001", "HS: счёт от 08.05.2010", "№ 854231",
        "Lot 854231", "total 8542.31 USD", "10702070/120522/3123456", "Tel 8542 31 90 01 22", "2022", "HS Code 999998",
    ],
)  # fmt: skip
def test_other_numbers_are_not_codes(text: str) -> None:
    assert list(hs_find.find(text)) == []


def test_ten_thousand_random_numbers_hold_no_code() -> None:
    draw = random.Random(20220412)
    lengths = (6, 8, 9, 10, 12) * 2000
    page = "\n".join(str(draw.randrange(10 ** (digits - 1), 10**digits)) for digits in lengths)
    assert len(list(hs_find.find(page))) <= 2


@pytest.mark.parametrize(
    ("text", "code"),
    [("8542319010.0", "8542319010"), ("8542319010,0", "8542319010"), ("8.542319010E+09", "8542319010")],
)
def test_floats_that_kept_their_digits_are_codes(text: str, code: str) -> None:
    assert hs_code.parse(text) == code


@pytest.mark.parametrize("text", ["8.54232E+09", "8,5E+09", "8.54231901055E+09"])
def test_floats_that_lost_digits_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        hs_code.parse(text)
