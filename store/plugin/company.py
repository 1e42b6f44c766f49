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
DEALS = """
select case kind when 'licence' then 'licensed to sell to' else 'sent to' end as way, buyer_id as entity, buyer as name,
       buyer_country as country, heading as hs, lines as facts, quantity as number, unit, first_day, last_day
from deals where seller_id = :entity
union all
select case kind when 'licence' then 'licensed to buy from' else 'received from' end, seller_id, seller,
       seller_country, heading, lines, quantity, unit, first_day, last_day
from deals where buyer_id = :entity
order by facts desc, name limit 40
"""
PAYMENTS = """
select case m.id when p.payer then 'paid' else 'was paid by' end as way, e.id as entity, e.name, e.country, null as hs,
       count(*) as facts, sum(p.amount) as number, p.currency as unit, min(p."date") as first_day,
       max(p."date") as last_day
from payment p join name m on m.id in (p.payer, p.payee) and m.entity_id = :entity
join name t on t.id in (p.payer, p.payee) and t.id <> m.id join entity e on e.id = t.entity_id
group by way, e.id, p.currency order by facts desc, e.name limit 40
"""
MENTIONS = """
select m.id, m.text, m.role, s.id as source, s.name as file, p.number as part
from mention m join name n on n.id = m.name_id join source s on s.id = m.source_id join part p on p.id = m.part_id
where n.entity_id = :entity order by s.name, p.number, m.id limit 40
"""
MONTHS = """
select substr(coalesce(s.declaration_date, s.release_date, s.shipped, s.arrived), 1, 7) as month, count(*) as facts
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

    names, reasons, suggestions, roles = map(rows, (NAMES, REASONS, SUGGESTIONS, ROLES))
    counterparties = [*(rows(DEALS) if _has_answers(connection) else []), *rows(PAYMENTS)]
    identifiers = json.loads(entity["identifiers"])
    return Company(
        entity, identifiers, names, reasons, suggestions, roles, counterparties, rows(MENTIONS), rows(MONTHS)
    )


def _has_answers(connection: sqlite3.Connection) -> bool:
    """A run that was cut off leaves no answer tables. Deals count an item once, however many files hold it."""
    return connection.execute("select 1 from sqlite_master where name = 'deals'").fetchone() is not None


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
