"""Look up the words of headers: what a word, its beginning or its abbreviation may stand for, in whatever letters.

A word may have several readings; which of them is meant shows only in the phrase (extract.records.header_grammar).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.layout.normal import normal, words
from extract.layout.skeleton import skeleton
from extract.records.vocabulary import HeaderWord, header_words

_SIGNS = str.maketrans({"$": " usd ", "€": " eur ", "₽": " rub ", "₹": " inr "})
_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_LONGEST = 5
_LEAST_LATIN, _LEAST_OTHER = 4, 3
_LEAST_PIECE = 3
_MOST_READINGS = 3

Readings = tuple[HeaderWord, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a header, or several that are one expression, with what it may stand for."""

    text: str
    readings: Readings


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The words: as printed, by their skeletons, beginnings, expressions by their first letter, all bones in order."""

    printed: dict[str, Readings]
    whole: dict[str, Readings]
    stems: dict[str, Readings]
    expressions: dict[str, tuple[tuple[tuple[str, ...], HeaderWord], ...]]
    ordered: tuple[str, ...]


@lru_cache(1)
def _lexicon() -> _Lexicon:
    printed: dict[str, Readings] = {}
    whole: dict[str, Readings] = {}
    stems: dict[str, Readings] = {}
    expressions: dict[str, tuple[tuple[tuple[str, ...], HeaderWord], ...]] = {}
    for spelling, reading in header_words():
        parts = _pattern(spelling)
        if len(parts) > 1:
            first = parts[0][0]
            expressions[first] = (*expressions.get(first, ()), (parts, reading))
        elif parts:
            bone, short = parts[0].rstrip("*"), len(parts[0]) <= _LEAST_LATIN
            if not parts[0].endswith("*"):
                _add(whole, bone, reading)
                _add(printed, normal(spelling), reading)
            else:
                _add(stems, normal(spelling) if short else bone, reading)
    return _Lexicon(printed, whole, stems, expressions, tuple(sorted({*whole, *stems})))


def _add(table: dict[str, Readings], key: str, reading: HeaderWord) -> None:
    if reading not in table.get(key, ()):
        table[key] = (*table.get(key, ()), reading)


def _pattern(spelling: str) -> tuple[str, ...]:
    """Give the skeletons of an entry's words; a star at the end of a word stands for any ending."""
    parts: list[str] = []
    for word in spelling.split():
        pieces = [skeleton(piece) for piece in normal(word.translate(_SIGNS)).split()]
        if pieces and word.endswith("*"):
            pieces[-1] = pieces[-1].rstrip("i") + "*"
        parts.extend(piece for piece in pieces if piece)
    return tuple(parts)


def tokens(header: str) -> list[Token]:
    """Split a header into words and expressions with their readings; a word without readings is not known."""
    texts = [text for word in words(header.translate(_SIGNS)) for text in _DIGITS.sub(" ", word).split()]
    return list(_expressions([piece for text in texts for piece in _pieces(text)]))


def _expressions(texts: Sequence[str]) -> Iterator[Token]:
    """Put the words of an expression together, the longest first."""
    bones = [skeleton(text) for text in texts]
    at = 0
    while at < len(texts):
        length, readings = _expression_at(bones, at)
        yield Token(" ".join(texts[at : at + length]), readings or look_up(texts[at]))
        at += length


def _expression_at(bones: Sequence[str], at: int) -> tuple[int, Readings]:
    found: dict[int, Readings] = {}
    for parts, reading in _lexicon().expressions.get(bones[at][:1], ()):
        here = bones[at : at + len(parts)]
        if len(here) == len(parts) and all(map(_matches, parts, here)):
            found[len(parts)] = (*found.get(len(parts), ()), reading)
    length = max(found, default=1)
    return length, found.get(length, ())


def _matches(pattern: str, bone: str) -> bool:
    return bone.startswith(pattern[:-1]) if pattern.endswith("*") else bone == pattern


@lru_cache(8192)
def look_up(word: str) -> Readings:
    """Give what a word may stand for: as it stands, by its beginning, as an abbreviation."""
    lexicon, bone = _lexicon(), skeleton(word)
    known = lexicon.printed.get(word) or lexicon.whole.get(bone, ())
    return tuple(dict.fromkeys((*known, *_by_stem(bone, _LEAST_LATIN), *_by_stem(word, 2)))) or _abbreviated(word, bone)


def _by_stem(word: str, least: int) -> Readings:
    """Find the longest beginning that is known; a short one only in the letters it is listed in."""
    stems = _lexicon().stems
    return next((stems[word[:end]] for end in range(len(word), least - 1, -1) if word[:end] in stems), ())


def _abbreviated(word: str, bone: str) -> Readings:
    """Read ``отпр`` as the beginning of all words that begin so, unless they are too many to choose from."""
    if len(bone) < (_LEAST_LATIN if word.isascii() else _LEAST_OTHER) or not bone.isalpha():
        return ()
    lexicon = _lexicon()
    found: dict[HeaderWord, None] = {}
    for at in range(bisect_left(lexicon.ordered, bone), len(lexicon.ordered)):
        full = lexicon.ordered[at]
        if not full.startswith(bone):
            break
        found |= dict.fromkeys((*lexicon.whole.get(full, ()), *lexicon.stems.get(full, ())))
    return tuple(found) if len(found) <= _MOST_READINGS else ()


def _pieces(word: str) -> list[str]:
    """Split ``totalvalueusd`` and ``进口商地址`` into known words; leave a word that is known, or cannot be split."""
    return [word] if look_up(word) else _split(word) or [word]


def _is_word(word: str) -> bool:
    bone = skeleton(word)
    return bone in _lexicon().whole or (len(bone) >= _LEAST_LATIN and bool(_by_stem(bone, _LEAST_LATIN)))


@lru_cache(4096)
def _split(word: str) -> list[str] | None:
    least = 1 if _is_han(word[:1]) else _LEAST_PIECE
    for end in range(len(word) - 1, least - 1, -1):
        if not word[:end].isalpha() or skeleton(word[:end]) not in _lexicon().whole:
            continue
        rest = [word[end:]] if len(word) - end >= least and _is_word(word[end:]) else _split(word[end:])
        if rest:
            return [word[:end], *rest]
    return None


def _is_han(text: str) -> bool:
    return "\u4e00" <= text <= "\u9fff"
