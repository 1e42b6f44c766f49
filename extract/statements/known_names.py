"""Find names that are already known, wherever running text speaks of them: bare, in quotes, in a Russian case.

An index over the beginnings of words: what all cases of a name's first word share, with the first letters of its
second. A text is gone through once, whatever the number of names, and only a word with a capital is looked up. The
forms of a name are made when its beginning was met, so that a million names cost no more than themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.fields.company_mention import trimmed
from extract.fields.legal_form import PATTERN
from extract.fields.trie import starts_word
from extract.statements.inflection import forms

_FORM = re.compile(PATTERN)
_QUOTES = "«»“”„\"'‘’‹›"
_WORD = re.compile(r"[^\W_]+(?:[-&.][^\W_]+)*")
_STARTS = re.compile(r"(?<![\w-])(?:[A-ZÀ-ÞА-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ\d]|(?<=[«“„\"])\w)[\w.&-]*")
_GAP = re.compile(r"[ \u00a0]{1,2}|[ \u00a0]?\n[ \u00a0]{0,4}")
_LONGEST = 8
_MOST_CUT = 4
"""No ending of a case is longer, in letters."""
_SECOND = 3
_ENDING = re.compile(r"(?<=\w\w)(?:[аяо]я|[ыиоі]й|[оеыи]е|[иі]я|ец|ець|[кгх]а|[аяьйоеыиі]|і[бвгджзклмнпрстфхцчшщ])$")
"""What a case may change at the end of a Russian or Ukrainian word."""
_SHORTEST_WORD = 4
_HAS_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Known:
    """One place where a known name stands: its characters, the names it may be, the cases of its form."""

    start: int
    end: int
    names: tuple[str, ...]
    cases: frozenset[str]


class KnownNames:
    """The index. Build it once, ask it often. ``near``: the names are of this very text, so less proof is asked for.

    ``ukrainian``: of a Ukrainian text.
    """

    def __init__(self, names: Iterable[str], *, near: bool = False, ukrainian: bool = False) -> None:
        self._near, self._ukrainian = near, ukrainian
        self._names: dict[str, list[str]] = {}
        self._index: dict[str, dict[str, list[str]]] = {}
        for name in names:
            bare = core(name)
            if _is_telling(bare):
                self._names.setdefault(bare.casefold(), []).append(name)
        for bare in self._names:
            first, second = _beginning(bare)
            self._index.setdefault(first, {}).setdefault(second, []).append(bare)

    def find(self, text: str) -> Iterator[Known]:
        """Find the known names in a text, the longest at each place."""
        taken = 0
        for match in _STARTS.finditer(text):
            if match.start() >= taken:
                found = self._at(text, match.start())
                if found is not None and _may_stand(text, found, near=self._near):
                    taken = found.end
                    yield found

    def _at(self, text: str, start: int) -> Known | None:
        candidates = list(self._candidates(text, start))
        if not candidates:
            return None
        phrases = {_key(text[start:end]): end for end in _word_ends(text, start)}
        matched = [
            (phrases[form], bare, cases)
            for bare in candidates
            for form, cases in _keyed_forms(bare, self._ukrainian).items()
            if form in phrases
        ]
        if not matched:
            return None
        end = max(matched)[0]
        longest = [(bare, cases) for stop, bare, cases in matched if stop == end]
        names = tuple(sorted({name for bare, _ in longest for name in self._names[bare]}))
        return Known(start, end, names, frozenset[str]().union(*(cases for _, cases in longest)))

    def _candidates(self, text: str, start: int) -> Iterator[str]:
        first = _WORD.match(text, start)
        if first is None:
            return
        word = first.group().casefold().partition("-")[0]
        for cut in range(min(_MOST_CUT, len(word) - 1) + 1):
            seconds = self._index.get(word[: len(word) - cut])
            if seconds is not None:
                gap = _GAP.match(text, first.end())
                following = text[gap.end() : gap.end() + _SECOND].casefold() if gap else ""
                for length in range(len(following) + 1):
                    yield from seconds.get(following[:length], ())


def _word_ends(text: str, start: int) -> list[int]:
    """Give where each of the words ends that follow one another from a place on."""
    ends: list[int] = []
    word = _WORD.match(text, start)
    while word is not None and len(ends) < _LONGEST:
        ends.append(word.end())
        gap = _GAP.match(text, word.end())
        word = _WORD.match(text, gap.end()) if gap else None
    return ends


@lru_cache(maxsize=65_536)
def _keyed_forms(bare: str, ukrainian: bool) -> Mapping[str, frozenset[str]]:
    keyed: dict[str, frozenset[str]] = {}
    for form, cases in forms(_capitalised(bare), ukrainian=ukrainian).items():
        keyed[_key(form)] = keyed.get(_key(form), frozenset()) | cases
    return keyed


def _beginning(bare: str) -> tuple[str, str]:
    """Give what every form of a name begins with: its first word as far as no case changes it, and of the second."""
    first, *rest = (_ENDING.sub("", word.partition("-")[0]) for word in bare.split(" ")[:2])
    return first, rest[0][:_SECOND] if rest else ""


def _capitalised(bare: str) -> str:
    return " ".join("-".join(part[:1].upper() + part[1:] for part in word.split("-")) for word in bare.split(" "))


def core(name: str) -> str:
    """Take legal forms and quotes off a name.

    >>> core("ТОО «Алтын Канат»"), core("SZ Rotorwing Technology Co., Ltd.")
    ('Алтын Канат', 'SZ Rotorwing Technology')
    """
    bare = trimmed(name)
    for match in reversed(list(_FORM.finditer(bare))):
        at_edge = match.start() == 0 or match.end() == len(bare)
        if at_edge and starts_word(bare, match.start()):
            bare = bare[: match.start()] + bare[match.end() :]
    return " ".join(word for word in bare.translate(str.maketrans("", "", _QUOTES)).strip(" ,.-").split())


def _is_telling(bare: str) -> bool:
    """Refuse what would be found everywhere: a short word, a number."""
    words = bare.split(" ")
    return len(words) > 1 or (len(bare) >= _SHORTEST_WORD and _HAS_LETTER.search(bare) is not None)


def _may_stand(text: str, found: Known, *, near: bool) -> bool:
    """Take one word alone for a name only where nothing else explains its capital: in quotes, or inside a sentence."""
    if _WORD.fullmatch(text, found.start, found.end) is None:
        return True
    before, after = text[: found.start][-1:], text[found.end : found.end + 1]
    quoted = before in _QUOTES and after in _QUOTES and before != "" and after != ""
    if quoted or not text[found.start].isascii():
        return quoted
    if near:
        return True
    return text[: found.start].rstrip(" \u00a0")[-1:] not in ("", ".", "!", "?", "\n", "…", ":")


def _key(phrase: str) -> str:
    """Compare words without regard to capitals and line ends: НЕБЕСНАЯ МЕХАНИКА and Небесная Механика are one."""
    return " ".join(phrase.casefold().split())
