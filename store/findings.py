"""What a case tells by itself: answers to the standing questions, the strongest first, each with its facts."""

from __future__ import annotations

from dataclasses import dataclass

from store.case import Case

RANKED = "SELECT id, question, title, text, weight FROM finding ORDER BY weight DESC, id LIMIT ?"
RESTS_ON = "SELECT fact FROM finding_fact WHERE finding_id = ? ORDER BY position"


@dataclass(frozen=True, slots=True)
class Finding:
    """An indication, not proof. ``kind`` is the question it answers, ``refs`` are the facts it rests on."""

    kind: str
    title: str
    sentence: str
    score: float
    refs: tuple[str, ...]


def findings(case: Case, limit: int | None = None) -> list[Finding]:
    """Read the findings that the last run left, the strongest first."""
    rows = case.db.execute(RANKED, (-1 if limit is None else limit,)).fetchall()
    return [
        Finding(kind, title, text, weight, tuple(fact for (fact,) in case.db.execute(RESTS_ON, (number,))))
        for number, kind, title, text, weight in rows
    ]
