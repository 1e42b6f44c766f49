import re

from hypothesis import given
from hypothesis import strategies as st

from extract.fields.trie import pattern, starts_word

_WORDS = st.lists(st.text(alphabet="аbc.,&(-€有", min_size=1, max_size=5), min_size=1, max_size=8)


@given(_WORDS)
def test_each_word_is_matched_whole(words: list[str]) -> None:
    compiled = re.compile(pattern(words))
    for word in words:
        if ",," not in word:
            assert compiled.fullmatch(word)


def test_the_longest_word_wins_and_ends_where_a_word_ends() -> None:
    compiled = re.compile(pattern(["Co.", "Co., Ltd.", "Co", "AG"]))
    assert compiled.findall("from Co., Ltd. of") == ["Co., Ltd."]
    assert compiled.match("AGENT") is None


def test_a_word_begins_after_anything_but_a_letter() -> None:
    assert starts_word("5EUR", 1)
    assert starts_word("сто元", 3)
    assert not starts_word("NEUR", 1)
