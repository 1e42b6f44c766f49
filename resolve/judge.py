"""From reasons to a verdict.

The score is a logistic sum of weighted reasons. It alone never merges: a reason that parts makes two names at most
relatives, a reason that doubts leaves them to a person. Equal registration numbers come before all of that.
"""

from __future__ import annotations

from itertools import chain
from math import exp

from resolve.alignment import Pair, Tie, align
from resolve.analysis import Analysed
from resolve.model import Evidence, Judgement, Verdict
from resolve.scorers import BIAS, REASONS
from resolve.scorers.contract import Role
from resolve.vocabulary import Kind

MERGE = 0.9
REVIEW = 0.45
# Share of the names' weight that relatives have in common, with and without a distinctive word in it.
_KIN, _KIN_BY_COMMON_WORDS = 0.45, 0.7

Readings = tuple[Analysed, ...]


def judge(left: Readings, right: Readings) -> Judgement:
    """Judge two names by the readings that agree best; an alias of one must agree with the other's main reading."""
    readings = ((one, right[0]) for one in left), ((left[0], other) for other in right[1:])
    judgements = (judge_pair(align(one, other)) for one, other in chain(*readings))
    return max(judgements, key=lambda judgement: judgement.score)


def judge_pair(pair: Pair) -> Judgement:
    """Judge one reading of each name."""
    evidence, roles, odds = [], set[Role](), BIAS
    for reason in REASONS:
        said = reason.scorer(pair)
        if said is None:
            continue
        evidence.append(said)
        odds += reason.weight * said.score
        if said.score < 0:
            roles.add(reason.role)
    chance = 1 / (1 + exp(-odds))
    verdict, score = _verdict(pair, evidence, roles, chance)
    return Judgement(pair.left.name.id, pair.right.name.id, verdict, score, tuple(evidence))


def _verdict(pair: Pair, evidence: list[Evidence], roles: set[Role], chance: float) -> tuple[Verdict, float]:
    by_number = evidence[0].score if evidence and evidence[0].scorer == "identifier" else 0.0
    if by_number > 0:
        return Verdict.SAME, 1.0
    if Role.PARTS in roles:
        return (Verdict.RELATED if _kin(pair) else Verdict.DIFFERENT), chance * REVIEW if by_number else chance * MERGE
    if chance < REVIEW or not pair.matches:
        return Verdict.DIFFERENT, chance * MERGE
    if Role.DOUBTS in roles or chance < MERGE:
        return Verdict.UNSURE, chance * MERGE
    return Verdict.SAME, chance


def _kin(pair: Pair) -> bool:
    """Tell relatives from strangers: much of both names agrees by letters, and not only words anybody uses."""
    agreed = pair.literal / (pair.left.weight + pair.right.weight) * 2 if pair.matches else 0.0
    return agreed >= (_KIN if _shares_distinctive(pair) else _KIN_BY_COMMON_WORDS)


def _shares_distinctive(pair: Pair) -> bool:
    literal = (match for match in pair.matches if match.tie is not Tie.MEANING)
    return any(token.kind in (Kind.PLAIN, Kind.WORD) for match in literal for token in match.left)
