from datetime import date as Date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fields import Ambiguous, FieldError, date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5.4.2022", "2022-04-05"),
        ("2022-05-12T10:30:00Z", "2022-05-12"),
        ("12.05.2022 00:00:00", "2022-05-12"),
        ("2022/5/12", "2022-05-12"),
        ("12/MAY/22", "2022-05-12"),
        ("28-NOV-25", "2025-11-28"),
        ("May 12, 2022", "2022-05-12"),
        ("August 3 , 2014", "2014-08-03"),
        ("3rd day of July 2005", "2005-07-03"),
        ("12. Mai 2022", "2022-05-12"),
        ("1er mai 2022", "2022-05-01"),
        ("12 de mayo de 2022", "2022-05-12"),
        ("29 maart 2014", "2014-03-29"),
        ("12 maja 2022", "2022-05-12"),
        ("7 stycznia 2023 r.", "2023-01-07"),
        ("ОТ «12» МАЯ 2022 ГОДА"[3:], "2022-05-12"),
        ("12.V.2022", "2022-05-12"),
        ("2022 жылдың 3 қыркүйегі", "2022-09-03"),
        ("2022 年 5 月 12 日", "2022-05-12"),
        ("2022年5月", "2022-05"),
        ("05.2022", "2022-05"),
        ("2022-05", "2022-05"),
        ("Dec 2024", "2024-12"),
        ("сентябрь 2022 г.", "2022-09"),
        ("2022 жылғы сәуір", "2022-04"),
        ("Q3 2022", "2022-Q3"),
        ("2022-Q3", "2022-Q3"),
        ("4 кв. 2021 г.", "2021-Q4"),
        ("2022", "2022"),
        ("2022 год", "2022"),
    ],
)
def test_spellings(text: str, value: str) -> None:
    assert date.parse(text).value == value


@pytest.mark.parametrize(
    "text",
    ["", "31.04.2022", "29.02.2021", "12.13.2022", "10.5", "44693", "120522", "1401/02/22", "12.05.2099", "в мае",
     "май",
     "12 слова 2022", "1 000", "2022-13", "март-январь 2022", "0.0.2022", "8542.31", "x" * 100],
)  # fmt: skip
def test_other_things_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        date.parse(text)


def test_a_month_is_never_given_a_day() -> None:
    assert date.parse("May 2022").value == "2022-05"


def test_dots_mean_day_first_and_slashes_follow_the_order() -> None:
    assert date.parse("05.12.2022", order=None).value == "2022-12-05"
    assert date.parse("05/12/2022", order="mdy").value == "2022-05-12"
    assert date.parse("05/12/2022", order="dmy").value == "2022-12-05"
    assert date.parse("05/13/2022", order="dmy").value == "2022-05-13"
    with pytest.raises(Ambiguous):
        date.parse("05/12/2022", order=None)


def test_a_column_decides_its_order_by_the_days_above_twelve() -> None:
    assert date.day_month_order(["05/12/2022", "08/24/2025", "01/02/2022"]).value == "mdy"
    assert date.day_month_order(["05/12/2022", "24/08/2025"]).value == "dmy"
    assert date.day_month_order(["05/12/2022", "01/02/2022"]).value is None
    assert date.day_month_order(["24/08/2025", "08/24/2025"]).value is None


def test_serials_are_read_on_request_only() -> None:
    assert date.parse("44693.5", serial=True).value == "2022-05-12"
    with pytest.raises(FieldError):
        date.parse("99999", serial=True)


@pytest.mark.parametrize("digits", ["", "12052", "320522", "121322", "12a522"])
def test_only_days_stand_in_declaration_numbers(digits: str) -> None:
    with pytest.raises(FieldError):
        date.from_ddmmyy(digits)


@given(st.dates(min_value=Date(1991, 1, 1), max_value=Date(2035, 12, 31)))
def test_every_day_of_the_window_is_read_back(day: Date) -> None:
    for pattern in ("%Y-%m-%d", "%d.%m.%Y", "%Y%m%d", "%d %B %Y", "%d-%b-%Y", "%Y年%m月%d日"):
        assert date.parse(day.strftime(pattern)).value == day.isoformat()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("от 12.05.2022 г. до 12.06.22", ["2022-05-12", "2022-06-12"]),
        ("12 мая 2022 года и в мае 2022 года", ["2022-05-12", "2022-05"]),
        ("2022 жылғы 12 мамырда тіркелген", ["2022-05-12"]),
        ("签于2022年5月12日。", ["2022-05-12"]),
        ("dated as of March\u00a031, 2012 between", ["2012-03-31"]),
        ("July 1 - July 31 , 2014", ["2014-07-31"]),
        ("in Q1 2022 and I квартал 2023", ["2022-Q1", "2023-Q1"]),
        ("Fällig 05/13/2022, Datum 04/03/2022", ["2022-05-13", "2022-04-03"]),
    ],
)
def test_dates_are_found_in_running_text(text: str, values: list[str]) -> None:
    assert [hit.value for hit in date.find(text)] == values


@pytest.mark.parametrize(
    "text",
    ["версия 1.2.3", "тел. 12-05-22-33", "192.168.10.11", "10702070/120522/3123456", "8542.31.90", "1.12.22",
     "за 2022 год",
     "2022 компаний", "п. 10.5.2 договора", "12 345.05.2022"],
)  # fmt: skip
def test_other_numbers_are_not_dates(text: str) -> None:
    assert list(date.find(text)) == []


def test_the_label_before_a_date_gives_its_role() -> None:
    text = "Rechnungsdatum: 05.03.2018\nFälligkeit\n04.04.2018\nLieferdatum 01.03.2018 Bestellung vom 02.03.2018"
    assert [hit.role for hit in date.find(text)] == ["issue", "due", "delivery", "order"]


@pytest.mark.parametrize(
    "line", ["Date: 14 June 2022 ", "от  14 июня 2022 г.", "Date   28-NOV-25 ok", "in June 2022 we"]
)
def test_what_is_found_hugs_its_value(line: str) -> None:
    found = list(date.find(line))
    assert found
    assert all(hit.text == hit.text.strip() == line[hit.start : hit.end] for hit in found)


def test_a_date_in_a_text_that_proves_no_order_says_that_it_is_assumed() -> None:
    (hit,) = date.find("delivered on 01/05/2022")
    assert (hit.value, hit.evidence) == ("2022-05-01", "no date proves the order; day first assumed")
    assert [h.evidence for h in date.find("delivered on 2022-05-01 or 12 May 2022")] == ["", ""]
