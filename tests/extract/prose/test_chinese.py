from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.prose.chinese_names import find, in_words
from extract.prose.chinese_tagger import Word, tagger
from extract.prose.organisations import find as find_organisations


def names(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "江门市青鸢精密仪器有限公司向俄罗斯白桦航空股份公司出口无人机。",
            ["江门市青鸢精密仪器有限公司", "俄罗斯白桦航空股份公司"],
        ),
        ("据路透社报道，大疆去年暂停了在当地的销售。", ["路透社", "大疆"]),
        ("货款经中国银行哈尔滨分行支付给阿拉木图的客户。", ["中国银行哈尔滨分行"]),
        ("海关总署和国务院办公厅昨日发布公告。", ["海关总署", "国务院办公厅"]),
        ("智利—中国友好协会在圣地亚哥成立。", ["智利—中国友好协会"]),
        ("中国青鸢协会第十次全国代表大会在北京开幕。", ["中国青鸢协会第十次全国代表大会"]),
    ],
)
def test_names_in_sentences(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "银行要求客户提供发票，公司拒绝。",
        "他在中学时期学过俄语，后来进入一家研究所工作。",
        "中国政府对此表示欢迎，两国关系发展良好。",
        "十大问题仍然没有得到解决。",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_short_name_is_found_wherever_it_stands() -> None:
    text = "江门市青鸢精密仪器有限公司（以下简称“青鸢”）成立于五月。客户收到青鸢的货物。"
    assert names(text) == ["江门市青鸢精密仪器有限公司", "青鸢", "青鸢"]


def test_words_that_the_tagger_cut_become_one_name() -> None:
    cut = [Word("国", 0, "n"), Word("务院", 1, "n"), Word("新闻", 3, "n"), Word("发布会", 5, "n")]
    assert [(span.start, span.end) for span in in_words(cut)] == [(0, 3)]


def test_a_sentence_is_cut_alike_alone_and_among_others() -> None:
    sentences = ["青鸢公司出口无人机。", "海关发布公告，称五月份出口额增长，其中航空器占一半以上。", "好。"]
    assert tagger().words(sentences) == [tagger().words([one])[0] for one in sentences]


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.sampled_from("中国公司大学北京的与（）“，。 A1\n局𠀀"), max_size=60))
def test_names_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    found = list(find_organisations(text, "zh"))
    assert all(text[hit.start : hit.end] == hit.text for hit in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(alphabet=st.sampled_from("中公司a ，𠀀"), max_size=40))
def test_words_make_the_sentence_again(text: str) -> None:
    assert "".join(word.text for word in tagger().words([text])[0]) == text
