"""A second look at what must be a number or a code: words of digits are read once more with digits only.

The first reading takes 0 for O and 3 for З where the letters around it invite that. The second is taken where it has
as many signs and is the surer one, or where the first put letters between digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.readers.ocr.engine import Deadline, Seen
from extract.readers.ocr.picture import Picture
from extract.readers.ocr.second_look import looked_again

ALLOWED = "0123456789.,-/:%"
LOOK_ALIKE = str.maketrans("OОоoDQIlІі|!ЗзSsБбBВZzТ", "00000011111133558688227")
CODE = re.compile(r"[-0-9.,/:%]*\d[-0-9.,/:%OОоoIlІі|!ЗзSsБбBВZz]*|[-0-9.,/:%OОоoIlІі|!ЗзSsБбBВZz]+\d[-0-9.,/:%]*")
DIGITS = re.compile(r"[-0-9.,/:%]+")
SURE = 0.93
SHORTEST = 3
MOST = 60


def checked(words: Sequence[Seen], picture: Picture, deadline: Deadline) -> list[Seen]:
    """Give the words, doubtful numbers among them read again."""
    doubtful = [index for index, word in enumerate(words) if is_doubtful(word)][:MOST]
    better = list(words)
    if not doubtful:
        return better
    again = looked_again(
        [words[index] for index in doubtful], picture, ("eng",), deadline, f"tessedit_char_whitelist={ALLOWED}"
    )
    for index, second in zip(doubtful, again, strict=True):
        better[index] = settled(words[index], second)
    return better


def is_doubtful(word: Seen) -> bool:
    """Tell a word that looks like a number with letters in it, or one that was hard to read."""
    if len(word.text) < SHORTEST or not CODE.fullmatch(word.text):
        return False
    figures = sum(letter.isdigit() for letter in word.text)
    return 2 * figures >= len(word.text) and (word.confidence < SURE or not DIGITS.fullmatch(word.text))


def settled(first: Seen, second: Seen | None) -> Seen:
    """Choose between two readings of a word."""
    if second is None or len(second.text) != len(first.text):
        return first
    alike = first.text.translate(LOOK_ALIKE)
    if second.text == alike:
        return replace(first, text=alike, confidence=max(first.confidence, second.confidence))
    is_number = DIGITS.fullmatch(first.text) is not None
    return (
        replace(second, x0=first.x0, y0=first.y0, x1=first.x1, y1=first.y1)
        if (is_number and second.confidence > first.confidence + 0.1)
        else first
    )
