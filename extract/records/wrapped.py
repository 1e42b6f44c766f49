"""Where a line of a block ends because the next word did not fit, and where because it was ended."""

from __future__ import annotations

from itertools import pairwise

from extract.records.passage import Passage, height


def unwrapped(passage: Passage) -> str:
    """Give the text with a blank for each line end at which the next word would not have fitted; lengths stay.

    The block is as wide as its widest line.
    """
    if not passage.words:
        return passage.text
    right = max(word.box.x1 for word in passage.words)
    letters = list(passage.text)
    for (before, _), (after, start) in pairwise(zip(passage.words, passage.starts, strict=True)):
        if letters[start - 1] != "\n":
            continue
        blank = 0.25 * height(before.box)
        if before.box.x1 + blank + (after.box.x1 - after.box.x0) > right:
            letters[start - 1] = " "
    return "".join(letters)
