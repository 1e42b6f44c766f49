"""Words agree by meaning only: Sky Mechanics may be Небесная Механика, but a dictionary proves nothing."""

from __future__ import annotations

from resolve.alignment import Match, Pair, Tie
from resolve.model import Evidence
from resolve.vocabulary import Kind


def translation(pair: Pair) -> Evidence | None:
    """Speak against certainty when a distinctive word agrees by meaning alone, or no word but of trade and place does.

    Words that only say what sort of firm it is (НИИ = Research Institute) are as good as literal.
    """
    meant = [match for match in pair.matches if match.tie is Tie.MEANING and match.left[0].kind is not Kind.SIDE]
    if not meant:
        return None
    literal = any(match.tie is not Tie.MEANING and _says_who(match) for match in pair.matches)
    if literal and not any(match.left[0].kind is Kind.WORD for match in meant):
        return None
    share = sum(match.weight for match in meant) / sum(match.weight for match in pair.matches)
    return Evidence("translation", -share, "by meaning only: " + ", ".join(match.in_words() for match in meant))


def _says_who(match: Match) -> bool:
    return any(token.kind in (Kind.PLAIN, Kind.WORD) for token in match.left)
