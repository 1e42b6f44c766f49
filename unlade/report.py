"""What a job says while it works: that it is alive, and facts that hold even if it fails later."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any


class Report:
    """The job's line to the worker (``alive``) and to the result (``tell``); ``directory`` is where it may write."""

    def __init__(self, heart: int, directory: Path) -> None:
        self.directory = directory
        self.told: dict[str, Any] = {}
        self._heart = heart
        self._last = 0.0

    def alive(self) -> None:
        """Stop the silence clock; costs next to nothing when called too often."""
        now = time.monotonic()
        if now - self._last > 0.1:
            self._last = now
            os.write(self._heart, b".")

    def tell(self, **facts: Any) -> None:
        """Note facts for the result."""
        self.told.update(facts)
