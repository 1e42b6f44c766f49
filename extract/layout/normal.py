"""One spelling for every way in which a header is printed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-zа-яёіїєғқңүұһәө])(?=[A-ZА-ЯЁІЇЄҒҚҢҮҰҺӘӨ])")
_GAPS = re.compile(r"[^\w%№+]+|_")


@lru_cache(4096)
def normal(header: str) -> str:
    """Fold case, width, underscores and punctuation: ``HS_CODE``, ``Hs code:`` and ``ＨＳ Code`` become one.

    The Turkish capital I keeps no dot of its own, so that capitals and small letters are one word.
    """
    folded = unicodedata.normalize("NFKC", header.replace("İ", "I")).casefold()
    return " ".join(_GAPS.sub(" ", folded).split())


def words(header: str) -> list[str]:
    """Split a header into its folded words, ``ImporterName`` included."""
    return normal(_CAMEL.sub(" ", header)).split()
