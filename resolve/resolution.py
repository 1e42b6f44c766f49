"""The main path: names are analysed, paired, judged, clustered.

Names are put in an order of their own first, so that nothing depends on the order they came in. A person's decisions
come before registration numbers, these before reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice
from typing import TypeVar

from resolve.analysis import analyse
from resolve.candidates import candidates
from resolve.cluster import Clusters, Link
from resolve.entities import entity
from resolve.identifiers import agree
from resolve.judge import judge, judge_many
from resolve.model import Evidence, Judgement, Name, Resolution, Verdict
from resolve.scorers import PARTING

_PARTED = (Verdict.DIFFERENT, Verdict.RELATED)
_AT_ONCE = 1_024  # pairs judged together

Item = TypeVar("Item")


def match(left: Name, right: Name) -> Judgement:
    """Judge two names."""
    return judge(analyse(left), analyse(right))


def resolve(names: Sequence[Name], decisions: Iterable[Judgement] = ()) -> Resolution:
    """Cluster names into entities; ``decisions`` are persons' judgements, of two on one pair the later counts."""
    return _Case(names, decisions).resolution()


def link(names: Sequence[Name], watchlist: Sequence[Name]) -> Iterator[Judgement]:
    """Judge names against another list, telling every pair that is or may be one company or kin."""
    both = [analyse(name) for name in (*names, *watchlist)]
    across = ((both[one], both[other]) for one, other in candidates(both) if one < len(names) <= other)
    for some in _batches(across, _AT_ONCE):
        yield from filter(_telling, judge_many(some))


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def _telling(judgement: Judgement) -> bool:
    return judgement.verdict is not Verdict.DIFFERENT


class _Case:
    """Everything known while names are being resolved; a name is its position in canonical order."""

    def __init__(self, names: Sequence[Name], decisions: Iterable[Judgement]) -> None:
        self.names = sorted(names, key=_canonical)
        self.readings = [analyse(name) for name in self.names]
        self.decided = self._placed(decisions)
        self.judged = dict(self._judged())

    def resolution(self) -> Resolution:
        clusters = self._clustered()
        entities = (entity([self.names[position] for position in group]) for group in clusters.groups())
        return Resolution(tuple(entities), tuple(self._told(clusters)))

    def _placed(self, decisions: Iterable[Judgement]) -> dict[Link, Judgement]:
        at = {name.id: position for position, name in enumerate(self.names)}
        known = (decision for decision in decisions if decision.left in at and decision.right in at)
        return {_link(at[decision.left], at[decision.right]): decision for decision in known}

    def _judged(self) -> Iterator[tuple[Link, Judgement]]:
        for some in _batches(candidates(self.readings), _AT_ONCE):
            judgements = judge_many([(self.readings[one], self.readings[other]) for one, other in some])
            for pair, judgement in zip(some, judgements, strict=True):
                if _telling(judgement) and pair not in self.decided:
                    yield pair, judgement

    def _judge(self, one: int, other: int) -> Judgement:
        return judge(self.readings[one], self.readings[other])

    def _clustered(self) -> Clusters:
        numbers = [readings[0].numbers for readings in self.readings]
        clusters = Clusters(numbers, self._decisions(*_PARTED), self._rank)
        clusters.join(self._decisions(Verdict.SAME))
        clusters.join_by_number(pair for pair in self.judged if agree(numbers[pair[0]], numbers[pair[1]]))
        clusters.grow(self._links(), self._agreement)
        return clusters

    def _decisions(self, *verdicts: Verdict) -> list[Link]:
        return sorted(pair for pair, decision in self.decided.items() if decision.verdict in verdicts)

    def _links(self) -> list[Link]:
        same = [pair for pair, judgement in self.judged.items() if judgement.verdict is Verdict.SAME]
        torn = self._torn(same)
        return sorted((pair for pair in same if pair not in torn), key=lambda pair: (-self.judged[pair].score, pair))

    def _torn(self, same: list[Link]) -> set[Link]:
        """Find the links of a name that fits two others which contradict each other: to choose one would be to guess.

        «Altyn Kanat» alone may be the ТОО or the ООО of that name. Names that a link of their own number or a person
        ties to one of the two are clustered before, so leaving out the link costs them nothing.
        """
        neighbours: dict[int, set[int]] = defaultdict(set)
        for one, other in same:
            neighbours[one].add(other)
            neighbours[other].add(one)
        return {_link(name, other) for name, around in neighbours.items() for other in self._contradicting(around)}

    def _contradicting(self, around: set[int]) -> set[int]:
        if len(around) < 2:
            return set()
        alike = defaultdict(list)
        for position in sorted(around):
            reading = self.readings[position][0]
            numbers = frozenset(reading.numbers.items())
            alike[reading.classes, reading.countries, reading.sounded, numbers].append(position)
        return {
            position
            for one, other in combinations(alike.values(), 2)
            if self._agreement(one[0], other[0]) < 0
            for position in (*one, *other)
        }

    def _agreement(self, one: int, other: int) -> float:
        judgement = self._judge(*_link(one, other))
        parted = any(reason.scorer in PARTING and reason.score < 0 for reason in judgement.evidence)
        return -1.0 if parted else judgement.score

    def _rank(self, position: int) -> tuple[int, int]:
        return -self.names[position].count, position

    def _told(self, clusters: Clusters) -> Iterator[Judgement]:
        for _, decision in sorted(self.decided.items(), key=lambda item: item[0]):
            yield decision
        for pair, judgement in sorted(self.judged.items(), key=lambda item: item[0]):
            yield _as_clustered(judgement, clusters.together(*pair))


_KEPT_APART = Evidence("cluster", -1.0, "kept apart: it would bring names together that contradict each other")


def _as_clustered(judgement: Judgement, together: bool) -> Judgement:
    """Tell what became of a pair: joined is the same, a link that was refused is a suggestion."""
    if together:
        return replace(judgement, verdict=Verdict.SAME)
    if judgement.verdict is not Verdict.SAME:
        return judgement
    return replace(judgement, verdict=Verdict.UNSURE, evidence=(*judgement.evidence, _KEPT_APART))


def _link(one: int, other: int) -> Link:
    return (one, other) if one < other else (other, one)


def _canonical(name: Name) -> tuple[str, str, list[str], int, int]:
    return name.text, name.country or "", sorted(name.identifiers), -name.count, name.id
