"""The last words of a run: what came of the files, what is in the case, what stands out, how to open it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice

from store.case import Case
from store.facts import fact
from store.findings import findings
from store.schema import RECORD_KINDS
from store.sources import GONE
from unlade import faults
from unlade.places import place
from unlade.run import Ending
from unlade.settle import FINE
from unlade.terminal import put, put_json, say

_LISTED = 5
_FINDINGS = 3


def close(case: Case, ending: Ending, as_json: bool) -> int:
    """Print the summary of a run and give the exit code of the command."""
    if ending.interrupted:
        say("Stopped. All that was finished is saved; give the same command again to go on.")
        return faults.INTERRUPTED
    if as_json:
        put_json(_numbers(case, ending))
    else:
        put(*_lines(case, ending))
    return faults.FAILURES if _failed(case.sources.counts()) else faults.OK


def _numbers(case: Case, ending: Ending) -> dict[str, object]:
    return {
        "new": ending.new,
        "files": case.sources.counts(),
        "no_longer_there": case.sources.gone(),
        "records": _records(case),
        "mentions": _mentions(case),
        "names": _count(case, "name"),
        "entities": _count(case, "entity"),
        "findings": [asdict(finding) for finding in findings(case, _FINDINGS)],
    }


def _lines(case: Case, ending: Ending) -> Iterator[str]:
    counts = case.sources.counts()
    yield f"{case.path}: {_files(sum(counts.values()))} of different content; {_files(ending.new)} new to this run"
    yield "  " + ", ".join(f"{number:,} {status}" for status, number in counts.items())
    if gone := case.sources.gone():
        yield f"  {GONE}: {_files(gone)}; what was read from them stays"
    yield f"Records: {_listed(_records(case))}"
    yield f"Mentions: {_listed(_mentions(case))}"
    yield f"Companies: {_count(case, 'entity'):,} from {_count(case, 'name'):,} names"
    yield from _failures(case, counts)
    yield from _findings(case)
    yield f"Open it: unlade serve {case.path}   or: unlade search {case.path} WORDS"


def _failures(case: Case, counts: dict[str, int]) -> Iterator[str]:
    failed = _failed(counts)
    if not failed:
        return
    yield f"To be looked at: {_files(failed)}"
    for file in islice(case.sources.files(*(status for status in counts if status not in FINE)), _LISTED):
        yield f"  {file.status:11} {file.locations[0].path if file.locations else file.name}: {file.reason}"
    if failed > _LISTED:
        yield f"  ... and {failed - _LISTED:,} more: unlade status {case.path}"


def _findings(case: Case) -> Iterator[str]:
    largest = findings(case, _FINDINGS)
    if largest:
        yield "What stands out (indications, not proof):"
    for number, finding in enumerate(largest, 1):
        yield f"  {number}. {finding.title}"
        yield f"     {finding.sentence}"
        for ref in finding.refs[:_LISTED]:
            yield f"     - {place(fact(case, ref))}  ({ref})"
        if len(finding.refs) > _LISTED:
            yield f"     - and {len(finding.refs) - _LISTED:,} more places"


def _failed(counts: dict[str, int]) -> int:
    return sum(number for status, number in counts.items() if status not in FINE)


def _records(case: Case) -> dict[str, int]:
    return {kind: number for kind in RECORD_KINDS if (number := _count(case, kind))}


def _mentions(case: Case) -> dict[str, int]:
    return dict(case.db.execute("SELECT kind, count(*) FROM mention GROUP BY kind ORDER BY kind"))


def _count(case: Case, table: str) -> int:
    number: int = case.db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    return number


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number:,} files"


def _listed(numbers: dict[str, int]) -> str:
    return ", ".join(f"{number:,} {kind}" for kind, number in numbers.items()) or "none"
