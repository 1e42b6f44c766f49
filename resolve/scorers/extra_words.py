"""A distinctive word that only one name has, or two that do not agree."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.model import Evidence
from resolve.vocabulary import Kind


def extra_words(pair: Pair) -> Evidence | None:
    """Speak against, the more the weightier the words that found no partner."""
    extra = [token for token in pair.unmatched if token.kind in (Kind.PLAIN, Kind.WORD)]
    if not extra:
        return None
    share = sum(token.weight for token in extra) / (pair.left.weight + pair.right.weight)
    return Evidence("extra_words", -share, f"without partner: {', '.join(token.text for token in extra)}")
