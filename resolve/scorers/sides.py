"""Trade, Plus, Logistics, Import: the words by which sister companies are told apart."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.model import Evidence
from resolve.vocabulary import Kind

_SIDES = (Kind.SIDE, Kind.GROUP)


def sides(pair: Pair) -> Evidence | None:
    """Speak against when only one name has such a word."""
    extra = [token.text for token in pair.unmatched if token.kind in _SIDES]
    return Evidence("sides", -1.0, f"only one says: {', '.join(extra)}") if extra else None


def houses(pair: Pair) -> Evidence | None:
    """Speak against when only one name says what sort of house it is: a design bureau, an institute, НПО."""
    extra = [token.text for token in pair.unmatched if token.kind is Kind.HOUSE]
    return Evidence("houses", -0.5, f"only one says: {', '.join(extra)}") if extra else None
