"""Clusters of names, from judgements: without chains, and the same for any order of the input.

Clusters grow by the surest link first. Two join only when no pair across them is kept apart (by a person or by
registration numbers) and their spokesmen agree on average, none of them contradicting. So A = B and B = C do not
bring A and C together when these do not agree themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from resolve.identifiers import Numbers, agree, united

Link = tuple[int, int]
Agreement = Callable[[int, int], float]  # of two names: 0 to 1, negative when they must not meet

FLOOR = 0.8  # mean agreement of the spokesmen below which clusters stay apart
_SPOKESMEN = 4  # members that speak for a cluster, the most mentioned; more would cost and change little


@dataclass(slots=True)
class Group:
    """A growing cluster: members by rank, the registration numbers it carries, and who is kept apart from it."""

    members: list[int]
    numbers: Numbers
    apart: set[int]


class Clusters:
    """Groups under construction; a name is its position."""

    def __init__(self, numbers: Sequence[Numbers], apart: Iterable[Link], rank: Callable[[int], Any]) -> None:
        self._of = [Group([position], own, set()) for position, own in enumerate(numbers)]
        self._rank = rank
        for one, other in apart:
            self._of[one].apart.add(other)
            self._of[other].apart.add(one)

    def join(self, links: Iterable[Link]) -> None:
        """Join what a person says is one, unless persons keep other members apart."""
        for one, other in links:
            left, right = self._of[one], self._of[other]
            if left is not right and not _kept_apart(left, right):
                self._unite(left, right)

    def join_by_number(self, links: Iterable[Link]) -> None:
        """Join what carries an equal number, unless other numbers conflict."""
        self.join(link for link in links if not _conflict(*(self._of[position] for position in link)))

    def grow(self, links: Iterable[Link], agreement: Agreement) -> None:
        """Join along links, in the order given, where the clusters agree as wholes."""
        for one, other in links:
            left, right = self._of[one], self._of[other]
            if left is not right and not _conflict(left, right) and _agreed(left, right, agreement):
                self.join([(one, other)])

    def together(self, one: int, other: int) -> bool:
        """Say whether two names ended in one cluster."""
        return self._of[one] is self._of[other]

    def groups(self) -> list[list[int]]:
        """List the clusters, in order of their first member."""
        return sorted({id(group): sorted(group.members) for group in self._of}.values())

    def _unite(self, left: Group, right: Group) -> None:
        if len(left.members) < len(right.members):
            left, right = right, left
        left.members = sorted(left.members + right.members, key=self._rank)
        left.numbers = united(left.numbers, right.numbers)
        left.apart |= right.apart
        for member in right.members:
            self._of[member] = left


def _conflict(left: Group, right: Group) -> bool:
    return agree(left.numbers, right.numbers) is False


def _kept_apart(left: Group, right: Group) -> bool:
    return not left.apart.isdisjoint(right.members) or not right.apart.isdisjoint(left.members)


def _agreed(left: Group, right: Group, agreement: Agreement) -> bool:
    pairs = product(left.members[:_SPOKESMEN], right.members[:_SPOKESMEN])
    agreements = [agreement(one, other) for one, other in pairs]
    return min(agreements) >= 0 and sum(agreements) / len(agreements) >= FLOOR
