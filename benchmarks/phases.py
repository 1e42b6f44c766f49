"""What each step of `unlade run` costs: the same run with a clock around its steps.

    python -m benchmarks.phases DUMP CASE

Prints CPU seconds as one JSON object. ``reading`` is all that the workers did: read, understand, write shards.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from typing import Any

STEPS = {
    "check": "store.merge:check",
    "names": "store.merge:_merge_names",
    "rows": "store.merge:_merge_table",
    "words": "store.merge:_merge_words",
    "indexes of records": "store.indexes:build_of_records",
    "other indexes": "store.indexes:build",
    "counting": "store.names:Names.count",
    "entities": "resolve:resolve",
    "writing entities": "store.names:Names.write_resolution",
    "answers": "store.summary:build",
    "telling": "unlade.closing:close",
}
AFTER_LOADING = ("counting", "entities", "writing entities", "answers", "telling")
"""Steps that a load into a table knows nothing of."""

Spent = defaultdict[str, float]


def main(dump: str, case: str) -> None:
    """Run with clocks."""
    spent: Spent = defaultdict(float)
    for step, target in STEPS.items():
        _clock(target, step, spent)
    from unlade.cli import main as unlade

    sys.argv = ["unlade", "run", dump, "-o", case]
    stdout, sys.stdout = sys.stdout, sys.stderr
    try:
        unlade()
    except SystemExit as ending:
        if ending.code not in (0, 10, None):
            raise
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent["reading"] = children.ru_utime + children.ru_stime
    spent["rest"] = time.process_time() - sum(spent[step] for step in STEPS)
    print(json.dumps({step: round(seconds, 3) for step, seconds in spent.items()}), file=stdout)


def _clock(target: str, step: str, spent: Spent) -> None:
    """Put a clock around a function, found by module and name."""
    module, _, path = target.partition(":")
    holder: Any = import_module(module)
    *outer, name = path.split(".")
    for part in outer:
        holder = getattr(holder, part)
    setattr(holder, name, _timed(getattr(holder, name), step, spent))


def _timed(function: Callable[..., Any], step: str, spent: Spent) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[step] += time.process_time() - start

    return timed


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
