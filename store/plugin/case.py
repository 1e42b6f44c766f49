"""Tell which of the databases that Datasette serves are cases, and who may see them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from store.schema import APPLICATION_ID

Answer = TypeVar("Answer")


def _is_case(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def is_case_file(path: str | None) -> bool:
    """Tell a case from any other SQLite file by the application id in its header (bytes 68 to 71)."""
    if path is None:
        return False
    with open(path, "rb") as file:
        return file.read(72)[68:] == APPLICATION_ID.to_bytes(4, "big")


async def case_names(datasette: Any) -> list[str]:
    """List the databases that are cases."""
    return [name for name, db in datasette.databases.items() if await db.execute_fn(_is_case)]


async def may_see(datasette: Any, actor: Any, database: str) -> bool:
    """Tell whether the visitor may see a database; Datasette 1.0 asks differently from 0.65."""
    if hasattr(datasette, "allowed"):
        from datasette.resources import DatabaseResource

        return bool(
            await datasette.allowed(action="view-database", resource=DatabaseResource(database=database), actor=actor)
        )
    visible, _ = await datasette.check_visibility(actor, permissions=[("view-database", database), "view-instance"])
    return bool(visible)


async def ask(datasette: Any, request: Any, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
    """Ask the case named in the request's path; Forbidden or NotFound where it may not or cannot be asked."""
    from datasette.utils.asgi import Forbidden, NotFound

    database = request.url_vars["database"]
    if database not in datasette.databases:
        raise NotFound(f"No database is called {database}")
    if not await may_see(datasette, request.actor, database):
        raise Forbidden("view-database")
    db = datasette.get_database(database)
    if not await db.execute_fn(_is_case):
        raise NotFound(f"{database} is not a case made by unlade")
    answer: Answer = await db.execute_fn(question)
    return answer
