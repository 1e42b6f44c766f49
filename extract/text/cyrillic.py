"""How much text decoded with a Cyrillic code page looks like language: the tie-break between them.

The pages place the same letters differently, so the wrong one turns frequent letters into rare ones, small ones into
capitals inside words, and letters into signs.
"""

from __future__ import annotations

import re

# Ties go to the first: the pages of one family agree on everything but a few national letters.
CODE_PAGES = ("cp1251", "cp866", "koi8-r", "iso8859-5", "mac-cyrillic", "kz1048", "ptcp154", "koi8-u", "cp1125")

FREQUENT = frozenset("оеаинтсрвлкмдпуяыьгзбч")
USUAL = frozenset("йхжшюцщэфъё")
NATIONAL = frozenset("іїєґўәғқңөұүһ")
WORD = re.compile(r"[^\x00-/:-@\[-`{-\x7f«»—–№…“”’„\u00a0°§•·©®€±]+")


def likelihood(data: bytes, page: str) -> float:
    """Score a sample from -1 (nothing like language) to 1."""
    text = data.decode(page, errors="replace")
    high = sum(letter > "\x7f" for letter in text)
    return sum(word_score(match[0]) for match in WORD.finditer(text)) / high if high else 0.0


def word_score(word: str) -> float:
    """Score the letters of one word; a lone letter says nothing, nor does one beside digits."""
    if word.isascii() or len(word) < 2 or any("0" <= sign <= "9" for sign in word):
        return 0.0
    neighbours = zip(" " + word, word, word[1:] + " ", strict=False)
    return sum(weight(before, letter, after) for before, letter, after in neighbours if letter > "\x7f")


def weight(before: str, letter: str, after: str) -> float:
    """Weigh a character between its neighbours: a capital inside a word or a mixed word speaks against the page."""
    small = letter.lower()
    if letter != small and before != before.upper():
        return -1.0
    if any(beside.isascii() and beside.isalpha() for beside in (before, after)):
        return -1.0
    if small in FREQUENT:
        return 1.0
    if small in USUAL:
        return 0.4
    return 0.2 if small in NATIONAL else -1.0
