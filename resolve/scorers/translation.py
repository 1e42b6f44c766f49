"""Words agree by meaning only: Sky Mechanics may be Небесная Механика, but a dictionary proves nothing."""

from __future__ import annotations

from resolve.alignment import Match, Pair, Tie
from resolve.model import Evidence
from resolve.vocabulary import Kind

_SIDES = (Kind.SIDE, Kind.GROUP, Kind.HOUSE)


def translation(pair: Pair) -> Evidence | None:
    """Speak against certainty when a word that may be a brand agrees by meaning alone."""
    meant = _meant(pair)
    if not any(match.left[0].kind is Kind.WORD for match in meant):
        return None
    return _told("translation", pair, meant)


def described(pair: Pair) -> Evidence | None:
    """Speak against certainty when no word agrees by letters but those of trade and place, however many do by meaning.

    Words that only say what sort of firm it is (НИИ = Research Institute) are as good as literal.
    """
    meant = _meant(pair)
    if not meant or any(match.left[0].kind is Kind.WORD for match in meant):
        return None
    if any(match.tie is not Tie.MEANING and _says_who(match) for match in pair.matches):
        return None
    return _told("described", pair, meant)


def _meant(pair: Pair) -> list[Match]:
    return [match for match in pair.matches if match.tie is Tie.MEANING and match.left[0].kind not in _SIDES]


def _told(scorer: str, pair: Pair, meant: list[Match]) -> Evidence:
    share = sum(match.weight for match in meant) / sum(match.weight for match in pair.matches)
    return Evidence(scorer, -share, "by meaning only: " + ", ".join(match.in_words() for match in meant))


def _says_who(match: Match) -> bool:
    return any(token.kind in (Kind.PLAIN, Kind.WORD) for token in match.left)
