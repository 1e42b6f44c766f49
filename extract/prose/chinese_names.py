"""Organisation names in Chinese text: words with their kinds, then a grammar of how such names are built.

A Chinese name ends in what it is (公司, 委员会, 大学) and begins with what sets it apart: a place, another body, a
proper noun. The tagger often cuts it in two, or takes 参议院 for a common noun. So every word becomes one letter and a
name is a pattern of letters. Names known to all (国务院, 华为) stand in ``tables/chinese_bodies.csv``, the words in
which names end in ``tables/chinese_heads.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from extract.fields.table import rows, spellings
from extract.prose.chinese_tagger import Word, tagger

_TABLES = Path(__file__).with_name("tables")
_SENTENCE = re.compile(r"[^。！？；!?;\n]{1,400}[。！？；!?;]?")
_WORDS_A_BODY = 5
"""Into so many words the tagger cuts a known name at most."""

# B a known body, G an office that many countries have, O what the tagger calls an organisation by its ending, o without
# one, H a word in which names end, Q a place in such a word, L a place, P a person, Z a proper noun, N a common one,
# D an ordinal, C a congress, c a short one.
_NAME = re.compile(
    r"(?:L-)*[LBOoQ]?D?C|[BO]c"  # 中国科学技术协会第十次全国代表大会, 民建九大
    r"|(?:L-)*[LZoBOQ]-?(?:[LZNoBOQD]-?){0,5}?H[HO]*"  # 中国国际贸易促进委员会, 智利—中国友好协会
    r"|(?:L-)*(?:[LZoBOQ]-?(?:N(?=N*[LZoBHQ]))*){0,4}?O[HO]*"
    r"|P[NZ]{0,2}?[HO]+"  # 李四光研究会
    r"|L*GH*"  # 俄罗斯外交部
    r"|BH*|Q"  # 国务院办公厅
)
_ORDINAL = re.compile(r"第[〇零一二三四五六七八九十百\d]+[次届期]?")
_DIGITS = "一二三四五六七八九"
_CONGRESSES = ("全国代表大会", "全国人民代表大会", "人民代表大会", "二十大", *(f"十{digit}大" for digit in _DIGITS))
_SHORT_CONGRESSES = tuple(f"{digit}大" for digit in (*_DIGITS, "十"))
_SHORT_NAME = re.compile(
    r"\s?[（(](?:以下|下称|下文|后文)?(?:简称|称)(?:为|作)?[：:]?\s?[“\"「『《]?"
    r"(?P<name>[^（）()“”\"「」『』《》，。；\s]{2,12})[”\"」』》]?[）)]"
)
_DASHES = frozenset("—－―–·•-")
_LETTERS = {"LOC": "L", "PER": "P", "nz": "Z", "nw": "Z"} | dict.fromkeys(("n", "vn", "an", "a", "s", "f"), "N")
_HEADED = frozenset(("n", "nz", "nw", "vn", "s", "m", "v"))
_NO_NAME = frozenset(("中国", "中华", "中华人民共和国", "两国", "我国", "各国"))
_GOVERNMENT = "政府"


@dataclass(frozen=True, slots=True)
class Span:
    """A name in the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """What the tables say: whole names, the words in which names end, and words that are no name alone."""

    letters: dict[str, str]
    heads: re.Pattern[str]
    endings: re.Pattern[str]
    alone: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    heads = {row["heads"]: spellings(row["words"]) for row in rows("chinese_heads", _TABLES)}
    endings, alone = heads.pop("ending"), heads.pop("alone")
    long = [word for words in heads.values() for word in words]
    letters = {
        name: "G" if row["kind"] == "office" else "B"
        for row in rows("chinese_bodies", _TABLES)
        for name in spellings(row["names"])
    }
    letters |= dict.fromkeys(_CONGRESSES, "C") | dict.fromkeys(_SHORT_CONGRESSES, "c")
    letters |= dict.fromkeys(_DASHES, "-") | dict.fromkeys(_NO_NAME, "L")
    return _Lexicon(letters, _ending_in(long), _ending_in([*long, *endings]), frozenset(alone))


def _ending_in(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})$")


def find(text: str) -> list[Span]:
    """Find organisations in Chinese text, and the short names that it defines for them wherever they stand."""
    named = list(_built(text))
    short = {name for span in named if (name := _defined(text, span.end))}
    repeated = (Span(*match.span()) for name in short for match in re.finditer(re.escape(name), text))
    return _apart([*named, *repeated])


def _defined(text: str, end: int) -> str | None:
    """Give the short name that is defined right behind a name."""
    match = _SHORT_NAME.match(text, end)
    return match["name"] if match else None


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Keep, of spans that overlap, the longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def _built(text: str) -> Iterator[Span]:
    """Find the names that are built as names of organisations are."""
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    words = tagger().words([text[start:end] for start, end in sentences])
    for (start, _), sentence in zip(sentences, words, strict=True):
        for span in in_words(sentence):
            yield Span(start + span.start, start + span.end)


def in_words(sentence: Sequence[Word]) -> Iterator[Span]:
    """Find the names in a sentence that was cut into words."""
    words = list(_joined(sentence))
    for match in _NAME.finditer("".join(map(_letter, words))):
        first, last = words[match.start()], words[match.end() - 1]
        if not last.text.endswith(_GOVERNMENT):
            yield Span(first.start, last.start + len(last.text))


def _joined(words: Sequence[Word]) -> Iterator[Word]:
    """Put known names together that the tagger cut."""
    at = 0
    while at < len(words):
        whole = _known_from(words, at)
        text = words[at].text if whole is None else whole
        yield words[at] if whole is None else Word(text, words[at].start, "ORG")
        length = 0
        while length < len(text):
            length += len(words[at].text)
            at += 1


def _known_from(words: Sequence[Word], at: int) -> str | None:
    """Give the longest known name that two or more words from here on make."""
    longest, text, known = None, words[at].text, _lexicon().letters
    for word in words[at + 1 : at + _WORDS_A_BODY]:
        text += word.text
        if text in known:
            longest = text
    return longest


def _letter(word: Word) -> str:
    """Give the letter under which the grammar knows a word."""
    return _letter_of(word.text, word.kind)


@lru_cache(50_000)
def _letter_of(text: str, kind: str) -> str:
    known = _lexicon()
    if text in known.letters:
        return known.letters[text]
    if _ORDINAL.fullmatch(text):
        return "D"
    if kind == "ORG":
        return "O" if known.endings.search(text) and text not in known.alone else "o"
    headed = known.heads.search(text) is not None
    if kind == "LOC":
        return "Q" if headed else "L"
    return "H" if headed and kind in _HEADED else _LETTERS.get(kind, "x")
