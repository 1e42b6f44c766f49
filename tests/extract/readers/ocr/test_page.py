"""Pictures become words that tables and forms are found in, each where it stands."""

from contextvars import copy_context
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from extract.errors import Damaged, LimitExceeded
from extract.readers import read_parts
from extract.readers.ocr import engine, language, policy
from extract.readers.ocr.language import shown
from extract.readers.ocr.page import recognise
from extract.readers.ocr.picture import Picture
from tests.extract.readers.ocr.scans import needs_tesseract, picture_of_text
from tests.extract.readers.reading import read, source_of

ENGLISH = ("COMMERCIAL INVOICE No 17", "Seller: Rotorwing Europe", "Buyer: Altyn Kanat", "Total amount USD 131 850.00")
RUSSIAN = ("Декларация на товары", "Отправитель: Альбатрос Сервис", "Получатель: Воздушная Механика", "Код 8806220000")


def recognised(image: Image.Image):
    return recognise(lambda: Picture(np.asarray(image), 200 / 72))


def text_of(image: Image.Image) -> str:
    return " ".join(word.text for word in recognised(image).words)


@needs_tesseract
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_read_whichever_way_it_lies(turn: int):
    lines = [*ENGLISH, "Delivery terms FCA Venlo", "Country of origin China", "Gross weight 120 kg"]
    read_page = recognised(picture_of_text(*lines).rotate(turn, expand=True))
    words = " ".join(word.text for word in read_page.words)
    assert "COMMERCIAL INVOICE" in words
    assert "131" in words
    assert (turn != 0) == ("turned" in read_page.dialect)


@needs_tesseract
def test_words_stand_where_they_were_printed():
    read_page = recognised(picture_of_text(*ENGLISH))
    (seller,) = [word for word in read_page.words if word.text == "Seller:"]
    assert seller.box.x0 == pytest.approx(120 * 72 / 200, abs=2)
    assert seller.box.top == pytest.approx((100 + 68) * 72 / 200, abs=2)  # of its type, which begins above its ink
    assert read_page.dialect["ocr"].startswith("tesseract ")
    assert 0.8 < float(read_page.dialect["confidence"]) <= 1


@needs_tesseract
def test_cyrillic_is_read_as_cyrillic():
    if "rus" not in engine.installed().languages:
        pytest.skip("Tesseract lacks Russian")
    read_page = recognised(picture_of_text(*RUSSIAN))
    assert "Получатель:" in {word.text for word in read_page.words}
    assert read_page.dialect["ocr"].split()[-1].startswith("rus")


@needs_tesseract
def test_the_same_picture_is_read_the_same_twice():
    image = picture_of_text(*ENGLISH)
    assert recognised(image) == recognised(image)


@needs_tesseract
def test_a_page_that_costs_too_much_is_given_up_with_a_reason():
    def hurried() -> str:
        policy.POLICY.set(policy.Policy(seconds=0.001))
        return recognised(picture_of_text(*ENGLISH)).why

    assert "given up" in copy_context().run(hurried)


def test_a_blank_page_needs_no_tesseract():
    read_page = recognised(Image.new("L", (1600, 1200), 250))
    assert (read_page.words, read_page.why) == ((), "")


@pytest.mark.parametrize(("tone", "why"), [(0, "dark all over"), (40, "dark all over"), (230, "")])
def test_a_black_page_is_no_blank_one(tone: int, why: str):
    assert why in recognised(Image.new("L", (1600, 1200), tone)).why
    assert bool(recognised(Image.new("L", (1600, 1200), tone)).why) == bool(why)


@needs_tesseract
@pytest.mark.parametrize("kind", ["png", "jpg", "tiff", "bmp"])
def test_an_image_is_a_page(tmp_path: Path, kind: str):
    path = tmp_path / f"page.{kind}"
    picture_of_text(*ENGLISH).save(path, dpi=(200, 200))
    (part,), _, issues = read(path)
    assert "Altyn Kanat" in part.text
    assert part.place.box is not None
    assert part.place.box.x1 == pytest.approx(1654 * 72 / 200, abs=1)
    assert not part.needs_ocr
    assert issues == []


