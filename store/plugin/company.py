"""What the page of a company shows: names and why they are one, roles, counterparties, and the rows behind it all."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from itertools import groupby

from store.schema import RECORD_KINDS, party_fields

Row = sqlite3.Row

NAMES = """
select min(id) as id, name, group_concat(nullif(identifier, ''), ', ') as identifiers, sum(facts) as facts
from name where entity_id = :entity group by name order by facts desc, name
"""
REASONS = """
select l.name as left_name, r.name as right_name, min(j.score) as score, j.reason, j."by"
from judgement j join name l on l.id = j.left_id join name r on r.id = j.right_id
where l.entity_id = :entity and r.entity_id = :entity and j.verdict = 'same' and l.name <> r.name
group by l.name, r.name order by j.score, l.name, r.name limit 40
"""
SUGGESTIONS = """
select o.entity_id, e.name, j.verdict, max(j.score) as score, j.reason
from judgement j
join name n on n.id in (j.left_id, j.right_id) and n.entity_id = :entity
join name o on o.id in (j.left_id, j.right_id) and o.entity_id <> :entity
join entity e on e.id = o.entity_id
where j.verdict in ('unsure', 'related')
group by o.entity_id order by score desc limit 20
"""
COUNTERPARTIES = """
with deal(way, mine, theirs, hs, number, unit, day) as (
  select 'sent to', consignor, consignee, hs_code, quantity, quantity_unit, coalesce(declaration_date, release_date)
  from shipment
  union all
  select 'received from', consignee, consignor, hs_code, quantity, quantity_unit,
         coalesce(declaration_date, release_date) from shipment
  union all
  select 'licensed to buy from', holder, counterparty, hs_code, quantity, quantity_unit, issue_date from licence
  union all
  select 'seller named in licences of', counterparty, holder, hs_code, quantity, quantity_unit, issue_date from licence
  union all
  select 'paid', payer, payee, null, amount, currency, "date" from payment
  union all
  select 'was paid by', payee, payer, null, amount, currency, "date" from payment
)
select way, e.id as entity, e.name, e.country, substr(hs, 1, 4) as hs, count(*) as facts,
       sum(number) as number, unit, min(day) as first_day, max(day) as last_day
from deal join name m on m.id = deal.mine join name t on t.id = deal.theirs join entity e on e.id = t.entity_id
where m.entity_id = :entity
group by way, e.id, substr(hs, 1, 4), unit order by facts desc, e.name limit 40
"""
MENTIONS = """
select m.id, m.text, m.role, s.id as source, s.name as file, p.number as part
from mention m join name n on n.id = m.name_id join source s on s.id = m.source_id join part p on p.id = m.part_id
where n.entity_id = :entity order by s.name, p.number, m.id limit 40
"""
MONTHS = """
select substr(coalesce(s.declaration_date, s.release_date), 1, 7) as month, count(*) as facts
from shipment s join name n on n.id in (s.consignor, s.consignee) where n.entity_id = :entity and month <> ''
group by month order by month
"""


def _role_query(kind: str, field: str) -> str:
    return (
        f"select '{kind}' as kind, '{field}' as role, count(*) as facts, min(t.id) as first "
        f'from "{kind}" t join name n on n.id = t."{field}" where n.entity_id = :entity having facts'
    )


ROLES = " union all ".join(_role_query(kind, field) for kind in RECORD_KINDS for field in party_fields(kind))


@dataclass(frozen=True, slots=True)
class Company:
    """One company as the page shows it."""

    entity: Row
    identifiers: list[str]
    names: list[Row]
    reasons: list[Row]
    suggestions: list[Row]
    roles: list[Row]
    counterparties: list[Row]
    mentions: list[Row]
    months: list[Row]


def company(connection: sqlite3.Connection, entity_id: int) -> Company | None:
    """Gather a company's page; None if there is no such company."""
    entity = connection.execute("select * from entity where id = ?", (entity_id,)).fetchone()
    if entity is None:
        return None

    def rows(sql: str) -> list[Row]:
        return connection.execute(sql, {"entity": entity_id}).fetchall()

    return Company(
        entity,
        json.loads(entity["identifiers"]),
        *map(rows, (NAMES, REASONS, SUGGESTIONS, ROLES, COUNTERPARTIES, MENTIONS, MONTHS)),
    )


def months_filled(months: list[Row]) -> list[tuple[str, int]]:
    """Give every month from the first to the last, with zero where nothing was seen."""
    seen = {row["month"]: row["facts"] for row in months if len(row["month"]) == 7}
    if not seen:
        return []
    first, last = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (min(seen), max(seen)))
    every = (f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1))
    return [(month, seen.get(month, 0)) for month in every]


def by_way(counterparties: list[Row]) -> list[tuple[str, list[Row]]]:
    """Group counterparties by what passed between the two."""
    ordered = sorted(counterparties, key=lambda row: str(row["way"]))
    return [(way, list(rows)) for way, rows in groupby(ordered, key=lambda row: str(row["way"]))]
