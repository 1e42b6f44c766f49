"""Registration numbers agree or conflict: the hardest evidence there is."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.identifiers import agree
from resolve.model import Evidence


def identifier(pair: Pair) -> Evidence | None:
    """Speak when both names carry a number of one kind."""
    left, right = pair.left.numbers, pair.right.numbers
    if not left or not right:
        return None
    verdict = agree(left, right)
    if verdict is None:
        return None
    scheme = min(kind for kind in left.keys() & right.keys() if left[kind].isdisjoint(right[kind]) is not verdict)
    one, other = " ".join(sorted(left[scheme])), " ".join(sorted(right[scheme]))
    if verdict:
        return Evidence("identifier", 1.0, f"same {scheme.upper()} {one}")
    return Evidence("identifier", -1.0, f"different {scheme.upper()}: {one} and {other}")
