"""Finding a number as it was typed: an identifier, a code, the number of a document.

These are not words, so no full-text index covers them: mentions are found by the index over their value, records in one
pass over the columns that hold codes.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import FieldKind, specs
from store.case import Case
from store.facts import Fact, Finder
from store.schema import RECORD_KINDS

_SHORTEST = 4
_MENTIONS = "FROM mention WHERE kind IN ('identifier', 'hs_code', 'contact') AND value = ?"
SEVERAL = ("phone", "email")
"""Fields that may hold several codes, parted by blanks."""


def looks_like_code(words: str) -> bool:
    """Tell whether one word with a digit in it, or a mail address, was typed, long enough to mean one thing."""
    one_word = len(words.split()) == 1 and len(words) >= _SHORTEST
    return one_word and ("@" in words or any(char.isdigit() for char in words))


def find(case: Case, code: str, limit: int) -> Iterator[Fact]:
    """Yield the facts whose value is this code; of an identifier, with or without its scheme."""
    finder = Finder(case.db)
    for (id,) in case.db.execute(f"SELECT id {_MENTIONS} ORDER BY id LIMIT ?", (code, limit)).fetchall():
        yield from finder.mentions("id = ?", id)
    for kind in RECORD_KINDS:
        for (id,) in case.db.execute(_rows(kind), (code, limit)).fetchall():
            yield from (fact for fact in finder.records(kind, "id = ?", id) if _is(fact.value, code))


def count(case: Case, code: str) -> int:
    """Count the mentions and records that hold this code."""
    found: int = case.db.execute(f"SELECT count(*) {_MENTIONS}", (code,)).fetchone()[0]
    for kind in RECORD_KINDS:
        found += case.db.execute(f"SELECT count(*) FROM ({_rows(kind)})", (code, -1)).fetchone()[0]
    return found


def _rows(kind: str) -> str:
    codes = (spec.name for spec in specs(kind) if spec.kind is FieldKind.CODE)
    columns = ", ".join(f'"{code}", substr("{code}", instr("{code}", \':\') + 1)' for code in codes)
    several = (
        f"instr(' ' || \"{spec.name}\" || ' ', ' ' || ?1 || ' ')" for spec in specs(kind) if spec.name in SEVERAL
    )
    holds = " OR ".join((f"?1 IN ({columns or 'NULL'})", *several))
    return f'SELECT id FROM "{kind}" WHERE {holds} ORDER BY id LIMIT ?2'


def _is(value: str, code: str) -> bool:
    return code in (value, value.partition(":")[2], *value.split(" "))
