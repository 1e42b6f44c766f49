"""Find names that are already known, wherever running text speaks of them: bare, in quotes, in a Russian case.

An automaton over words: each known name is a path of words, once for each of its forms, so a text is gone through
once whatever the number of names. Only words that could begin a name (a capital, a Chinese character) are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

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
_SHORTEST_WORD = 4
_HAS_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Known:
    """One place where a known name stands: its characters, the names it may be, the cases of its form."""

    start: int
    end: int
    names: tuple[str, ...]
    cases: frozenset[str]


@dataclass
class _Node:
    following: dict[str, _Node] = field(default_factory=dict)
    names: dict[str, frozenset[str]] = field(default_factory=dict)


class KnownNames:
    """The automaton. Build it once, ask it often."""

    def __init__(self, names: Iterable[str]) -> None:
        self._root = _Node()
        for name in names:
            self._add(name)

    def _add(self, name: str) -> None:
        bare = core(name)
        if not _is_telling(bare):
            return
        for form, cases in forms(bare).items():
            node = self._root
            for word in form.split(" "):
                node = node.following.setdefault(_key(word), _Node())
            node.names[name] = node.names.get(name, frozenset()) | cases

    def find(self, text: str) -> Iterator[Known]:
        """Find the known names in a text, the longest at each place."""
        taken = 0
        for match in _STARTS.finditer(text):
            if match.start() >= taken:
                found = self._at(text, match.start())
                if found is not None and _may_stand(text, found):
                    taken = found.end
                    yield found

    def _at(self, text: str, start: int) -> Known | None:
        node, at, found = self._root, start, None
        for _ in range(_LONGEST):
            word = _WORD.match(text, at)
            following = node.following.get(_key(word.group())) if word else None
            if word is None or following is None:
                break
            node = following
            if node.names:
                cases = frozenset[str]().union(*node.names.values())
                found = Known(start, word.end(), tuple(sorted(node.names)), cases)
            gap = _GAP.match(text, word.end())
            if gap is None:
                break
            at = gap.end()
        return found


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


def _may_stand(text: str, found: Known) -> bool:
    """Take one word alone for a name only where nothing else explains its capital: in quotes, or inside a sentence."""
    if _WORD.fullmatch(text, found.start, found.end) is None:
        return True
    before, after = text[: found.start][-1:], text[found.end : found.end + 1]
    quoted = before in _QUOTES and after in _QUOTES and before != "" and after != ""
    if quoted or not text[found.start].isascii():
        return quoted
    return text[: found.start].rstrip(" \u00a0")[-1:] not in ("", ".", "!", "?", "\n", "…", ":")


def _key(word: str) -> str:
    """Compare words without regard to capitals behind the first letter: МЕХАНИКА and Механика are one."""
    return word.casefold()
