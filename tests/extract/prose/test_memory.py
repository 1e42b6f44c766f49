from __future__ import annotations

import spacy

from extract.prose.memory import recalled
from extract.prose.words import Words

WORDS = Words(spacy.blank("xx").vocab)


def names(text: str, *known: str) -> list[str]:
    doc = WORDS(text)
    spans = [doc.char_span(text.index(name), text.index(name) + len(name)) for name in known]
    return [doc[start:end].text for start, end in recalled(doc, [(span.start, span.end) for span in spans])]


def test_a_name_is_known_in_another_case() -> None:
    text = "Завод «Берёзовая роща» закрыт. У «Берёзовой рощи» нет долгов."
    assert names(text, "Берёзовая роща") == ["Берёзовая роща", "Берёзовой рощи"]


def test_an_acronym_in_brackets_is_a_name() -> None:
    text = "Союз лесных мастеров (СЛМ) молчит. В СЛМ заняты."
    assert names(text, "Союз лесных мастеров") == ["Союз лесных мастеров", "СЛМ", "СЛМ"]


def test_a_single_common_word_is_not_looked_for_again() -> None:
    assert names("Центр закрыт. Центр города пуст.", "Центр") == ["Центр"]


def test_a_remark_in_brackets_is_no_acronym() -> None:
    assert names("Союз мастеров (далее) молчит.", "Союз мастеров") == ["Союз мастеров"]
