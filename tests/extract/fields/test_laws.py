"""What holds of every parser and finder: any text gives a value or a FieldError; a value written out is read back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.fields import (
    FINDERS,
    FieldError,
    address,
    amount,
    company,
    contact,
    country,
    currency,
    date,
    goods,
    hs_code,
    identifier,
    incoterms,
    numeral_words,
    ownership,
    person,
    quantity,
    transport,
    unit,
)
from extract.fields.identifier import SCHEMES

PARSERS: dict[str, Callable[[str], object]] = {
    "address": address.parse, "amount": amount.parse, "company": company.parse, "contact": contact.parse,
    "country": country.parse, "currency": currency.parse, "date": date.parse, "drone": goods.drone,
    "hs_code": hs_code.parse, "identifier": identifier.parse, "incoterms": incoterms.parse,
    "numeral_words": numeral_words.parse, "ownership": ownership.parse, "person": person.parse,
    "quantity": quantity.parse, "transport": transport.parse, "unit": unit.parse,
}  # fmt: skip
"""Every parser of a cell, by name."""

PIECES = [
    "12.05.2022", "1 234,50", "1.234", "8542.31", "7707083893", "руб.", "USD", "$", "€", "тенге", "万元", "тыс.", "млн",
    "ООО", "«Заря»", "Ltd", "Иванов", "И.И.", "директор",
    "+7 727 250 12 34", "a@b.example", "www.zarya.example", "CPT",
    "Алматы", "мая", "мамыр", "年", "月", "кг", "шт", "%", "(", ")", "-", "/", "№", "ИНН",
    "тел.", "DJI Mavic", "сто тысяч",
    "壹佰", "\n", "\u00a0", "\u202f", "İ", "ß", "²", "①", "٣", "𝟙", "\x00", "\ud800", "e\u0301", "一", "г.",
    "I квартал",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
)


@pytest.mark.parametrize("name", PARSERS)
@given(text=TEXTS)
@example(text="²")
@example(text="\ud800")
@example(text="1" * 500)
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_value_or_refused(name: str, text: str) -> None:
    with suppress(FieldError):
        PARSERS[name](text)


@pytest.mark.parametrize("scheme", [scheme.name for scheme in SCHEMES])
@given(text=st.text(alphabet="0123456789ABCUJZRАБ /-.²٣", max_size=24))
@settings(max_examples=60, deadline=None)
def test_any_text_is_an_identifier_of_a_scheme_or_refused(scheme: str, text: str) -> None:
    try:
        found = identifier.parse(text, scheme)
    except FieldError:
        return
    assert identifier.parse(found.value, found.scheme) == found


@pytest.mark.parametrize("kind", FINDERS)
@given(text=TEXTS)
@settings(max_examples=100, deadline=None)
def test_what_is_found_stands_where_it_is_said_to(kind: str, text: str) -> None:
    ends = 0
    for hit in FINDERS[kind](text):  # type: ignore[index]
        assert text[hit.start : hit.end] == hit.text
        assert ends <= hit.start < hit.end
        ends = hit.end


@given(text=TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_date_written_out_is_the_same_date(text: str) -> None:
    try:
        found = date.parse(text)
    except FieldError:
        return
    assert date.parse(str(found)).value == found.value


@given(text=TEXTS)
@settings(max_examples=300, deadline=None)
def test_an_amount_written_out_is_the_same_amount(text: str) -> None:
    try:
        found = amount.parse(text)
    except FieldError:
        return
    again = amount.parse(str(found), decimal=".")
    assert (again.value, again.currency) == (found.value, found.currency)


@pytest.mark.parametrize("name", ["country", "currency", "hs_code", "incoterms", "person", "contact", "unit"])
@given(text=TEXTS)
@settings(max_examples=150, deadline=None)
def test_other_values_written_out_are_the_same(name: str, text: str) -> None:
    try:
        found = str(PARSERS[name](text))
    except FieldError:
        return
    assert str(PARSERS[name](found)) == found


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["pcs", "kg", "t", "m", "l"]))
def test_a_quantity_written_out_is_the_same_quantity(value: object, name: str) -> None:
    found = quantity.parse(f"{value} {name}", decimal=".")
    assert quantity.parse(str(found), decimal=".").value == value
