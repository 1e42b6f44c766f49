"""What a run over a dump would meet and cost, told from a look at all files and a reading of some."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.errors import ReadError
from extract.walk import Found
from unlade.asking import ask
from unlade.fingerprint import fingerprint
from unlade.limits import Limits
from unlade.outcome import Outcome

_BATCH = 200
# Measured on dumps of mixed documents: a case is somewhat larger than its shards, for the indexes over all of them.
_INDEXES = 1.3


@dataclass(slots=True)
class Plan:
    """The forecast. ``sampled`` files were read; figures of pages are theirs, time and disk are of the whole dump."""

    files: int = 0
    size: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)
    duplicates: int = 0
    sampled: int = 0
    statuses: dict[str, int] = field(default_factory=dict)
    pages: int = 0
    pages_without_text: int = 0
    unsupported: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    disk: int = 0


def plan(founds: Sequence[Found], sample: int, workers: int, limits: Limits) -> Plan:
    """Look at the dump; nothing is written but in a temporary folder."""
    files = [found for found in founds if found.status == "ok"]
    kinds = dict(zip((found.path for found in files), _kinds(files, workers, limits), strict=True))
    made = Plan(len(files), sum(found.size for found in files), duplicates=_duplicates(files))
    made.left_out = _counted(found.reason for found in founds if found.status != "ok")
    made.kinds = _counted(kinds.values())
    chosen = list(_chosen(kinds, sample))
    outcomes = ask("shard", [{"path": str(path)} for path in chosen], workers, limits)
    _forecast(made, [(kinds[path], outcome) for path, outcome in zip(chosen, outcomes, strict=True)], workers)
    return made


def _forecast(made: Plan, read: Sequence[tuple[str, Outcome]], workers: int) -> None:
    """Add what the sample showed; each kind of file is scaled to its number in the dump."""
    of_kind = Counter(kind for kind, _ in read)
    made.sampled = len(read)
    made.statuses = _counted(outcome.status for _, outcome in read)
    for kind, outcome in read:
        share = made.kinds[kind] / of_kind[kind]
        made.pages += outcome.told.get("parts", 0)
        made.pages_without_text += outcome.told.get("pictures", 0)
        made.seconds += share * outcome.seconds / workers
        made.disk += int(share * _INDEXES * outcome.told.get("bytes", 0))
        if outcome.status == "unsupported":
            made.unsupported[kind] = made.kinds[kind]


def _kinds(files: Sequence[Found], workers: int, limits: Limits) -> Iterator[str]:
    batches = [files[start : start + _BATCH] for start in range(0, len(files), _BATCH)]
    questions = [{"paths": [str(found.path) for found in batch]} for batch in batches]
    for batch, outcome in zip(batches, ask("kinds", questions, workers, limits), strict=True):
        yield from outcome.value if outcome.status == "ok" else ["unknown"] * len(batch)


def _duplicates(files: Iterable[Found]) -> int:
    """Count files whose bytes another one has; only those of equal size have to be read for it."""
    by_size: dict[int, list[Path]] = defaultdict(list)
    for found in files:
        by_size[found.size].append(found.path)
    twins = (paths for paths in by_size.values() if len(paths) > 1)
    return sum(len(paths) - len({_digest(path) for path in paths}) for paths in twins)


def _digest(path: Path) -> str:
    try:
        return fingerprint(path).sha256
    except ReadError:
        return str(path)


def _chosen(kinds: dict[Path, str], sample: int) -> Iterator[Path]:
    """Choose files evenly over the dump, of every kind its share but at least three."""
    by_kind: dict[str, list[Path]] = defaultdict(list)
    for path, kind in kinds.items():
        by_kind[kind].append(path)
    for paths in by_kind.values():
        wanted = min(len(paths), max(3, round(sample * len(paths) / len(kinds))))
        yield from (paths[number * len(paths) // wanted] for number in range(wanted))


def _counted(words: Iterable[str]) -> dict[str, int]:
    return dict(Counter(words).most_common())
