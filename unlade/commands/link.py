"""``unlade link``: cluster any list of names, match it against a second one, or score given pairs."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from resolve.model import Name
from unlade.names_file import Row, read

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("link")
@click.argument("names", type=_FILE, required=False)
@click.argument("watchlist", type=_FILE, required=False)
@click.option("--pairs", type=_FILE, help="Score the pairs of this file: columns pair_id, left, right.")
def command(names: Path | None, watchlist: Path | None, pairs: Path | None) -> None:
    """Cluster a list of names, or match it against another.

    Both files are CSV in any encoding, separated by , ; | or tab, with the columns id, name and, if known, country and
    identifier (scheme:value, several separated by blanks). Prints id, entity, score, reason; with a watchlist the
    entity is the id of the entry there. With --pairs alone it prints pair_id, score, verdict, reason.

    \b
    Example:
      unlade link suppliers.csv sanctions.csv > hits.csv
      unlade link --pairs pairs.csv
    """
    if (names is None) == (pairs is None):
        raise click.UsageError("give a file of names, or --pairs with a file of pairs")
    if pairs is not None:
        _print(("pair_id", "score", "verdict", "reason"), _pairs(read(pairs, ("pair_id", "left", "right"))))
        return
    listed = read(names, ("id", "name")) if names else []
    found = _matches(listed, read(watchlist, ("id", "name"))) if watchlist else _clusters(listed)
    _print(("id", "entity", "score", "reason"), found)


def _pairs(rows: list[Row]) -> Iterator[tuple[object, ...]]:
    from resolve import match

    for row in rows:
        judgement = match(Name(1, row["left"]), Name(2, row["right"]))
        yield row["pair_id"], f"{judgement.score:.4f}", judgement.verdict, judgement.reason


def _clusters(rows: list[Row]) -> Iterator[tuple[object, ...]]:
    """Give every name with its entity; the score and reason are of its best judgement inside it."""
    from resolve import resolve

    resolution = resolve(_names(rows))
    best: dict[int, tuple[float, str]] = {}
    for judgement in resolution.judgements:
        if judgement.verdict == "same":
            for name in (judgement.left, judgement.right):
                best[name] = max(best.get(name, (0.0, "")), (judgement.score, judgement.reason))
    entity_of = {member: entity.key for entity in resolution.entities for member in entity.members}
    for number, row in enumerate(rows):
        score, reason = best.get(number, (1.0, "stands alone"))
        yield row["id"], entity_of[number], f"{score:.4f}", reason


def _matches(rows: list[Row], watched: list[Row]) -> Iterator[tuple[object, ...]]:
    """Give every hit; a name without one stands with an empty entity, so that nothing drops out."""
    from resolve import link

    nothing = ("", "0.0000", "no entry of the watchlist is near")
    hits: dict[int, list[tuple[str, str, str]]] = {}
    for judgement in link(_names(rows), _names(watched)):
        hit = (watched[judgement.right]["id"], f"{judgement.score:.4f}", f"{judgement.verdict}: {judgement.reason}")
        hits.setdefault(judgement.left, []).append(hit)
    for number, row in enumerate(rows):
        for hit in hits.get(number, [nothing]):
            yield row["id"], *hit


def _names(rows: list[Row]) -> list[Name]:
    return [
        Name(n, row["name"], row.get("country") or None, tuple((row.get("identifier") or "").split()))
        for n, row in enumerate(rows)
    ]


def _print(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
