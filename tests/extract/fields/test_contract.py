"""What holds for every parser and finder, whatever comes in."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.fields import (
    FINDERS,
    FieldError,
    amount,
    company,
    country,
    currency,
    date,
    hs_code,
    identifier,
    incoterms,
    number,
    quantity,
    unit,
)
from extract.model import MentionKind

PARSERS: list[Callable[[str], Any]] = [
    module.parse
    for module in (
        amount, company, country, currency, date, hs_code, identifier, incoterms, number, quantity, unit,
    )
]  # fmt: skip
_PIECES = [
    "12.05.2022",
    "мая",
    "2022 г.",
    "1 234,50",
    "1,234.50",
    "руб.",
    "USD",
    "$",
    "¥",
    "тыс.",
    "млн",
    "ООО",
    "«",
    "»",
    "Rotorwing",
    "GmbH",
    "& Co. KG",
    "Co., Ltd.",
    "有限公司",
    "深圳",
    "ИНН",
    "7707083893",
    "БИН",
    "8542 31 900 1",
    "HS code",
    "10702070/120522/3123456",
    "кг",
    "pcs",
    "итого",
    "total",
    "\n",
    ".",
    ",",
    "-",
    "(",
    ")",
    "%",
    "№",
    "IBAN",
    "DE89",
    "3704 0044 0532 0130 00",
    "Q1",
    "квартал",
    "I",
    "FOB",
    "TO ORDER",
    "İ",
    "ß",
    "０１２",
    "٣",
    "\xa0",
    "\u202f",
    "0",
]
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=14).map("".join),
)


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: parse.__module__.rpartition(".")[2])
@given(text=_TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_parser_gives_a_value_or_refuses(parse: Callable[[str], Any], text: str) -> None:
    try:
        found = parse(text)
    except FieldError:
        return
    assert found is not None


@pytest.mark.parametrize("kind", list(FINDERS))
@given(text=_TEXTS)
@settings(max_examples=150, deadline=None)
def test_hits_stand_where_they_say_and_in_order(kind: MentionKind, text: str) -> None:
    end = 0
    for hit in FINDERS[kind](text):
        assert text[hit.start : hit.end] == hit.text
        assert hit.start >= end
        assert hit.value
        end = hit.end


@given(text=_TEXTS)
@settings(max_examples=150, deadline=None)
def test_decisions_are_made_about_anything(text: str) -> None:
    assert amount.decimal_separator([text]).evidence
    assert date.day_month_order([text]).evidence


_HOSTILE = [
    "1 ",
    "1,",
    "1.1.",
    "«",
    "ООО ",
    "ООО «",
    "GmbH & ",
    "A ",
    "12 мая ",
    "12.05.2022 ",
    "Co., ",
    "8542 31 ",
    "ИНН ",
    "A1 ",
    " ",
    "(",
    "total ",
    "有限",
    "深",
    "€",
    "8806.22 12.05.22 ",
    "A",
    "AB12 CDEF ",
    "\n",
    "Bank of the ",
    "12345678/120522/",
    "руб. 1 ",
    "aБ",
    "1\n",
]


@pytest.mark.parametrize("kind", list(FINDERS))
@pytest.mark.parametrize("piece", _HOSTILE)
def test_a_page_of_one_thing_is_read_in_time_that_grows_with_its_length(kind: MentionKind, piece: str) -> None:
    text = piece * (40_000 // len(piece))
    started = time.process_time()
    for _ in FINDERS[kind](text):
        pass
    assert time.process_time() - started < 4
