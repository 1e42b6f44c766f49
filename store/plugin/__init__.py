"""The Datasette plugin: search in any script, and pages that lead from a company to the cell that proves it.

Works on what the case file holds, opens nothing else. Every own page checks the permission to see the database, for
Datasette does not guard the routes of plugins.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import Any

from datasette import hookimpl
from markupsafe import Markup

from store.functions import register
from store.metadata import metadata
from store.plugin import cells, routes
from store.plugin.case import case_names, is_case_file


@hookimpl(trylast=True)  # the built-in escape_fts is registered by another plugin and must lose
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Make every search box of Datasette find across scripts."""
    register(conn)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """Add the pages."""
    return routes.ROUTES


@hookimpl
def render_cell(value: Any, column: str, table: str, database: str, datasette: Any, row: Any) -> Any:
    """Let companies, files and rows lead to their pages."""
    return cells.link(datasette, database, table, column, value, row)


@hookimpl
def get_metadata(datasette: Any, database: str | None) -> dict[str, Any]:
    """Describe each case as case.metadata.json does, and say where our own pages begin (a hook of 0.65)."""
    names = [database] if database else list(datasette.databases)
    cases = [name for name in names if name in datasette.databases and is_case_file(datasette.databases[name].path)]
    link = Markup('<a href="{}">Search {} in any script, see its leads and files</a>')
    links = {name: link.format(datasette.urls.path(f"/{name}/-/start"), name) for name in cases}
    return {
        "description_html": str(Markup("<br>").join(links.values())),
        "databases": {name: {**described(name), "description_html": str(html)} for name, html in links.items()},
    }


@cache
def described(database: str) -> dict[str, Any]:
    """Give what is told of one case: the same for as long as the server runs."""
    return dict(metadata(database)["databases"][database])


@hookimpl
def menu_links(datasette: Any) -> Any:
    """Put the start page of each case into the menu."""

    async def links() -> list[dict[str, str]]:
        names = await case_names(datasette)
        return [{"href": datasette.urls.path(f"/{name}/-/start"), "label": f"Search {name}"} for name in names]

    return links


@hookimpl
def extra_css_urls(datasette: Any) -> list[str]:
    """Add the style of our pages."""
    return [datasette.urls.path("/-/unlade.css")]
