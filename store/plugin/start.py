"""What the start page shows: what the case holds, its leads, merges to look at, files that were not read."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from store.schema import RECORD_KINDS

Row = sqlite3.Row

FINDINGS = """
select f.id, f.title, f.text, f.question, (select count(*) from finding_fact where finding_id = f.id) as facts
from finding f order by f.weight desc, f.id limit 12
"""
FINDING_FACTS = "select fact from finding_fact where finding_id = ? order by position limit 200"
STATES = "select status, count(*) as files from source group by status order by files desc"
FAILED = """
select id, name, status, reason, hint from source where status not in ('ok', 'skipped') order by status, name limit 20
"""
REVIEW = """
select l.entity_id as left_id, l.name as left_name, r.entity_id as right_id, r.name as right_name, j.verdict, j.score,
       j.reason
from judgement j join name l on l.id = j.left_id join name r on r.id = j.right_id
where j.verdict = 'unsure' and l.entity_id <> r.entity_id
group by min(l.entity_id, r.entity_id), max(l.entity_id, r.entity_id)
order by min(l.facts, r.facts) desc, j.score desc limit 10
"""


@dataclass(frozen=True, slots=True)
class Start:
    """The start page of a case."""

    counts: list[tuple[str, int]]
    findings: list[Row]
    states: list[Row]
    failed: list[Row]
    review: list[Row]


def start(connection: sqlite3.Connection) -> Start:
    """Gather the start page."""
    tables = ("source", *RECORD_KINDS, "mention", "entity")
    counts = [(table, connection.execute(f'select count(*) from "{table}"').fetchone()[0]) for table in tables]
    findings, states, failed, review = (connection.execute(q).fetchall() for q in (FINDINGS, STATES, FAILED, REVIEW))
    return Start([c for c in counts if c[1]], findings, states, failed, review)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding with the facts it rests on."""

    row: Row
    facts: list[str]


def finding(connection: sqlite3.Connection, finding_id: int) -> Finding | None:
    """Gather a finding's page; None if there is no such finding."""
    row = connection.execute("select * from finding where id = ?", (finding_id,)).fetchone()
    if row is None:
        return None
    return Finding(row, [fact for (fact,) in connection.execute(FINDING_FACTS, (finding_id,))])
