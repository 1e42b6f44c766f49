"""Consonants of a word, as far as Arabic script and its romanisations agree on them.

Arabic and Persian write hardly any vowels, so «القادسية» and «Al-Qadisiyah» have nothing else in common.
"""

from __future__ import annotations

import re

_LETTERS = {
    **dict(zip("بپتثجحخدذرزژسشصضطظغفقكکگلمنهچ", "bbttjhhddrzjsSsdtzgfkkkglmnhC", strict=True)),
    **dict.fromkeys("ڤ", "f"),
}
# Letters that Arabic and Persian write each in their own way.
_ONE_WAY = str.maketrans("يىكةأإآؤئ", "ییکهاااوی")
_LATIN = str.maketrans({**dict.fromkeys("aeiouvw", ""), "p": "b", "q": "k"})
_ARTICLE = re.compile(r"^(?:و?(?:ال|بال|لل|كال|فال)|ب(?=ال))(?=\w{2})")
_AGAIN = re.compile(r"(.)\1+")
_FEWEST = 2


def alike(one: str, other: str) -> bool:
    """Say whether consonants are the same but for the article, which Latin script may have written together: Alghaf."""
    return bool(one and other) and (one == other or one == "l" + other or other == "l" + one)


def is_arabic(text: str) -> bool:
    """Say whether a word is written in Arabic script."""
    return bool(text) and "\u0600" <= text[0] <= "\u06ff"


def bare(word: str) -> str:
    """Take the article, and what is written together with it, off an Arabic word; letters written one way.

    >>> bare("القادسية"), bare("alfa")
    ('قادسیه', 'alfa')
    """
    return _ARTICLE.sub("", word).translate(_ONE_WAY) if is_arabic(word) else word


def consonants(text: str, key: str) -> str:
    """Give the consonants of a word: of the letters in Arabic, of the skeleton in other scripts.

    >>> consonants("القادسية", ""), consonants("qadisiyah", "kadisah")
    ('kds', 'kds')
    """
    if is_arabic(text):
        found = "".join(_LETTERS.get(letter, "") for letter in bare(text).removesuffix("ه"))
    else:
        found = key.replace("sh", "S").replace("ch", "C").replace("th", "t").translate(_LATIN).removesuffix("h")
    found = _AGAIN.sub(r"\1", found)
    return found if len(found) >= _FEWEST else ""
