"""Spans of time, numbers of goods and numbers of taxpayers as sentences and letterheads print them."""

from __future__ import annotations

import pytest

from extract.fields import FieldError, contact, date, identifier, quantity


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("с 12 по 15 мая 2022 года привезли", ["2022-05-12/2022-05-15"]),
        ("from May to July 2022, then", ["2022-05/2022-07"]),
        ("с мая по июль 2022 года", ["2022-05/2022-07"]),
        ("в мае — июле 2022", ["2022-05/2022-07"]),
        ("May 12–15, 2022", ["2022-05-12/2022-05-15"]),
        ("between March 3 and April 7, 2022", ["2022-03-03/2022-04-07"]),
        ("с 3 марта по 7 апреля 2022 года", ["2022-03-03/2022-04-07"]),
        ("з 12 по 15 травня 2022 року", ["2022-05-12/2022-05-15"]),
        ("2022 жылғы 12-15 мамыр аралығында", ["2022-05-12/2022-05-15"]),
        ("2022 жылғы мамырдан шілдеге дейін", ["2022-05/2022-07"]),
        ("2022年5月12日至15日", ["2022-05-12/2022-05-15"]),
        ("2022年5月12日到6月3日", ["2022-05-12/2022-06-03"]),
        ("2022年12月至2023年3月", ["2022-12/2023-03"]),
        ("vom 3. bis 9. Mai 2022", ["2022-05-03/2022-05-09"]),
        ("de 3 a 9 de mayo de 2022", ["2022-05-03/2022-05-09"]),
        # Two days in a row are no span, nor is one that would end before it began.
        ("on May 5 and May 7, 2022", ["2022-05-07"]),
        ("31-15 мая 2022", ["2022-05"]),
        ("from June 2022 to March 2023", ["2022-06", "2023-03"]),
    ],
)
def test_spans_of_time(text: str, found: list[str]) -> None:
    assert [hit.value for hit in date.find(text)] == found


@pytest.mark.parametrize("text", ["с 15 по 12 мая 2022", "2023年3月至2022年12月", "с 30 по 31 февраля 2022"])
def test_a_span_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(FieldError):
        date.parse(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 тыс. тонн угля", ["12000 t"]),
        ("500 дронов", ["500 pcs"]),
        ("18 000 беспилотников", ["18000 pcs"]),
        ("500 китайских дронов", ["500 pcs"]),
        ("12 тисяч мікросхем", ["12000 pcs"]),
        ("1 200 дрон жеткізді, 3 мың дана", ["1200 pcs", "3000 pcs"]),
        ("3,100 routers and 2 million tonnes", ["3100 pcs", "2000000 t"]),
        ("1.2万台机床，1.8万架无人机", ["12000 pcs", "18000 pcs"]),
        ("5 bin adet", ["5000 pcs"]),
        # A code or a year before a quantity is no number of hundreds.
        ("854231 100 шт", ["100 pcs"]),
        ("2022 1000 м3", ["1000 m3"]),
        ("8806210009\nКВАДРОКОПТЕР, 8806210009 КВАДРОКОПТЕР, 8806.21 drones; in 2022 drones", []),
        ("12 млн долл., 100 машинистов, 12 чипсов, $5 m, 2022 г.", []),
    ],
)
def test_numbers_of_goods(text: str, found: list[str]) -> None:
    assert [f"{hit.value} {hit.unit}" for hit in quantity.find(text)] == found


def test_a_cell_may_count_in_thousands() -> None:
    assert str(quantity.parse("12 тыс. тонн")) == "12000 t"
    assert str(quantity.parse("5 тыс. шт")) == "5 1000 pcs"  # a unit of its own in the classifier
    with pytest.raises(FieldError):
        quantity.parse("12 тыс.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("РНН 600700123456", [("rnn", "600700123456", None)]),
        ("СТН: 600 700 123 456", [("rnn", "600700123456", None)]),
        ("РНОКПП 3184710691", [("rntrc", "3184710691", True)]),
        ("ІПН 3184710692", [("rntrc", "3184710692", False)]),
        ("BTW-nr. 004495445B01", [("vat", "004495445B01", True)]),
        ("BTW NL 0044.95.445.B01", [("vat", "NL004495445B01", True)]),
        ("VAT GB 980 7806 84", [("vat", "GB980780684", True)]),
        ("VAT CHE-116.281.710", [("vat", "CHE116281710", True)]),
        ("БИК HSBKKZKX", [("bic", "HSBKKZKX", True)]),
        ("БИК 044525225", [("bik", "044525225", None)]),
        ("ИНН 7707083893.12 мая", [("inn", "7707083893", True)]),
        (
            "ИНН 7707083893, КПП 770701001, ОГРН 1027700132195, ОКПО 00032537, р/с 40702810100000001234, БИК 044525225",
            [("inn", "7707083893", True), ("kpp", "770701001", None), ("ogrn", "1027700132195", True),
             ("okpo", "00032537", True), ("account", "40702810100000001234", None), ("bik", "044525225", None)],
        ),
    ],
)  # fmt: skip
def test_numbers_of_taxpayers(text: str, found: list[tuple[str, str, bool | None]]) -> None:
    assert [(hit.scheme, hit.value, hit.valid) for hit in identifier.find(text)] == found


def test_a_number_that_only_its_label_tells_is_none_without_it() -> None:
    assert identifier.parse("3184710691", "rntrc").valid
    assert identifier.parse("3184710691").scheme != "rntrc"


def test_a_host_with_a_letter_that_is_two_when_small_is_read_back() -> None:
    found = contact.parse("0.Aİ")
    assert contact.parse(found.value).value == found.value
