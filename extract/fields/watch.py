"""Words that finders watch for, and what any piece of text is to all of them.

A finder says once, when its module is loaded, which words it watches for. A language says most things in a few
thousand words, so what a piece of text means to whom is remembered: a piece met before costs one look into a table,
however many finders there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extract.fields.glyphs import has_seam

_WORD = re.compile(r"[^\W\d_]+")
_CJK = re.compile("[\u2e80-\u9fff]")
_MOST = 100_000
_LONGEST = 40

Meaning = tuple[tuple[int, int], ...]
"""Which watches a piece of text is for (by number), and the place in it."""


@dataclass(frozen=True, slots=True, eq=False)
class Watch:
    """Words to know the places of, in small letters; made by `watch`.

    ``words`` whole ones, ``stems`` by which others begin, ``endings`` in which they end: the place is their first
    letter. ``tails`` end compound words: the place is where the longest of them begins.
    """

    number: int
    words: frozenset[str]
    stems: tuple[str, ...]
    endings: tuple[str, ...]
    tails: tuple[str, ...]

    @property
    def is_inexact(self) -> bool:
        """Tell a watch for more than whole words."""
        return bool(self.stems or self.endings or self.tails)

    def parts(self, word: str) -> Iterator[int]:
        """Give the places in a word that is watched for by a part of it."""
        if word.startswith(self.stems) or word.endswith(self.endings):
            yield 0
        if word.endswith(self.tails):
            yield len(word) - max(len(tail) for tail in self.tails if word.endswith(tail))


class _Meanings(dict[str, Meaning]):
    """Remembered meanings of pieces; one that is missing is looked at, and kept unless it is long."""

    def __missing__(self, piece: str) -> Meaning:
        meaning = tuple(sorted(_meaning(piece), key=lambda found: found[1]))
        if len(piece) <= _LONGEST:
            self[piece] = meaning
        return meaning


_watches: list[Watch] = []
_holders: dict[str, list[Watch]] = {}
_inexact: list[Watch] = []
_remembered = _Meanings()


def watch(
    words: Iterable[str] = (), *, stems: Iterable[str] = (), endings: Iterable[str] = (), tails: Iterable[str] = ()
) -> Watch:
    """Watch for words from now on."""
    made = Watch(len(_watches), frozenset(words), tuple(stems), tuple(endings), tuple(tails))
    _watches.append(made)
    for word in made.words:
        _holders.setdefault(word, []).append(made)
    if made.is_inexact:
        _inexact.append(made)
        _begins.cache_clear()
        _ends.cache_clear()
    _remembered.clear()
    return made


MIXED = watch()
"""The pieces in which letters of two scripts stand side by side."""
CJK = watch()
"""The pieces with Chinese or Japanese letters."""


def count() -> int:
    """Give the number of watches; it grows while modules are loaded."""
    return len(_watches)


def meanings(pieces: Iterable[str]) -> list[Meaning]:
    """Give what each piece of a text in small letters is to the watches."""
    if len(_remembered) > _MOST:
        _remembered.clear()
    return list(map(_remembered.__getitem__, pieces))


@cache
def _begins() -> tuple[str, ...]:
    """Give every stem: most words begin with none, and one look says so."""
    return tuple({stem for entry in _inexact for stem in entry.stems})


@cache
def _ends() -> tuple[str, ...]:
    """Give everything that words are watched for to end in."""
    return tuple({ending for entry in _inexact for ending in (*entry.endings, *entry.tails)})


def _meaning(piece: str) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(piece):
        start, word = match.start(), match.group()
        yield from ((entry.number, start) for entry in _holders.get(word, ()))
        if word.startswith(_begins()) or word.endswith(_ends()):
            yield from ((entry.number, start + place) for entry in _inexact for place in entry.parts(word))
    if has_seam(piece):
        yield MIXED.number, 0
    if _CJK.search(piece):
        yield CJK.number, 0
