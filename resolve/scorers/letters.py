"""How alike the letters of the whole names are, typing errors and all."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.model import Evidence


def letters(pair: Pair) -> Evidence | None:
    """Speak when more than half of the letters agree in order; say nothing of Chinese, whose sounds are many's."""
    from rapidfuzz.distance import Indel

    left, right = pair.left, pair.right
    if not left.compact or not right.compact or any(t.sounded for t in left.core + right.core):
        return None
    likeness = max(Indel.normalized_similarity(left.compact, right.compact), _sorted_likeness(pair))
    return Evidence("letters", 2 * likeness - 1, f"{likeness:.0%} of the letters agree")


def _sorted_likeness(pair: Pair) -> float:
    from rapidfuzz.distance import Indel

    left, right = (" ".join(sorted(token.key for token in side.core)) for side in (pair.left, pair.right))
    return Indel.normalized_similarity(left, right)
