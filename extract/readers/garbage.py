"""Text that is no text: letters of no script, glyph numbers spelt out, letters of a wrong code page.

A page whose text is garbage is read from its picture, or said to need that.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

# Private use, unassigned, lone surrogates and control characters are no letters of any script.
NOT_LETTERS = frozenset(("Co", "Cn", "Cs", "Cc"))
GLYPH_NUMBERS = re.compile(r"\(cid:\d+\)")
ACCENTED = "".join(map(chr, range(0xC0, 0x100)))
SHARE = 5
"""A page is unreadable where more than one in so many of its characters is garbage."""
FEWEST_LETTERS = 20


def why_garbage(text: str) -> str:
    """Say in words why the text of a page cannot be what it shows; empty if it can."""
    letters = Counter(text)  # a page has few different ones, so each is looked at once
    characters = sum(number for letter, number in letters.items() if not letter.isspace())
    if not characters:
        return ""
    if SHARE * sum(map(len, GLYPH_NUMBERS.findall(text))) > characters:
        return "has glyph numbers for letters"
    if SHARE * sum(number for letter, number in letters.items() if is_no_letter(letter)) > characters:
        return "has text in an unknown encoding"
    if is_wrong_code_page(letters):
        return "has text in a wrong code page"
    return ""


def is_no_letter(letter: str) -> bool:
    """Tell a character that is a letter of no script; white space aside."""
    return not letter.isspace() and (letter == "\ufffd" or unicodedata.category(letter) in NOT_LETTERS)


def is_wrong_code_page(letters: Mapping[str, int]) -> bool:
    """Tell Cyrillic that was taken for Western letters: no language writes most of its letters with accents."""
    total = sum(number for letter, number in letters.items() if letter.isalpha())
    return total >= FEWEST_LETTERS and 2 * sum(letters.get(letter, 0) for letter in ACCENTED) > total
