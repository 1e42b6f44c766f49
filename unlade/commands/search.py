"""``unlade search``: words in any script."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from unlade.faults import OK
from unlade.options import case_argument, json_option
from unlade.terminal import put, put_json, say


@click.command("search")
@case_argument
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Hits to show.")
@json_option
def command(case: Path, words: tuple[str, ...], limit: int, as_json: bool) -> int:
    """Find WORDS in CASE: names, pages, goods.

    Any script finds the others: Vozdushnaya, Vozdushnaia and Воздушная are the same. A company's name finds its
    other wordings too, with the reason; "quotes" ask for the words as they stand.

    \b
    Example:
      unlade search case.db Vozdushnaya
    """
    from store.case import Case
    from store.search import places, search, shown_places

    with Case.open(case) as opened:
        hits = search(opened, " ".join(words), limit)
        left = places(opened, " ".join(words)) - shown_places(hits)
    for hit in hits:
        if as_json:
            put_json(asdict(hit))
        else:
            more = f"  ({hit.total:,} places)" if hit.total > 1 else ""
            alike = (f"    {hit.alike}",) if hit.alike else ()
            put(f"{hit.ref}  {hit.where}{more}", f"    {hit.snippet}", *alike)
    if hits and left > 0:
        say(f"... and {left:,} more places; a larger --limit or more words show others.")
    if not hits:
        say("Nothing found. Fewer words, or a part of the name, find more.")
    return OK
