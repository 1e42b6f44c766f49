"""One page, read as a form and as tables: the reading that understands more of the page is kept.

The boxes of a form are ruled, and whatever is ruled looks like a table; a list of licences is a table under the title
of a licence. Neither is told beforehand: what knows fewer fields is left out, so that nothing counts twice. Where both
know as many, more values decide; and no form fills so many rows as a long table has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from extract.model import Batch, Item, Table

_LONG = 200
"""From so many rows on, what looks like a form with tables in it is a table."""


@dataclass
class _Understood:
    """How much a reading has understood so far."""

    fields: set[str] = field(default_factory=set)
    values: int = 0
    rows: int = 0

    def add(self, item: Item) -> None:
        if not isinstance(item, Batch):
            return
        self.rows += len(item.rows)
        for name, values in item.values.items():
            told = sum(value is not None for value in values)
            self.values += told
            self.fields |= {name} if told else set()

    def beats(self, other: _Understood) -> bool:
        if self.rows > max(_LONG, other.rows):
            return True
        return (len(self.fields), self.values) > (len(other.fields), other.values)


def winner(formed: Sequence[Item], tabled: Iterable[Item]) -> Iterator[Item]:
    """Give what the tables of a part say, or what its form says. Tables flow by as soon as they have won.

    A table that nobody understood is told in either case, with its issues.
    """
    form, tables = _Understood(), _Understood()
    for item in formed:
        form.add(item)
    items = iter(tabled)
    held: list[Item] = []
    for item in items:
        held.append(item)
        tables.add(item)
        if tables.beats(form):
            yield from chain(held, items)
            return
    yield from without_records(held) if form.rows else held
    yield from formed


def without_records(items: Iterable[Item]) -> Iterator[Item]:
    """Leave out tables of records with all that was found in them."""
    understood = False
    for item in items:
        if isinstance(item, Table):
            understood = item.record is not None
        if not understood and not isinstance(item, Batch):
            yield item
