"""Vostok is not Vostok-2: a number only one name has, or another number, tells companies apart."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.model import Evidence
from resolve.vocabulary import Kind


def numbers(pair: Pair) -> Evidence | None:
    """Speak against when a number of one name is not in the other."""
    left, right = (
        " ".join(t.key for t in side if t.kind is Kind.NUMBER) or "none" for side in (pair.left_over, pair.right_over)
    )
    if left == right == "none":
        return None
    return Evidence("numbers", -1.0, f"numbers differ: {left} and {right}")
