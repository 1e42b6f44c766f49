"""How much text decoded with a Latin code page looks like one language: heard where the detectors hardly have a guess.

The pages place letters of different languages on the same bytes, so the wrong one mixes alphabets (``Tanýmý``), puts
capitals behind small letters, and signs inside words.
"""

from __future__ import annotations

import re

PAGES = ("cp1252", "cp1254", "cp1250", "iso8859-2", "cp1257", "cp850", "cp857", "cp852", "mac-roman", "mac-turkish")
"""Ties go to the first: where pages agree on all letters that stand there, so does the text."""
ALPHABETS = {
    "Spanish": "áéíóúñüºª",
    "Turkish": "çğıöşüâîûi̇",
    "German": "äöüß",
    "French": "àâçéèêëîïôùûüÿœæ",
    "Portuguese": "áâãàçéêíóôõúü",
    "Italian": "àèéìòù",
    "Polish": "ąćęłńóśźż",
    "Czech, Slovak": "áäčďéěíĺľňóôŕřšťúůýž",
    "Hungarian": "áéíóöőúüű",
    "Romanian": "ăâîșțşţ",
    "Croatian, Slovene": "čćđšž",
    "Nordic": "åäöæøé",
    "Baltic": "āčēģīķļņšūžąęėįųõäöü",
}
WORD = re.compile(r"[^\x00-/:-@\[-`{-\x7f«»—–…“”’„\u00a0°§•·©®€±]{2,}")
FEW_LETTERS = 3
"""So many different letters make an alphabet: fewer are signs that fell on letters, as pounds do on ``Ł``."""


def best_latin_page(data: bytes) -> tuple[float, str, str]:
    """Give the score (at most 1), the page and the language of the best reading of a sample."""
    scored = (
        (_score(text, letters), page, tongue)
        for page in PAGES
        if (text := _decoded(data, page))
        for tongue, letters in _LETTERS.items()
    )
    return max(scored, key=lambda found: found[0], default=(0.0, "", ""))


_LETTERS = {tongue: frozenset(letters) for tongue, letters in ALPHABETS.items()}


def _decoded(data: bytes, page: str) -> str:
    """Decode strictly; a page that lacks one of the bytes is not the one."""
    try:
        return data.decode(page)
    except UnicodeDecodeError:
        return ""


def _score(text: str, letters: frozenset[str]) -> float:
    """Score a text between -1 and 1; a word with a digit says nothing."""
    words = (word for word in WORD.findall(text) if not word.isascii() and not any(map(str.isdigit, word)))
    high = [pair for word in words for pair in zip(" " + word, word, strict=False) if pair[1] > "\x7f"]
    if len({letter.lower() for _, letter in high}) < FEW_LETTERS:
        return 0.0
    return sum(_weight(before, letter, letters) for before, letter in high) / len(high)


def _weight(before: str, letter: str, letters: frozenset[str]) -> float:
    """Weigh a letter after its neighbour."""
    inside = before.islower() and letter.isupper()
    return -1.0 if inside or letters.isdisjoint(letter.lower()) else 1.0
