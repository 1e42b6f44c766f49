from __future__ import annotations

import pytest

from extract.fields.identifier import Identifier, parse
from extract.fields.identifier_parts import parts


@pytest.mark.parametrize(
    ("scheme", "text", "told"),
    [
        ("account", "40702810400000012345", {"currency": "RUB"}),
        ("account", "40702840400000012345", {"currency": "USD"}),
        ("account", "40702156400000012345", {"currency": "CNY"}),
        ("account", "40702999400000012345", {}),
        ("declaration_number", "10702070/120522/3123456",
         {"office": "10702070", "registered": "2022-05-12", "serial": "3123456"}),
        ("declaration_number", "55301/120522/0012345/3",
         {"office": "55301", "registered": "2022-05-12", "serial": "0012345", "item": "3"}),
        ("declaration_number", "10702070/990522/3123456", {"office": "10702070", "serial": "3123456"}),
        ("mrn", "15ITQ1V1T0240456E9", {"year": "2015", "country": "IT"}),
        ("ogrn", "1027700132195", {"year": "2002"}),
        ("inn", "7707083893", {"tax_office": "7707"}),
        ("iban", "DE89370400440532013000", {"country": "DE"}),
        ("awb", "020-12345675", {"airline": "020"}),
        ("container", "MSKU9070323", {"owner": "MSK"}),
        ("edrpou", "32855961", {}),
    ],
)  # fmt: skip
def test_what_a_number_says(scheme: str, text: str, told: dict[str, str]) -> None:
    assert parts(parse(text, scheme)) == told


def test_a_kazakh_number_tells_month_kind_and_office() -> None:
    assert parts(Identifier("bin", "220441001235", True)) == {
        "registered": "2022-04", "kind": "resident company", "office": "branch",
    }  # fmt: skip


def test_a_wrong_number_says_nothing() -> None:
    assert parts(parse("7707083894", "inn")) == {}
