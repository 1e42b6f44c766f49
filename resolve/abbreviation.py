"""Words that stand for the beginnings of others: initials (ЦКБ, TPZ) and clipped compounds (Курганмашзавод, Promtech).

Both are weak by themselves, since many names have the same initials; how much they prove is learned with the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

_FEWEST, _MOST = 2, 8  # letters of a word that is read as initials
_CLIP = 3  # letters that a clipped word keeps at least

# Letters by their sound at the head of a word, as skeletons write it; Latin c, s, k and Cyrillic ц, с, к are mixed up.
_HEADS = {
    **dict(zip("абвгдеёжзийклмнопрстуфхцчшщыэюя", "abvgdeejziiklmnoprstufhccssieua", strict=True)),
    **dict(zip("іїєґқғңәөүұһ", "iiegkgnaouuh", strict=True)),
    **dict(zip("abcdefghijklmnopqrstuvwxyz", "abcdefghiiklmnopkrstuvviiz", strict=True)),
}  # fmt: skip
_PAIRS = {"ts": "c", "tz": "c", "ch": "c", "sh": "s", "zh": "j", "kh": "h", "yu": "u", "ya": "a", "ye": "e", "ju": "u"}
_ALIKE = {"k": "kc", "s": "sc", "c": "csk", "j": "jzd", "h": "hg", "g": "gh", "e": "ea", "i": "iue"}


@lru_cache(maxsize=65_536)
def sounds(word: str) -> str:
    """Give the letters of a short word as the heads of words they may be, doubled letters kept.

    >>> sounds("нмз"), sounds("tsry")
    ('nmz', 'cri')
    """
    if not _FEWEST <= len(word) <= _MOST or not word.isalpha():
        return ""
    read, at = "", 0
    while at < len(word):
        pair = _PAIRS.get(word[at : at + 2])
        read += pair or _HEADS.get(word[at], "")
        at += 2 if pair else 1
    return read if len(read) >= _FEWEST else ""


def first_letter(word: str) -> str:
    """Give the sound a word begins with, or nothing."""
    return _PAIRS.get(word[:2]) or _HEADS.get(word[:1], "")


Heads = tuple[str, frozenset[str]]  # a word's skeleton, and the letters it begins with in other languages


def initials(letters: str, words: Sequence[Heads]) -> int:
    """Count the words, from the first on, whose heads the letters are; 0 when they are not.

    A compound may give a letter from inside, as электромеханический does in ИЭМЗ.
    """
    return _initials(letters, tuple(words))


def _initials(letters: str, words: tuple[Heads, ...]) -> int:
    if not letters or not words or not heads(letters[0], words[0]):
        return 0
    if len(letters) == 1:
        return 1
    taken = _initials(letters[1:], words[1:])
    if taken:
        return taken + 1
    inside = words[0][0].find(letters[1], 3) if len(words[0][0]) > 8 else -1
    if inside < 0:
        return 0
    if len(letters) == 2:
        return 1
    taken = _initials(letters[2:], words[1:])
    return taken + 1 if taken else 0


def heads(letter: str, word: Heads) -> bool:
    """Say whether a word may begin with a letter, in its own language or another."""
    alike = _ALIKE.get(letter, letter)
    return word[0][:1] in alike or letter in word[1]


def clipped(whole: str, words: Sequence[str]) -> int:
    """Count the words, from the first on, whose beginnings one after the other make the whole; 0 when they do not."""
    if not words:
        return 0
    longest = _common(whole, words[0])
    if longest == len(whole):
        return 1
    for length in range(longest, _CLIP - 1, -1):
        taken = clipped(whole[length:], words[1:])
        if taken:
            return taken + 1
    return 0


def _common(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length if length >= min(_CLIP, len(other)) else 0
