"""The pages and their addresses: each asks the case one question and fills one template."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from functools import wraps
from importlib.resources import files
from typing import Any

from store.plugin import chart, company, fact, roles, search, source, start
from store.plugin.case import ask

Answer = Any
Handler = Callable[[Any, Any], Awaitable[Any]]


async def _page(datasette: Any, request: Any, template: str, heading: str, status: int = 200, **context: Any) -> Any:
    from datasette import Response

    database = request.url_vars["database"]
    home = datasette.urls.path(f"/{database}/-/")
    filled = {"database": database, "home": home, "heading": heading, **context}
    html = await datasette.render_template(f"unlade_{template}.html", filled, request=request)
    return Response.html(html, status=status)


def _number(request: Any) -> int:
    return int(request.url_vars["id"])


class Missing(Exception):
    """The case holds no such thing."""


def _found(answer: Answer, what: str) -> Answer:
    if answer is None:
        raise Missing(f"This case holds no such {what}.")
    return answer


def _page_of(handler: Handler) -> Handler:
    """Answer a link that leads nowhere with a page of its own: Datasette would log a traceback for it."""

    @wraps(handler)
    async def answered(datasette: Any, request: Any) -> Any:
        try:
            return await handler(datasette, request)
        except Missing as missing:
            return await _page(datasette, request, "missing", str(missing), status=404)

    return answered


def _redirect(datasette: Any, request: Any, path: str) -> Any:
    from datasette import Response

    return Response.redirect(datasette.urls.path(f"/{request.url_vars['database']}/-/{path}"))


async def start_page(datasette: Any, request: Any) -> Any:
    """Show what the case holds, its leads, merges to look at, files that were not read."""
    page = await ask(datasette, request, start.start)
    return await _page(datasette, request, "start", request.url_vars["database"], page=page)


async def finding_page(datasette: Any, request: Any) -> Any:
    """Show one finding with every fact it rests on."""
    page = _found(await ask(datasette, request, lambda db: start.finding(db, _number(request))), "finding")
    facts = await ask(datasette, request, lambda db: fact.cited(db, page.facts))
    return await _page(datasette, request, "finding", page.row["title"], page=page, facts=facts)


async def search_page(datasette: Any, request: Any) -> Any:
    """Search names, goods and pages in any script."""
    query = (request.args.get("q") or "").strip()
    wanted = request.args.get("hits") or ""
    limit = min(int(wanted), search.MOST) if wanted.isdecimal() and int(wanted) else search.FIRST
    page = await ask(datasette, request, lambda db: search.page(db, query, limit)) if query else search.Page()
    home = datasette.urls.path(f"/{request.url_vars['database']}/-/")
    shown = [(title, [hit.at(home) for hit in hits]) for title, hits in page.groups]
    return await _page(datasette, request, "search", f"Search: {query}", groups=shown, query=query, page=page)


async def company_page(datasette: Any, request: Any) -> Any:
    """Show one company under all its names."""
    page = _found(await ask(datasette, request, lambda db: company.company(db, _number(request))), "company")
    months = company.months_filled(page.months)
    context = {
        "page": page,
        "months": months,
        "chart": chart.bars(months, "shipment rows by month") if months else "",
        "ways": company.by_way(page.counterparties),
    }
    return await _page(datasette, request, "company", page.entity["name"], **context)


async def name_page(datasette: Any, request: Any) -> Any:
    """Lead from a spelling to its company."""
    from datasette import Response

    def entity_of(db: sqlite3.Connection) -> Any:
        return db.execute("select entity_id from name where id = ?", (_number(request),)).fetchone()

    row = _found(await ask(datasette, request, entity_of), "name")
    if row["entity_id"] is None:
        return Response.redirect(datasette.urls.row(request.url_vars["database"], "name", str(_number(request))))
    return _redirect(datasette, request, f"company/{row['entity_id']}")


async def roles_page(datasette: Any, request: Any) -> Any:
    """Show the rows in which a company plays one role."""
    kind, role = request.url_vars["kind"], request.url_vars["role"]
    page = _found(await ask(datasette, request, lambda db: roles.rows(db, _number(request), kind, role)), "role")
    return await _page(datasette, request, "roles", page.entity["name"], page=page, kind=kind, role=role)


async def source_page(datasette: Any, request: Any) -> Any:
    """Show what became of a file and how its tables were understood."""
    page = _found(await ask(datasette, request, lambda db: source.source(db, _number(request))), "file")
    return await _page(datasette, request, "source", page.source["name"], page=page)


async def part_page(datasette: Any, request: Any) -> Any:
    """Show a page or sheet with what was found on it."""
    page = _found(await ask(datasette, request, lambda db: source.part(db, _number(request))), "page")
    text = source.marked(page.part["text"], page.mentions, _here(request))
    return await _page(datasette, request, "part", f"{page.part['file']}: {page.part['title']}", page=page, text=text)


async def fact_page(datasette: Any, request: Any) -> Any:
    """Show a record among its neighbours, each fact with its place; a mention leads to its page."""
    reference = request.url_vars["reference"]
    if reference.startswith("mention:"):
        part = _found(await ask(datasette, request, lambda db: fact.part_of_mention(db, reference)), "fact")
        return _redirect(datasette, request, f"part/{part}?here={reference.partition(':')[2]}#here")
    page = _found(await ask(datasette, request, lambda db: fact.record(db, reference)), "fact")
    field = reference.split(":")[2] if reference.count(":") == 2 else None
    return await _page(datasette, request, "fact", reference, page=page, field=field)


async def style(datasette: Any) -> Any:
    """Give the style of the pages, on a route of our own: a static path depends on how a plugin came in."""
    from datasette import Response

    css = files("store.plugin").joinpath("static", "unlade.css").read_text(encoding="utf-8")
    return Response(css, content_type="text/css; charset=utf-8", headers={"Cache-Control": "max-age=3600"})


def _here(request: Any) -> int | None:
    here = request.args.get("here") or ""
    return int(here) if here.isascii() and here.isdigit() else None


_DATABASE = r"^/(?P<database>[^/]+)/-/"
_PAGES: dict[str, Handler] = {
    r"start$": start_page,
    r"search$": search_page,
    r"finding/(?P<id>\d{1,15})$": finding_page,
    r"company/(?P<id>\d{1,15})$": company_page,
    r"name/(?P<id>\d{1,15})$": name_page,
    r"roles/(?P<id>\d{1,15})/(?P<kind>[a-z]+)/(?P<role>[a-z_]+)$": roles_page,
    r"source/(?P<id>\d{1,15})$": source_page,
    r"part/(?P<id>\d{1,15})$": part_page,
    r"fact/(?P<reference>[a-z]+:\d{1,15}(?::[a-z_]+)?)$": fact_page,
}
ROUTES: list[tuple[str, Any]] = [
    (r"^/-/unlade\.css$", style),
    *((_DATABASE + path, _page_of(handler)) for path, handler in _PAGES.items()),
]
