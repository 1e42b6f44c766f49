"""How much text decoded with a Cyrillic code page looks like language: the tie-break between them."""

from __future__ import annotations

CODE_PAGES = ("cp1251", "cp866", "koi8-r", "iso8859-5", "mac-cyrillic")

# Letters of Russian by frequency; the first half of the list makes up nearly nine tenths of any text.
FREQUENT = frozenset("оеаинтсрвлкмдпуяыьгзбч")
RARE = frozenset("щэфъё")


def likelihood(data: bytes, page: str) -> float:
    """Score a sample from -1 (nothing like language) to 1."""
    text = data.decode(page, errors="replace")
    high = [c for c in text if ord(c) > 127]
    if not high:
        return 0.0
    return sum(map(weight, zip(" " + text, text, strict=False))) / len(high)


def weight(pair: tuple[str, str]) -> float:
    """Weigh a character after its neighbour: a capital inside a word or a stray sign speaks against the page."""
    before, letter = pair
    if ord(letter) <= 127:
        return 0.0
    if not ("а" <= letter.lower() <= "я" or letter in "ёЁ«»—–№…"):
        return -1.0
    if letter.isupper() and before.islower():
        return -1.0
    if letter.lower() in FREQUENT:
        return 1.0
    return 0.0 if letter in RARE else 0.5
