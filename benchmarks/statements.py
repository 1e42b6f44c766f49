"""Recall and precision of statements in articles that the rules were not made for, by language.

    python -m benchmarks.statements [--missed]

Those of tests/extract/statements/held_out and unseen were written, each with what it states, before anybody looked at
the rules that read them; rules were mended after both (docs/ner.md tells what the first reading gave). A statement is
right if every field that a person wrote down for it is.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tests.extract.statements.articles_score import HELD_OUT, UNSEEN, Score, score


def scores() -> Iterator[tuple[str, Score]]:
    """Read every article."""
    for folder in (HELD_OUT, UNSEEN):
        for path in sorted(folder.glob("*.txt"), key=lambda path: (path.stem[-2:], path.stem)):
            yield path.stem, score(path.stem, folder)


def main() -> None:
    """Print a line an article, and with --missed what was not found or found wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    for name, result in scores():
        found, wanted = len(result.right), len(result.right) + len(result.missed)
        print(f"{name:14} recall {found}/{wanted} {result.recall:.2f}  precision {result.precision:.2f}")
        for lost in result.missed if options.missed else ():
            print("   missed", lost)
        for claim in result.wrong if options.missed else ():
            print("   wrong ", {field: said.value for field, said in claim.fields.items()})


if __name__ == "__main__":
    main()
