"""One sentence with all that stands in it, and what is remembered from the sentences before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.model import Mention
from extract.statements import countries, values
from extract.statements.claim import Said
from extract.statements.countries import Country
from extract.statements.parties import Party
from extract.statements.persons import Persons
from extract.statements.values import Count, Money
from extract.statements.vocabulary import word


@dataclass
class Memory:
    """What a pronoun may mean: the one company, country and year the last sentence spoke of, if it was one."""

    party: Party | None = None
    country: Country | None = None
    year: Said | None = None
    persons: Persons = field(default_factory=Persons)
    document_date: str | None = None

    def pass_over(self, parties: Sequence[Party]) -> None:
        """Go past a sentence that was not looked at: a company it names may be meant next, a country or year not."""
        if parties:
            self.party = parties[0] if len({party.name for party in parties}) == 1 else None
            self.country = self.year = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence: ``text[start:end]``."""

    text: str
    start: int
    end: int
    language: str
    parties: Sequence[Party]
    countries: Sequence[Country]
    sums: Sequence[Money]
    counts: Sequence[Count]
    times: Sequence[Said]
    memory: Memory

    @classmethod
    def of(
        cls,
        text: str,
        span: tuple[int, int],
        language: str,
        parties: Sequence[Party],
        mentions: Sequence[Mention],
        memory: Memory,
    ) -> Scene:
        """Find what stands in a sentence."""
        start, end = span
        found_sums = values.sums(text, mentions, start, language)
        found_times = values.times(text, start, end, mentions, language)
        taken = [(s.said.start, s.said.end) for s in found_sums] + [(t.start, t.end) for t in found_times]
        taken += [(p.start, p.end) for p in parties]
        named = [
            c
            for c in countries.find(text, start, end, language, mentions)
            if not any(p.start <= c.start < p.end for p in parties)
        ]
        found_counts = [
            *values.counts(text, start, end, taken, language),
            *(values.measured(text, start, end, mentions) if language == "zh" else ()),
            *(values.counts_named_by(text, start, taken) if language == "en" else ()),
        ]
        return cls(text, start, end, language, parties, named, found_sums, found_counts, found_times, memory)

    @property
    def quote(self) -> Said:
        """Give the sentence itself."""
        return Said(" ".join(self.text[self.start : self.end].split()), self.start, self.end)

    def remember(self, subject: Party | None) -> None:
        """Leave for the next sentence what a pronoun in it would mean; nothing where two could be meant."""
        names = {party.name for party in self.parties if not party.guessed} or {party.name for party in self.parties}
        memory = self.memory
        if subject is not None:
            memory.party = subject
        elif names:
            memory.party = next(p for p in self.parties if p.name in names) if len(names) == 1 else None
        if self.countries:
            memory.country = self.countries[0]
        if self.times:
            memory.year = self.times[-1]

    def said(self, kind: str, start: int | None = None, end: int | None = None) -> Said | None:
        """Find a word of the tables between two places of the sentence."""
        match = word(kind, self.language).search(
            self.text, self.start if start is None else start, self.end if end is None else end
        )
        return Said(match.group(), *match.span()) if match else None
