"""Which item of a form each value belongs to: items are boxes that come again, or lines under one row of labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.profiles import Rule
from extract.records.boxes import Content, Sheet, contents
from extract.records.item_columns import Heading, going_on, goods_of
from extract.records.labels import Label

Placed = tuple[int | None, Content]


def placed(sheet: Sheet, opens: str, columns: Sequence[Heading] = ()) -> Iterator[Placed]:
    """Give what stands at the labels of a page with the number of its item, None for the head of the document.

    ``columns``: those of the page before, in which goods may go on.
    """
    lines = [*going_on(sheet, columns), *goods_of(sheet)]
    columned = {content.label.rule for line in lines for content in line}
    boxed = [content for content in contents(sheet) if content.label.rule not in columned]
    item_of = _numbers((label for label in sheet.labels if label.rule not in columned), opens)
    yield from ((item_of.get(id(content.label)), content) for content in boxed)
    first = max(item_of.values(), default=-1) + 1
    for number, line in enumerate(lines, start=first):
        yield from ((number, content) for content in line)


def _numbers(labels: Iterable[Label], opens: str) -> dict[int, int]:
    """Number the items of a sheet: the label that opens one, or else any that was already seen, begins the next."""
    seen: set[Rule] = set()
    item = 0
    numbers = {}
    for label in labels:
        if not label.rule.item:
            continue
        if label.rule in seen and label.rule.field and opens in ("", label.rule.field):
            item += 1
            seen = set()
        seen.add(label.rule)
        numbers[id(label)] = item
    return numbers
