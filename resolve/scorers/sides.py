"""Trade, Plus, Logistics, Import: the words by which sister companies are told apart."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.model import Evidence
from resolve.vocabulary import Kind


def sides(pair: Pair) -> Evidence | None:
    """Speak against when only one name has such a word."""
    extra = [token.text for token in pair.unmatched if token.kind is Kind.SIDE]
    return Evidence("sides", -1.0, f"only one says: {', '.join(extra)}") if extra else None


def groups(pair: Pair) -> Evidence | None:
    """Speak against when only one name is that of a group, a holding, a concern; writers leave that out."""
    extra = [token.text for token in pair.unmatched if token.kind is Kind.GROUP]
    return Evidence("groups", -0.7, f"only one says: {', '.join(extra)}") if extra else None


def houses(pair: Pair) -> Evidence | None:
    """Speak against when only one name says what sort of house it is: a design bureau, an institute, НПО."""
    extra = [token.text for token in pair.unmatched if token.kind is Kind.HOUSE]
    return Evidence("houses", -0.5, f"only one says: {', '.join(extra)}") if extra else None
