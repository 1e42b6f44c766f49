"""The script of a word, by evidence: letters that look alike in two scripts are those of the words they stand among.

On a page in Russian and English "B.V." after a name in Latin letters comes as «В.М.», FCA as «ЕСА». Such words are
read once more in English alone, and the second reading is taken where it is sure of as many signs. A word with letters
of both scripts gets one, where only letters that look alike have to change. Nothing else is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.readers.ocr.engine import Deadline, Seen
from extract.readers.ocr.picture import Picture
from extract.readers.ocr.second_look import looked_again

LATIN_TWINS = "ABCEHIJKMOPSTXYaceijopsxy"
CYRILLIC_TWINS = "АВСЕНІЈКМОРЅТХУасеіјорѕху"
TO_LATIN = str.maketrans(CYRILLIC_TWINS, LATIN_TWINS)
TO_CYRILLIC = str.maketrans(LATIN_TWINS, CYRILLIC_TWINS)
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
CYRILLIC = re.compile(r"[Ѐ-ԯ]")
OWN_LATIN = re.compile(rf"(?![{LATIN_TWINS}])[A-Za-zÀ-ɏ]")
OWN_CYRILLIC = re.compile(rf"(?![{CYRILLIC_TWINS}])[Ѐ-ԯ]")
ZERO = re.compile(r"(?<!\w)0(?=[А-ЯЁ]{3,}(?!\w))|(?<=[А-ЯЁ]{2})0(?=[А-ЯЁ]{2,}(?!\w))")
FORMS = frozenset(("ООО", "ОАО", "АО", "НАО", "ТОО", "СООО"))
"""Legal forms that stay Cyrillic before a name in Latin letters."""
SURE, VERY_SURE = 0.6, 0.8
LETTERS = 3
"""One or two may be of a Latin word misread."""
MOST = 40
GAP = 1.5
"""So many heights of a word the next one stands away at most."""


def in_one_script(words: Sequence[Seen], picture: Picture, deadline: Deadline) -> list[Seen]:
    """Give the words of a page read in both scripts, those of doubtful script settled."""
    unmixed = [replace(word, text=unmixed_text(word.text)) for word in words]
    doubtful = [index for index, word in enumerate(unmixed) if is_doubtful(word, unmixed)][:MOST]
    again = looked_again([unmixed[index] for index in doubtful], picture, ("eng",), deadline)
    for index, second in zip(doubtful, again, strict=True):
        unmixed[index] = settled(unmixed[index], second)
    return unmixed


def shows_cyrillic(words: Iterable[Seen]) -> bool:
    """Tell that very sure words have letters that only Cyrillic has."""
    sure = (word.text for word in words if word.confidence >= VERY_SURE)
    return sum(len(OWN_CYRILLIC.findall(text)) for text in sure) >= LETTERS


def unmixed_text(text: str) -> str:
    """Write a word of two scripts in the one that all its letters have; a zero among capitals is the letter."""
    text = ZERO.sub("О", text)
    if not (LATIN.search(text) and CYRILLIC.search(text)):
        return text
    if not OWN_CYRILLIC.search(text):
        return text.translate(TO_LATIN)
    return text if OWN_LATIN.search(text) else text.translate(TO_CYRILLIC)


def is_doubtful(word: Seen, words: Iterable[Seen]) -> bool:
    """Tell a word of Cyrillic letters that all look like Latin ones, beside a word that is surely Latin."""
    if not CYRILLIC.search(word.text) or OWN_CYRILLIC.search(word.text):
        return False
    beside = [other for other in words if is_beside(word, other)]
    if any(OWN_CYRILLIC.search(other.text) for other in beside):
        return False
    follows = any(OWN_LATIN.search(other.text) and other.x0 < word.x0 for other in beside)
    return follows or (word.text not in FORMS and any(OWN_LATIN.search(other.text) for other in beside))


def is_beside(word: Seen, other: Seen) -> bool:
    """Tell the next word on a line, before or after."""
    height = word.y1 - word.y0
    shared = min(word.y1, other.y1) - max(word.y0, other.y0)
    gap = max(word.x0 - other.x1, other.x0 - word.x1)
    return 2 * shared > min(height, other.y1 - other.y0) and 0 <= gap <= GAP * max(height, other.y1 - other.y0)


def settled(first: Seen, second: Seen | None) -> Seen:
    """Take the second reading where it is sure and of the same length; else the same letters in Latin."""
    if second is not None and second.confidence >= SURE and len(second.text) == len(first.text):
        return replace(first, text=second.text, confidence=second.confidence)
    return replace(first, text=first.text.translate(TO_LATIN))
