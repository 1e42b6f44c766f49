import sqlite3
from contextlib import suppress

from store.sorting import short_runs


def test_the_cache_is_as_before_however_sorting_ends() -> None:
    db = sqlite3.connect(":memory:")
    db.execute("PRAGMA cache_size = -65536")
    with suppress(sqlite3.OperationalError), short_runs(db):
        assert db.execute("PRAGMA cache_size").fetchone()[0] > -65536
        db.execute("CREATE INDEX i ON nowhere(x)")
    assert db.execute("PRAGMA cache_size").fetchone() == (-65536,)
    db.close()
