"""A case that moved with its dump: where the folders of the dump stand now."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from store.case import Case
from unlade.faults import Stop


def follow(path: Path, moves: Iterable[tuple[str, str]]) -> None:
    """Note in the case that folders of its dump have moved."""
    moves = list(moves)
    if not moves:
        return
    with Case.open(path, write=True) as case:
        follow_in(case, moves)


def follow_in(case: Case, moves: Iterable[tuple[str, str]]) -> None:
    """Note in an open case that folders of its dump have moved."""
    for old, new in moves:
        with case.transaction():
            moved = case.sources.move_root(old, new)
        already = any(Path(location) == Path(new) for (location,) in case.db.execute("SELECT path FROM root"))
        if not moved and not already:
            raise Stop(f"No folder of this case lies in {old}.", "unlade status CASE shows where its files were.")
