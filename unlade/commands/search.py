"""``unlade search``: words in any script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unlade.faults import OK
from unlade.names_file import names_in
from unlade.options import case_argument, json_option
from unlade.terminal import put, put_json, say

if TYPE_CHECKING:
    from store.search import Hit


@click.command("search")
@case_argument
@click.argument("words", nargs=-1)
@click.option(
    "--names",
    "listed",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Look for every name of this file: one a line, or a table with a column name.",
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Hits to show (of each name).")
@json_option
def command(case: Path, words: tuple[str, ...], listed: Path | None, limit: int, as_json: bool) -> int:
    """Find WORDS in CASE: names, pages, goods.

    Any script finds the others: Vozdushnaya, Vozdushnaia and Воздушная are the same. A company's name finds its
    other wordings too, with the reason; "quotes" ask for the words as they stand.

    \b
    Example:
      unlade search case.db Vozdushnaya
      unlade search case.db --names suppliers.txt
    """
    if bool(words) == (listed is not None):
        raise click.UsageError("give words to look for, or --names with a file")
    if listed is not None:
        return _each(case, names_in(listed), limit, as_json)
    return _anywhere(case, " ".join(words), limit, as_json)


def _anywhere(path: Path, words: str, limit: int, as_json: bool) -> int:
    from store.case import Case
    from store.search import Search, shown_places

    with Case.open(path) as case:
        asked = Search(case, words)
        hits = asked.hits(limit)
        left = asked.places() - shown_places(hits)
    for hit in hits:
        _show(hit, as_json)
    if hits and left > 0:
        say(f"... and {left:,} more places; a larger --limit or more words show others.")
    if not hits:
        say("Nothing found. Fewer words, or a part of the name, find more.")
    return OK


def _each(path: Path, names: Sequence[str], limit: int, as_json: bool) -> int:
    """Look for each of many names; one that is nowhere is told, so that nothing drops out."""
    from store.case import Case
    from store.search import companies

    missing = 0
    with Case.open(path) as case:
        for name in names:
            hits = companies(case, name, limit)
            missing += not hits
            if not as_json:
                put(f"{name}: {f'{len(hits)} names' if hits else 'nothing found'}")
            for hit in hits:
                _show(hit, as_json, asked=name)
            if as_json and not hits:
                put_json({"asked": name})
    say(f"{len(names) - missing:,} of {len(names):,} names found.")
    return OK


def _show(hit: Hit, as_json: bool, **more: str) -> None:
    if as_json:
        put_json({**more, **asdict(hit)})
        return
    places = f"  ({hit.total:,} places)" if hit.total > 1 else ""
    put(f"{hit.ref}  {hit.where}{places}", f"    {hit.snippet}", *([f"    {hit.alike}"] if hit.alike else []))
