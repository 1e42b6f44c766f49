"""The root of a word that Slavic endings made an adjective of: Читинский is of Chita, Motovilikhinskie of Motovilikha.

Two words have a root in common only when one of them is such an adjective; that two names end alike proves nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

# On skeletons: -ский, -ская, -ських, -цкий, -zkyj … in every spelling, with what links it to the word.
_ADJECTIVE = re.compile(r"(?<=[a-z]{3})[szc]k(?:i|a|e|oe|oi|ogo|om|omu|u|u|iu|ih|im|imi)$")
_LINK = re.compile(r"(?<=[a-z]{3})(?:in|en|an|on|ov|ev|i|n)$")
_VOWELS = "aeiou"
_SHORTEST = 3

_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=262_144)
def roots(key: str) -> frozenset[str]:
    """Give the roots a skeleton may have: an adjective's, marked so by ``-``, with and without the linking letters.

    >>> sorted(roots("chitinska")), sorted(roots("chita"))
    (['-', 'chit', 'chitin'], ['chit'])
    """
    bare = _ADJECTIVE.sub("", key)
    if bare == key:
        root = key.rstrip(_VOWELS)
        return frozenset((root,)) if len(root) >= _SHORTEST else _NONE
    found = {root.rstrip(_VOWELS) for root in (bare, _LINK.sub("", bare))}
    return frozenset(("-", *(root for root in found if len(root) >= _SHORTEST)))


def one_root(left: frozenset[str], right: frozenset[str]) -> bool:
    """Say whether two words have a root in common, one at least being an adjective."""
    common = left & right
    return bool(common) and ("-" in left or "-" in right) and common != {"-"}
