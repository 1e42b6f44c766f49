"""Measure how columns are understood on customs sheets made up in many countries' ways.

    python -m benchmarks.foreign_headers [--miss] [--held] [--record] [LAYOUT...]

The layouts (benchmarks/foreign/layouts.txt) are vocabularies of headers; a seed draws everything else: titles above,
order of columns, merged cells, totals, a second table, how figures and dates are written. Measured are the header
rows, precision and recall of each role, the share of columns whose very field is right, and how many have a wrong one;
then the roles once more with all headers lost. Figures are compared with benchmarks/foreign_headers.json: one that fell
ends with 1.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.foreign.sheets import Column, Layout, Sheet, Truth, layouts, sheet, write
from benchmarks.foreign.values import role_of
from extract.model import Source, Table
from extract.records import extract
from extract.records.prediction import column_role
from extract.records.vocabulary import meanings

RECORDED = Path(__file__).with_suffix(".json")
ROLES = ("company", "amount", "date", "hs_code")
SEEDS = 3
_ALIKE = {
    "value": "invoice_value",
    "payment_date": "date",
    "amount_paid": "value",
    "office_code": "customs_office",
    "office_name": "customs_office",
}


@dataclass
class Score:
    """What was right, missed and wrong so far."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def tables(self, made: Sheet, found: Sequence[Table]) -> None:
        """Compare the tables of a sheet with its truth."""
        for truth in made.truths:
            table = next((t for t in found if t.header_rows and t.header_rows[-1] == truth.header_row), None)
            self.counts["header"] += 1
            self.counts["header right"] += table is not None
            if table is None:
                self.misses.append(f"{made.name}: header row {truth.header_row} not among {_rows(found)}")
            self._columns(made.name, truth, table)

    def _columns(self, name: str, truth: Truth, table: Table | None) -> None:
        fields = {c.position: c for c in table.columns} if table else {}
        for position, column in truth.columns.items():
            said = fields.get(position)
            got = column_role(table, said.field) if table and said else None
            self._role(f"{name}: “{' > '.join(column.headers)}”", column, got)
            if said and table:
                self._field(f"{name}: “{' > '.join(column.headers)}”", column, said.field, table.record)

    def _role(self, where: str, column: Column, got: str | None) -> None:
        if not column.asked:
            return
        wanted = column.role
        for role in ROLES:
            self.counts[f"{role} must"] += wanted == role
            self.counts[f"{role} said"] += got == role
            self.counts[f"{role} hit"] += wanted == got == role
        if wanted != got:
            self.misses.append(f"{where} {wanted} -> {got}")

    def _field(self, where: str, column: Column, got: str | None, record: str | None) -> None:
        if not column.asked:
            return
        known = column.maker in meanings() or column.maker in _ALIKE
        self.counts["field must"] += known
        right = bool(got) and _is_right(column.maker, str(got), record)
        self.counts["field hit"] += known and right
        self.counts["field wrong"] += bool(got) and not right
        self.counts["field said"] += bool(got)
        if got and not right:
            self.misses.append(f"{where} {column.maker} read as {got}")
        elif known and not got:
            self.misses.append(f"{where} {column.maker} not read")

    def figures(self) -> Iterator[tuple[str, float]]:
        """Give the figures."""
        yield "header_row", self.counts["header right"] / max(1, self.counts["header"])
        for role in ROLES:
            hit, must, said = (self.counts[f"{role} {what}"] for what in ("hit", "must", "said"))
            yield f"{role}.precision", hit / max(1, said)
            yield f"{role}.recall", hit / max(1, must)
            yield f"{role}.f1", 2 * hit / max(1, must + said)
        yield "field.right", self.counts["field hit"] / max(1, self.counts["field must"])
        yield "field.precision", 1 - self.counts["field wrong"] / max(1, self.counts["field said"])


def _rows(found: Sequence[Table]) -> list[tuple[int, ...]]:
    return [table.header_rows for table in found]


def _is_right(maker: str, got: str, record: str | None) -> bool:
    """Tell whether a field is the one a maker fills, by its own name or by the record's."""
    wanted = {maker, _ALIKE.get(maker, maker)}
    for name in list(wanted):
        meaning = meanings().get(name)
        wanted |= {meaning.fields.get(record or "", name)} if meaning else set()
    if got == "company" and role_of(maker) == "company":
        return True
    other = meanings().get(got)
    return got in wanted or bool(other and record and other.fields.get(record) in wanted)


def tables(path: Path) -> list[Table]:
    """Read a workbook; give its tables."""
    source = Source("0" * 64, path.stat().st_size, "xlsx")
    return [item for item in extract(source, path) if isinstance(item, Table)]


def measure(some: Sequence[Layout], lost: bool) -> Score:
    """Score sheets of each layout."""
    score = Score()
    with tempfile.TemporaryDirectory() as name:
        for layout in some:
            for seed in range(SEEDS):
                made = sheet(layout, seed, lost)
                score.tables(made, tables(write(made, Path(name))))
    return score


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("layouts", nargs="*", metavar="LAYOUT", help="only these; default: all")
    parser.add_argument("--miss", action="store_true", help="name each column that was not understood")
    parser.add_argument("--held", action="store_true", help="only the layouts held back; default: all")
    parser.add_argument("--seen", action="store_true", help="only the layouts not held back")
    parser.add_argument("--lost", action="store_true", help="show what is missed once headers are lost, too")
    parser.add_argument("--record", action="store_true", help="write the figures")
    options = parser.parse_args()
    some = [
        one
        for one in layouts()
        if (not options.layouts or one.name in options.layouts)
        and (one.held or not options.held)
        and not (one.held and options.seen)
    ]
    figures: dict[str, float] = {}
    for prefix, lost in (("", False), ("lost.", True)):
        score = measure(some, lost)
        found = {f"{prefix}{name}": round(value, 4) for name, value in score.figures()}
        figures |= {name: value for name, value in found.items() if not name.startswith("lost.field")}
        if options.miss and lost == options.lost:
            print("\n".join(dict.fromkeys(score.misses)))
    for name, value in figures.items():
        print(f"{name:28} {value:.3f}")
    return _compare(figures, options.record) if len(some) == len(layouts()) else 0


def _compare(figures: dict[str, float], record: bool) -> int:
    recorded = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    fallen = [f"{name}: {figures[name]} fell from {was}" for name, was in recorded.items() if figures[name] < was]
    if record:
        risen = {name: max(value, recorded.get(name, 0.0)) for name, value in figures.items()}
        RECORDED.write_text(json.dumps(risen, indent=1) + "\n", encoding="utf-8")
    print("\n".join(fallen), file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
