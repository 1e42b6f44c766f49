from __future__ import annotations

import pytest

from extract.prose.edges import trimmed
from extract.prose.words import pieces

PERSONS = ("Хвильового", "Иванов", "Иван")


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("директор Вольского завода ушёл", "директор Вольского завода", "Вольского завода"),
        ("Производитель Rotorwing молчит", "Производитель Rotorwing", "Rotorwing"),
        ("завод Заря Иван Иванов сказал", "завод Заря Иван Иванов", "завод Заря"),
        ("Театр имени Хвильового закрыт", "Театр имени Хвильового", "Театр имени Хвильового"),
        ("Театр им. М. Хвильового закрыт", "Театр им", "Театр им . М . Хвильового"),
        ("Институт имени Хвильового закрыт", "Институт", "Институт имени Хвильового"),
        ("Казахстан сообщил", "Казахстан", None),
        ("счёт 12 : 5", "12 : 5", None),
    ],
)
def test_a_name_begins_behind_an_office_and_ends_before_a_person(text: str, found: str, name: str | None) -> None:
    words, sought = pieces(text), pieces(found)
    tags = ["B-PER" if word in PERSONS else "O" for word in words]
    start = next(at for at in range(len(words)) if words[at : at + len(sought)] == sought)
    stretch = trimmed(words, tags, (start, start + len(sought)))
    assert (" ".join(words[slice(*stretch)]) if stretch else None) == name


def test_part_of_a_land_is_no_organisation() -> None:
    words = ["Вольской", "области"]
    assert trimmed(words, ["B-LOC", "I-LOC"], (0, 2)) is None
    assert trimmed(words, ["B-ORG", "I-ORG"], (0, 2)) == (0, 2)
