"""The whole way, on dumps that nothing was tuned to: other names, figures, goods and years than the committed one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus_samples.generate import World, expected, world, write
from corpus_samples.generate.company import other_romanisation
from extract.walk import find
from store.case import Case
from store.findings import Finding, findings
from unlade.run import Settings, run


@contextmanager
def case_of(some: World, folder: Path) -> Iterator[Case]:
    write(some, folder / "dump")
    with Case.create(folder / "case.db") as case:
        run(case, find(sorted((folder / "dump").glob("*/docs"))), Settings(workers=2), "test")
        yield case


def says(finding: Finding, latin: str) -> bool:
    title = finding.title.casefold()
    return latin.casefold() in title or other_romanisation(latin).casefold() in title


@pytest.mark.parametrize("seed", [0, 11, 12])
def test_the_three_largest_findings_are_those_of_the_seed(seed: int, tmp_path: Path) -> None:
    some = world(seed)
    truth = expected(some)
    assert truth is not None
    with case_of(some, tmp_path) as case:
        first, second, third = findings(case, limit=3)
        chain, rise = sorted((first, second), key=lambda finding: finding.kind)
        assert all(says(chain, company.latin) for company in truth.chain)
        assert f"licences to buy {truth.licensed:,} " in chain.sentence
        assert f"passed on {truth.shipped:,} " in chain.sentence
        before, after = truth.rising_exports
        assert (
            f"({truth.rising_code}) from {before:,} USD in {some.base} to {after / 1e6:.4g} million USD" in rise.title
        )
        assert all(finding.refs for finding in (chain, rise, third))


@pytest.mark.parametrize("seed", [0, 13])
def test_a_dump_without_pattern_gives_no_findings(seed: int, tmp_path: Path) -> None:
    with case_of(world(seed, control=True), tmp_path) as case:
        assert findings(case) == []
