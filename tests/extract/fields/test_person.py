from __future__ import annotations

import pytest

from extract.fields import FieldError, person


def found(text: str) -> list[tuple[str, str | None]]:
    return [(hit.value, hit.role) for hit in person.find(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Иванов И. И.", "Иванов И.И."),
        ("И.И. Иванов", "Иванов И.И."),
        ("Иванов, И.И.", "Иванов И.И."),
        ("Иван Иванович Сидоров", "Сидоров Иван Иванович"),
        ("Сидоров Иван Иванович", "Сидоров Иван Иванович"),
        ("IVANOV IVAN IVANOVICH", "IVANOV IVAN IVANOVICH"),
        ("Асанов Асан Асанұлы", "Асанов Асан Асанұлы"),
        ("Mr. John A. Smith", "John A. Smith"),
        ("Jonas van der Achterberg", "Jonas van der Achterberg"),
        ("李小明", "李小明"),
        ("欧阳小明", "欧阳小明"),
    ],
)
def test_spellings(text: str, value: str) -> None:
    assert person.parse(text).value == value
    assert person.parse(value).value == value


@pytest.mark.parametrize(
    "text", ["", "12", "DJI", "ООО Заря", "Altyn Kanat LLP", "иванов иван", "深圳市", "N/A", "x" * 200]
)
def test_other_things_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        person.parse(text)


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Директор: Иванов Иван Иванович подписал акт", [("Иванов Иван Иванович", "director")]),
        ("в лице генерального директора Щербакова Ю.В., действующего", [("Щербакова Ю.В.", "director")]),
        ("Ген. директор ____________ /И.И. Петров/", [("Петров И.И.", "director")]),
        ("Director: Jonas van der Achterberg\nTel. 1", [("Jonas van der Achterberg", "director")]),
        ("Учредитель — Асанов Асан Асанұлы (50 %)", [("Асанов Асан Асанұлы", "owner")]),
        ("法定代表人：李小明，注册", [("李小明", "director")]),
        ("ИП Иванов И.И.", [("Иванов И.И.", "trader")]),
        ("Как сказал Петренко Олександр Васильович, усе", [("Петренко Олександр Васильович", None)]),
        ("по словам А.Б. Сидорова", [("Сидорова А.Б.", None)]),
    ],
)
def test_persons_in_running_text(text: str, persons: list[tuple[str, str | None]]) -> None:
    assert found(text) == persons


@pytest.mark.parametrize(
    "text",
    [
        "ул. А.С. Пушкина, 5", "U.S. Government", "S.A. Dupont", "Owner: Blue Lantern Trading LLC", "the director left",
        "Учредитель: ООО «Заря»", "г. Москва, 12 мая", "Петрович сказал",
    ],
)  # fmt: skip
def test_streets_firms_and_states_are_no_persons(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Иванов И.И.", True), ("Иванова Анна Сергеевна", True), ("Алтын Арна", False), ("Blue Lantern", False)],
)
def test_a_name_alone_tells_a_person_only_by_initials_or_the_fathers_name(name: str, is_one: bool) -> None:
    assert person.is_person(name) is is_one
