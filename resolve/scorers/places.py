"""A place in only one of the names is often a branch or a firm of the same brand elsewhere."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.model import Evidence
from resolve.vocabulary import Kind


def places(pair: Pair) -> Evidence | None:
    """Speak against when a place stands in only one name."""
    extra = [token.text for token in pair.unmatched if token.kind is Kind.PLACE]
    return Evidence("places", -1.0, f"only one names the place: {', '.join(extra)}") if extra else None


def trades(pair: Pair) -> Evidence | None:
    """Speak against when a line of business (technology, bank) stands in only one name."""
    extra = [token.text for token in pair.unmatched if token.kind is Kind.INDUSTRY]
    return Evidence("trades", -1.0, f"only one says: {', '.join(extra)}") if extra else None
