from hypothesis import given
from hypothesis import strategies as st

from extract.fields import glyphs


@given(st.text())
def test_folds_keep_the_length(text: str) -> None:
    for fold in (glyphs.plain, glyphs.to_latin, glyphs.to_cyrillic, glyphs.fold_homoglyphs, glyphs.lower):
        assert len(fold(text)) == len(text)


def test_words_of_mixed_script_go_to_the_script_that_can_spell_them() -> None:
    assert glyphs.fold_homoglyphs("КADIROV AКTOBE SHIMКENT") == "KADIROV AKTOBE SHIMKENT"
    assert glyphs.fold_homoglyphs("ПОЛЛYКС и ООО") == "ПОЛЛУКС и ООО"
    assert glyphs.fold_homoglyphs("чистый Latin") == "чистый Latin"
