"""Which of the things that Tesseract saw are words: specks are not, nor what is left of a rule.

It is as unsure of a long word as of its worst letter, so a word of many letters between sure ones is kept: the title
of a form is worth more with one doubtful letter than without its first word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.readers.ocr.engine import Seen
from extract.readers.ocr.script import is_beside

LEAST, LEAST_SPECK = 0.3, 0.45
LEAST_BESIDE, SURE = 0.05, 0.8
SPECK = re.compile(r"[\W_]+")
WORTHLESS = re.compile(r"[|_~^`'‘’“”\"«»°•·—–=\\\[\]{}<>¦©®™]+")
LONG = re.compile(r"[^\W\d_]{4,}")


def without_specks(words: Sequence[Seen]) -> list[Seen]:
    """Leave out what has no letter or figure that anybody would miss."""
    return [word for word in words if not WORTHLESS.fullmatch(word.text)]


def worth_keeping(words: Sequence[Seen]) -> list[Seen]:
    """Give the words among what was seen."""
    sure = [word for word in words if word.confidence >= SURE]
    return [word for word in without_specks(words) if _is_word(word) or _is_held(word, sure)]


def _is_word(word: Seen) -> bool:
    return word.confidence >= (LEAST_SPECK if SPECK.fullmatch(word.text) else LEAST)


def _is_held(word: Seen, sure: Sequence[Seen]) -> bool:
    """Tell a long word beside a sure one."""
    if word.confidence < LEAST_BESIDE or not LONG.fullmatch(word.text):
        return False
    return any(is_beside(word, other) for other in sure)
