"""One letter more or less in a short distinctive word makes another company as often as a typing error."""

from __future__ import annotations

from resolve.alignment import Match, Pair, Tie
from resolve.model import Evidence
from resolve.vocabulary import Kind

_TRUSTED = 0.9  # at eight or more letters this forgives one changed and one missing letter


def near_words(pair: Pair) -> Evidence | None:
    """Speak against when distinctive words agree only nearly and are too short for the difference to be an error."""
    doubtful = [match for match in pair.matches if match.tie in (Tie.NEAR, Tie.ENDING) and _doubtful(match)]
    if not doubtful:
        return None
    worst = min(match.likeness for match in doubtful)
    return Evidence("near_words", worst - 1, "nearly alike only: " + ", ".join(m.in_words() for m in doubtful))


def _doubtful(match: Match) -> bool:
    """Doubt a word within one script; from one script to another the same word is spelt as the writer hears it."""
    token, other = match.left[0], match.right[0]
    if token.text.isascii() != other.text.isascii():
        return False
    distinctive = token.kind in (Kind.PLAIN, Kind.WORD) or other.kind in (Kind.PLAIN, Kind.WORD)
    return distinctive and (match.likeness < _TRUSTED or min(len(token.key), len(other.key)) < 8)


def homophones(pair: Pair) -> Evidence | None:
    """Speak against Chinese words that only sound the same: 华芯 and 华信 are two brands."""
    unlike = [match for match in pair.matches if _sounds_only(match)]
    if not unlike:
        return None
    return Evidence("homophones", -1.0, "written otherwise: " + ", ".join(match.in_words() for match in unlike))


def _sounds_only(match: Match) -> bool:
    left, right = ("".join(token.text for token in side if token.sounded) for side in (match.left, match.right))
    return bool(left and right) and left != right and match.tie is not Tie.MEANING
