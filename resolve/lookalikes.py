"""Mend words in which Latin and Cyrillic letters that look alike were mixed.

Typists and optical readers write «Bектор» with a Latin B. A word has one script: the one of its letters that have
no double in the other. Kazakh and Ukrainian texts often carry a Latin i for their own і.
"""

from __future__ import annotations

import re

_LATIN, _CYRILLIC = "abcehkmoptxyi", "авсенкмортхуі"
_TO_CYRILLIC = str.maketrans(_LATIN + _LATIN.upper(), _CYRILLIC + _CYRILLIC.upper())
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_LONE = re.compile(r"(?<=[\u0400-\u052f][ \u00a0])[aceopxyiACEOPXKMHTB](?=[ \u00a0][\u0400-\u052f])")
_MIXED = re.compile(r"[a-z].*[\u0400-\u052f]|[\u0400-\u052f].*[a-z]", re.DOTALL)
_ONLY_LATIN = re.compile(r"[dfgjlnqrsuvwz]")
_ONLY_CYRILLIC = re.compile(rf"(?![{_CYRILLIC}])[\u0400-\u052f]")


def mend(word: str) -> str:
    """Give a casefolded word of two scripts back in one; leave it when both have letters of their own."""
    if word.isascii() or not _MIXED.search(word):
        return word
    latin, cyrillic = bool(_ONLY_LATIN.search(word)), bool(_ONLY_CYRILLIC.search(word))
    if latin and cyrillic:
        return word
    return word.translate(_TO_LATIN if latin else _TO_CYRILLIC)


def mend_lone(text: str) -> str:
    """Give a single Latin letter between Cyrillic words as the Cyrillic one: «Общество C ограниченной …».

    >>> mend_lone("Общество C ограниченной") == "Общество С ограниченной"
    True
    """
    return _LONE.sub(lambda letter: letter[0].translate(_TO_CYRILLIC), text)
