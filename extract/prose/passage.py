"""Stretches of running text, each with the language it is written in, told by its letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LETTERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("cyrillic", re.compile(r"[\u0400-\u052f]")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f]")),
)
_OWN: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("kk", re.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺ]|\bжәне\b")),
    ("uk", re.compile(r"[їєґЇЄҐ]|(?<=[а-яіА-ЯІ])і|\b[іІ]\b")),
)
_RUSSIAN_ONLY = re.compile(r"[ыэъёЫЭЪЁ]")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|for|on|that|with|by|was|has|from|at|its|are)\b", re.IGNORECASE)
_SHARE = 40
"""One letter in so many that only one language has shows a text to be of that language."""
_CJK_WEIGHT = 3
"""A Chinese character says as much as so many letters."""
_WORDS_AN_ENGLISH = 12


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: ``text[start:end]``, and its language; an empty string where it is none we know."""

    start: int
    end: int
    language: str


_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]+)*")


def passages(text: str) -> Iterator[Passage]:
    """Cut a text into paragraphs; neighbours of one language stay together."""
    last: Passage | None = None
    for found in _PARAGRAPH.finditer(text):
        told = language(found.group())
        if last is not None and told == last.language:
            last = Passage(last.start, found.end(), told)
            continue
        if last is not None:
            yield last
        last = Passage(*found.span(), told)
    if last is not None:
        yield last


def language(text: str) -> str:
    """Tell the language of a passage: ru, kk, uk, en, zh; an empty string for any other."""
    counts = {name: len(pattern.findall(text)) for name, pattern in _LETTERS}
    counts["zh"] *= _CJK_WEIGHT
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return ""
    if script == "cyrillic":
        return _cyrillic(text, counts[script])
    return script if script == "zh" else _latin(text)


def _cyrillic(text: str, letters: int) -> str:
    for name, own in _OWN:
        count = len(own.findall(text))
        if count * _SHARE > letters and count > len(_RUSSIAN_ONLY.findall(text)) * (name == "uk"):
            return name
    return "ru"


def _latin(text: str) -> str:
    return "en" if len(_ENGLISH.findall(text)) * _WORDS_AN_ENGLISH >= len(text.split()) else ""
