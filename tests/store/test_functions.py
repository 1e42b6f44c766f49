"""Search functions, as sqlite-utils and any other connection have them."""

import json
import sqlite3
import subprocess
import sys

import pytest

from store.functions import register

FIND = "select n.name from name_fts f join name n on n.id = f.rowid where name_fts match escape_fts('vozdushnaia')"


def test_any_connection_can_be_given_them(sample_case):
    db = sqlite3.connect(f"file:{sample_case}?mode=ro", uri=True)
    register(db)
    assert any("Воздушная" in name for (name,) in db.execute(FIND))
    assert db.execute("select fold('Воздушная') = fold('Vozdushnaya')").fetchone() == (1,)


def test_sqlite_utils_has_them_once_unlade_is_installed(sample_case):
    plugins = subprocess.run(
        [sys.executable, "-m", "sqlite_utils", "plugins"], capture_output=True, text=True, check=True
    )
    if "unlade" not in plugins.stdout:
        pytest.skip("unlade is not installed in this environment")
    command = [sys.executable, "-m", "sqlite_utils", "query", str(sample_case), FIND]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert any("Воздушная" in row["name"] for row in found)
