"""Russian on a page that seems to be in Latin letters: forms are printed in English and filled in in Russian.

Read as English such words are gibberish («TOMMPOM U KO»), and not one of them says so. Letters that only Cyrillic has
do, in the sample of the page's lines or in the words that were hard to read, looked at in both alphabets.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.readers.ocr.engine import Deadline, Seen, installed
from extract.readers.ocr.hard_words import is_hard
from extract.readers.ocr.picture import Picture
from extract.readers.ocr.script import shows_cyrillic
from extract.readers.ocr.second_look import looked_again

FEWEST, MOST = 4, 24


def hides_russian(words: Sequence[Seen], languages: Sequence[str], picture: Picture, deadline: Deadline) -> bool:
    """Tell that the hard words of a page read in English alone are Russian."""
    if tuple(languages) != ("eng",) or "rus" not in installed().languages:
        return False
    hard = [word for word in words if is_hard(word)][:MOST]
    if len(hard) < FEWEST:
        return False
    again = looked_again(hard, picture, ("rus", "eng"), deadline)
    return shows_cyrillic(word for word in again if word is not None)
