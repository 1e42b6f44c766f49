"""A zero in a legal form is an O; anywhere else it stays."""

import pytest

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.legal_forms import with_company


def line(*texts: str, falling: int = 0) -> list[Seen]:
    return [Seen(text, 100 * at, falling * at, 100 * at + 80, falling * at + 20, 0.9) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (("DORTEX", "C0.,", "LTD."), "DORTEX CO., LTD."),
        (("Dortex", "c0.", "Ltd"), "Dortex co. Ltd"),
        (("(C0.", "LIMITED)"), "(CO. LIMITED)"),
        (("TYPE", "C0", "STEEL"), "TYPE C0 STEEL"),
        (("C00", "LTD."), "C00 LTD."),
        (("A0", "LTD."), "A0 LTD."),
        (("LTD.", "C0."), "LTD. C0."),
        (("000", '"КАМПРОМ'), 'ООО "КАМПРОМ'),
        (("000", "ДОНТОРГ", "ПЛЮС"), "ООО ДОНТОРГ ПЛЮС"),
        (("Продавец:", "000", "«Ветер»"), "Продавец: ООО «Ветер»"),
        (("40", "000", "ТОНН"), "40 000 ТОНН"),
        (("000", "ШТ"), "000 ШТ"),
        (("000", "0000"), "000 0000"),
        (("0000", '"КАМПРОМ'), '0000 "КАМПРОМ'),
        (("POLVENT", "SP.", "7", "0.0."), "POLVENT SP. Z O.O."),
        (("POLVENT", "SP.", "Z", "0.0;"), "POLVENT SP. Z O.O;"),
        (("GALSTAHL", "A.5$."), "GALSTAHL A.S."),
        (("GALSTAHL", "А.5.,"), "GALSTAHL A.S.,"),
        (("7", "0.0"), "7 0.0"),
        (("SP.", "7", "12.5"), "SP. 7 12.5"),
        (("п.", "А.5"), "п. А.5"),
    ],
)
def test_only_the_zero_before_another_legal_form_is_an_o(read, meant):
    assert " ".join(word.text for word in with_company(line(*read))) == meant


def test_the_order_of_words_says_nothing():
    form, name = line("000", '"КАМПРОМ')
    assert {word.text for word in with_company([name, form])} == {"ООО", '"КАМПРОМ'}


def test_a_word_on_the_next_line_says_nothing():
    assert [word.text for word in with_company(line("C0.", "LTD.", falling=40))] == ["C0.", "LTD."]


def test_no_word_is_lost():
    assert with_company([]) == []
