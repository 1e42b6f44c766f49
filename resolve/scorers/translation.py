"""Words agree by meaning only: Sky Mechanics may be Небесная Механика, but a dictionary proves nothing."""

from __future__ import annotations

from resolve.alignment import Pair, Tie
from resolve.model import Evidence
from resolve.vocabulary import Kind


def translation(pair: Pair) -> Evidence | None:
    """Speak against certainty when a distinctive word, or most of the name, agrees by meaning alone."""
    meant = [match for match in pair.matches if match.tie is Tie.MEANING]
    if not meant:
        return None
    share = sum(match.weight for match in meant) / sum(match.weight for match in pair.matches)
    distinctive = any(token.kind is Kind.WORD for match in meant for token in match.left)
    if not distinctive and share < 0.5:
        return None
    return Evidence("translation", -share, "by meaning only: " + ", ".join(match.in_words() for match in meant))
