import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.normal import normal, words


@pytest.mark.parametrize("spelling", ["HS_CODE", "Hs code:", "ＨＳ Code", "  hs\ncode "])
def test_spellings_of_a_header_become_one(spelling):
    assert normal(spelling) == "hs code"


def test_words_are_parted_where_the_case_changes():
    assert words("ImporterName") == ["importer", "name"]
    assert words("ЦенаИзг") == ["цена", "изг"]


@given(st.text())
def test_normal_is_idempotent(text):
    assert normal(normal(text)) == normal(text)
