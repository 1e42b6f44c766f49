"""Chinese syllables: as Russian papers write them (Palladius: Цзиньсин is Jinxing), and what is pinyin at all.

The system is fixed, so a word that it can be read by has exactly one pinyin.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_INITIALS = {
    "б": "b", "п": "p", "м": "m", "ф": "f", "д": "d", "т": "t", "н": "n", "л": "l", "г": "g", "к": "k", "х": "h",
    "цз": "z", "ц": "c", "с": "s", "чж": "zh", "ч": "ch", "ш": "sh", "ж": "r", "": "",
}  # fmt: skip
_HARD = {
    "а": "a", "ай": "ai", "ань": "an", "ан": "ang", "ао": "ao", "э": "e", "эй": "ei", "энь": "en", "эн": "eng",
    "о": "o", "оу": "ou", "ун": "ong", "у": "u", "уа": "ua", "уай": "uai", "уань": "uan", "уан": "uang", "уй": "ui",
    "уэй": "ui", "унь": "un", "уо": "uo", "ы": "i", "эр": "er",
}  # fmt: skip
_SOFT = {
    "и": "i", "я": "ia", "яо": "iao", "янь": "ian", "ян": "iang", "е": "ie", "ю": "iu", "инь": "in", "ин": "ing",
    "юн": "iong", "юй": "u", "юэ": "ue", "юань": "uan", "юнь": "un",
}  # fmt: skip
_LIPS = "бпмф"  # behind these о is o, elsewhere uo: мо is mo, го is guo
_PALATAL = {"цз": "j", "ц": "q", "с": "x"}
_ALONE = {
    "и": "yi", "я": "ya", "яо": "yao", "янь": "yan", "ян": "yang", "е": "ye", "ю": "you", "инь": "yin", "ин": "ying",
    "юн": "yong", "юй": "yu", "юэ": "yue", "юань": "yuan", "юнь": "yun", "у": "wu", "ва": "wa", "вай": "wai",
    "вань": "wan", "ван": "wang", "вэй": "wei", "вэнь": "wen", "вэн": "weng", "во": "wo", "иу": "yiwu", "ху": "hu",
}  # fmt: skip


@cache
def _syllables() -> dict[str, str]:
    found = {first + last: latin + sound for first, latin in _INITIALS.items() for last, sound in _HARD.items()}
    found |= {first + "о": _INITIALS[first] + "uo" for first in _INITIALS if first and first not in _LIPS}
    found |= {
        first + last: _PALATAL.get(first, latin) + sound
        for first, latin in _INITIALS.items() if first
        for last, sound in _SOFT.items()
    }  # fmt: skip
    return found | _ALONE


@cache
def _of_russian() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_syllables(), key=lambda said: (-len(said), said))))


@cache
def _of_pinyin() -> re.Pattern[str]:
    sounds = "|".join(sorted(set(_syllables().values()), key=lambda said: (-len(said), said)))
    return re.compile(f"(?:{sounds})+")


@lru_cache(maxsize=65_536)
def pinyin(word: str) -> str:
    """Write a Russian word of at least two Chinese syllables in pinyin; any other word is nothing.

    >>> pinyin("цзиньсин"), pinyin("хуасинь"), pinyin("завод")
    ('jinxing', 'huaxin', '')
    """
    if not "а" <= word[:1] <= "я":
        return ""
    said = _of_russian().findall(word)
    return "".join(map(_syllables().__getitem__, said)) if len(said) > 1 and "".join(said) == word else ""


@lru_cache(maxsize=65_536)
def is_pinyin(word: str) -> bool:
    """Say whether a Latin word may be pinyin."""
    return word.isascii() and len(word) > 3 and _of_pinyin().fullmatch(word) is not None
