"""What all rooms share: the sample dump read once, by the command its users type."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples every time, so that a change is judged by what it changed; `make soak` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("UNLADE_EXAMPLES", "repeatable"))

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "corpus_samples" / "kazakhstan_2022" / "docs"


@pytest.fixture(scope="session")
def sample_case(tmp_path_factory):
    """The case of the sample dump, made once for all test processes. Nobody writes to it."""
    shared = tmp_path_factory.getbasetemp().parent if os.environ.get("PYTEST_XDIST_WORKER") else None
    folder = (shared or tmp_path_factory.mktemp("sample")) / "sample_case"
    folder.mkdir(exist_ok=True)
    case = folder / "case.db"
    with open(folder / "made", "a+", encoding="utf-8") as made:
        fcntl.flock(made, fcntl.LOCK_EX)
        made.seek(0)
        if not made.read():
            command = [sys.executable, "-m", "unlade", "run", str(DOCS), "-o", str(case)]
            run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=280, check=False)
            assert run.returncode in (0, 10), run.stderr
            made.write("made")
    return case
