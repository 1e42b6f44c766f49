from __future__ import annotations

import pytest

from extract.fields import FieldError, address


@pytest.mark.parametrize(
    "text",
    [
        "Abay st. 10, Almaty",
        "Алматы қ., Абай көшесі 10 үй",
        "050000, Казахстан, Алматы, Абая 10",
        "АЛМАТЫ УЛ. АБАЯ Д. 10",
    ],
)
def test_one_address_has_one_key_in_any_spelling(text: str) -> None:
    assert address.parse(text).key == address.parse("г. Алматы, ул. Абая, д. 10").key


def test_another_house_has_another_key() -> None:
    assert address.parse("г. Алматы, ул. Абая, д. 11").key != address.parse("г. Алматы, ул. Абая, д. 10").key


def test_postcode_and_country_are_named() -> None:
    found = address.parse("050000, Республика Казахстан, г. Алматы, ул. Абая, д. 10")
    assert (found.postcode, found.country) == ("050000", "KZ")
    assert address.parse(str(found)) == found


@pytest.mark.parametrize("text", ["", "12", "Алматы", "12 5", "-", "x" * 400])
def test_other_things_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        address.parse(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("its registered office at Havenstraat 14, Rotterdam (the “Seller”)",
         [("Havenstraat 14, Rotterdam", "registered")]),
        ("Юридический адрес: 050000, г. Алматы, ул. Абая, д. 10, тел. 8 727",
         [("050000, г. Алматы, ул. Абая, д. 10", "registered")]),
        ("地址：深圳市南山区科技园1号", [("深圳市南山区科技园1号", "address")]),
        ("адрес которой неизвестен", []),
        ("the address of the latter is a flat", []),
    ],
)  # fmt: skip
def test_addresses_behind_their_word(text: str, values: list[tuple[str, str]]) -> None:
    assert [(hit.value, hit.role) for hit in address.find(text)] == values


def test_a_house_number_is_no_country() -> None:
    assert address.parse("г. Алматы, ул. Абая, 10, офис 5").key == address.parse("Алматы, Абай к-сі 10, кеңсе 5").key
    assert "10" in address.parse("г. Алматы, ул. Абая, 10, офис 5").key.split()