@needs_tesseract
def test_each_page_of_a_tiff_is_a_part(tmp_path: Path):
    path = tmp_path / "fax.tif"
    pages = [picture_of_text(f"Invoice number {number}", *ENGLISH[1:]) for number in (401, 402, 403)]
    pages[0].save(path, save_all=True, append_images=pages[1:], compression="tiff_lzw")
    parts, _, _ = read(path)
    assert [part.place.part for part in parts] == [1, 2, 3]
    assert ["401" in parts[0].text, "402" in parts[1].text, "403" in parts[2].text] == [True] * 3


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path):
    path = tmp_path / "bomb.png"
    Image.new("1", (30_000, 30_000)).save(path)
    assert path.stat().st_size < 200_000
    with pytest.raises(LimitExceeded, match="30,000"):
        list(read_parts(source_of(path), path))


def test_a_damaged_image_is_said_to_be_damaged(tmp_path: Path):
    path = tmp_path / "cut.png"
    picture_of_text(*ENGLISH).save(path)
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(Damaged):
        list(read_parts(source_of(path), path))


def seen(*texts: str) -> list[engine.Seen]:
    return [engine.Seen(text, 0, 0, 1, 1, 0.9) for text in texts]


@pytest.mark.parametrize(
    ("words", "languages"),
    [
        (("Invoice", "total", "and", "Müller"), ()),
        (("Rechnung", "und", "Betrag"), ("deu",)),
        (("Fatura", "Tarihi:", "ve", "vergi"), ("tur",)),
        (("Қазақстан", "және", "тауар"), ("kaz", "rus")),
        (("України", "та", "Київ"), ("ukr", "rus")),
    ],
)
def test_a_language_is_shown_by_its_letters_and_commonest_words(words: tuple[str, ...], languages: tuple[str, ...]):
    assert shown(seen(*words)) == languages


@pytest.mark.parametrize(
    ("words", "languages", "again"),
    [
        (("Fatura", "Tarihi:", "ve", "口"), ("chi_sim", "eng"), ("tur", "eng")),
        (("Fatura", "ve", "发票", "海关", "编号"), ("chi_sim", "eng"), ("tur", "chi_sim", "eng")),
        (("Қазақстан", "және", "тауар"), ("rus", "eng"), ("kaz", "rus", "eng")),
        (("Invoice", "total"), ("eng",), None),
    ],
)
def test_a_second_reading_has_the_languages_that_words_show(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], languages: tuple[str, ...], again: tuple[str, ...] | None
):
    everything = engine.Installed("tesseract 5", frozenset(("chi_sim", "deu", "eng", "kaz", "rus", "tur", "ukr")))
    monkeypatch.setattr(language, "installed", lambda: everything)
    choice = language.missed(seen(*words), languages)
    assert (choice and choice.languages) == again


FILLED_IN_RUSSIAN = (
    *("DECLARATION OF GOODS", "Consignor", "LLP Rotorwing Europe", "Consignee", "Country of dispatch"),
    *("Net mass (kg) 120", "Description of goods", "Воздушная Механика", "Delivery terms", "FCA Venlo"),
    *("Gross mass (kg) 140", "Country of origin"),
)  # fmt: skip


@needs_tesseract
def test_a_form_in_english_that_was_filled_in_in_russian_is_read_in_both():
    if "rus" not in engine.installed().languages:
        pytest.skip("Tesseract lacks Russian")
    read_page = recognised(picture_of_text(*FILLED_IN_RUSSIAN, size=30))
    assert "Механика" in {word.text for word in read_page.words}
    assert "rus" in read_page.dialect["ocr"]


@needs_tesseract
def test_an_english_page_is_read_in_english_alone():
    assert recognised(picture_of_text(*ENGLISH)).dialect["ocr"].split()[-1] == "eng"
