"""Names like the one typed: in other words, misspelt, with another legal form or order of words.

The words of the name, whole or by their beginning, lead to names that share some; the matcher of names judges these and
says why. Words that very many names share lead nowhere and are left out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from resolve.fold import fold
from resolve.model import Verdict

CROWD = 2_000
"""Names that share a word, beyond which it tells too little."""
JUDGED = 60
"""Names judged, those with the most and the rarest words in common."""
LIKELY, KIN = 0.3, 0.8
"""The least chance of a name that may be the same, and of one that is at most of the same family."""
_ENDING, _SHORTEST = 2, 3
_HALF, _COMPOUND = 5, 9
"""A word so long may be two elsewhere: then its first letters are those of the first."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A name of the case like the one typed. ``chance`` 0 to 1 that both are one company; ``reason`` in words."""

    id: int
    verdict: Verdict
    chance: float
    reason: str

    @property
    def is_likely(self) -> bool:
        """Tell whether it is worth showing."""
        return self.chance >= {Verdict.DIFFERENT: 2.0, Verdict.RELATED: KIN}.get(self.verdict, LIKELY)

    @property
    def in_words(self) -> str:
        """Say what is thought of it in one line."""
        return f"{self.verdict} {self.chance:.2f}: {self.reason}"


def alike(db: sqlite3.Connection, typed: str) -> list[Alike]:
    """Give the names that the matcher takes for the same company, or may."""
    from resolve.analysis import analyse
    from resolve.judge import judge_many
    from resolve.model import Name

    asked = analyse(Name(0, typed))
    terms = dict.fromkeys(term for reading in asked for term in _terms([fold(token.text) for token in reading.core]))
    near = [analyse(Name(id, text)) for id, text in _sharing(db, terms)]
    judged = judge_many([(asked, other) for other in near])
    found = (Alike(judgement.right, judgement.verdict, judgement.score, judgement.reason) for judgement in judged)
    return [one for one in found if one.is_likely]


def judged(db: sqlite3.Connection, name: int) -> list[Alike]:
    """Give what the run judged to be, or maybe to be, the company of a name of the case."""
    sides = (("left_id", "right_id"), ("right_id", "left_id"))
    sql = " UNION ALL ".join(
        f"SELECT {other}, verdict, score, reason FROM judgement WHERE {own} = ?" for own, other in sides
    )
    rows = db.execute(sql, (name, name)).fetchall()
    found = (Alike(id, Verdict(verdict), score, reason) for id, verdict, score, reason in rows)
    return [one for one in found if one.is_likely]


def _terms(words: Sequence[str]) -> Iterator[str]:
    """Write folded words as terms of FTS5: whole, without ending, by their first half, joined with the next."""
    for key in " ".join(words).split():
        yield f'folded : "{key}"'
        if len(key) > _SHORTEST + _ENDING:
            yield f'folded : "{key[:-_ENDING]}"*'
        if len(key) >= _COMPOUND:
            yield f'folded : "{key[:_HALF]}"*'
    yield from (f'folded : "{one}{other}"' for one, other in pairwise(words) if " " not in one + other)


def _sharing(db: sqlite3.Connection, terms: Iterable[str]) -> list[tuple[int, str]]:
    """Give the names that share most, terms of a crowd left out."""
    crowded = "SELECT 1 FROM name_fts WHERE name_fts MATCH ? LIMIT 1 OFFSET ?"
    rare = [term for term in terms if db.execute(crowded, (term, CROWD)).fetchone() is None]
    if not rare:
        return []
    found: list[tuple[int, str]] = db.execute(
        "SELECT n.id, n.name FROM name_fts f JOIN name n ON n.id = f.rowid "
        "WHERE name_fts MATCH ? ORDER BY rank LIMIT ?",
        (" OR ".join(rare), JUDGED),
    ).fetchall()
    return found
