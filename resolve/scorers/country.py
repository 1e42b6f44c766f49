"""The documents put the names in one country, or in two."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.analysis import Analysed
from resolve.model import Evidence


def country(pair: Pair) -> Evidence | None:
    """Speak when the country of both names is known, by what the form says or else by the documents."""
    left, right = _known(pair.left), _known(pair.right)
    if not left or not right:
        return None
    said = "/".join(sorted(left)), "/".join(sorted(right))
    if left & right:
        return Evidence("country", 0.3, f"same country {said[0]}")
    return Evidence("country", -1.0, f"different countries: {said[0]} and {said[1]}")


def _known(name: Analysed) -> frozenset[str]:
    return name.countries or frozenset(filter(None, (name.name.country,)))
