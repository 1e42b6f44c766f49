from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from extract.prose.words import Words

WORDS = Words(spacy.blank("xx").vocab)


@given(st.text(alphabet=st.sampled_from("аБ1.,«» \n\t-'"), max_size=40))
def test_words_and_blanks_make_up_the_text(text: str) -> None:
    assert WORDS(text).text == text


def test_words() -> None:
    assert [token.text for token in WORDS("ООО «Ивушка-М» купило 1,5 т (в т.ч. ...)")] == [
        *("ООО", "«", "Ивушка-М", "»", "купило", "1,5", "т", "(", "в", "т", ".", "ч", "."), "...", ")",
    ]  # fmt: skip
