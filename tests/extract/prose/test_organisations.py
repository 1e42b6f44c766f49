from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.prose.organisations import find, find_with_parts

RUSSIAN = (
    "Министерство торговли Заречья передало материалы в прокуратуру. Как сообщила газета «Полуденный вестник», "
    "компания «Берестов и сыновья» поставляла оборудование Вольскому государственному университету. "
    "В Федеральной службе лесного надзора (ФСЛН) заявили, что проверка продолжается; позднее ФСЛН уточнила сроки."
)
KAZAKH = (
    "Бүгін Сыртқы сауда министрлігі мәлімдеме жасады. Кейін «Ақбұлақ» қорының өкілдері мен «Көктөбе Транс» ЖШС "
    "басшылары келісімге келді. Бұл туралы Үкімет отырысында айтылды."
)


UKRAINIAN = (
    "Державна митна служба України повідомила, що завод «Верболіз» отримав обладнання. У Міністерстві економіки "
    "підтвердили перевірку, а НАБУ відкрило справу. Банк від коментарів відмовився. Київський національний університет "
    "імені Хвильового теж мовчить."
)


def values(text: str, language: str | None = None) -> set[str]:
    return {hit.value for hit in find(text, language)}


@pytest.mark.parametrize(
    "name",
    ["Министерство торговли Заречья", "Полуденный вестник", "Вольскому государственному университету", "ФСЛН"],
)
def test_russian(name: str) -> None:
    assert any(name in value for value in values(RUSSIAN))


def test_an_acronym_in_brackets_is_known_again() -> None:
    places = [hit.start for hit in find(RUSSIAN, "ru") if hit.value == "ФСЛН"]
    assert len(places) == 2


def test_a_body_named_within_the_name_of_its_department_is_given_with_it() -> None:
    text = "Главное управление МВД России по Москве возбудило дело. В МВД России от комментариев отказались."
    found = {whole.value: [part.value for part in parts] for whole, parts in find_with_parts(text, "ru")}
    assert found == {"Главное управление МВД России по Москве": ["МВД России"], "МВД России": []}


def test_kazakh() -> None:
    assert {"Сыртқы сауда министрлігі", "Ақбұлақ", "Көктөбе Транс", "Үкімет"} <= values(KAZAKH, "kk")


def test_ukrainian() -> None:
    assert values(UKRAINIAN, "uk") == {
        "Державна митна служба України",
        "Верболіз",
        "Міністерстві економіки",
        "НАБУ",
        "Київський національний університет імені Хвильового",
    }


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Вечером дождь прекратился, и дети вышли во двор играть в мяч.", "ru"),
        ("Кешке жаңбыр басылып, балалар аулаға шығып доп ойнады.", "kk"),
        ("Увечері дощ припинився, і діти вийшли на подвір'я.", "uk"),
    ],
)
def test_nothing_in_a_text_that_names_nobody(text: str, language: str) -> None:
    assert values(text, language) == set()


_TEXT = st.lists(
    st.sampled_from(
        ["Банк", "«Заря»", "министрлігі", "Сыртқы", "(ФНС)", "в", "қоры", "«", "»", "\n", ".", "ООО", "  "]
    ),
    max_size=25,
).map(" ".join)


@pytest.mark.parametrize("language", ["ru", "kk", "uk", "en", "zh"])
@settings(deadline=None)  # the first text in a language loads its model
@given(text=_TEXT)
def test_hits_lie_inside_the_text_in_order_and_apart(text: str, language: str) -> None:
    end = 0
    for hit in find(text, language):
        assert end <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.text
        end = hit.end
