"""Letters that look alike: Cyrillic inside Latin words and the reverse, typographic blanks, full-width forms.

Folding is for recognition only; what is stored keeps the letters as printed. Every fold here keeps the length of the
text, so that offsets into the folded text are offsets into the original.
"""

from __future__ import annotations

import re

_CYRILLIC = "АВЕКМНОРСТУХЅІЈҮҺԚԜаеорсухѕіјһԛԝ"
_LATIN = "ABEKMHOPCTYXSIJYHQWaeopcyxsijhqw"
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_TO_CYRILLIC = str.maketrans("ABEKMHOPCTYXaeopcyx", "АВЕКМНОРСТУХаеорсух")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\xa0\u202f\u2007\u2009\u2002\u2003\u3000\t", " "),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},
    }
)
_ODD = re.compile(f"[{re.escape(''.join(map(chr, _PLAIN)))}]+")
_SEAM = re.compile(r"[A-Za-z](?:(?<=[А-Яа-яЁё].)|(?=[А-Яа-яЁё]))")
"""A Latin letter beside a Cyrillic one. It begins with one set of letters, at which the engine is quick."""
_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Make every blank a space, every dash a hyphen, full-width forms ASCII; same length."""
    if text.isascii():
        return text.replace("\t", " ")
    # Nearly every text has few such characters or none, and `translate` is slow beyond ASCII.
    return _ODD.sub(lambda match: match.group().translate(_PLAIN), text)


def to_latin(text: str) -> str:
    """Replace Cyrillic letters by the Latin ones they look like; same length."""
    return text.translate(_TO_LATIN)


def to_cyrillic(text: str) -> str:
    """Replace Latin letters by the Cyrillic ones they look like; same length."""
    return text.translate(_TO_CYRILLIC)


def lower(text: str) -> str:
    """Make letters small, keeping the length (``İ`` alone would become two characters)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def has_seam(text: str) -> bool:
    """Tell a text with a word of mixed script."""
    return not text.isascii() and _SEAM.search(text) is not None


def fold_homoglyphs(text: str) -> str:
    """Bring words of mixed script into the script that can spell them whole; same length."""
    if not has_seam(text):
        return text
    return _WORD.sub(lambda match: _one_script(match.group()), text)


def _one_script(word: str) -> str:
    if not _SEAM.search(word):
        return word
    latin = to_latin(word)
    return latin if latin.isascii() else to_cyrillic(word)
