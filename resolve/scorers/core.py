"""The names are equal once legal form, script and gaps are taken away."""

from __future__ import annotations

from resolve.alignment import Pair
from resolve.model import Evidence


def core(pair: Pair) -> Evidence | None:
    """Speak for names whose cores are equal."""
    left, right = pair.left, pair.right
    if not left.compact or (left.compact != right.compact and left.written != right.written):
        return None
    return Evidence("core", 1.0, f"same name but for script and legal form: {left.text} = {right.text}")
