"""Measure whether any spelling of a company finds its others: names of the kit in a case, each asked for in turn.

    python -m benchmarks.search_spellings [SET...]

Of each set: names in Cyrillic and Latin letters, a file of one column, read, joined and searched as a dump would be.
Found: share of the other spellings of a company among the hits, or on the company's page a hit leads to.
Wrong: share of queries whose first hit, the name asked for left out, is of another company.
"""

from __future__ import annotations

import csv
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.kit import KIT
from store.case import Case
from store.name_search import names_found

SETS = ("companies_hand", "brands", "sanctions_eu", "research_orgs", "synthetic")
QUERIES = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """What was measured over one set, shares 0 to 1."""

    queries: int
    found: float
    wrong: float


def spellings(name: str) -> dict[str, set[str]]:
    """Give the companies of a name (one, but for names that several bear)."""
    path = KIT / "resolve" / "data" / f"{name}_records.csv"
    of: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as lines:
        for record in csv.DictReader(lines):
            if record["script"] in ("cyrl", "latn"):
                of[" ".join(record["name"].split())].add(record["cluster_id"])
    return of


def built(names: Iterator[str], folder: Path) -> Path:
    """Make a case of names alone."""
    dump = folder / "dump"
    dump.mkdir()
    with (dump / "firms.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["Consignor", "HS code", "Date"])
        writer.writerows((name, "8471300000", "2022-05-12") for name in names)
    case = folder / "case.db"
    subprocess.run([sys.executable, "-m", "unlade", "run", str(dump), "-o", str(case)], check=True, capture_output=True)
    return case


def measure(of: dict[str, set[str]], case: Case) -> Found:
    """Ask for a sample of the spellings, the same each time."""
    companies: dict[str, set[str]] = defaultdict(set)
    for name, clusters in of.items():
        for cluster in clusters:
            companies[cluster].add(name)
    asked = sorted(name for name, clusters in of.items() if any(len(companies[c]) > 1 for c in clusters))
    random.Random(1).shuffle(asked)
    found = wrong = 0.0
    for name in asked[:QUERIES]:
        mates = set[str]().union(*(companies[c] for c in of[name])) - {name}
        every = names_found(case.db, name)
        hits = [hit for hit in every if hit.name != name]
        shown = {hit.name for hit in hits} | on_pages(case, {hit.entity for hit in every})
        found += len(mates & shown) / len(mates)
        wrong += bool(hits) and hits[0].name not in mates
    total = len(asked[:QUERIES])
    return Found(total, found / total, wrong / total)


def on_pages(case: Case, entities: set[str | None]) -> set[str]:
    """Give the names on the pages of companies."""
    sql = "SELECT n.name FROM name n JOIN entity e ON e.id = n.entity_id WHERE e.key = ?"
    return {name for entity in entities for (name,) in case.db.execute(sql, (entity,))}


def main() -> int:
    if not KIT.is_dir():
        print("the measuring kit is not beside this checkout: nothing measured", file=sys.stderr)
        return 0
    for name in sys.argv[1:] or SETS:
        of = spellings(name)
        with tempfile.TemporaryDirectory() as folder, Case.open(built(iter(of), Path(folder))) as case:
            seen = measure(of, case)
        print(f"{name:16} {seen.queries:5} queries  found {seen.found:.3f}  wrong {seen.wrong:.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
