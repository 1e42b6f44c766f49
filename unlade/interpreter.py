"""Start another Python that imports exactly what this one imports."""

from __future__ import annotations

import os
import sys


def command(module: str, *arguments: str) -> list[str]:
    """Spell the command that runs a module; ``-P``, for the current directory may be a dump with an ``extract.py``."""
    return [sys.executable, "-P", "-m", module, *arguments]


def environment(**more: str) -> dict[str, str]:
    """Give our environment with our own search path in it."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(os.path.abspath(entry) for entry in sys.path), **more}
