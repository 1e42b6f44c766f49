"""What was spoilt before it was saved is recognised, and undone where nothing was lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text import Mender, misread_as, words_of_a_private_font

RUSSIAN = "Отправитель: ООО «Ромашка», вертолёты Иркутск; Получатель: ТОО Алтын, стоимость 1200 — И в срок"
WORD = st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", min_size=4, max_size=12)


def spoilt(text: str, page: str) -> str:
    """Read UTF-8 as a code page, the holes of the page as control characters, as browsers do."""
    return "".join(
        chr(byte) if 0x80 <= byte <= 0x9F and page == "cp1251" and byte == 0x98 else bytes([byte]).decode(page)
        for byte in text.encode()
    )


@pytest.mark.parametrize("page", ["cp1251", "cp866", "koi8-r", "mac-cyrillic"])
def test_utf8_read_as_a_code_page_is_undone(page: str):
    broken = spoilt(RUSSIAN, page)
    found = misread_as(broken)
    assert found is not None
    mender = Mender(found)
    assert mender(broken) == RUSSIAN
    assert mender.left == 0


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN,
        "Ґанок; її сіль; Київська область; Єдиний рахунок",
        "Müller & Söhne, Größe, süß, Café, naïve, Ærø",
        "深圳市旋翼科技有限公司 无人机 零件 上海",
        "plain ASCII only",
        "Сумма: 5 № 7 — «да» № 8",
    ],
)
def test_a_text_as_it_should_be_is_left_alone(text: str):
    assert misread_as(text) is None


@given(st.lists(WORD, min_size=5, unique=True))
def test_whatever_words_were_misread_come_back(words: list[str]):
    text = " ".join(words)
    assert Mender("cp1251")(spoilt(text, "cp1251")) == text
    assert misread_as(text) is None


def test_what_cannot_be_undone_stays_and_is_counted():
    mender = Mender("cp1251")
    assert mender("РћРћРћ и ещё") == "ООО и ещё"
    assert (mender.mended, mender.left) == (1, 2)


@pytest.mark.parametrize("text", ["К¼рс¼тк³ч т¼рд³н ж¼н³", "Ќазаќстаныњ ќўрылысы жєне тўрєын ‰й їйі ќызмет"])
def test_letters_of_a_private_font_are_reported(text: str):
    assert words_of_a_private_font(text)


@pytest.mark.parametrize("text", [RUSSIAN, "площадь 5 м², объём м³/ч, 20 °C, ±5", "Џорђе Љубић из Ниша, Његош, Ћирић"])
def test_usual_signs_are_no_private_font(text: str):
    assert words_of_a_private_font(text) == ()
