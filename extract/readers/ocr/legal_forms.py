"""The O of a legal form that was read as a zero: no company is a "C0., LTD.", and a name follows an ООО, not a 000."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.readers.ocr.engine import Seen

CO = re.compile(r"(?P<before>\W*C)0(?P<after>\.?,?)", re.IGNORECASE)
LTD = re.compile(r"(LTD|LIMITED|INC|LLC|KG)\b.*", re.IGNORECASE)


OOO = re.compile(r"(?P<before>\W*)000")
NAME = re.compile(r"[\"'«“„][^\W\d].*|[А-ЯЁ]{4,}[-\"»”]*")
FIGURE_LAST = re.compile(r".*\d\W*")
"""Before three zeros, it says that they are thousands."""
REACH = 3
"""Words of one number stand no farther apart than so many heights."""


def with_company(words: Sequence[Seen]) -> list[Seen]:
    """Give the words of a page, "C0." before "LTD" as the "CO." it must be, 000 before a name as ООО."""
    return [_spelled(word, words) if CO.fullmatch(word.text) or OOO.fullmatch(word.text) else word for word in words]


def _spelled(word: Seen, words: Sequence[Seen]) -> Seen:
    line = [other for other in words if other is not word and _is_on_line(other, word)]
    behind = min((other for other in line if other.x0 >= word.x1), key=lambda other: other.x0, default=None)
    before = max((other for other in line if other.x1 <= word.x0), key=lambda other: other.x1, default=None)
    if behind is None:
        return word
    if (match := CO.fullmatch(word.text)) and LTD.fullmatch(behind.text):
        letter = "o" if "c" in match["before"] else "O"
        return replace(word, text=f"{match['before']}{letter}{match['after']}")
    if (match := OOO.fullmatch(word.text)) and NAME.fullmatch(behind.text) and not _goes_on(before, word):
        return replace(word, text=f"{match['before']}ООО")
    return word


def _is_on_line(other: Seen, word: Seen) -> bool:
    return word.y0 < (other.y0 + other.y1) / 2 < word.y1


def _goes_on(before: Seen | None, word: Seen) -> bool:
    """Tell whether zeros go on with a number."""
    return (
        before is not None
        and FIGURE_LAST.fullmatch(before.text) is not None
        and word.x0 - before.x1 < REACH * (word.y1 - word.y0)
    )
