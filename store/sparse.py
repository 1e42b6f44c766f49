"""Raw texts and pointers of records: columns with few values become one JSON object on the few rows that have any."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

from extract.model import Batch, FieldKind, specs
from store.decimals import survives


def raw_columns(batch: Batch) -> dict[str, Sequence[Any]]:
    """Add to the raw texts those amounts whose spelling a column of numbers would lose."""
    columns: dict[str, Sequence[Any]] = dict(batch.raw)
    for spec in specs(batch.kind):
        amounts = batch.values.get(spec.name)
        if spec.kind is FieldKind.AMOUNT and amounts is not None:
            given = batch.raw.get(spec.name) or repeat(None, len(amounts))
            columns[spec.name] = [_kept(amount, raw) for amount, raw in zip(amounts, given, strict=True)]
    return columns


def _kept(amount: Any, raw: str | None) -> str | None:
    if raw is not None or amount is None or survives(amount):
        return raw
    return str(amount)


def objects(columns: Mapping[str, Sequence[Any]], size: int) -> Iterator[str | None]:
    """Yield one JSON object a row, None where a row has no value.

    >>> list(objects({"a": [None, "x"], "b": [None, [1, 2]]}, 2))
    [None, '{"a": "x", "b": [1, 2]}']
    """
    rows: dict[int, dict[str, Any]] = {}
    for field, values in columns.items():
        for index, value in enumerate(values):
            if value is not None:
                rows.setdefault(index, {})[field] = value
    return (json.dumps(rows[i], ensure_ascii=False, sort_keys=True) if i in rows else None for i in range(size))
