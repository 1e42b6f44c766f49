"""Run the command line as its user does: in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def unlade(tmp_path):
    """Call ``unlade`` with arguments; give the finished process with its text."""

    def call(*arguments, module="unlade", timeout=120, **options):
        command = [sys.executable, "-m", module, *map(str, arguments)]
        env = {**environment(), **options.pop("env", {})}
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=timeout,
            cwd=options.pop("cwd", tmp_path),
            env=env,
            check=False,
            **options,
        )

    return call


def environment():
    """Find the checkout from any directory."""
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT)}
