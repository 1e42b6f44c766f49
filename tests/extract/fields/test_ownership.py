from decimal import Decimal

import pytest

from extract.fields import FieldError, ownership


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Иванов Иван Иванович (50 %); ТОО «Заря» – 1/2", [("Иванов Иван Иванович", "50"), ("ТОО «Заря»", "50")]),
        ('Петров П.П. - доля 33,33%, ООО "Луч", 66.67 %', [("Петров П.П.", "33.33"), ('ООО "Луч"', "66.67")]),
        ("100% Blue Lantern Trading LLC", [("Blue Lantern Trading LLC", "100")]),
        ("1. Асанов А.А., 10 000 тенге, 51 %\n2. Rotorwing Europe B.V. 49%",
         [("Асанов А.А.", "51"), ("Rotorwing Europe B.V.", "49")]),
        ("Иванов И.И. доля в уставном капитале: 100 %", [("Иванов И.И.", "100")]),
        ("John Smith", [("John Smith", None)]),
    ],
)  # fmt: skip
def test_owners_with_their_shares(text: str, holders: list[tuple[str, str | None]]) -> None:
    found = [(holder.name, holder.share) for holder in ownership.parse(text)]
    assert found == [(name, Decimal(share) if share else None) for name, share in holders]


def test_persons_are_told_from_firms() -> None:
    assert [holder.is_person for holder in ownership.parse("Асанов А.А. 51 %; Rotorwing Europe B.V. 49%")] == [
        True,
        False,
    ]


@pytest.mark.parametrize("text", ["", "12", "50 %", "нет данных", "x" * 3000])
def test_cells_without_an_owner_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        ownership.parse(text)


def test_more_than_the_whole_is_no_share() -> None:
    assert ownership.parse("Заря 150 %")[0].share is None
