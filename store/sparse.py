"""Raw texts and pointers of records: columns with few values become one JSON object on the few rows that have any."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from extract.model import Batch, FieldKind, distinct, specs, spelled
from store.decimals import all_survive, survives


def raw_columns(batch: Batch, spellings: Mapping[str, str]) -> dict[str, Sequence[Any]]:
    """Add to the raw texts those amounts whose spelling a column of numbers would lose."""
    columns: dict[str, Sequence[Any]] = dict(batch.raw)
    for spec in specs(batch.kind):
        amounts = batch.values.get(spec.name)
        if spec.kind is FieldKind.AMOUNT and amounts is not None:
            rule = spellings.get(spec.name, "")
            columns[spec.name] = _kept(amounts, batch.raw.get(spec.name) or [None] * len(amounts), rule)
    return columns


def _kept(amounts: Sequence[Any], raws: Sequence[str | None], rule: str) -> Sequence[str | None]:
    if None not in raws or all_survive(distinct(amounts), rule):
        return raws
    return [
        raw if raw is not None or amount is None or survives(amount) else spelled(rule, amount)
        for amount, raw in zip(amounts, raws, strict=True)
    ]


def objects(columns: Mapping[str, Sequence[Any]], size: int) -> Sequence[str | None]:
    """Give one JSON object a row, None where a row has no value.

    >>> objects({"a": [None, "x"], "b": [None, [1, 2]]}, 2)
    [None, '{"a": "x", "b": [1, 2]}']
    """
    fields = sorted(field for field, values in columns.items() if values.count(None) < len(values))
    if not fields:
        return [None] * size
    if all(_is_plain(columns[field]) for field in fields):
        template = "{" + ", ".join(f'"{field}": "%s"' for field in fields) + "}"
        return list(map(template.__mod__, zip(*(columns[field] for field in fields), strict=True)))
    members = zip(*(_members(field, columns[field]) for field in fields), strict=True)
    return ["{" + ", ".join(filter(None, row)) + "}" if any(row) else None for row in members]


def _is_plain(values: Sequence[Any]) -> bool:
    """Tell a column of texts, none missing, that JSON spells as they are."""
    try:
        texts = "".join(values)
    except TypeError:
        return False
    return texts.isprintable() and '"' not in texts and "\\" not in texts


def _members(field: str, values: Sequence[Any]) -> Iterable[str | None]:
    if _is_plain([value for value in values if value is not None]):
        return [None if value is None else f'"{field}": "{value}"' for value in values]
    return [None if value is None else f'"{field}": {json.dumps(value, ensure_ascii=False)}' for value in values]
