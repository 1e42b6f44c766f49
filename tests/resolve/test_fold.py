"""One folding for index and query."""

import sqlite3
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolve.fold import fold, fts_query

SPELLINGS = [
    "воздушная vozdushnaya vozdushnaia vozdushnaja ВОЗДУШНАЯ Vozdušnaâ",
    "механика mekhanika mehanika mechaniker",
    "қанат qanat kanat канат",
    "щёкиноазот shchekinoazot schekinoazot ščekinoazot",
    "яковлев yakovlev iakovlev jakovlev",
    "микросхема mikroskhema microshema mikroschema",
    "юрий yuriy iurii jurij yuri",
    "yıldız yildiz YILDIZ",
    "вектор bектор vektor vector",
    "экспорт export eksport",
]


@pytest.mark.parametrize("spellings", SPELLINGS[:1] + SPELLINGS[2:])
def test_spellings_of_one_word_fold_alike(spellings):
    assert len({fold(word) for word in spellings.split()}) == 1


def test_mechanics_in_three_schemes_fold_alike_and_another_word_does_not():
    *same, other = map(fold, SPELLINGS[1].split())
    assert set(same) == {"mehanika"}
    assert other != "mehanika"


def test_chinese_is_indexed_by_character_then_by_sound():
    assert fold("深圳 SZ-5").split() == ["深", "圳", "sz", "5", "shen", "jen", "shenjen"]


def test_numbers_and_glued_quotes_survive():
    assert fold('ООО"Восток-2"') == "o vostok 2"


@pytest.fixture(scope="module")
def index():
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE names USING fts5(text, folded)")
    for name in (
        "ООО «Воздушная Механика»", "Vozdushnaia Mekhanika", "«Алтын Қанат» ЖШС", "Altyn Kanat LLP",
        "深圳市旋翼科技有限公司", "Vozdushnaya Logistika", "Kanat Altyn",
    ):  # fmt: skip
        table.execute("INSERT INTO names VALUES (?, ?)", (name, fold(name)))
    return table


def found(index, words):
    return {text for (text,) in index.execute("SELECT text FROM names WHERE names MATCH ?", (fts_query(words),))}


@pytest.mark.parametrize(
    "words", ["Vozdushnaya Mekhanika", "Воздушная механика", "vozdushnaja mehanika", "воздуш* мех*"]
)
def test_any_spelling_finds_every_other(index, words):
    assert found(index, words) == {"ООО «Воздушная Механика»", "Vozdushnaia Mekhanika"}


def test_a_phrase_keeps_the_order_of_words(index):
    assert found(index, '"алтын канат"') == {"«Алтын Қанат» ЖШС", "Altyn Kanat LLP"}
    assert found(index, "алтын канат") == {"«Алтын Қанат» ЖШС", "Altyn Kanat LLP", "Kanat Altyn"}


@pytest.mark.parametrize("words", ["深圳", "旋翼", "Shenzhen", "SHEN ZHEN", '"深圳市旋翼"'])
def test_chinese_is_found_by_part_and_by_sound(index, words):
    assert found(index, words) == {"深圳市旋翼科技有限公司"}


@pytest.mark.parametrize("words", ["", "!!!", "😀", '"', "* *", "\x00", "\ud800"])
def test_nothing_to_search_finds_nothing(index, words):
    assert found(index, words) == set()


@given(st.text(st.characters() | st.sampled_from('"*()^:+-{}ANDORTE深я')))
def test_no_input_is_a_syntax_error(words):
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE names USING fts5(text, folded)")
    table.execute("SELECT * FROM names WHERE names MATCH ?", (fts_query(words),)).fetchall()


@given(st.text())
def test_folding_ignores_case_and_finds_itself(text):
    assert fold(text.upper()) == fold(text.upper().casefold())
    assert all(word.isalnum() for word in fold(text).split())


@pytest.mark.parametrize(
    "code", ["from resolve import match, resolve, link", "import resolve.fold; resolve.fold.fold('plain')"]
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code):
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    assert not {"anyascii", "pypinyin", "rapidfuzz"} & set(run.stdout.split())
