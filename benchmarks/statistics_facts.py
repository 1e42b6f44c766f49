"""Check the figures and units that statistics tables are read to, against the facts of the measuring kit.

    python -m benchmarks.statistics_facts

A fact is right where a statistic has its value in whole units of its currency.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.kit import KIT
from extract.model import Batch, Source
from extract.records import extract

SET = "trade_statistics"
_TOLERANCE = 1e-9


def statistics(path: Path) -> Iterator[tuple[float, str | None]]:
    """Give the value and currency of every statistic of a workbook."""
    for item in extract(Source("0" * 64, path.stat().st_size, path.suffix[1:]), path):
        if isinstance(item, Batch) and item.kind == "statistic" and "value" in item.values:
            currencies = item.values.get("value_currency") or [None] * len(item.rows)
            for value, currency in zip(item.values["value"], currencies, strict=True):
                if value is not None:
                    yield float(value), str(currency) if currency else None


def missed(truth: dict[str, Any]) -> Iterator[str]:
    """Name the facts of one workbook that no statistic holds."""
    found = list(statistics(KIT / "data" / SET / truth["file"]))
    wanted = truth["unit"][1]
    for fact in truth["facts"]:
        if not any(abs(v - fact["usd"]) <= _TOLERANCE * fact["usd"] and c == wanted for v, c in found):
            yield f"{truth['doc']}: {fact['row']} / {fact['column']} = {fact['usd']} {wanted} not among {len(found)}"


def main() -> int:
    if not KIT.is_dir():
        print("the measuring kit is not beside this checkout: nothing measured", file=sys.stderr)
        return 0
    lines = (KIT / "data" / SET / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    truths = [json.loads(line) for line in lines if line.strip()]
    misses = [miss for truth in truths for miss in missed(truth)]
    total = sum(len(truth["facts"]) for truth in truths)
    print(f"facts right {total - len(misses)}/{total}")
    print("\n".join(misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
