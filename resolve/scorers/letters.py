"""How alike the letters of the whole names are, typing errors and all."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.model import Evidence


def letters(pair: Pair) -> Evidence | None:
    """Speak when more than half of the letters agree in order; say nothing of Chinese, whose sounds are many's."""
    left, right = pair.left, pair.right
    if not left.compact or not right.compact or left.sounded or right.sounded:
        return None
    from rapidfuzz.distance.Indel import normalized_similarity

    likeness = max(
        normalized_similarity(left.compact, right.compact), normalized_similarity(left.ordered, right.ordered)
    )
    return Evidence("letters", 2 * likeness - 1, f"{likeness:.0%} of the letters agree")
