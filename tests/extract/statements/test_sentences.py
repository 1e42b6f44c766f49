"""Where sentences end, and where a full stop ends none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.statements.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Договор от 12 мая 2022 г. № 7 подписан сторонами.",
        "Цена составила 1,5 млн. руб. за партию.",
        "The goods of Acme Co. Ltd. were sold under No. 17 in May.",
        "Директор И. И. Иванов подписал акт.",
        "See kenmetall.example for more.",
        "Mr. Smith of B.V. Rotorwing paid.",
        "Насосы, арматура и т. д. были проданы.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It was registered in 2022. The owner is unknown.", "It was registered in 2022."),
        ("Фирма создана в 2022 г. Она продаёт дроны.", "Фирма создана в 2022 г."),
        ("The buyer was Altyn Kanat LLC. Altyn Kanat is new.", "The buyer was Altyn Kanat LLC."),
        ("«Мы ничего не продавали». Так сказал директор.", "«Мы ничего не продавали»."),
        ("货物已运出。付款已完成。", "货物已运出。"),
        ("A headline without a stop\n\nThe text begins here.", "A headline without a stop"),
    ],
)
def test_a_sentence_ends(text: str, first: str) -> None:
    assert cut(text)[0] == first
    assert len(cut(text)) == 2


@given(st.text(alphabet="Аа .!?\n«»гLtd1", max_size=200))
def test_nothing_but_blanks_is_lost(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
