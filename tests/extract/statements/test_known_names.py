"""Known names in running text: bare, quoted, inflected; and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.statements.known_names import KnownNames, core

KNOWN = KnownNames(
    [
        "ТОО «Алтын Канат»", "ООО «Небесная Механика»", "АО «Гидромаш-Вектор»", "Altyn Kanat LLP", "ООО «Восток»",
        "Rotorwing B.V.", "ООО «Восток Телеком»",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("закупали у Небесной Механики", "Небесной Механики", "ООО «Небесная Механика»"),
        ("вместе с «Небесной Механикой»", "Небесной Механикой", "ООО «Небесная Механика»"),
        ("НЕБЕСНУЮ МЕХАНИКУ видели", "НЕБЕСНУЮ МЕХАНИКУ", "ООО «Небесная Механика»"),
        ("дроны «Алтын Каната»", "Алтын Каната", "ТОО «Алтын Канат»"),
        ("счёт «Гидромаш-Вектора»", "Гидромаш-Вектора", "АО «Гидромаш-Вектор»"),
        ("sold by Altyn\nKanat in May", "Altyn\nKanat", "Altyn Kanat LLP"),
        ("о Восток Телекоме и других", "Восток Телекоме", "ООО «Восток Телеком»"),
        ("представитель «Востока» молчал", "Востока", "ООО «Восток»"),
        ("a dealer of Rotorwing said", "Rotorwing", "Rotorwing B.V."),
    ],
)
def test_a_name_is_found_in_its_forms(text: str, printed: str, name: str) -> None:
    (found,) = KNOWN.find(text)
    assert (text[found.start : found.end], found.names) == (printed, (name,))


@pytest.mark.parametrize(
    "text",
    ["страны Востока", "Восток проснулся", "небесной механики", "Небесная сфера", "Алтын", "Rotorwing flies high",
     "Altyn Kanatbek", "Механика Небесная"],
)  # fmt: skip
def test_other_words_are_no_names(text: str) -> None:
    assert list(KNOWN.find(text)) == []


def test_the_form_tells_the_case() -> None:
    (found,) = KNOWN.find("поставила «Алтын Канату» сто дронов")
    assert found.cases == {"dative"}


def test_names_that_are_spelled_alike_come_together() -> None:
    (found,) = KnownNames(["ООО «Северный Путь»", "ТОО «СЕВЕРНЫЙ ПУТЬ»"]).find("у Северного Пути")
    assert found.names == ("ООО «Северный Путь»", "ТОО «СЕВЕРНЫЙ ПУТЬ»")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("ТОО «Алтын Канат»", "Алтын Канат"),
        ("SZ Rotorwing Technology Co., Ltd.", "SZ Rotorwing Technology"),
        ('ОсОО "Ала-Тоо"', "Ала-Тоо"),
        ("Acme", "Acme"),
    ],
)
def test_legal_forms_and_quotes_come_off(name: str, bare: str) -> None:
    assert core(name) == bare


@given(st.text(alphabet="АВостк Небсяйхмни«»\n.ЛТ", max_size=80))
def test_every_find_lies_in_the_text_and_in_order(text: str) -> None:
    last = 0
    for found in KNOWN.find(text):
        assert last <= found.start < found.end <= len(text)
        last = found.end
