"""Search in any script: numbers and company names first, then pages, then goods.

The index and the query are folded by the same function (resolve.fold), so one spelling finds the others. Names are
searched as the few distinct names they are, and each leads to its facts: ranking over all facts would take seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice

from extract.model import Box
from resolve.fold import fold, fts_query
from store.case import Case
from store.codes import count as count_code
from store.codes import find, looks_like_code
from store.facts import Fact, Finder, PartName, fact
from store.goods_words import goods_query, marked
from store.name_search import FoundName, names_found
from store.schema import GOODS, RECORD_KINDS, SEARCHED, party_fields
from store.sources import Sources, shown

MARKS = ("[", "]")
_FACTS_A_NAME = 10
_WORD = re.compile(r"\w+")
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words were found. ``ref``: of a fact, or ``part:7`` for running text.

    ``snippet``: the text around, with the words found between ``MARKS``. ``total``: places where the same name stands.
    ``alike``: what the matcher of names thinks, where a name may be the company asked for.
    """

    ref: str
    kind: str
    file: str
    where: str
    snippet: str
    part: PartName | None = None
    box: Box | None = None
    entity: str | None = None
    total: int = 1
    alike: str = ""


@dataclass(frozen=True)
class Search:
    """Words asked of a case. What costs most, judging names, is done once, however often it is needed."""

    case: Case
    words: str

    @cached_property
    def names(self) -> list[FoundName]:
        """Give the names found, as they are ranked."""
        return names_found(self.case.db, self.words)

    @cached_property
    def query(self) -> str:
        """Give the expression by which pages are searched."""
        return fts_query(self.words)

    @cached_property
    def goods_query(self) -> str:
        """Give the expression by which goods are searched: all they are called."""
        return goods_query(self.words)

    def hits(self, limit: int = 20) -> list[Hit]:
        """Find the words everywhere; numbers and names take half of the limit, or more where the others leave it."""
        share = max(1, limit // 2)
        names = chain(_codes(self.case, self.words, limit), _names(self, limit))
        goods = (_goods(self, kind, share) for kind in RECORD_KINDS if kind in SEARCHED)
        head = list(islice(names, share))
        rest = list(islice(chain(_pages(self, share), *goods), limit - len(head)))
        return head + rest + list(islice(names, limit - len(head) - len(rest)))

    def places(self) -> int:
        """Count all places that hits without a limit would lead to."""
        code = self.words.strip()
        found = count_code(self.case, code) if looks_like_code(code) else 0
        names = "SELECT coalesce(sum(n.facts), 0) FROM name_fts f JOIN name n ON n.id = f.rowid WHERE name_fts MATCH ?"
        others = (
            (f'SELECT count(*) FROM "{table}_fts" WHERE "{table}_fts" MATCH ?', table in RECORD_KINDS)
            for table in SEARCHED
            if table != "name"
        )
        for sql, of_goods in ((names, False), *others):
            found += self.case.db.execute(sql, (self.goods_query if of_goods else self.query,)).fetchone()[0]
        return found + sum(name.facts for name in self.names if not name.holds)


def search(case: Case, words: str, limit: int = 20) -> list[Hit]:
    """Find words everywhere."""
    return Search(case, words).hits(limit)


def places(case: Case, words: str) -> int:
    """Count all places that a search without a limit would lead to."""
    return Search(case, words).places()


def shown_places(hits: Iterable[Hit]) -> int:
    """Count the places that hits stand for: one each, but goods all those of the same description."""
    return sum(hit.total if hit.kind.endswith(f".{GOODS}") else 1 for hit in hits)


def _codes(case: Case, words: str, limit: int) -> Iterator[Hit]:
    code = words.strip()
    if looks_like_code(code):
        for found in find(case, code, limit):
            yield _of_fact(found, mark(found.value, code), found.entity, 1)


def _names(asked: Search, limit: int) -> Iterator[Hit]:
    """Find names: one place of each, then a few, then all there is room for."""
    found = [(_standing(asked.case, one.id, limit), one) for one in asked.names]
    for places in (1, _FACTS_A_NAME, limit):
        for standing, one in found:
            yield from (_of_name(place, one, asked.words) for place in islice(standing, places))


def companies(case: Case, name: str, limit: int) -> list[Hit]:
    """Find a company by its name: each of its wordings, and other names with its words, at one place."""
    hits = ((next(_standing(case, one.id, 1), None), one) for one in names_found(case.db, name)[:limit])
    return [_of_name(place, one, name) for place, one in hits if place]


def _of_name(place: Fact, found: FoundName, words: str) -> Hit:
    why = found.alike.in_words if found.alike else ""
    return replace(_of_fact(place, mark(found.name, words), found.entity, found.facts), alike=why)


def _standing(case: Case, name: int, limit: int) -> Iterator[Fact]:
    """Yield the facts that carry a name."""
    finder = Finder(case.db)
    yield from finder.mentions("name_id = ?", name)
    for kind in RECORD_KINDS:
        for party in party_fields(kind):
            sql = f'SELECT id FROM "{kind}" WHERE "{party}" = ? ORDER BY id LIMIT ?'
            rows = case.db.execute(sql, (name, limit)).fetchall()
            yield from (fact(case, f"{kind}:{id}:{party}") for (id,) in rows)


def _pages(asked: Search, limit: int) -> Iterator[Hit]:
    rows = asked.case.db.execute(
        "SELECT p.id, p.source_id, p.number, p.kind, p.title, p.text FROM part_fts f JOIN part p ON p.id = f.rowid "
        "WHERE part_fts MATCH ? ORDER BY rank, p.id LIMIT ?",
        (asked.query, limit),
    )
    for id, source, number, kind, title, text in rows.fetchall():
        part = PartName(number, kind, title)
        located = Sources(asked.case.db).locations(source)
        file = located[0].path if located else ""
        yield Hit(f"part:{id}", kind, file, f"{shown(located)}, {title}", snippet(text, asked.words), part)


def _goods(asked: Search, kind: str, limit: int) -> Iterator[Hit]:
    """Find goods by all they are called, each description once.

    In the order of the rows, for ranking a common word over millions is slow.
    """
    found = f'SELECT rowid FROM "{kind}_fts" WHERE "{kind}_fts" MATCH ? LIMIT 10000'
    rows = asked.case.db.execute(
        f'SELECT min(id), {GOODS}, count(*) FROM "{kind}" WHERE id IN ({found}) GROUP BY {GOODS} ORDER BY 1 LIMIT ?',
        (asked.goods_query, limit),
    )
    meant = marked(asked.words)
    for id, text, total in rows.fetchall():
        yield _of_fact(fact(asked.case, f"{kind}:{id}:{GOODS}"), snippet(text, meant), None, total)


def _of_fact(found: Fact, text: str, entity: str | None, total: int) -> Hit:
    kind = found.field if found.kind == "mention" else f"{found.kind}.{found.field}"
    return Hit(found.ref, kind, found.file, found.where, text, found.part, found.place.box, entity, total)


def snippet(text: str, words: str) -> str:
    """Cut the text around the first word found, in one line, with the words marked."""
    flat = " ".join(text.split())
    first = next(_found(flat, words), None)
    start = max(0, first.start() - _AROUND) if first else 0
    end = min(len(flat), start + 3 * _AROUND)
    return ("… " if start else "") + mark(flat[start:end], words) + (" …" if end < len(flat) else "")


def mark(text: str, words: str) -> str:
    """Put marks around the words of a text that the query meant, in whatever script they are written."""
    pieces, last = [], 0
    for word in _found(text, words):
        pieces += [text[last : word.start()], MARKS[0], word.group(), MARKS[1]]
        last = word.end()
    return "".join((*pieces, text[last:]))


def _found(text: str, words: str) -> Iterator[re.Match[str]]:
    terms = words.split()
    meant = {key for term in terms for key in fold(term).split()}
    stems = tuple(key for term in terms if term.endswith("*") for key in fold(term).split())
    for word in _WORD.finditer(text):
        if any(key in meant or (stems and key.startswith(stems)) for key in fold(word.group()).split()):
            yield word
