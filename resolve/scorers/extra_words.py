"""A distinctive word that only one name has, or two that do not agree."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.model import Evidence
from resolve.vocabulary import Kind


def extra_words(pair: Pair) -> Evidence | None:
    """Speak against, the more the weightier the words that found no partner."""
    extra = [token for token in pair.unmatched if token.names]
    if all(any(token.kind is Kind.HONOUR for token in side) for side in (pair.left_over, pair.right_over)):
        extra += [token for token in pair.unmatched if token.kind is Kind.HONOUR]
    if not extra:
        return None
    share = sum(token.weight for token in extra) / (pair.left.weight + pair.right.weight)
    return Evidence("extra_words", -share, f"without partner: {', '.join(token.text for token in extra)}")
