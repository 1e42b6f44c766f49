"""Names on their way to entities: how often and where each stands, what people decided, what the resolver judged."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict

from resolve.model import Judgement, Name, Resolution, Verdict
from store.schema import RECORD_KINDS, country_field, party_fields


class Names:
    """The names of a case and what is thought of them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def count(self) -> None:
        """Count the places of each name, note its commonest known country, drop names that stand nowhere any more.

        Of two countries as common, the first by letter: the order of files must not matter.
        """
        self._db.execute("DROP TABLE IF EXISTS temp.stands")
        self._db.execute(f"CREATE TEMP TABLE stands AS {_places()}")
        self._db.execute("CREATE INDEX temp.stands_name ON stands(name)")
        self._db.execute(
            "UPDATE name SET facts = coalesce((SELECT sum(n) FROM temp.stands WHERE name = name.id), 0), "
            "country = (SELECT country FROM temp.stands WHERE name = name.id AND length(country) = 2 "
            "GROUP BY country ORDER BY sum(n) DESC, country LIMIT 1)"
        )
        self._drop_unused()
        self._db.execute("DROP TABLE temp.stands")

    def _drop_unused(self) -> None:
        self._db.execute(
            "INSERT INTO name_fts(name_fts, rowid, name, folded) "
            "SELECT 'delete', id, name, folded FROM name WHERE facts = 0"
        )
        for side in ("left_id", "right_id"):
            self._db.execute(f"DELETE FROM judgement WHERE {side} IN (SELECT id FROM name WHERE facts = 0)")
        self._db.execute("DELETE FROM name WHERE facts = 0")

    def read(self) -> Iterator[Name]:
        """Yield the names as the resolver wants them, in an order that no machine and no worker can change."""
        rows = self._db.execute("SELECT id, name, country, identifier, facts FROM name ORDER BY name, identifier")
        for id, text, country, identifier, facts in rows:
            yield Name(id, text, country, (identifier,) if identifier else (), facts)

    def decisions(self) -> list[Judgement]:
        """List what people decided about names that are in the case."""
        rows = self._db.execute(
            "SELECT l.id, r.id, d.verdict, d.by FROM decision d "
            "JOIN name l ON l.name = d.left_text AND l.identifier = d.left_identifier "
            "JOIN name r ON r.name = d.right_text AND r.identifier = d.right_identifier "
            "ORDER BY d.left_text, d.left_identifier, d.right_text, d.right_identifier"
        )
        return [Judgement(left, right, Verdict(verdict), 1.0, (), by) for left, right, verdict, by in rows]

    def write_resolution(self, resolution: Resolution) -> None:
        """Replace entities and judgements. Wrap in a transaction: readers must never see half of them."""
        for statement in ("UPDATE name SET entity_id = NULL", "DELETE FROM entity", "DELETE FROM judgement"):
            self._db.execute(statement)
        entities = sorted(resolution.entities, key=lambda entity: entity.key)
        self._db.executemany(
            "INSERT INTO entity(id, key, name, country, names_count, identifiers) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (id, e.key, e.label, e.country, len(e.members), json.dumps(e.identifiers, ensure_ascii=False))
                for id, e in enumerate(entities, 1)
            ),
        )
        members = ((id, name) for id, entity in enumerate(entities, 1) for name in entity.members)
        self._db.executemany("UPDATE name SET entity_id = ? WHERE id = ?", members)
        self._db.executemany(
            'INSERT INTO judgement(left_id, right_id, verdict, score, reason, evidence, "by") '
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            map(_judgement_row, resolution.judgements),
        )
        self._db.execute(
            "UPDATE entity SET facts = n FROM "
            "(SELECT entity_id AS of, sum(facts) AS n FROM name GROUP BY entity_id) WHERE of = entity.id"
        )


def _judgement_row(judgement: Judgement) -> tuple[object, ...]:
    evidence = json.dumps([asdict(e) for e in judgement.evidence], ensure_ascii=False)
    left, right, by = judgement.left, judgement.right, judgement.by
    return left, right, judgement.verdict.value, judgement.score, judgement.reason, evidence, by


def _places() -> str:
    parties = (
        f'SELECT "{party}" AS name, {_quoted(country_field(kind, party))} AS country, count(*) AS n '
        f'FROM "{kind}" WHERE "{party}" IS NOT NULL GROUP BY 1, 2'
        for kind in RECORD_KINDS
        for party in party_fields(kind)
    )
    mentions = "SELECT name_id, NULL, count(*) FROM mention WHERE name_id IS NOT NULL GROUP BY 1"
    return " UNION ALL ".join((*parties, mentions))


def _quoted(field: str | None) -> str:
    return "NULL" if field is None else f'"{field}"'
