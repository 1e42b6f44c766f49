"""The documents put the names in one country, or in two."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.analysis import Analysed
from resolve.model import Evidence


def country(pair: Pair) -> Evidence | None:
    """Speak for one country printed with both names, against two; a legal form that is of one country is as good.

    Where forms alone settle it, a difference in what is printed is told and weighs nothing.
    """
    left, right = _known(pair.left), _known(pair.right)
    one, other = pair.left.name.country, pair.right.name.country
    if left and right and left.isdisjoint(right) and not _settled_by_forms(pair):
        return Evidence("country", -1.0, f"different countries: {_spelled(left)} and {_spelled(right)}")
    if one and other and one != other:
        return Evidence("country", 0.0, f"different countries: {one} and {other}; the legal forms weigh more")
    if one and one == other and not (pair.left.countries and pair.right.countries):
        return Evidence("country", 0.3, f"same country {one}")
    return None


def _settled_by_forms(pair: Pair) -> bool:
    """Tell whether two forms of different countries are there: another reason's business."""
    left, right = pair.left.countries, pair.right.countries
    return bool(left and right) and left.isdisjoint(right)


def _known(name: Analysed) -> frozenset[str]:
    """Give where a company may be: where its form is used, narrowed by what is printed unless that contradicts it."""
    printed = frozenset(filter(None, (name.name.country,)))
    return name.countries & printed or name.countries or printed


def _spelled(countries: frozenset[str]) -> str:
    return "/".join(sorted(countries))
