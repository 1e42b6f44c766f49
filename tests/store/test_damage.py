"""What a crash or a bad disk leaves of a case: either it opens with whole sources, or it is refused in words."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from extract.model import Source
from store.case import Case
from store.digest import digest
from store.errors import CaseError
from tests.store.conftest import DUMP, add, build, sheet

FILES = [(f"{n}.xlsx", Source(f"{n:064}", 1, "xlsx"), sheet) for n in range(8)]


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    with build(tmp_path / "whole", DUMP) as case:
        return case.path


@pytest.mark.parametrize("seed", range(25))
def test_random_damage_is_refused_or_harmless(tmp_path: Path, whole: Path, seed: int) -> None:
    luck = random.Random(seed)
    content = bytearray(whole.read_bytes())
    at = luck.randrange(len(content) - 64)
    content[at : at + 64] = luck.randbytes(64)
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(content[: luck.randrange(len(content))] if seed % 5 == 0 else content)
    refused = refusal(damaged)
    assert refused is None or (str(damaged) in str(refused) and refused.hint)


def refusal(path: Path) -> CaseError | None:
    """Read all of a case; give the error that says it cannot be."""
    try:
        with Case.open(path, write=True) as case:
            digest(case)
    except CaseError as error:
        return error
    return None


@pytest.mark.parametrize("seed", range(10))
def test_a_lost_tail_loses_whole_sources_only(tmp_path: Path, seed: int) -> None:
    """A copy of the case taken while it is written, with the write-ahead log cut anywhere."""
    with Case.create(tmp_path / "case.db") as case:
        case.begin_run("dump -o case.db", "0.1.0")
        for name, source, items in FILES:
            add(case, tmp_path, name, source, items(source))
        log = (tmp_path / "case.db-wal").read_bytes()
        shutil.copy(tmp_path / "case.db", tmp_path / "copy.db")
    kept = random.Random(seed).randrange(len(log))
    (tmp_path / "copy.db-wal").write_bytes(log[:kept])
    if not is_made(tmp_path / "copy.db"):
        return
    with Case.open(tmp_path / "copy.db", write=True) as case:
        for status, source in case.db.execute("SELECT status, id FROM source"):
            rows = case.db.execute("SELECT count(*) FROM shipment WHERE source_id = ?", (source,)).fetchone()[0]
            assert rows == (3 if status == "ok" else 0)
        for name, source, items in FILES:
            add(case, tmp_path, name, source, items(source))
        case.names.count()
        resumed = digest(case)
    with Case.open(tmp_path / "case.db", write=True) as case:
        case.names.count()
        assert digest(case) == resumed


def is_made(path: Path) -> bool:
    db = sqlite3.connect(path)
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    db.close()
    return bool(tables)
