from __future__ import annotations

import pytest

from extract.prose.known import known
from extract.prose.nested import within
from extract.prose.words import pieces


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("В Генеральной дирекции и Минфине молчат", ["Минфине"]),
        ("Организацией Объединённых Наций принято", ["Организацией Объединённых Наций"]),
        ("как писали Ведомости и «Новой газете» сказали", ["Ведомости", "Новой газете"]),
        ("ведомости сданы, дума о доме, ес", []),
        (
            "Верховному суду и Конгрессу, но не Конгрессменам, Сенатору и Думскому; Европы, Думаю, Россия в",
            ["Верховному суду", "Конгрессу"],
        ),
        ("заявили в МВД и ЕС", ["МВД"]),
    ],
)
def test_names_that_everybody_knows_in_any_case(text: str, names: list[str]) -> None:
    words = pieces(text)
    assert [" ".join(words[start:end]) for start, end in known(words)] == names


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Управление МВД России по Москве", ["МВД России"]),
        ("Отдел ЖКХТ при Минфине", ["ЖКХТ", "Минфине"]),
        ("МВД России", []),
        ("Завод в Вольске", []),
    ],
)
def test_names_inside_of_a_name(text: str, inside: list[str]) -> None:
    words = pieces(text)
    tags = ["B-LOC" if word in ("России", "Москве", "Вольске") else "O" for word in words]
    assert [" ".join(words[start:end]) for start, end in within(words, tags, [(0, len(words))])] == inside


def test_a_name_that_stands_alone_is_known_inside_another() -> None:
    words = pieces("Приморье и Клуб друзей Приморья")
    names = [(0, 1), (2, len(words))]
    assert [" ".join(words[start:end]) for start, end in within(words, ["O"] * len(words), names)] == ["Приморья"]
