"""A word of letters that two scripts share takes the script of the words beside it, and no other."""

import pytest

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.script import is_doubtful, settled, unmixed_text


def line(*texts: str) -> list[Seen]:
    """Set words on one line, each 100 wide and 20 from the next."""
    return [Seen(text, 120 * place, 0, 120 * place + 100, 30, 0.9) for place, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("НK", "HK"),
        ("ROTОRWING", "ROTORWING"),
        ("ТОВAРЫ", "ТОВАРЫ"),
        ("Shenzhenская", "Shenzhenская"),
        ("ВЕНА", "ВЕНА"),
        ("B.V.", "B.V."),
    ],
)
def test_a_word_of_two_scripts_gets_the_one_that_all_its_letters_have(text: str, written: str):
    assert unmixed_text(text) == written


@pytest.mark.parametrize(
    ("texts", "place", "doubtful"),
    [
        (("ROTORWING", "EUROPE", "В.М."), 2, True),
        (("ЕСА", "VENLO"), 0, True),
        (("ООО", "ROTORWING"), 0, False),
        (("Albatros", "Service", "ООО"), 2, True),
        (("ООО", "Альбатрос"), 0, False),
        (("условия", "СРТ", "VENLO"), 1, False),
        (("ROTORWING", "Венло"), 1, False),
        (("В.М.",), 0, False),
    ],
)
def test_letters_of_both_scripts_are_doubted_beside_a_latin_word(texts: tuple[str, ...], place: int, doubtful: bool):
    words = line(*texts)
    assert is_doubtful(words[place], words) == doubtful


def test_a_latin_word_far_away_or_on_another_line_says_nothing():
    word, far = Seen("В.М.", 0, 0, 60, 30, 0.9), Seen("ROTORWING", 400, 0, 600, 30, 0.9)
    below = Seen("ROTORWING", 70, 40, 200, 70, 0.9)
    assert not is_doubtful(word, [word, far, below])


@pytest.mark.parametrize(
    ("second", "text"),
    [(("B.V.", 0.8), "B.V."), (("B.V.", 0.3), "B.M."), (("BV", 0.9), "B.M."), (None, "B.M.")],
)
def test_a_sure_second_reading_of_the_same_length_is_taken(second: tuple[str, float] | None, text: str):
    first = Seen("В.М.", 10, 20, 30, 40, 0.7)
    again = None if second is None else Seen(second[0], 0, 0, 1, 1, second[1])
    kept = settled(first, again)
    assert (kept.text, kept.x0, kept.y1) == (text, 10, 40)


@pytest.mark.parametrize(
    ("read", "meant"),
    [("0ФИС", "ОФИС"), ("ОБ0РУДОВАНИЕ,", "ОБОРУДОВАНИЕ,"), ("А0123ВЕ", "А0123ВЕ"), ("10ФИС", "10ФИС"), ("Т0Р", "Т0Р")],
)
def test_a_zero_among_cyrillic_capitals_is_the_letter(read, meant):
    assert unmixed_text(read) == meant
