"""One page, read as a form and as tables: the reading that gives more values is kept.

The boxes of a form are ruled, and whatever is ruled looks like a table; a list of licences is a table under the title
of a licence. Neither is told beforehand: what understood less of the page is left out, so that nothing counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from extract.model import Batch, Item, Table


def winner(formed: Sequence[Item], tabled: Iterable[Item]) -> Iterator[Item]:
    """Give what the tables of a part say, or what its form says. Tables flow by as soon as they have won.

    What is no record (an issue, a table nobody understood) is kept of the tables in either case.
    """
    needed = sum(map(_values, formed))
    items = iter(tabled)
    held: list[Item] = []
    won = 0
    for item in items:
        held.append(item)
        won += _values(item)
        if won > needed:
            yield from chain(held, items)
            return
    yield from (item for item in held if not (needed and _is_record(item)))
    yield from formed


def _values(item: Item) -> int:
    if not isinstance(item, Batch):
        return 0
    return sum(value is not None for values in item.values.values() for value in values)


def _is_record(item: Item) -> bool:
    return isinstance(item, Batch) or (isinstance(item, Table) and item.record is not None)
