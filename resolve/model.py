"""The resolver's nouns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What is thought of two names. RELATED: sister, branch, same brand: never merged."""

    SAME = "same"
    RELATED = "related"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Name:
    """A distinct name as printed. ``identifiers`` are ``scheme:value``; ``country`` ISO alpha-2; ``count`` mentions."""

    id: int
    text: str
    country: str | None = None
    identifiers: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against, in words. ``score`` -1 (against) to 1 (for)."""

    scorer: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on two names. ``score`` 0 to 1. ``by``: ``rule`` or who decided."""

    left: int
    right: int
    verdict: Verdict
    score: float
    evidence: tuple[Evidence, ...] = ()
    by: str = "rule"

    @property
    def reason(self) -> str:
        """Say the reasons in one line of words."""
        return "; ".join(e.reason for e in self.evidence)


@dataclass(frozen=True, slots=True)
class Entity:
    """Names judged to be one company. ``key`` depends on its names alone, so it is the same on every machine."""

    key: str
    label: str
    members: tuple[int, ...]
    country: str | None = None
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities and the judgements behind them (SAME within an entity; RELATED and UNSURE are suggestions)."""

    entities: tuple[Entity, ...]
    judgements: tuple[Judgement, ...]
