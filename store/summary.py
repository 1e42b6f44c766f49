"""What stands in a case once a run has ended: one table for each standing question, and the findings.

The tables are the answers of ``store/views/*.sql`` made solid, so that a page shows them at once however many rows lie
below. All is derived: it is made anew from the facts, in one transaction, and says the same however often.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from store import ground
from store.case import Case
from store.questions import QUESTIONS, Question, Row, Told, sql
from store.sorting import short_runs

TABLES = ("deals", *(question.name for question in QUESTIONS))
"""In the order in which they are made: chains read deals."""

ASKED = 20
"""Rows of each question that become findings; the rest stays in its table."""

SPELLINGS = "SELECT name FROM name WHERE entity_id = ? ORDER BY name = upper(name), facts DESC, name"
DEBRIS = ('":', '", "')
"""Signs that a name was cut out of code or data, and is none."""

UNCLEAR = "a company whose name is unclear"
LISTED = 500
"""Facts kept with a finding; how many more there are stands in its words."""

PARTIES = ("seller", "intermediary", "buyer", "payer", "payee")


def build(case: Case) -> int:
    """Answer the standing questions and rank the answers; give the number of findings."""
    with case.transaction() as db, short_runs(db):
        for table in TABLES:
            ground.lay(db, table)
            db.execute(f'DROP TABLE IF EXISTS "{table}"')
            db.execute(f'CREATE TABLE "{table}" AS {sql(table)}')
        db.execute("DELETE FROM finding_fact")
        db.execute("DELETE FROM finding")
        found = sorted(answers(db), key=lambda answer: (-answer[1].strength, answer[1].title))
        for number, (question, told, row) in enumerate(found, start=1):
            record(db, number, question, told, row)
        ground.clear(db)
    return len(found)


def answers(db: sqlite3.Connection) -> Iterator[tuple[Question, Told, Row]]:
    """Tell the foremost rows of every question; each further row of a question counts for less than the one before."""
    for question in QUESTIONS:
        rows = [named(db, row) for row in selected(db, question.name)]
        told = sorted(((question.tell(row), row) for row in rows), key=lambda pair: (-pair[0].strength, pair[0].title))
        for place, (words, row) in enumerate(told, start=1):
            yield question, replace(words, strength=words.strength / place), row


def selected(db: sqlite3.Connection, table: str) -> list[Row]:
    """Read the first rows of an answer, by column name."""
    cursor = db.execute(f'SELECT * FROM "{table}" ORDER BY rowid LIMIT {ASKED}')
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor]


def named(db: sqlite3.Connection, row: Row) -> Row:
    """Give companies a Latin spelling beside one in another script, so that every reader can say the name."""
    return dict(row) | {party: both_scripts(db, row[f"{party}_id"], row[party]) for party in PARTIES if party in row}


def both_scripts(db: sqlite3.Connection, entity: int, label: str) -> str:
    """Put the usual Latin spelling before a label that is not Latin; never use one that is debris of code or data."""
    if label.isascii() and is_name(label):
        return label
    spellings = [name for (name,) in db.execute(SPELLINGS, (entity,)) if is_name(name)]
    latin = next((name for name in spellings if name.isascii() and name.isprintable()), None)
    own = label if is_name(label) else next(iter(spellings), UNCLEAR)
    return f"{latin} ({own})" if latin and latin != own else own


def is_name(label: str) -> bool:
    """Tell a name from debris with the quotes and colons of code or data in it."""
    return not any(sign in label for sign in DEBRIS)


def record(db: sqlite3.Connection, number: int, question: Question, told: Told, row: Row) -> None:
    """Write a finding and the facts it rests on."""
    facts = db.execute(question.evidence, row).fetchall()
    text = told.text + unlisted(len(facts))
    db.execute(
        "INSERT INTO finding(id, title, question, text, weight) VALUES (?, ?, ?, ?, ?)",
        (number, told.title, question.name, text, round(told.strength, 4)),
    )
    db.executemany(
        "INSERT INTO finding_fact(finding_id, position, fact) VALUES (?, ?, ?)",
        ((number, position, fact) for position, (fact,) in enumerate(facts[:LISTED], start=1)),
    )


def unlisted(facts: int) -> str:
    """Say how many facts are left out of the list of those a finding rests on."""
    return f" It rests on the {LISTED} places listed and {facts - LISTED:,} more." if facts > LISTED else ""
