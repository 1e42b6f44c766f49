"""The folder beside a case where the children of a run leave what they read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def workplace(case: Path, number: int) -> Iterator[Path]:
    """Make the folder of a run. It stays when the run is cut off, for the next one to take what is finished in it."""
    work = case.with_name(case.name + ".work")
    (work / str(number)).mkdir(parents=True, exist_ok=True, mode=0o700)
    yield work / str(number)
    shutil.rmtree(work, ignore_errors=True)
