from __future__ import annotations

import pytest

from extract.fields import FieldError, transport


def found(text: str) -> list[tuple[str | None, str]]:
    return [(hit.scheme, hit.value) for hit in transport.find(text)]


@pytest.mark.parametrize(
    ("text", "scheme", "value", "country"),
    [
        ("А123ВС 777", "plate", "A123BC777", "RU"),
        ("А123ВС777RUS", "plate", "A123BC777", "RU"),
        ("123 ABC 02", "plate", "123ABC02", "KZ"),
        ("AA 1234 BB", "plate", "AA1234BB", "UA"),
        ("AB 1234-7", "plate", "AB12347", "BY"),
        ("34 ABC 123", "plate", "34ABC123", "TR"),
        ("粤B12345", "plate", "粤B12345", "CN"),
        ("B-RT 1234", "plate", "BRT1234", None),
        ("SU 1947", "flight", "SU1947", None),
        ("Ever Lantern", "vessel", "EVER LANTERN", None),
        ("0123W", "voyage", "0123W", None),
    ],
)
def test_cells(text: str, scheme: str, value: str, country: str | None) -> None:
    means = transport.parse(text, scheme)
    assert (means.value, means.country) == (value, country)
    assert transport.parse(str(means), scheme).value == value


@pytest.mark.parametrize("text", ["", "12", "Volvo", "12.05.2022", "x" * 60])
def test_other_things_are_no_plates(text: str) -> None:
    with pytest.raises(FieldError):
        transport.parse(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("а/м Volvo г/н А123ВС 777, прицеп АК 1234 77", [("plate", "A123BC777"), ("plate", "AK123477")]),
        ("Vessel: MV BLUE LANTERN V.123E, port", [("vessel", "BLUE LANTERN"), ("voyage", "123E")]),
        ("судно «Алтын Арна» вышло", [("vessel", "АЛТЫН АРНА")]),
        ("рейс № SU 1947, flight KC 123 from", [("flight", "SU1947"), ("flight", "KC123")]),
        ("车牌号：粤B12345", [("plate", "粤B12345")]),
    ],
)
def test_means_of_transport_in_running_text(text: str, values: list[tuple[str, str]]) -> None:
    assert found(text) == values


@pytest.mark.parametrize(
    "text", ["автомобиль стоил 12000", "рейс был отменён", "the ship sank in 1912", "a vehicle of the year 2022"]
)
def test_words_for_transport_alone_announce_nothing(text: str) -> None:
    assert found(text) == []
