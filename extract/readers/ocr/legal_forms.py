"""The O of a legal form that was read as a zero: no company is a "C0., LTD."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.readers.ocr.engine import Seen

CO = re.compile(r"(?P<before>\W*C)0(?P<after>\.?,?)", re.IGNORECASE)
LTD = re.compile(r"(LTD|LIMITED|INC|LLC|KG)\b.*", re.IGNORECASE)


def with_company(words: Sequence[Seen]) -> list[Seen]:
    """Give the words of a page, "C0." before "LTD" as the "CO." it must be; alone it may be a code."""
    return [*(_spelled(word, behind) for word, behind in pairwise(words)), *words[-1:]]


def _spelled(word: Seen, behind: Seen) -> Seen:
    match = CO.fullmatch(word.text)
    if match is None or not LTD.fullmatch(behind.text) or not word.y0 < (behind.y0 + behind.y1) / 2 < word.y1:
        return word
    letter = "o" if "c" in match["before"] else "O"
    return replace(word, text=f"{match['before']}{letter}{match['after']}")
