"""From evidence to a verdict.

The score is the chance that two names are one company, as the model learned it (``resolve.boosted``). It alone never
merges: a reason that parts makes two names at most relatives, a reason that doubts leaves them to a person. Equal
registration numbers come before all of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from resolve.alignment import Pair, Tie, align
from resolve.analysis import Analysed
from resolve.boosted import model
from resolve.features import features
from resolve.model import Evidence, Judgement, Verdict
from resolve.scorers import REASONS
from resolve.scorers.contract import Reason, Role
from resolve.vocabulary import Kind

MERGE = 0.7
REVIEW = 0.4
STRANGERS = 0.002
"""A chance below which two names are not even relatives."""

_SEVERAL = 0.85
"""A chance that outweighs several reasons against at once; each alone may be outweighed by less."""

_PRINTED_ALIKE = 0.99
# Share of the names' weight that relatives have in common, with and without a distinctive word in it.
_KIN, _KIN_BY_COMMON_WORDS = 0.45, 0.7

Readings = tuple[Analysed, ...]


def judge(left: Readings, right: Readings) -> Judgement:
    """Judge two names by the readings that agree best, with every reason."""
    return _explained(*_weighed([(left, right)])[0])


def judge_many(pairs: Sequence[tuple[Readings, Readings]]) -> Iterator[Judgement]:
    """Judge pairs at once, which costs a fraction of judging them one by one; strangers come without reasons."""
    for pair, chance in _weighed(pairs):
        if _strangers(pair, chance):
            yield Judgement(pair.left.name.id, pair.right.name.id, Verdict.DIFFERENT, chance)
        else:
            yield _explained(pair, chance)


def _strangers(pair: Pair, chance: float) -> bool:
    """Tell two names that no reason could make even relatives; where numbers are known, these speak first."""
    numbered = pair.left.numbers and pair.right.numbers
    return chance < REVIEW and not numbered and (chance < STRANGERS or not _kin(pair))


def alignments(left: Readings, right: Readings) -> Iterator[Pair]:
    """Align two names in every way to read them: an alias of one goes with the other's main reading."""
    yield from (align(one, right[0]) for one in left)
    yield from (align(left[0], other) for other in right[1:])


def _weighed(pairs: Iterable[tuple[Readings, Readings]]) -> list[tuple[Pair, float]]:
    """Find the best reading of each pair, with its chance."""
    ways = [list(alignments(left, right)) for left, right in pairs]
    chances = iter(model().chances([features(pair) for several in ways for pair in several]))
    scored = ([(pair, next(chances)) for pair in several] for several in ways)
    return [max(several, key=lambda way: way[1]) for several in scored]


def _explained(pair: Pair, chance: float) -> Judgement:
    said = [(reason, evidence) for reason in REASONS if (evidence := reason.scorer(pair)) is not None]
    against = _against([reason for reason, evidence in said if evidence.score < 0], chance)
    reasons = tuple(evidence for _, evidence in said)
    verdict, score = _verdict(pair, reasons, against, chance)
    return Judgement(pair.left.name.id, pair.right.name.id, verdict, score, reasons)


def _against(reasons: Sequence[Reason], chance: float) -> set[Role]:
    """Tell what reasons that speak against may do, as far as the chance does not outweigh them."""
    least = _SEVERAL if sum(reason.role is not Role.WEIGHS for reason in reasons) > 1 else 0.0
    return {reason.role for reason in reasons if chance < max(reason.outweighed, least)}


def _verdict(pair: Pair, evidence: Sequence[Evidence], against: set[Role], chance: float) -> tuple[Verdict, float]:
    by_number = evidence[0].score if evidence and evidence[0].scorer == "identifier" else 0.0
    if by_number > 0:
        return Verdict.SAME, 1.0
    if by_number < 0:
        chance *= REVIEW
    elif pair.left.name.text == pair.right.name.text:
        chance = max(chance, _PRINTED_ALIKE)
    if chance < STRANGERS or not pair.matches:
        return Verdict.DIFFERENT, chance
    if Role.PARTS in against:
        return (Verdict.RELATED if _kin(pair) else Verdict.DIFFERENT), chance
    if chance < REVIEW:
        return Verdict.DIFFERENT, chance
    if Role.DOUBTS in against or chance < MERGE:
        return Verdict.UNSURE, chance
    return Verdict.SAME, chance


def _kin(pair: Pair) -> bool:
    """Tell relatives from strangers: much of both names agrees by letters, and not only words anybody uses."""
    agreed = pair.literal / (pair.left.weight + pair.right.weight) * 2 if pair.matches else 0.0
    return agreed >= (_KIN if _shares_distinctive(pair) else _KIN_BY_COMMON_WORDS)


def _shares_distinctive(pair: Pair) -> bool:
    literal = (match for match in pair.matches if match.tie is not Tie.MEANING)
    return any(token.kind in (Kind.PLAIN, Kind.WORD) for match in literal for token in match.left)
