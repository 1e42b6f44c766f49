"""The skeleton of a word: what is left of it when scripts and spelling habits are taken away.

Order of the steps: look-alike letters mended, letters with several customary spellings settled, the rest romanised
by anyascii, digraphs of all schemes (GOST, ISO 9, BGN, passport, German, sloppy) reduced to one.
A skeleton is a key to look under, never an identity: it is lossy on purpose.
"""

from __future__ import annotations

import re
from functools import lru_cache

from resolve.lookalikes import mend

# anyascii would write these by their bare letter, which is how no transliteration scheme means them.
_LETTERS = str.maketrans({"š": "sh", "ş": "sh", "ș": "sh", "ŝ": "sh", "č": "ch", "ç": "ch", "ž": "zh", "җ": "zh"})

# In this order; each pair is "as written by some scheme" and "as kept".
_REDUCTIONS = tuple(
    (re.compile(written), kept)
    for written, kept in (
        (r"[^a-z0-9]+", ""),
        (r"(?:sh|ch)tch|schtsch|shch|shh|skh|sch", "sh"),
        (r"tsch|tch", "ch"),
        (r"kh|ch(?=[nrlmt])|(?<=[mt]e)ch", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"[iy]?[yij]a", "a"),
        (r"[iy]?[yj][oe]|ie", "e"),
        (r"[iy]?[yij]o?u|ou", "u"),
        (r"[iy]j|jj|j(?![aeiouy])", "i"),
        (r"d?zh", "j"),
        (r"t[szc]", "c"),
        (r"ck|q|c(?![ceihy])", "k"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"y", "i"),
        (r"([a-z])\1+", r"\1"),
    )
)

_ENDING = re.compile(r"(?<=[a-z]{4})(?:ogo|omu|imi|ami|o[eiomv]|e[eiv]|i[eihm]|a[hm]|[aeious])$")


@lru_cache(maxsize=262_144)
def skeleton(word: str) -> str:
    """Reduce one casefolded word to its skeleton; a number stays as it is.

    >>> {skeleton(word) for word in ("воздушная", "vozdushnaya", "vozdushnaia", "vozdushnaja")}
    {'vozdushna'}
    """
    if word.isdigit() and word.isascii():
        return word
    ascii_ = _romanised(word)
    for written, kept in _REDUCTIONS:
        ascii_ = written.sub(kept, ascii_)
    return ascii_


@lru_cache(maxsize=262_144)
def stem(key: str) -> str:
    """Take the inflection off a skeleton of some length, so that механика, механики and mechanics' kin meet."""
    return _ENDING.sub("", key) if len(key) > 4 else key


def _romanised(word: str) -> str:
    if word.isascii():
        return word
    from anyascii import anyascii

    return str(anyascii(mend(word).translate(_LETTERS))).lower()
