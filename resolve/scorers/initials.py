"""Words agree only as initials: many names have the same."""

from __future__ import annotations

from resolve.alignment import Pair, Tie
from resolve.model import Evidence
from resolve.token import Token
from resolve.vocabulary import Kind


def initials(pair: Pair) -> Evidence | None:
    """Speak against certainty when initials are all that ties the two names but common words."""
    short = [match for match in pair.matches if match.tie is Tie.INITIALS]
    if not short or any(match.tie is not Tie.INITIALS and _naming(match.left) for match in pair.matches):
        return None
    return Evidence("initials", -0.5, "by initials only: " + ", ".join(match.in_words() for match in short))


def _naming(tokens: tuple[Token, ...]) -> bool:
    return any(token.kind in (Kind.PLAIN, Kind.WORD) for token in tokens)
