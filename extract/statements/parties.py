"""The companies of a text, also where it names them again by a short or inflected form."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.model import Mention, MentionKind
from extract.statements import kazakh
from extract.statements.known_names import KnownNames, core

_FOREIGN_LEAD = re.compile(r"[А-ЯЁІЇЄҚӘӨҒҰҮҢ][а-яёіїєқәөғұүңһ]+\s+(?=[A-Z])")
_QUOTES = '«»“”„"‘’'
_QUOTE_MARKS = 2
_UKRAINIAN = re.compile("[їєґЇЄҐ]")
_BY_MODEL = "named in "
_ADJECTIVE = re.compile(r"\s+(?:company|firm|trader|maker|seller|buyer|dealer|bank|plant|register|authorities)\b")
"""What a nationality stands before: a model takes “Kazakh” of “the Kazakh company Acme” for a name."""
_COMMON = re.compile(
    r"(?:[А-ЯЁІЇЄҐа-яёіїєґ][а-яёіїєґ’'-]*\s)*(?:[Кк]омпан|[Фф]ирм|[Фф]ірм|[Зз]авод|[Пп]редприят|[Пп]ідприємств)[а-яёіїє]*(?:\s[а-яёіїєґ]+)*"
)
"""«Дочірня компанія заводу» has a capital at the head of its sentence only."""


@dataclass(frozen=True, slots=True)
class Party:
    """A company at a place. ``cases``: what its form tells; empty where the form never changes.

    ``guessed``: only a model says so, and nowhere in the text does a legal form stand with the name.
    """

    start: int
    end: int
    name: str
    cases: frozenset[str] = frozenset()
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Parties:
    """All companies of a text, in the order in which they stand."""

    all: Sequence[Party]
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str, mentions: Sequence[Mention]) -> Parties:
        """Take the companies that were found, and every further place where their names stand alone."""
        named = list(_named(text, mentions))
        full = _fullest([party.name for party in named])
        places = {
            party.start: replace(party, name=name, guessed=party.guessed and core(name) == name)
            for party in named
            for name in (full[core(party.name)],)
        }
        starts = [party.start for party in named]
        for found in KnownNames(full.values(), near=True, ukrainian=is_ukrainian(text)).find(text):
            at = bisect_right(starts, found.start) - 1
            around = named[at] if at >= 0 and found.end <= named[at].end else None
            if around is None and len({core(name) for name in found.names}) == 1:
                start, end = _with_quotes(text, found.start, found.end)
                places[start] = Party(start, end, full[core(found.names[0])], found.cases)
            elif around is not None and around.end - around.start <= found.end - found.start + _QUOTE_MARKS:
                name = full[core(found.names[0])] if around.guessed else places[around.start].name
                places[around.start] = replace(places[around.start], name=name, cases=found.cases)
        for inflected in kazakh.inflected(text, full):
            places[inflected.start] = Party(inflected.start, inflected.end, full[inflected.name])
        ordered = [places[start] for start in sorted(places)]
        return cls(ordered, [party.start for party in ordered])

    def full_stops(self, text: str) -> Mapping[int, bool]:
        """Give the full stops that are part of a name (S.p.A., a.s.), and whether each is the last of its name."""
        return {
            at: at + 1 == party.end for party in self.all for at in range(party.start, party.end) if text[at] == "."
        }

    def between(self, start: int, end: int) -> Sequence[Party]:
        """Give those that begin between two places."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def is_ukrainian(text: str) -> bool:
    """Tell a Ukrainian text by letters that neither Russian nor Kazakh has."""
    return _UKRAINIAN.search(text) is not None


def _named(text: str, mentions: Sequence[Mention]) -> Iterator[Party]:
    for mention in mentions:
        if mention.kind is MentionKind.COMPANY and mention.place.span is not None:
            start, end = mention.place.span
            begin, stop = _with_quotes(text, start + _lead(text[start:end]), end)
            guessed = mention.evidence.startswith(_BY_MODEL)
            if guessed and re.search(rf"\b(?:Mr|Mrs|Ms|Dr)\.? {re.escape(mention.value)}\b", text):
                continue
            if not (guessed and (_ADJECTIVE.match(text, end) or _COMMON.fullmatch(text, start, end))):
                yield Party(begin, stop, _clean(mention.value), guessed=guessed)


def _clean(name: str) -> str:
    return name[_lead(name) :]


def _lead(name: str) -> int:
    """Measure a Russian word before a name in Latin letters: «Производитель Acme Ltd»."""
    match = _FOREIGN_LEAD.match(name)
    return match.end() if match else 0


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    quoted = text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES and start > 0 and end < len(text)
    return (start - 1, end + 1) if quoted else (start, end)


def _fullest(names: Sequence[str]) -> dict[str, str]:
    """Give for each bare name the first spelling that has a legal form, else the first."""
    full: dict[str, str] = {}
    for name in names:
        bare = core(name)
        if bare not in full or (full[bare] == bare and name != bare):
            full[bare] = name
    return full
