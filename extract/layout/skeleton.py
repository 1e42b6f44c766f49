"""The skeleton of a word: what is left of it in whatever letters it was written.

``отправитель``, ``OTPRAVITEL`` and ``otpravytel'`` have one skeleton, as have ``ihracatçı`` and ``IHRACATCI``.
Schools of transliteration differ in vowels after i, in h and in doubled letters; the skeleton leaves out what they
differ in. It is for recognition only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    **dict(zip("абвгґдезийклмнопрстуф", "abvggdeziiklmnoprstuf", strict=True)),
    **dict(zip("хцчшщыэіїєғқңөұүһәўҳҷҡ", "hccssieiiegknouuhaohck", strict=True)),
    **{"ё": "io", "ю": "iu", "я": "ia", "ж": "j", "ь": "", "ъ": ""},
}
_LATIN = {"ı": "i", "đ": "d", "ø": "o", "ß": "ss", "ł": "l", "ə": "a", "æ": "e"}
_FOLDED = {"w": "v", "q": "k", "y": "i", "x": "h", **dict.fromkeys("'’ʻʼ`", "")}
_LETTERS = str.maketrans({**_CYRILLIC, **_LATIN, **_FOLDED})
_SPELLINGS = (
    ("shch", "s"),
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "c"),
    ("zh", "j"),
    ("kh", "h"),
    ("ts", "c"),
    ("tz", "c"),
    ("gh", "g"),
)
_GLIDE = re.compile(r"i+(?=[aou])")
_DOUBLED = re.compile(r"([a-z])\1+")


@lru_cache(8192)
def skeleton(word: str) -> str:
    """Give the skeleton of one folded word; letters of other scripts stay."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", _composed(word)) if not unicodedata.combining(c))
    text = plain.translate(_LETTERS)
    for spelled, letter in _SPELLINGS:
        text = text.replace(spelled, letter)
    return _DOUBLED.sub(r"\1", _GLIDE.sub("", text))


def _composed(word: str) -> str:
    """Transliterate Cyrillic before accents are taken off: й and ї are letters of their own."""
    return unicodedata.normalize("NFC", word).casefold().translate(_COMPOSED)


_COMPOSED = str.maketrans({letter: _CYRILLIC[letter] for letter in "йїёў"})
