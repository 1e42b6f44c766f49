"""The documents put the names in one country, or in two."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.analysis import Analysed
from resolve.model import Evidence


def country(pair: Pair) -> Evidence | None:
    """Speak for one country printed with both names, against two; a legal form that is of one country is as good."""
    left, right = _known(pair.left), _known(pair.right)
    if not left or not right or (pair.left.countries and pair.right.countries):  # two forms: another reason's business
        return None
    if left.isdisjoint(right):
        one, other = "/".join(sorted(left)), "/".join(sorted(right))
        return Evidence("country", -1.0, f"different countries: {one} and {other}")
    if pair.left.name.country and pair.left.name.country == pair.right.name.country:
        return Evidence("country", 0.3, f"same country {pair.left.name.country}")
    return None


def _known(name: Analysed) -> frozenset[str]:
    return name.countries or frozenset(filter(None, (name.name.country,)))
