"""Measure roles, places and items on trade papers made up in nine languages.

    python -m benchmarks.trade_papers [--look 0|1] [--seeds N] [--first N] [--miss] [LANGUAGE...]

For each field: recall over what is printed (right value in the right role), how many of them stand in another role, how
many values were given that are not true, and how many right ones have a box that lies where they are printed. A value
of a record counts as a mention of its role: the consignor is the seller, the invoice value that of an item.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.made import facts
from benchmarks.made.trade_paper import KINDS, Fact, trade_paper
from benchmarks.papers import evened
from extract.model import Batch, Box, Item, Mention, Source, Table
from extract.records import extract

_AS = {
    "consignor": ("company", "seller"),
    "consignee": ("company", "buyer"),
    "invoice_value": ("amount", "item"),
    "unit_price": ("amount", "price"),
    "hs_code": ("hs_code", ""),
    "quantity": ("quantity", ""),
    "goods_description": ("goods", ""),
}
"""What a field of a record says, and in which role."""
_ROLES = {"consignor": "seller", "consignee": "buyer", "unit_price": "price", "value": "item", "vat": "tax"}
_KINDS = ("company", "date", "amount", "hs_code", "quantity", "goods")


@dataclass(frozen=True, slots=True)
class Found:
    """A value that was read, in its role, and where it is said to stand."""

    kind: str
    value: str
    role: str
    page: int
    box: Box | None


def read(path: Path) -> Iterator[Found]:
    """Give what is read from a paper: mentions, and the fields of records."""
    data = path.read_bytes()
    tables: dict[int, Table] = {}
    for item in extract(Source(hashlib.sha256(data).hexdigest(), len(data), "pdf"), path):
        if isinstance(item, Table):
            tables[item.number] = item
        yield from _found(item, tables)


def _found(item: Item, tables: dict[int, Table]) -> Iterator[Found]:
    if isinstance(item, Mention) and item.kind in _KINDS:
        role = _ROLES.get(item.role or "", item.role or "")
        yield Found(str(item.kind), _plain(str(item.kind), item.value), role, item.place.part, item.place.box)
    if isinstance(item, Batch):
        yield from _of_records(item, tables[item.table])


def _of_records(batch: Batch, table: Table) -> Iterator[Found]:
    for name, (kind, role) in _AS.items():
        for at, value in enumerate(batch.values.get(name, ())):
            if value is None:
                continue
            cell = (batch.cells.get(name) or [None] * (at + 1))[at]
            source = table.sources.get(name)
            cell = cell or ((batch.rows[at], source) if source is not None else None)
            page, box = (table.boxes or {}).get(cell, (0, None)) if cell else (0, None)
            yield Found(kind, _plain(kind, str(value)), role, page, box)


def _plain(kind: str, value: str) -> str:
    return evened("amount", value) if kind in ("amount", "quantity") else evened(kind, value)


def count(truth: Sequence[Fact], found: Sequence[Found], miss: str) -> Counter[str]:
    """Count for each field what is right, in another role, nowhere, wrong, and in its place."""
    counts: Counter[str] = Counter()
    known = {(fact.kind, _plain(fact.kind, fact.value)): set[str]() for fact in truth}
    for fact in truth:
        known[fact.kind, _plain(fact.kind, fact.value)].add(fact.role)
    given = {(one.kind, one.value, one.role) for one in found}
    for kind, value, role in sorted({(f.kind, _plain(f.kind, f.value), f.role) for f in truth}):
        field = f"{kind}.{role}" if role else kind
        counts[f"{field} must"] += 1
        right = any(one == (kind, value, role) or (one[:2] == (kind, value) and not role) for one in given)
        counts[f"{field} right"] += right
        counts[f"{field} placed"] += right and _is_placed(kind, value, role, truth, found)
        if miss and not right:
            print(
                f"{miss} missed {field} {value!r} given as {sorted(r for k, v, r in given if (k, v) == (kind, value))}"
            )
    for kind, value, role in sorted(given):
        roles = known.get((kind, value))
        counts[f"{kind} given"] += 1
        counts[f"{kind} untrue"] += roles is None
        in_wrong = roles is not None and role not in ("", *roles) and roles != {""}
        counts[f"{kind} in a wrong role"] += in_wrong
        if miss and (roles is None or in_wrong):
            print(f"{miss} {'wrong role' if in_wrong else 'untrue'} {kind} {value!r} {role!r} {sorted(roles or ())}")
    return counts


def _is_placed(kind: str, value: str, role: str, truth: Sequence[Fact], found: Sequence[Found]) -> bool:
    """Tell whether a right value is said to stand where it was printed."""
    points = [f for f in truth if (f.kind, _plain(f.kind, f.value), f.role) == (kind, value, role)]
    boxes = [(one.page, one.box) for one in found if (one.kind, one.value) == (kind, value) and one.box]
    return any(
        page == point.page and box.x0 - 1 <= point.x <= box.x1 + 1 and box.top - 1 <= point.y <= box.bottom + 1
        for page, box in boxes
        for point in points
        if box
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE")
    parser.add_argument("--look", type=int, default=0, choices=(0, 1), help="which half of wording and layouts")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the first seed")
    parser.add_argument("--seeds", type=int, default=len(KINDS), metavar="N", help="papers of each language")
    parser.add_argument("--miss", action="store_true", help="print what was missed and what is wrong")
    options = parser.parse_args()
    totals: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for language in options.languages or facts.words("trade"):
            for seed in range(options.first, options.first + options.seeds):
                data, truth = trade_paper(seed, language, options.look)
                path = Path(folder) / f"{language}-{KINDS[seed % len(KINDS)]}-{seed}.pdf"
                path.write_bytes(data)
                totals += count(truth, list(read(path)), path.stem if options.miss else "")
    _print(totals)
    return 0


def _print(totals: Counter[str]) -> None:
    for field in sorted(name.removesuffix(" must") for name in totals if name.endswith(" must")):
        must, right, placed = (totals[f"{field} {what}"] for what in ("must", "right", "placed"))
        print(f"{field:20} recall {right / must:.3f} ({right}/{must})  in its place {placed / max(1, right):.3f}")
    for kind in _KINDS:
        given = max(1, totals[f"{kind} given"])
        print(
            f"{kind:20} untrue {totals[f'{kind} untrue']}/{given}, in a wrong role {totals[f'{kind} in a wrong role']}"
        )


if __name__ == "__main__":
    sys.exit(main())
