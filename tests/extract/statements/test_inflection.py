"""Russian names in their cases."""

from __future__ import annotations

import pytest

from extract.statements.inflection import CASES, forms


@pytest.mark.parametrize(
    ("name", "declined"),
    [
        ("Ясная Заря", "Ясной Зари|Ясной Заре|Ясную Зарю|Ясной Зарей|Ясной Заре"),
        ("Степной Мост", "Степного Моста|Степному Мосту|Степной Мост|Степным Мостом|Степном Мосте"),
        ("Алтын Канат", "Алтын Каната|Алтын Канату|Алтын Канат|Алтын Канатом|Алтын Канате"),
        ("Россия", "России|России|Россию|Россией|России"),
        ("Китай", "Китая|Китаю|Китай|Китаем|Китае"),
    ],
)  # fmt: skip
def test_a_name_goes_through_its_cases(name: str, declined: str) -> None:
    found = forms(name)
    for case, form in zip(CASES, declined.split("|"), strict=True):
        assert case in found[form], form


def test_latin_names_and_abbreviations_have_one_form() -> None:
    assert list(forms("Pompe Ligure")) == ["Pompe Ligure"]
    assert list(forms("СПАРК")) == ["СПАРК"]


@pytest.mark.parametrize(
    ("name", "form", "case"),
    [
        ("Аеро Схід", "Аеро Сходу", "genitive"),
        ("Південний Потік", "Південним Потоком", "instrumental"),
        ("Дністер Помпа", "Дністер Помпі", "dative"),
    ],
)
def test_ukrainian_names_have_their_own_endings(name: str, form: str, case: str) -> None:
    assert case in forms(name, ukrainian=True)[form]


def test_a_letter_behind_a_hyphen_never_changes() -> None:
    assert "genitive" in forms("Инерция-М")["Инерции-М"]
