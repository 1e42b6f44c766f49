"""How much of both names agrees, rare words counting more than «technology» or «Moscow»."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.model import Evidence


def shared_words(pair: Pair) -> Evidence | None:
    """Speak from -1 (no word agrees) to 1 (every word)."""
    if not pair.matches:
        return Evidence("shared_words", -1.0, "no word in common")
    agreed = ", ".join(match.in_words() for match in pair.matches)
    return Evidence("shared_words", 2 * pair.coverage - 1, f"agree: {agreed}")
