"""Scores what was found against what is true: precision and recall of each field, of rows, of names, of statuses.

Pure: predictions and truth come as plain objects, one for each document, in the measuring kit's format with ``records``
and ``status`` beside it. A record found is paired with the true one it agrees with most, so no row numbers are needed.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

Document = Mapping[str, Any]
Value = Mapping[str, Any]

NOT_FIELDS = frozenset({"record"})
RAREST = 3
"""A record is sought by its rarest values only: three, so that one misread value does not lead astray."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How many values were wanted, how many found, how many of those are right."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of what is true, the share that was found; 1 where there is nothing to find."""
        return self.right / self.wanted if self.wanted else 1.0

    def __add__(self, other: Figure) -> Figure:
        return Figure(self.right + other.right, self.found + other.found, self.wanted + other.wanted)


Figures = dict[str, Figure]


def evaluate(predictions: Iterable[Document], expected: Iterable[Document]) -> Figures:
    """Add up the figures over all documents, by name: ``shipment.quantity``, ``company``, ``status`` ..."""
    found = {document["doc"]: document for document in predictions}
    figures: defaultdict[str, Figure] = defaultdict(lambda: Figure(0, 0, 0))
    for truth in expected:
        for name, figure in score(found.get(truth["doc"], {}), truth):
            figures[name] += figure
    return dict(sorted(figures.items()))


def score(document: Document, truth: Document) -> Iterator[tuple[str, Figure]]:
    """Score one document."""
    yield "status", Figure(int(document.get("status") == truth["status"]), int("status" in document), 1)
    for field, wanted in truth["fields"].items():
        yield (
            field,
            of_sets(values(document.get("fields", {}).get(field, ())), values(wanted), field in truth["closed"]),
        )
    yield from of_records(document.get("records", ()), truth["records"], truth["counts"])


def values(listed: Iterable[Value]) -> set[str]:
    """Compare by value alone: where a value stands is tested elsewhere."""
    return {plain(value["value"]) for value in listed}


def of_sets(found: set[str], wanted: set[str], closed: bool) -> Figure:
    """Score a field of a document; where the truth is not complete, what is not in it counts neither way."""
    right = len(found & wanted)
    return Figure(right, len(found) if closed else right, len(wanted))


def of_records(
    found: Sequence[Value], wanted: Sequence[Value], counts: Mapping[str, int]
) -> Iterator[tuple[str, Figure]]:
    """Score each field over pairs of records, and for each kind the number of rows."""
    for truth, record in pairs(found, wanted):
        for field, value in truth.items():
            if field in NOT_FIELDS or value is None:
                continue
            given = record.get(field)
            yield f"{truth['record']}.{field}", Figure(int(equal(given, value)), int(given is not None), 1)
    rows = Counter(record["record"] for record in found)
    for kind, count in counts.items():
        yield f"{kind} rows", Figure(min(rows[kind], count), rows[kind], count)


def pairs(found: Sequence[Value], wanted: Sequence[Value]) -> Iterator[tuple[Value, Value]]:
    """Pair each true record with the found one that agrees most; with nothing if none agrees at all."""
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, record in enumerate(found):
        for key in keys(record):
            index[key].append(number)
    for truth in wanted:
        postings = [index[key] for key in keys(truth) if key in index]
        near = {number: None for posting in sorted(postings, key=len)[:RAREST] for number in posting}
        best = max(near, key=lambda number: agreement(found[number], truth), default=None)
        yield truth, {} if best is None else found[best]


def keys(record: Value) -> list[tuple[str, str]]:
    """Give what a record can be found by."""
    return [(f"{record['record']}.{field}", plain(value)) for field, value in record.items() if value is not None]


def agreement(record: Value, truth: Value) -> int:
    """Count the fields that agree."""
    return sum(equal(record.get(field), value) for field, value in truth.items())


def equal(given: Any, true: Any) -> bool:
    """Compare numbers as numbers, everything else as text without case and width."""
    return given is not None and plain(given) == plain(true)


def plain(value: Any) -> str:
    """Give one spelling to what means the same: 400800.00 and 400800, blanks, case."""
    text = " ".join(unicodedata.normalize("NFKC", str(value)).casefold().split())
    if not text.replace(".", "", 1).isdigit() or (text.startswith("0") and not text.startswith("0.")):
        return text
    return text.rstrip("0").rstrip(".") if "." in text else text


def of_names(clusters: Iterable[tuple[str, int]], truth: Mapping[str, str]) -> Figure:
    """Score pairs of names: right where two names of one company were joined.

    ``clusters`` gives each name with its entity; a name may stand in several, and one never
    found is in no pair.
    """
    entities: defaultdict[int, set[str]] = defaultdict(set)
    for name, entity in clusters:
        if name in truth:
            entities[entity].add(name)
    joined = {pair for names in entities.values() for pair in combinations(sorted(names), 2)}
    wanted = {pair for names in companies(truth) for pair in combinations(sorted(names), 2)}
    return Figure(len(joined & wanted), len(joined), len(wanted))


def companies(truth: Mapping[str, str]) -> Iterable[set[str]]:
    """Gather the names of each company."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for name, company in truth.items():
        names[company].add(name)
    return names.values()


def fallen(figures: Figures, recorded: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Say in words which figures are below the recorded ones; a figure that is gone has fallen."""
    return [
        f"{name}: {measure} {now(figures, name, measure):.4f}, recorded {before:.4f}"
        for name, measures in recorded.items()
        for measure, before in measures.items()
        if now(figures, name, measure) < before - 0.0001
    ]


def now(figures: Figures, name: str, measure: str) -> float:
    """Give a figure of today, zero for one that is gone."""
    return float(getattr(figures[name], measure)) if name in figures else 0.0


def recordable(figures: Figures) -> dict[str, dict[str, float]]:
    """Give the figures as they are recorded: rounded down, so that a record can always be met again."""
    return {
        name: {m: int(now(figures, name, m) * 10_000) / 10_000 for m in ("precision", "recall")} for name in figures
    }
