"""A pair of names in numbers: what the model weighs.

Weights are of rare words: a word counts by its rarity and its kind. Every feature has a direction that the model must
keep (1: more of it never lowers the score, -1: never raises it, 0: free), so that no score surprises.
"""

from __future__ import annotations

from collections.abc import Iterable

from resolve.alignment import Match, Pair, Tie
from resolve.token import Token
from resolve.vocabulary import Kind

FEATURES = {
    # what agrees
    "equal core": 1, "agreed, of the fuller name": 1, "agreed, of the barer name": 1,
    "by letters, of the fuller name": 1, "by letters, of the barer name": 1, "by letters": 1,
    "rarest word that agrees": 1, "by meaning": 1, "naming words by meaning": 0, "by clipped words": 1,
    "by initials": 1, "words behind initials": 0, "lost in nearly alike words": -1, "least alike naming word": 1,
    "Chinese words of one sound only": -1, "by consonants": 0, "by near meaning": 1,
    "pinyin of other letters": -1,
    # what found no partner: in the name that has more of it, in the one that has less
    "left over, more": 0, "left over, less": 0, "naming words, more": -1, "naming words, less": -1,
    "numbers, more": -1, "numbers, less": -1, "side words, more": -1, "side words, less": -1,
    "group words, more": -1, "group words, less": -1, "house words, more": -1, "house words, less": -1,
    "places, more": 0, "places, less": -1, "trades, more": 0, "trades, less": -1,
    "heaviest word left": -1, "count of naming words, more": -1, "count of naming words, less": -1,
    # the names as wholes
    "letters in order": 1, "letters of sorted words": 1, "first letters": 1, "Chinese characters shared": 1,
    "legal forms agree": 1, "legal forms of different countries": -1,
    "words of the shorter": 0, "words of the longer": 0, "letters of the shorter": 0,
}  # fmt: skip
"""Names of the features, in order, with their direction."""

_LITERAL = frozenset((Tie.SAME, Tie.JOINED, Tie.NEAR, Tie.ENDING, Tie.ROOT, Tie.SOUND, Tie.CONSONANTS))
_NAMING = (Kind.PLAIN, Kind.WORD)
_LEFT = {
    Kind.PLAIN: 1, Kind.WORD: 1, Kind.NUMBER: 2, Kind.SIDE: 3, Kind.GROUP: 4, Kind.HOUSE: 5, Kind.PLACE: 6,
    Kind.INDUSTRY: 7,
}  # fmt: skip
"""Where a kind of word that is left over is summed up; 0 is all of them, 8 the count of naming words."""


def features(pair: Pair) -> tuple[float, ...]:
    """Measure a pair, in the order of ``FEATURES``."""
    return (*_agreed(pair), *_left_over(pair), *_letters(pair), *_forms(pair), *_lengths(pair))


def _weigh(tokens: Iterable[Token]) -> float:
    return sum([token.worth for token in tokens])


def _agreed(pair: Pair) -> Iterable[float]:
    left, right = pair.left.worth or 1.0, pair.right.worth or 1.0
    by_tie = dict.fromkeys(Tie, 0.0)
    agreed, literal = [0.0, 0.0], [0.0, 0.0]
    lost = rarest = meant_names = sound_only = respelt = 0.0
    nearest, behind = 1.0, 0
    for match in pair.matches:
        one, other = _weigh(match.left), _weigh(match.right)
        by_tie[match.tie] += max(one, other)
        agreed[0] += one * match.likeness
        agreed[1] += other * match.likeness
        if match.tie in _LITERAL:
            literal[0] += one * match.likeness
            literal[1] += other * match.likeness
            lost += (one + other) / 2 * (1 - match.likeness)
            if _naming(match):
                rarest = max(rarest, min(max(one, other), 1.2) * match.likeness)
                nearest = min(nearest, match.likeness)
            sound_only = max(sound_only, _sounds_only(match))
            respelt = max(respelt, _respelt(match))
        elif match.tie is Tie.MEANING and match.left[0].kind is Kind.WORD:
            meant_names += (one + other) / 2
        elif match.tie is Tie.INITIALS:
            behind = max(behind, len(match.left) + len(match.right) - 1)
    least, most = sorted((agreed[0] / left, agreed[1] / right))
    literal_least, literal_most = sorted((literal[0] / left, literal[1] / right))
    whole = 2 / (left + right)
    yield from (float(_equal(pair)), least, most, literal_least, literal_most, sum(literal) / 2, rarest)
    yield from (by_tie[Tie.MEANING] * whole, meant_names, by_tie[Tie.CLIPPED] * whole, by_tie[Tie.INITIALS] * whole)
    yield from (behind, lost, nearest, sound_only, by_tie[Tie.CONSONANTS] * whole, pair.kindred, respelt)


def _equal(pair: Pair) -> bool:
    left, right = pair.left, pair.right
    return bool(left.compact) and (left.compact == right.compact or left.written == right.written)


def _naming(match: Match) -> bool:
    return any(token.kind in _NAMING for token in (*match.left, *match.right))


def _sounds_only(match: Match) -> float:
    left, right = ("".join(token.text for token in side if token.sounded) for side in (match.left, match.right))
    return float(bool(left and right) and left != right)


def _respelt(match: Match) -> float:
    """Say whether two words of pinyin are only nearly alike: Yuanwang and Yuanhang are not one word misspelt."""
    one, other = match.left[0], match.right[0]
    return float(match.tie is Tie.NEAR and bool(one.chinese and other.chinese))


def _left_over(pair: Pair) -> Iterable[float]:
    left, right = _sums(pair.left_over), _sums(pair.right_over)
    for one, other in zip(left[:8], right[:8], strict=True):
        yield from (max(one, other), min(one, other))
    yield max([token.worth for token in pair.unmatched], default=0.0)
    yield from (max(left[8], right[8]), min(left[8], right[8]))


def _sums(tokens: Iterable[Token]) -> list[float]:
    sums = [0.0] * 9
    for token in tokens:
        at = _LEFT.get(token.kind)
        sums[0] += token.worth
        if at:
            sums[at] += token.worth if at != 2 else 1.0
            sums[8] += at == 1
    return sums


def _letters(pair: Pair) -> Iterable[float]:
    from rapidfuzz.distance import Indel, JaroWinkler

    left, right = pair.left, pair.right
    yield Indel.normalized_similarity(left.compact, right.compact)
    yield Indel.normalized_similarity(left.ordered, right.ordered)
    yield JaroWinkler.similarity(left.compact, right.compact)
    one, other = set(left.sounded), set(right.sounded)
    yield len(one & other) / len(one | other) if one and other else -1.0


def _forms(pair: Pair) -> tuple[float, float]:
    left, right = pair.left, pair.right
    abroad = bool(left.countries and right.countries) and left.countries.isdisjoint(right.countries)
    if not left.classes or not right.classes:
        return 0.0, float(abroad)
    agree = bool(left.classes & right.classes)
    return (0.0 if abroad else 1.0) if agree else -1.0, float(abroad)


def _lengths(pair: Pair) -> Iterable[float]:
    words = sorted((len(pair.left.core), len(pair.right.core)))
    yield from words
    yield min(len(pair.left.compact), len(pair.right.compact))
