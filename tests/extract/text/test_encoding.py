"""The encoding is found by evidence, for short samples too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text import detect_encoding
from extract.text.cyrillic import likelihood

RUSSIAN = "Наименование товара;Отправитель;Получатель\nвертолёты беспилотные;ООО «Ромашка»;АО «Кедр»\n"


@pytest.mark.parametrize(
    "name", ["cp1251", "cp866", "koi8-r", "iso8859-5", "mac-cyrillic", "utf-8", "utf-8-sig", "utf-16"]
)
def test_russian_text_comes_back_whole(name: str):
    text = RUSSIAN if name.startswith(("utf", "cp1251", "mac")) else RUSSIAN.replace("«", '"').replace("»", '"')
    data = text.encode(name)
    assert data.decode(detect_encoding(data).name) == text


@pytest.mark.parametrize("name", ["cp1251", "cp866", "koi8-r", "iso8859-5"])
@pytest.mark.parametrize("text", ["ООО Ромашка", "ТОВАРНАЯ НАКЛАДНАЯ от 12.05.2022", "цена за единицу"])
def test_a_few_words_are_enough(name: str, text: str):
    data = text.encode(name)
    assert data.decode(detect_encoding(data).name) == text


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_seen_by_its_high_bytes(name: str):
    assert detect_encoding(RUSSIAN.encode(name)).name == name


LANGUAGES = {
    "Найменування товару;Відправник;Одержувач\nбезпілотні апарати;ТОВ Мрія її;ПП Київська зоря;єдиний ґанок\n": (
        *("cp1251", "koi8-u", "cp1125", "mac-cyrillic", "utf-16-le", "utf-32-le"),
    ),
    "Тауардың атауы;Жөнелтуші;Алушы;Құны\nұшқышсыз ұшу аппараттары;Алтын Қанат ЖШС;Қазақ Әуе жолдары;үлгі\n": (
        *("kz1048", "ptcp154", "utf-16-be", "utf-32-be"),
    ),
    "Eşyanın tanımı;Gönderici;Alıcı;Değer\ninsansız hava aracı;Gökyüzü Dış Ticaret A.Ş.;Işık Lojistik;çelik\n": (
        *("cp1254", "iso8859-9", "utf-16-le"),
    ),
    "商品名称;发货人;收货人;价值\n无人机零件;深圳市旋翼科技有限公司;阿尔泰公司;1200,50\n电子元件;上海\n": (
        *("gb18030", "utf-16-le", "utf-16-be", "utf-32-le"),
    ),
    "商品名稱;發貨人;收貨人;價值\n無人機零件;臺北旋翼科技有限公司;阿爾泰公司;1200,50\n電子元件;高雄\n": ("big5",),
    "Nazwa towaru;Odbiorca;Wartość\nbezzałogowe statki;Spółka Żółw;Łódź Handel;części zamienne;źródło\n": ("cp1250",),
}


@pytest.mark.parametrize(("text", "name"), [(text, name) for text, names in LANGUAGES.items() for name in names])
@pytest.mark.parametrize("before", ["", "code;8806.22;ABC\n" * 5_000])
@pytest.mark.parametrize("times", [1, 50])
def test_each_language_comes_back_short_and_long(text: str, name: str, before: str, times: int):
    data = (before + text * times).encode(name)
    assert data.decode(detect_encoding(data).name) == before + text * times


def test_kazakh_letters_decide_for_their_own_page():
    text = "«Алтын Қанат» жауапкершілігі шектеулі серіктестігі, тіркелген күні"
    assert detect_encoding(text.encode("kz1048")).name == "kz1048"


def test_a_pound_sign_makes_no_cyrillic():
    text = "invoice total £825, deposit £50 of it paid; the rest of £775 follows. " * 5
    data = text.encode("cp1252")
    assert data.decode(detect_encoding(data).name) == text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\x1b"), min_size=3))
def test_valid_utf8_with_letters_beyond_ascii_is_utf8(text: str):
    data = ("é" + text).encode()
    assert detect_encoding(data).name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


@given(st.binary(max_size=300))
def test_any_bytes_get_an_encoding_that_decodes_with_replacement(data: bytes):
    found = detect_encoding(data)
    data.decode(found.name, errors="replace")
    assert 0 <= found.confidence <= 1


def test_a_weak_guess_of_another_script_gives_way_to_likely_cyrillic():
    text = "РОСС RU ФМ01 Д1\nЛопасть несущая №14\nНет данных\nАО Кедр - Россия\nДатчик ДТ-5 №10\nБолгария\n"
    assert detect_encoding(text.encode("cp866")).name == "cp866"


@pytest.mark.parametrize(
    ("page", "header", "row"),
    [
        (
            "cp1254",
            "Beyanname No;Gümrük İdaresi;Gönderici Ünvanı;Ağırlık",
            "MERSİN;YILDIZ MAKİNA SANAYİ A.Ş.;yönlendirici",
        ),
        ("cp857", "Beyanname No;Gümrük İdaresi;Gönderici Ünvanı;Ağırlık", "MERSİN;YILDIZ MAKİNA SANAYİ A.Ş.;RUSYA"),
        ("cp850", "N° Declaración;Razón Social;País de Origen", "1204;TECNOLOGÍA ANDINA;JAPÓN;JUEGO DE LLAVES"),
        ("cp1252", "Numéro de déclaration;Expéditeur;Quantité", "12;SOCIÉTÉ GÉNÉRALE;CÔTE D’IVOIRE;façade"),
        ("cp1257", "Deklaracijos numeris;Siuntėjas;Kilmės šalis", "12;ŽALIASIS KELIAS;KINIJA;guoliai įrenginiams"),
    ],
)
def test_few_letters_beyond_ascii_in_a_long_table_tell_the_page_by_their_alphabet(page, header, row):
    text = "\r\n".join([header, *[row] * 80])
    data = text.encode(page)
    found = detect_encoding(data)
    assert data.decode(found.name) == text, found


def test_a_word_of_latin_and_cyrillic_letters_speaks_against_a_cyrillic_page():
    assert likelihood("ŽALIASIS".encode("cp1257"), "koi8-r") < 0
