from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.prose.passage import language, passages


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Завод «Берёзка» отгрузил партию в мае, сообщила таможня.", "ru"),
        ("Зауыт министрлікке мамыр айында қаржы бөлгенін хабарлады.", "kk"),
        ("Завод відвантажив партію і повідомив митницю.", "uk"),
        ("The plant shipped the goods to its dealer in May.", "en"),
        ("工厂五月份向经销商发货。", "zh"),
        ("Das Werk lieferte die Waren im Mai.", ""),
        ("12 345,67", ""),
    ],
)
def test_language(text: str, told: str) -> None:
    assert language(text) == told


def test_each_paragraph_in_its_language() -> None:
    text = "Завод отгрузил партию.\n\nТаможня её выпустила.\n\nThe dealer sold it to a buyer in the city.\n"
    assert [(text[one.start : one.end].split(maxsplit=1)[0], one.language) for one in passages(text)] == [
        ("Завод", "ru"),
        ("The", "en"),
    ]


@given(st.text(alphabet=st.sampled_from("аіқAb中 \n."), max_size=60))
def test_passages_hold_every_word_once_in_order(text: str) -> None:
    found = list(passages(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(text[one.start : one.end].split()) for one in found) == "".join(text.split())
