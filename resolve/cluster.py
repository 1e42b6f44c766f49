"""Clusters of names, from judgements: without chains, and the same for any order of the input.

Clusters grow by the surest link first. Two join only when no pair across them is kept apart (by a person or by
registration numbers) and their voices agree on average, none of them contradicting. So A = B and B = C do not
bring A and C together when these do not agree themselves. A voice is a name, or names that a person or a number has
joined: of these it is enough that one agrees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product, starmap
from typing import Any

from resolve.identifiers import Numbers, agree, united

Link = tuple[int, int]
Agreement = Callable[[int, int], float]  # of two names: 0 to 1, negative when they must not meet

FLOOR = 0.5  # mean agreement of the voices below which clusters stay apart
_HEARD = 4  # voices of a cluster, and names of a voice, that are heard; more would cost and change little


@dataclass(slots=True)
class Group:
    """A growing cluster: its voices by rank, the registration numbers it carries, and who is kept apart from it."""

    voices: list[list[int]]
    numbers: Numbers
    apart: set[int]

    @property
    def members(self) -> list[int]:
        """List all names of all voices."""
        return [name for voice in self.voices for name in voice]


class Clusters:
    """Groups under construction; a name is its position."""

    def __init__(self, numbers: Sequence[Numbers], apart: Iterable[Link], rank: Callable[[int], Any]) -> None:
        self._of = [Group([[position]], own, set()) for position, own in enumerate(numbers)]
        self._rank = rank
        for one, other in apart:
            self._of[one].apart.add(other)
            self._of[other].apart.add(one)

    def join(self, links: Iterable[Link]) -> None:
        """Join what a person says is one, unless persons keep other members apart."""
        for one, other in links:
            group = self._united(one, other)
            if group is not None:
                group.voices = [sorted(group.members, key=self._rank)]

    def join_by_number(self, links: Iterable[Link]) -> None:
        """Join what carries an equal number, unless other numbers conflict."""
        self.join(link for link in links if not _conflict(*(self._of[name] for name in link)))

    def grow(self, links: Iterable[Link], agreement: Agreement) -> None:
        """Join along links, in the order given, where the clusters agree as wholes."""
        for one, other in links:
            left, right = self._of[one], self._of[other]
            if left is not right and not _conflict(left, right) and _agreed(left, right, agreement):
                self._united(one, other)

    def together(self, one: int, other: int) -> bool:
        """Say whether two names ended in one cluster."""
        return self._of[one] is self._of[other]

    def groups(self) -> list[list[int]]:
        """List the clusters, in order of their first member."""
        return sorted({id(group): sorted(group.members) for group in self._of}.values())

    def _united(self, one: int, other: int) -> Group | None:
        """Make one group of two, or none when they are one already or kept apart."""
        left, right = self._of[one], self._of[other]
        if left is right or _kept_apart(left, right):
            return None
        if len(left.voices) < len(right.voices):
            left, right = right, left
        for name in right.members:
            self._of[name] = left
        left.voices = sorted(left.voices + right.voices, key=lambda voice: self._rank(voice[0]))
        left.numbers = united(left.numbers, right.numbers)
        left.apart |= right.apart
        return left


def _conflict(left: Group, right: Group) -> bool:
    return agree(left.numbers, right.numbers) is False


def _kept_apart(left: Group, right: Group) -> bool:
    apart = bool(left.apart or right.apart)
    return apart and not (left.apart.isdisjoint(right.members) and right.apart.isdisjoint(left.members))


def _agreed(left: Group, right: Group, agreement: Agreement) -> bool:
    heard = product(left.voices[:_HEARD], right.voices[:_HEARD])
    agreements = [max(starmap(agreement, product(one[:_HEARD], other[:_HEARD]))) for one, other in heard]
    return min(agreements) >= 0 and sum(agreements) / len(agreements) >= FLOOR
