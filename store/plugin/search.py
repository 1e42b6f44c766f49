"""What the search page shows: companies first, then the texts and goods in which the words stand, and what is left."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup, escape

from store.case import Case
from store.name_search import FoundName
from store.search import MARKS, Hit, Search, shown_places

FIRST = 80
"""Hits of a page until more are asked for."""
MOST = 2_000
"""Hits that one page can be asked for: a browser shows no more without pain, and Datasette's tables do."""

MOST_COMPANIES = 30
SPELLINGS = 6

COMPANIES = """
select e.id, e.key, e.name, e.country, e.facts from entity e where e.key in (select value from json_each(?))
"""


@dataclass(frozen=True, slots=True)
class HitView:
    """A hit as a line of the page."""

    href: str
    label: str
    snippet: Markup
    where: str

    def at(self, home: str) -> HitView:
        """Give the same hit with its full address."""
        return replace(self, href=home + self.href)


@dataclass(frozen=True, slots=True)
class Page:
    """Hits in groups, and how many more places the words lead to."""

    groups: tuple[tuple[str, list[HitView]], ...] = ()
    left: int = 0
    limit: int = FIRST

    @property
    def more(self) -> int | None:
        """Say how many hits to ask for next; None where nothing is left or one page can show no more."""
        return min(self.limit * 5, MOST) if self.left and self.limit < MOST else None


def page(connection: sqlite3.Connection, words: str, limit: int = FIRST) -> Page:
    """Find words in any script; groups without a hit are left out."""
    asked = Search(Case(Path(), connection), words)
    hits = asked.hits(limit)
    texts = [_view(hit) for hit in hits if hit.ref.startswith("part:")]
    facts = [_view(hit) for hit in hits if not hit.ref.startswith("part:")]
    groups = (("Companies", [*_companies(connection, asked.names)]), ("Facts", facts), ("Pages and texts", texts))
    left = max(0, asked.places() - shown_places(hits))
    return Page(tuple((title, found) for title, found in groups if found), left, limit)


def _companies(connection: sqlite3.Connection, names: Sequence[FoundName]) -> Iterator[HitView]:
    """Yield the companies that bear the names found, each once, as the names come."""
    bearing: dict[str, list[FoundName]] = {}
    for found in names:
        if found.entity:
            bearing.setdefault(found.entity, []).append(found)
    keys = json.dumps([*bearing][:MOST_COMPANIES])
    rows = {row["key"]: row for row in connection.execute(COMPANIES, (keys,))}
    return (_company(rows[key], found) for key, found in bearing.items() if key in rows)


def _company(row: sqlite3.Row, names: Sequence[FoundName]) -> HitView:
    spellings = [found.name for found in names if found.name != row["name"]][:SPELLINGS]
    first = names[0]
    doubt = [first.alike.in_words] if first.alike and not first.holds else []
    return HitView(
        f"company/{row['id']}",
        row["name"],
        Markup("{}").format(" · ".join(spellings + doubt)),
        f"{row['country'] or ''} {row['facts']} places",
    )


def _view(hit: Hit) -> HitView:
    href = f"part/{hit.ref[5:]}" if hit.ref.startswith("part:") else f"fact/{hit.ref}"
    label = hit.file if hit.ref.startswith("part:") else hit.kind.replace(".", ": ").replace("_", " ")
    return HitView(href, label, _marked(hit.snippet), hit.where)


def _marked(snippet: str) -> Markup:
    """Escape the document's text first, then turn our marks into tags."""
    escaped = str(escape(snippet))
    return Markup(escaped.replace(MARKS[0], "<mark>").replace(MARKS[1], "</mark>"))
