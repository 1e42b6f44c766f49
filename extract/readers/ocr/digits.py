"""A second look at what must be a number or a code: words of digits are read once more with digits only.

The first reading takes 0 for O and 3 for З where the letters around it invite that. The second is taken where it has
as many signs and is the surer one, or where the first put letters between digits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from extract.readers.ocr.engine import Deadline, Seen
from extract.readers.ocr.picture import Picture
from extract.readers.ocr.second_look import looked_again

ALLOWED = "0123456789.,-/:%"
LOOK_ALIKE = str.maketrans("OОоoDQIlІіiı|!ЗзSsБбBВZzТ", "0000001111111133558688227")
CODE = re.compile(r"[-0-9.,/:%]*\d[-0-9.,/:%OОоoIlІіiı|!ЗзSsБбBВZz]*|[-0-9.,/:%OОоoIlІіiı|!ЗзSsБбBВZz]+\d[-0-9.,/:%]*")
DIGITS = re.compile(r"[-0-9.,/:%]+")
SURE = 0.93
SHORTEST = 3
MOST = 60
SURER, MUCH_LESS_SURE = 0.1, 0.3
TELLING = 5
NOTHING_READ: Mapping[str, int] = MappingProxyType({})


def checked(words: Sequence[Seen], picture: Picture, deadline: Deadline) -> list[Seen]:
    """Give the words, doubtful numbers among them read again."""
    doubtful = [index for index, word in enumerate(words) if is_doubtful(word)][:MOST]
    better = list(words)
    if not doubtful:
        return better
    again = looked_again(
        [words[index] for index in doubtful], picture, ("eng",), deadline, f"tessedit_char_whitelist={ALLOWED}"
    )
    seconds = dict(zip(doubtful, again, strict=True))
    read = Counter(key for index, word in enumerate(words) for key in {figures(word), figures(seconds.get(index))})
    del read[""]
    for index, second in seconds.items():
        better[index] = settled(words[index], second, read)
    return better


def figures(word: Seen | None) -> str:
    """Give the figures of a number; nothing of one so short that it is met again by chance."""
    told = "".join(filter(str.isdigit, word.text)) if word is not None else ""
    return told if len(told) >= TELLING else ""


def is_doubtful(word: Seen) -> bool:
    """Tell a word that looks like a number with letters in it, or one that was hard to read."""
    if len(word.text) < SHORTEST or not CODE.fullmatch(word.text):
        return False
    figures = sum(letter.isdigit() for letter in word.text)
    return 2 * figures >= len(word.text) and (word.confidence < SURE or not DIGITS.fullmatch(word.text))


def settled(first: Seen, second: Seen | None, read: Mapping[str, int] = NOTHING_READ) -> Seen:
    """Choose between two readings of a word; ``read``: how many words of the page were read as these figures.

    A total, a rate or a tax number stands on a page more than once: of two readings, the one met elsewhere is right.
    """
    if second is None or not second.text:
        return first
    if len(second.text) == len(first.text) - 1 and first.text[-1:].isalpha():
        first = replace(first, text=first.text[:-1])
    if len(second.text) != len(first.text):
        return first
    alike = first.text.translate(LOOK_ALIKE)
    if second.text == alike:
        return replace(first, text=alike, confidence=max(first.confidence, second.confidence))
    if not DIGITS.fullmatch(first.text):
        return first
    is_met = read.get(figures(second), 0) > 1, read.get(figures(first), 0) > 1
    better_by = second.confidence - first.confidence
    is_right = better_by > SURER if is_met[0] == is_met[1] else is_met[0] and better_by > -MUCH_LESS_SURE
    return replace(first, text=second.text, confidence=second.confidence) if is_right else first
