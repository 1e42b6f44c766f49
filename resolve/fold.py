"""One folding of text for index and query, so that any spelling finds any other.

``fold`` makes what is indexed, ``fts_query`` what is asked; both go through the same skeletons. Whoever stores folded
text stores ``FOLD_VERSION`` beside it and folds anew when it differs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from resolve.han import HAN_RUN, syllables
from resolve.skeleton import skeleton
from resolve.words import words as split

FOLD_VERSION = 1

_TERM = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
_UNINDEXABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_MAX_QUERY = 1_000


def fold(text: str) -> str:
    """Fold text to skeleton words; Chinese one character a word, its sound (syllables and pairs of them) at the end.

    >>> fold("ООО «Воздушная Механика»") == fold("OOO Vozdushnaia Mehanika")
    True
    """
    return " ".join((*_skeletons(text), *filter(None, _sounds(text))))


def fts_query(words: str) -> str:
    """Build an FTS5 expression: every word as typed or folded; ``"phrases"`` and ``prefix*`` are the only syntax.

    The expression matches nothing when no letter or digit is left.
    """
    typed = _UNINDEXABLE.sub(" ", words[:_MAX_QUERY])
    terms = [
        _term(phrase or word.rstrip("*"), prefix=bool(star) or word.endswith("*"))
        for phrase, star, word in _TERM.findall(typed)
    ]
    return " AND ".join(term for term in terms if term) or '""'


def _skeletons(text: str) -> list[str]:
    keys: list[str] = []
    for word in split(text):
        keys.extend(word if HAN_RUN.match(word) else filter(None, (skeleton(word),)))
    return keys


def _sounds(text: str) -> Iterator[str]:
    """Sound Chinese runs out: one syllable a word, and each two neighbours as one, for people write Shenzhen."""
    if text.isascii():
        return
    for run in HAN_RUN.findall(unicodedata.normalize("NFKC", text)):
        sounds = syllables(run)
        yield from map(skeleton, sounds)
        yield from (skeleton(first + second) for first, second in pairwise(sounds))


def _term(typed: str, *, prefix: bool) -> str:
    folded = " ".join(_skeletons(typed))
    if not folded:
        return ""
    star = "*" if prefix else ""
    spellings = dict.fromkeys((typed.casefold(), folded))
    return "(" + " OR ".join(f'"{spelling}"{star}' for spelling in spellings) + ")"
